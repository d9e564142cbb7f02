/** Cyrillic names of files in Latin letters: only to propose a name, so the simplest of spellings will do. */
import { latin } from './id.ts'

const from = 'абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўқғҳәңөүұһҷӣӯ'
const to =
  'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i i e g o q g h a n o u u h j i u'.split(
    ' ',
  )
const letters = new Map(Array.from(from, (letter, index) => [letter, to[index] ?? '']))

/** A letter that only looks like a Latin one, among Latin ones, is that. */
export function inLatin(written: string): string {
  const meant = /[a-z]/i.test(written) ? latin(written) : written
  return meant.toLowerCase().replace(/./gu, letter => letters.get(letter) ?? letter)
}
