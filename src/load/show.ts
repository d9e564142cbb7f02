/** Values and places in the words of a diagnostic. */

import type { Kind } from '../model/record/kinds.ts'
import { allOf, type Said, said, type Value, verbatim } from '../model/said.ts'
import { namesIn } from './pointer.ts'

export function show(value: unknown): Value {
  if (typeof value === 'string') return said('“{text}”', { text: shorten(value) })
  if (Array.isArray(value)) return said('a list')
  if (typeof value === 'object' && value !== null) return said('a map of fields')
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : said('nothing')
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line
}

/** `/partners/1` -> `entry 2 of “partners”`; `pointer` starts at the record. */
export function showPlace(pointer: string): Said {
  const names = namesIn(pointer)
  const last = names.at(-1)
  if (last === undefined) return said('the record')
  if (!/^[0-9]+$/.test(last)) return said('“{name}”', { name: last })
  const list = names.at(-2)
  if (list?.endsWith('by_year')) return said('{year} of “{list}”', { year: last, list })
  return list === undefined
    ? said('entry {number}', { number: Number(last) + 1 })
    : said('entry {number} of “{list}”', { number: Number(last) + 1, list })
}

/** `a, b and c` */
export function listed(words: readonly Value[]): Value {
  const last = words.at(-1)
  const first = words.slice(0, -1)
  if (last === undefined) return ''
  return first.length === 0 ? last : allOf([first, last])
}

/** `an activity` */
const kindsSaid: { readonly [kind in Kind]?: Said } = {
  society: said('a society'),
  organization: said('an organization'),
  person: said('a person'),
  area: said('an area'),
  place: said('a place'),
  agreement: said('an agreement'),
  activity: said('an activity'),
  meeting: said('a meeting'),
}

/** Of a kind that no table of messages has yet, as English says it. */
export const withArticle = (kind: Kind): Said =>
  kindsSaid[kind] ?? verbatim(`${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`)
