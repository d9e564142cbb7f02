/** Text in several languages, as written in a record and as asked for. */
import { Type } from 'typebox'

/** A BCP 47 tag such as `ru`, `uz-Latn`, `uz-Cyrl`, `en`. */
export type Language = string

export type Direction = 'ltr' | 'rtl'

/** Scripts that are written from right to left: Unicode 17, letters of the bidirectional classes R and AL, as far as people use them. */
const fromTheRight = new Set(['Arab', 'Aran', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr', 'Yezi'])

/** By the script that the tag names, or else that in which CLDR knows the language to be written. */
export function directionOf(language: Language): Direction {
  const { script } = new Intl.Locale(language).maximize()
  return script !== undefined && fromTheRight.has(script) ? 'rtl' : 'ltr'
}

/** Scripts of which the comma and the semicolon are turned. */
const turned = new Set(['Arab', 'Aran', 'Syrc', 'Thaa', 'Nkoo'])

/** What parts the words of a list. */
export function separatorsOf(language: Language): { readonly comma: string; readonly semicolon: string } {
  const { script = '' } = new Intl.Locale(language).maximize()
  return turned.has(script) ? { comma: '،', semicolon: '؛' } : { comma: ',', semicolon: ';' }
}

/** As written: a string is in the society's main language; a map is by language. */
export type Text = string | { readonly [language: Language]: string }

export const languagePattern = '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$'

/** A text field. Both forms in one schema (not `anyOf`), so that a mistake gets one plain message. */
export function text(description: string) {
  return Type.Unsafe<Text>({
    type: ['string', 'object'],
    minLength: 1,
    minProperties: 1,
    propertyNames: { pattern: languagePattern },
    additionalProperties: { type: 'string', minLength: 1 },
    description: `${description} One text in the main language, or a map by language.`,
  })
}

export function isText(value: unknown): value is Text {
  if (typeof value === 'string') return true
  return typeof value === 'object' && value !== null && Object.values(value).every(each => typeof each === 'string')
}

/** The text in one language, or nothing: no text is borrowed from another language. */
export function textIn(written: Text | undefined, language: Language, mainLanguage: Language): string | undefined {
  if (written === undefined) return undefined
  if (typeof written === 'string') return language === mainLanguage ? written : undefined
  return written[language]
}
