/**
 * What is told to people, as data: an English sentence, which is the key to its translations, and the values that stand in it.
 * Rooms say; which language it is told in is decided where it is printed.
 */

/** Values are never translated, but those that are said themselves; a list is told with commas between. */
export type Value = string | number | Said | readonly Value[]

export interface Values {
  readonly [placeholder: string]: Value
}

export interface Said {
  /** With `{placeholders}`; of `{Place}` the value `place` begins with a capital letter. */
  readonly sentence: string
  readonly values?: Values
  /** The sentence of one, where it counts: English tells it if `n` is 1. */
  readonly one?: string
  /** Something follows on it: its full stop is left out. */
  readonly isOpen?: true
}

type Letter = ' ' | '{' | ':' | '"' | '|' | '#' | '/' | '…'

/** The names in braces: braces around anything else are letters. */
type Placeholder<S extends string> = S extends `${string}{${infer After}`
  ?
      | (After extends `${infer Name}}${string}`
          ? Name extends '' | `${string}${Letter}${string}`
            ? never
            : Uncapitalize<Name>
          : never)
      | Placeholder<After>
  : never

type ValuesFor<S extends string> = [Placeholder<S>] extends [never]
  ? []
  : [values: { readonly [Name in Placeholder<S>]: Value }]

/** @param sentence a literal: `test/messages/` collects them all, and holds the translations against them. */
export function said<S extends string>(sentence: S, ...[values]: ValuesFor<S>): Said {
  return values ? { sentence, values } : { sentence }
}

/** What counts: `n` is in it. Other languages have forms of their own (`templates/messages/`). */
export function counted<S extends string>(
  n: number,
  one: string,
  sentence: S,
  ...[values]: [Exclude<Placeholder<S>, 'n'>] extends [never]
    ? []
    : [values: { readonly [Name in Exclude<Placeholder<S>, 'n'>]: Value }]
): Said {
  return { sentence, one, values: { ...values, n } }
}

/** What is the same in each language: the words of a library, a line to be copied, a name. */
export const verbatim = (text: string): Said => ({ sentence: '{text}', values: { text } })

/** `a or b or c` */
export const anyOf = (those: readonly Value[]): Value =>
  those.reduce((one, other) => said('{one} or {other}', { one, other }))

/** `a and b and c` */
export const allOf = (those: readonly Value[]): Value =>
  those.reduce((one, other) => said('{one} and {other}', { one, other }))

/** Without its full stop, for what follows on it. */
export const goingOn = (told: Said): Said => ({ ...told, isOpen: true })

/** Said one after the other, with the same sign between them in each language. */
export const inTurn = (those: readonly Value[], between: string): Said => ({
  sentence: those.map((_, index) => `{v${index}}`).join(between),
  values: Object.fromEntries(those.map((each, index) => [`v${index}`, each])),
})

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** The sentence with its values in it, those of `{Capital}` placeholders with a capital letter. @param sentenceOf in some language */
export function filled(told: Said, sentenceOf: (told: Said) => string): string {
  const { values = {}, isOpen } = told
  const written = (value: Value): string => {
    if (typeof value === 'string') return value
    if (typeof value === 'number') return String(value)
    return 'sentence' in value ? filled(value, sentenceOf) : value.map(written).join(', ')
  }
  const sentence = sentenceOf(told)
  return (isOpen ? sentence.replace(/\.$/, '') : sentence).replace(/\{(\w+)\}/g, (letters, name: string) => {
    const key = name.charAt(0).toLowerCase() + name.slice(1)
    const value = Object.hasOwn(values, key) ? values[key] : undefined
    if (value === undefined) return letters
    return key === name ? written(value) : capitalized(written(value))
  })
}

/** How a sentence is told to somebody. */
export type Tell = (told: Said) => string

/** For what must be the same in any language, too: order, and what tells two mistakes apart. */
export const inEnglish: Tell = told =>
  filled(told, ({ sentence, one, values }) => (one !== undefined && values?.['n'] === 1 ? one : sentence))
