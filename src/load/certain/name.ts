/**
 * The one of a closed list of names (the fields of a map, the values of a field) that a misspelt one certainly is. Closed
 * matters: a misspelt id of a record may well be that of a record which is still to be written, so nearness alone proves
 * nothing there, and ids are mended by their form alone (meant.ts).
 *
 * Certain is a name that differs in capitals, spaces, hyphens or letters of another alphabet alone; or by one slip of the
 * hand in a word of five letters and more, where every other name is at least three slips away. Digits are facts.
 */
import { editDistance } from '../../model/nearest.ts'
import { latin } from '../id.ts'

const shortest = 5
const furthest = 3

export function certainlyNamed(written: string, names: readonly string[]): string | undefined {
  const wanted = plain(written)
  if (names.some(name => plain(name) === wanted)) return inOtherForm(written, names)
  if (wanted.length < shortest) return undefined
  const near = names.filter(name => editDistance(wanted, plain(name), furthest) < furthest)
  const [only] = near
  if (only === undefined || near.length > 1 || digits(only) !== digits(written)) return undefined
  return plain(only).length >= shortest && editDistance(wanted, plain(only)) === 1 ? only : undefined
}

/** The one that differs in form alone: of an open list too. */
export function inOtherForm(written: string, names: readonly string[]): string | undefined {
  const same = names.filter(name => plain(name) === plain(written))
  return same.length === 1 ? same[0] : undefined
}

const digits = (name: string): string => name.replace(/[^0-9]/g, '')

const plain = (name: string): string =>
  latin(name)
    // `1-1` is another number than `11`.
    .replace(/(?<=\d)[\s_-]+(?=\d)/g, '·')
    .replace(/[\s_\u00a0\u00ad\u200b-\u200f\u2060\ufeff-]/g, '')
    .replace(/[“”„«»"'‘’]/g, '')
    .toLowerCase()
