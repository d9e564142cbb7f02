/**
 * Of an indicator whose latest value counts, each place has one value a day: of two, be they of one activity or of two, nobody
 * could say which is the latest. Where only the latest month of a quarter counts, activities are added, so two of one.
 */

import { firstAt } from '../../model/beside.ts'
import { besides, type Diagnostic } from '../../model/diagnostic.ts'
import { dayOfFact, isPeriod } from '../../model/period.ts'
import { said } from '../../model/said.ts'
import { type Draft, dayAt, entriesAt, has, inconsistent, placeIn, textAt, valueAt } from '../draft.ts'
import type { World } from './world.ts'

type Found = readonly (readonly [Draft, Diagnostic])[]

/** @param drafts in the order of their paths: the later of two is told. */
export function checkLatest(drafts: readonly Draft[], world: World): Found {
  const codes = latestCodes(world)
  if (codes.size === 0) return []
  const firsts = new Map<string, Value>()
  return drafts
    .filter(draft => draft.kind === 'activity' && !has(draft, '/cancelled'))
    .flatMap(draft => entriesAt(draft, '/results').flatMap(at => valuesOf(draft, at, codes)))
    .flatMap((value): Found => {
      const first = firsts.get(value.key)
      if (first) return [[value.draft, twice(value, first)]]
      firsts.set(value.key, value)
      return []
    })
}

/** Of what the latest is: of all activities, or of one in each quarter. */
type Among = 'all' | 'one'
type Codes = ReadonlyMap<string, Among>

/** Codes of the indicators whose latest value counts, by agreement. */
function latestCodes(world: World): ReadonlyMap<string, Codes> {
  const found = [...(world.byKind.get('agreement')?.values() ?? [])].map(agreement => {
    const rows = entriesAt(agreement, '/indicators').flatMap((at): (readonly [string, Among])[] => {
      const [code, among] = [textAt(agreement, `${at}/code`), amongOf(agreement, at)]
      return code === undefined || among === undefined ? [] : [[code, among]]
    })
    return [agreement.id, new Map(rows)] as const
  })
  return new Map(found.filter(([, codes]) => codes.size > 0))
}

function amongOf(agreement: Draft, at: string): Among | undefined {
  const [months, periods] = ['months', 'periods'].map(across => textAt(agreement, `${at}/roll_up/${across}`))
  if ((months ?? periods) !== 'latest') return undefined
  return periods === 'latest' ? 'all' : 'one'
}

interface Value {
  readonly draft: Draft
  readonly at: string
  readonly place: string
  readonly day: string
  readonly key: string
}

/** None where several agreements have the code and none is named: that is told elsewhere. */
function valuesOf(draft: Draft, at: string, codes: ReadonlyMap<string, Codes>): readonly Value[] {
  const code = textAt(draft, `${at}/indicator`)
  const day = dayOf(draft, at)
  const named = textAt(draft, `${at}/agreement`)
  const paying = entriesAt(draft, '/funding').flatMap(share => textAt(draft, `${share}/agreement`) ?? [])
  const having = [...new Set(named === undefined ? paying : [named])].filter(
    id => code !== undefined && codes.get(id)?.has(code),
  )
  if (day === undefined || having.length !== 1) return []
  const place = textAt(draft, `${at}/place`) ?? ''
  const [agreement = ''] = having
  const among = codes.get(agreement)?.get(code ?? '')
  return [{ draft, at, place, day, key: JSON.stringify([agreement, code, seriesOf(draft, place, among), day]) }]
}

/** What names no place is of its activity alone. */
const seriesOf = (draft: Draft, place: string, among: Among | undefined): string =>
  place !== '' && among === 'all' ? place : `${place} of ${draft.id}`

function dayOf(draft: Draft, at: string): string | undefined {
  const [date, period, end] = [dayAt(draft, `${at}/date`), valueAt(draft, `${at}/period`), dayAt(draft, '/end')]
  if (end === undefined) return date
  return dayOfFact({ ...(date !== undefined && { date }), ...(isPeriod(period) && { period }) }, { end })
}

function twice({ draft, at, place, day }: Value, first: Value): Diagnostic {
  const where = place === '' ? said('without a place') : said('of “{place}”', { place })
  const also = first.draft === draft ? '' : said(', after that of “{id}”', { id: first.draft.id })
  const message = said('A second value {where} for {day}{also}: the latest counts, and neither is later.', {
    where,
    day,
    also,
  })
  const told = inconsistent(draft, at, message, said('Keep one, or give each its own “date” or “place”.'))
  return besides(told, firstAt(placeIn(first.draft, first.at)))
}
