/** Ids of records: what they look like, and what to write in place of something else. */
import { idPattern } from '../model/record/fields.ts'

const form = new RegExp(idPattern)

export function isId(value: unknown): value is string {
  return typeof value === 'string' && hasIdForm(value)
}

export function hasIdForm(text: string): boolean {
  return form.test(text)
}

/** `Red Cross_2022` -> `red-cross-2022`; empty where nothing of it can be kept; `con`, which Windows keeps for itself, -> `con-1`. */
export function idFrom(written: string): string {
  const plain = (/[a-z]/i.test(written) ? latin(written) : written)
    .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
  const near = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return near === '' || hasIdForm(near) ? near : `${near}-1`
}

/** Cyrillic and Greek letters that look like Latin ones. */
const twins = new Map(
  Array.from('аесорхуіјѕһԁкмнтвАЕСОРХУІЈЅКМНТВοαεικνρτυχΟΑΒΕΗΙΚΜΝΡΤΧΥΖ', (letter, index) => [
    letter,
    'aecopxyijshdkmhtbAECOPXYIJSKMHTBoaeiknptuxOABEHIKMNPTXYZ'.charAt(index),
  ]),
)

export const twinsIn = (written: string): readonly string[] => [...new Set(written)].filter(each => twins.has(each))

/** `с (U+0441)` */
export const letterNamed = (letter: string): string =>
  `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`

/** With the letters that it was meant to have, where one of another alphabet stands among Latin ones by mistake. */
export function latin(written: string): string {
  const isOther = /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(
    written.replace(/./gu, each => (twins.has(each) ? '' : each)),
  )
  return isOther ? written : written.replace(/./gu, each => twins.get(each) ?? each)
}
