/** What a language room must know of each language. One file a language holds its table. */

/** A calendar day in numbers; `month` counts from 1. */
export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

export interface Facts {
  readonly day: (day: Day) => string
  /** Two days of which the first is the earlier. */
  readonly dayRange: (from: Day, to: Day) => string
  /** A day and an hour `16:00`, with the zone it is told in: `UTC+5`. */
  readonly moment: (day: string, time: string, zone: string) => string
  readonly list: (items: readonly string[]) => string
  /** Names of organizations, where a language joins them otherwise than words: English repeats the article. */
  readonly names?: (items: readonly string[]) => string
  /** With so many decimals; by default those that it has. */
  readonly number: (value: number, decimals?: number) => string
  /** A number, already as text, with its sign. */
  readonly percent: (number: string) => string
  readonly typography: Typography
}

export interface Typography {
  /** Initials of two letters, next to those of one: `Sh`, `Oʻ`. */
  readonly initials: readonly string[]
  /** What looks like initials and is none: `U.S.` */
  readonly notInitials: readonly string[]
  /** Words that never stand at the end of a line: titles, signs, prepositions. Regular expression sources. */
  readonly beforeNbsp: readonly string[]
  /** What never parts from the number before it. Regular expression sources. */
  readonly afterNumber: readonly string[]
  /** Words that never begin a line: particles that lean on the word before. Regular expression sources. */
  readonly neverFirst?: readonly string[]
  /** Left as typed where the language's are not known. */
  readonly quotes?: Quotes
  /** An em dash in spaces, whatever stood for it; otherwise as typed. */
  readonly dash?: 'em'
  /** Letters that are typed as apostrophes. */
  readonly apostrophes: 'uzbek' | 'english' | 'as typed'
}

export type QuotePair = readonly [open: string, close: string]
/** Of a quotation, and of a quotation in it. */
export interface Quotes {
  readonly outer: QuotePair
  readonly inner: QuotePair
}

export const nbsp = '\u00a0'

/** A, B <and> C. */
export const listWith =
  (and: string) =>
  (items: readonly string[]): string => {
    const last = items.at(-1) ?? ''
    return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${and} ${last}`
  }

/** Digits in threes, from `from` digits on. */
export const numberWith =
  (marks: { readonly group: string; readonly decimal: string; readonly from: number }) =>
  (value: number, decimals?: number): string => {
    const digits = decimals === undefined ? Math.abs(value).toString() : Math.abs(value).toFixed(decimals)
    const [whole = '', fraction] = digits.split('.')
    const grouped = whole.length < marks.from ? whole : whole.replace(/\B(?=(\d{3})+$)/g, marks.group)
    return `${value < 0 ? '\u2212' : ''}${grouped}${fraction === undefined ? '' : marks.decimal + fraction}`
  }

export const sameMonth = (a: Day, b: Day) => a.year === b.year && a.month === b.month
