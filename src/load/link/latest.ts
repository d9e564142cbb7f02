/**
 * Of an indicator whose latest value counts, each place has one value a day: of two, be they of one activity or of two, nobody
 * could say which is the latest.
 */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { daysOfPeriod, isPeriod } from '../../model/period.ts'
import { type Draft, dayAt, entriesAt, has, inconsistent, textAt, valueAt } from '../draft.ts'
import type { World } from './world.ts'

type Found = readonly (readonly [Draft, Diagnostic])[]

/** @param drafts in the order of their paths: the later of two is told. */
export function checkLatest(drafts: readonly Draft[], world: World): Found {
  const codes = latestCodes(world)
  if (codes.size === 0) return []
  const firsts = new Map<string, Draft>()
  return drafts
    .filter(draft => draft.kind === 'activity' && !has(draft, '/cancelled'))
    .flatMap(draft => entriesAt(draft, '/results').flatMap(at => valuesOf(draft, at, codes)))
    .flatMap(({ draft, at, place, day, key }): Found => {
      const first = firsts.get(key)
      if (first) return [[draft, twice(draft, at, { first, place, day })]]
      firsts.set(key, draft)
      return []
    })
}

/** Codes of the indicators whose latest value counts, by agreement. */
function latestCodes(world: World): ReadonlyMap<string, ReadonlySet<string>> {
  const found = [...(world.byKind.get('agreement')?.values() ?? [])].map(agreement => {
    const rows = entriesAt(agreement, '/indicators').filter(
      at => textAt(agreement, `${at}/roll_up/periods`) === 'latest',
    )
    return [agreement.id, new Set(rows.flatMap(at => textAt(agreement, `${at}/code`) ?? []))] as const
  })
  return new Map(found.filter(([, codes]) => codes.size > 0))
}

interface Value {
  readonly draft: Draft
  readonly at: string
  readonly place: string
  readonly day: string
  readonly key: string
}

/** None where several agreements have the code and none is named: that is told elsewhere. */
function valuesOf(draft: Draft, at: string, codes: ReadonlyMap<string, ReadonlySet<string>>): readonly Value[] {
  const code = textAt(draft, `${at}/indicator`)
  const day = dayOf(draft, at)
  const named = textAt(draft, `${at}/agreement`)
  const paying = entriesAt(draft, '/funding').flatMap(share => textAt(draft, `${share}/agreement`) ?? [])
  const having = [...new Set(named === undefined ? paying : [named])].filter(
    id => code !== undefined && codes.get(id)?.has(code),
  )
  if (day === undefined || having.length !== 1) return []
  const place = placeOf(draft, at)
  return [{ draft, at, place, day, key: JSON.stringify([having[0], code, place, day]) }]
}

/** That of the value, or the only one of the activity. */
function placeOf(draft: Draft, at: string): string {
  const places = entriesAt(draft, '/places')
  return textAt(draft, `${at}/place`) ?? (places.length === 1 ? textAt(draft, '/places/0') : undefined) ?? ''
}

function dayOf(draft: Draft, at: string): string | undefined {
  const period = valueAt(draft, `${at}/period`)
  return dayAt(draft, `${at}/date`) ?? (isPeriod(period) ? daysOfPeriod(period).last : dayAt(draft, '/end'))
}

function twice(
  draft: Draft,
  at: string,
  { first, place, day }: { readonly first: Draft } & Pick<Value, 'place' | 'day'>,
) {
  const where = place === '' ? 'without a place' : `of “${place}”`
  const also = first === draft ? '' : `, after that of “${first.id}”`
  const message = `A second value ${where} for ${day}${also}: the latest counts, and neither is later.`
  return inconsistent(draft, at, message, 'Keep one, or give each its own “date” or “place”.')
}
