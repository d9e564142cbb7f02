/** Every text that authors wrote in a record, by field and language, and the place of a piece of it in the file. */
import { type Entry, spanOf } from '../model/dataset.ts'
import type { Span } from '../model/source.ts'
import { type Language, languagePattern } from '../model/text.ts'

/** One text in one language. */
export interface Written {
  readonly of: Entry
  readonly pointer: string
  readonly language: Language
  readonly text: string
}

/** A field with its texts: one where it was written without a language. */
export type WrittenField = readonly Written[]

/** Never published, so nobody's style but the author's. */
const unpublished = new Set(['internal_note', 'comment'])
const tag = new RegExp(languagePattern)
const isTag = (key: string) => tag.test(key)

/** @param mainLanguage of texts that were written without one */
export function writtenFields(of: Entry, mainLanguage: Language): readonly WrittenField[] {
  const fields: WrittenField[] = []
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value === 'string') fields.push([{ of, pointer, language: mainLanguage, text: value }])
    if (typeof value !== 'object' || value === null) return
    const texts = byLanguage(value)
    if (texts) {
      fields.push(texts.map(([language, text]) => ({ of, pointer: `${pointer}/${language}`, language, text })))
      return
    }
    for (const [key, inner] of Object.entries(value)) if (!unpublished.has(key)) walk(inner, `${pointer}/${key}`)
  }
  walk(of.data, '')
  return fields
}

/** Its texts, where the value is a map by language. */
function byLanguage(value: object): readonly (readonly [Language, string])[] | undefined {
  if (Array.isArray(value)) return undefined
  const entries = Object.entries(value).map(([key, text]): [string, unknown] => [key, text])
  const texts = entries.flatMap(([key, text]) => (isTag(key) && typeof text === 'string' ? [[key, text] as const] : []))
  return texts.length > 0 && texts.length === entries.length ? texts : undefined
}

/** As `accepts` names it: without the language. */
export const fieldOf = ({ pointer, language }: Written): string =>
  pointer.slice(1).replace(new RegExp(`/${language}$`), '')

/** Where `piece` stands as the author typed it; the whole text where folding or escapes keep it from being found. */
export function placeOf({ of, pointer }: Written, piece: string): Span {
  const whole = spanOf(of, pointer)
  const at = whole.file.text.slice(whole.start, whole.end).indexOf(piece)
  if (at === -1) return whole
  return { file: whole.file, start: whole.start + at, end: whole.start + at + piece.length }
}

/** A text, and where a piece of it stands. */
export interface Shown {
  readonly text: string
  readonly placeOf: (piece: string) => Span
}

export const asShown = (written: Written): Shown => ({
  text: written.text,
  placeOf: piece => placeOf(written, piece),
})

/** Addresses are no prose: neither their letters nor their digits are held against the language. */
export function prose(text: string): string {
  return text
    .replace(/\]\([^)\s]*\)/g, ']')
    .replace(/\bhttps?:\/\/[^\s)>\]]+/g, '')
    .replace(/(?<![\w.+-])[\w.+-]+@[\w.-]+/g, '')
}
