/** How to mend a field that names no record: by what the records that it may name are called. */

import { suggest } from '../../model/nearest.ts'
import { factsOf } from '../../model/record/kinds.ts'
import { anyOf, type Said, said } from '../../model/said.ts'
import { type Draft, dayAt, entriesAt, fieldOf, textAt, valueAt } from '../draft.ts'
import { isId, letterNamed, twinsIn } from '../id.ts'
import { type Called, certainlyMeant, eachMeant, meantAmong } from '../meant.ts'
import type { Reference } from './declared.ts'
import type { World } from './world.ts'

interface Asking {
  readonly rule: Reference
  readonly world: World
  /** The record that names another. */
  readonly draft: Draft
}

export function hintsForOne(written: string, asking: Asking & { readonly isListed: boolean }): readonly Said[] {
  const all = calledIn(asking)
  const ofYear = isId(written) ? otherYear(written, asking) : undefined
  if (ofYear) return ofYear
  const meant = meantAmong(written, all)
  if (meant !== undefined) return [whyMeant(written, meant)]
  const several = eachMeant(written, all)
  if (several)
    return [
      asking.isListed
        ? said('A comma and a space part the entries of a list: {several}.', { several: several.join(', ') })
        : said('Write one of them: {several}.', { several: anyOf(several) }),
    ]
  const partner = written.replace(/-\d{4}.*$/, '')
  // An agreement of one partner is no misspelt agreement of another.
  const isOther = asking.rule.to === 'agreement' && asking.world.byKind.get('organization')?.has(partner)
  if (isId(written) && !isOther) {
    const ids = all.map(({ id }) => id)
    return suggest(written, ids)
  }
  if (all.length > mostListed || all.length === 0)
    return suggest(
      '',
      all.map(({ id }) => id),
    )
  return [said('There are: {all}.', { all: all.map(each => withName(each, written)).join(', ') })]
}

/**
 * The id that is certainly meant. Of an agreement nothing is certain but its id in other letters: what its partner is called
 * leaves open which year is meant.
 */
export function certainId(written: string, asking: Asking): string | undefined {
  if ((isId(written) && otherYear(written, asking)) || /^[\d\s.-]*$/.test(written)) return undefined
  return certainlyMeant(written, calledIn(asking, asking.rule.to === 'agreement' ? [] : namingAlone))
}

/** `icrc, ifrc` where a list goes: each of them the id of a record, and all there is. */
export function certainList(written: string, asking: Asking): string | undefined {
  const ids = written.trim().split(/\s*[,;]\s*/)
  const known = new Set(calledIn(asking).map(({ id }) => id))
  return ids.every(id => known.has(id)) && new Set(ids).size === ids.length ? `[${ids.join(', ')}]` : undefined
}

const mostListed = 24

/** In the alphabet in which the author wrote. */
function withName({ id, names }: Called, written: string): string {
  const alphabet = /\p{Script=Cyrillic}/u.test(written) ? /\p{Script=Cyrillic}/u : /\p{Script=Latin}/u
  const name = names.find(each => alphabet.test(each)) ?? names[0]
  return name === undefined ? id : `${id} (${name})`
}

export function hintsForList(written: string, asking: Asking & { readonly name: string }): readonly Said[] {
  const all = calledIn(asking)
  const text = written.trim().replace(/^[[({]|[\])}]$/g, '')
  const entries = text.replace(/^[-–—•*]\s*/gm, '')
  const meant = meantAmong(entries, all)
  const ids = meant === undefined ? eachMeant(entries, all) : [meant]
  return [
    said('Write {name}: [{ids}].', {
      name: asking.name,
      ids: (ids ?? entries.split(/\s*[;,\n]\s*/).filter(Boolean)).join(', '),
    }),
  ]
}

function whyMeant(written: string, id: string): Said {
  const strange = /[a-z]/i.test(written) ? twinsIn(written) : []
  if (strange.length === 0) return said('Write {id}.', { id })
  return said('Write {id}: {strange} is of another alphabet, and looks like a Latin letter.', {
    id,
    strange: strange.map(letterNamed).join(', '),
  })
}

function calledIn({ rule, world }: Asking, fields?: readonly string[]): readonly Called[] {
  const targets = [...(world.byKind.get(rule.to)?.values() ?? [])].filter(
    target => rule.type === undefined || textAt(target, '/type') === undefined || textAt(target, '/type') === rule.type,
  )
  const society = rule.orSociety ? [...(world.byKind.get('society')?.values() ?? [])] : []
  return [...society, ...targets].map(target => ({
    id: target.id,
    names: fields?.flatMap(name => textsIn(fieldOf(target.data, name))) ?? namesOf(target, world),
  }))
}

/** Rows of an agreement, which are named by a code of their own. */
export function rowsCalled(
  agreement: Draft,
  { list, id }: { readonly list: string; readonly id: string },
): readonly Called[] {
  return entriesAt(agreement, list).flatMap(at => {
    const own = textAt(agreement, `${at}/${id}`)
    return own === undefined ? [] : [{ id: own, names: textsIn(valueAt(agreement, `${at}/name`)) }]
  })
}

const naming = ['name', 'short_name', 'title', 'forms', 'role', 'code', 'pcode', 'go_code', 'year']

/** Those that are of one alone; whoever has a role, another may have it next. */
const namingAlone = ['name', 'short_name', 'forms', 'code', 'pcode', 'go_code']

/** All that a record says of how it is called; an agreement is called after its partner too. */
function namesOf({ data, kind }: Draft, world: World): readonly string[] {
  const own = naming.flatMap(name => textsIn(fieldOf(data, name)))
  const partner =
    kind === 'agreement' ? world.byKind.get('organization')?.get(String(fieldOf(data, 'partner'))) : undefined
  return partner ? [...own, ...namesOf(partner, world)] : own
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string' || typeof value === 'number') return [String(value)]
  if (typeof value !== 'object' || value === null) return []
  // English first: of the names in Latin letters it is read by most.
  const inOrder = Object.entries(value).toSorted(([one], [other]) => Number(other === 'en') - Number(one === 'en'))
  return inOrder.flatMap(([, inner]) => textsIn(inner))
}

/** `icrc-2026` where there are `icrc-2021` and `icrc-2022`: which is meant, the year of the record says, or nobody knows. */
function otherYear(written: string, { rule, world, draft }: Asking): readonly Said[] | undefined {
  const [, before = '', year, after = ''] = /^(.*?)((?:19|20)\d{2})(.*)$/.exec(written) ?? []
  if (year === undefined) return undefined
  const ids = [...(world.byKind.get(rule.to)?.keys() ?? [])]
  const others = ids.filter(
    id =>
      id.startsWith(before) && id.endsWith(after) && /^\d{4}$/.test(id.slice(before.length, id.length - after.length)),
  )
  if (others.length === 0) return undefined
  const own = yearOf(draft)
  const ofYear = others.find(id => id === `${before}${own}${after}`)
  if (ofYear !== undefined) return [said('Write {ofYear}, which is of the year of this record.', { ofYear })]
  return [
    said('There are: {others}. Write the one that is meant, or add the record “{written}”: none is of {year}.', {
      others: others.join(', '),
      written,
      year,
    }),
  ]
}

function yearOf(draft: Draft): string | undefined {
  const { days } = factsOf(draft.kind)
  const year = valueAt(draft, '/year')
  return (days && dayAt(draft, `/${days.first}`)?.slice(0, 4)) ?? (typeof year === 'number' ? String(year) : undefined)
}
