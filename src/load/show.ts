/** Values and places in the words of a diagnostic. */
import { namesIn } from './pointer.ts'

export function show(value: unknown): string {
  if (typeof value === 'string') return `“${shorten(value)}”`
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'a map of fields'
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : 'nothing'
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 60 ? `${line.slice(0, 59).trimEnd()}…` : line
}

/** `/partners/1` -> `entry 2 of “partners”`; `pointer` starts at the record. */
export function showPlace(pointer: string): string {
  const names = namesIn(pointer)
  const last = names.at(-1)
  if (last === undefined) return 'the record'
  if (!/^[0-9]+$/.test(last)) return `“${last}”`
  const list = names.at(-2)
  if (list?.endsWith('by_year')) return `${last} of “${list}”`
  return list === undefined ? `entry ${Number(last) + 1}` : `entry ${Number(last) + 1} of “${list}”`
}

/** `a, b and c` */
export function listed(words: readonly string[]): string {
  return words.join(', ').replace(/, ([^,]*)$/, ' and $1')
}

/** `an activity` */
export function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`
}

export function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
