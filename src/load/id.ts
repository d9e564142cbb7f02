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
  const plain = latin(written)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
  const near = plain
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
  return near === '' || hasIdForm(near) ? near : `${near}-1`
}

/** Cyrillic letters that look like Latin ones. */
const twins = new Map(
  Array.from('аесорхуіјѕһԁкмнтвАЕСОРХУІЈЅКМНТВ', (letter, index) => [
    letter,
    'aecopxyijshdkmhtbAECOPXYIJSKMHTB'.charAt(index),
  ]),
)

export const twinsIn = (written: string): readonly string[] => [...new Set(written)].filter(each => twins.has(each))

/** With the letters that it was meant to have, where a Cyrillic one stands among Latin ones by mistake. */
function latin(written: string): string {
  if (
    !/[a-z]/i.test(written) ||
    /\p{Script=Cyrillic}/u.test(written.replace(/./gu, each => (twins.has(each) ? '' : each)))
  )
    return written
  return written.replace(/./gu, each => twins.get(each) ?? each)
}
