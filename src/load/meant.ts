/**
 * What an author meant who wrote something else than an id: a name in any language or case, an abbreviation, a code, an id
 * with a letter of another alphabet. Only what is meant by no other counts: a wrong guess is worse than none.
 */
import { editDistance } from '../model/nearest.ts'
import { idFrom } from './id.ts'

/** One that may be meant, and what it is called. */
export interface Called {
  readonly id: string
  readonly names: readonly string[]
}

export function meantAmong(written: string, all: readonly Called[]): string | undefined {
  const words = wordsOf(written)
  const certain = certainlyMeant(written, all)
  if (certain !== undefined || words.length === 0) return certain
  return (
    only(all, ({ id }) => isSlip(plainId(written), id)) ??
    only(all, ({ names }) => names.some(name => holds(wordsOf(name), words))) ??
    only(all, ({ id, names }) => holds([id, ...names].flatMap(wordsOf), words))
  )
}

/**
 * The id itself, in other letters or with its folder before it; or the whole name of one alone. A part of a name, or an id
 * that is nearly so written, may be that of a record which is still to come.
 */
export function certainlyMeant(written: string, all: readonly Called[]): string | undefined {
  const plain = plainId(written)
  const whole = wordsOf(written).join(' ')
  if (all.some(({ id }) => id === plain && plain !== '')) return plain
  if (whole === '') return undefined
  return only(all, ({ id, names }) => [id, ...names].some(name => wordsOf(name).join(' ') === whole))
}

/** Without the folder before it and the ending behind. */
const plainId = (written: string): string => idFrom(written.replace(/^(?:[\w-]+[\\/])+/, '').replace(/\.ya?ml$/i, ''))

/** Each of several that stand in place of one: `icrc; ifrc`. */
export function eachMeant(written: string, all: readonly Called[]): readonly string[] | undefined {
  for (const separator of separators) {
    const parts = written.split(separator).filter(part => part.trim() !== '')
    const ids = parts.flatMap(part => meantAmong(part, all) ?? [])
    if (parts.length > 1 && ids.length === parts.length) return ids
  }
  return undefined
}

const separators: readonly RegExp[] = [/[;,،，、؛|/+&\n]/, /\s+(?:and|und|et|и|va|ва|y)\s+/i, /\s+/]

function only(all: readonly Called[], isMeant: (each: Called) => boolean): string | undefined {
  const found = all.filter(isMeant)
  return found.length === 1 ? found[0]?.id : undefined
}

/** One letter of an id is another: `societe` is no part of a name. A digit is: next to 2021 lies 2022. */
const isSlip = (written: string, id: string): boolean =>
  id.length > 4 && !/\d/.test(id + written) && editDistance(written, id, 2) < 2

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f’ʻʼ'`]/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? []

const holds = (name: readonly string[], words: readonly string[]): boolean =>
  words.every(word => name.some(each => isSameWord(each, word)))

/** But for the ending, which a case changes; short words have none. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  if (short.length < 4 || /\d/.test(short)) return false
  return long.startsWith(short.slice(0, Math.max(4, short.length - 3)))
}
