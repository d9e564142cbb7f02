/** What CLDR says of a language through Intl, with its narrow spaces (U+202F, in few fonts) made plain. */
import { isolated } from '../model/isolated.ts'
import { directionOf, separatorsOf } from '../model/text.ts'
import type { Day } from './days.ts'
import { nbsp } from './nbsp.ts'

/** What every language says somehow. */
export interface Said {
  readonly day: (day: Day) => string
  /** Two days of which the first is the earlier. */
  readonly dayRange: (from: Day, to: Day) => string
  /** A day and an hour `16:00`, with the zone it is told in: `UTC+5`. */
  readonly moment: (day: string, time: string, zone: string) => string
  readonly list: (items: readonly string[]) => string
  /** With so many decimals; by default those that it has. */
  readonly number: (value: number, decimals?: number) => string
  /** A number, already as text, with its sign. */
  readonly percent: (number: string) => string
}

interface Standard extends Said {
  /** As they stand in a date. */
  readonly months: () => readonly string[]
}

const noon = (day: Day) => Date.UTC(day.year, day.month - 1, day.day, 12)
const plain = (text: string) => text.replaceAll('\u202f', nbsp).replaceAll('\u2009', ' ')

/** @param locale a language, or one with its digits and calendar: `ar-u-nu-arab` */
export function cldr(locale: string): Standard {
  const days = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 20 })
  const fixed = (decimals: number) =>
    new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  const digits = digitsOf(locale)
  const isFromTheRight = directionOf(locale) === 'rtl'
  return {
    day: day => plain(days.format(noon(day))),
    dayRange: (from, to) => plain(days.formatRange(noon(from), noon(to))),
    moment: (day, time, zone) =>
      `${day}${separatorsOf(locale).comma} ${digits(time)} (${isFromTheRight ? isolated(zone) : zone})`,
    list: items => plain(list.format(isFromTheRight ? items.map(isolated) : items)),
    number: (value, decimals) => plain(decimals === undefined ? number.format(value) : fixed(decimals).format(value)),
    percent: percentOf(locale),
    months: () => monthsOf(locale),
  }
}

function monthsOf(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => {
    const parts = format.formatToParts(noon({ year: 2022, month: month + 1, day: 15 }))
    return parts.find(({ type }) => type === 'month')?.value ?? ''
  })
}

/** Of an hour in the digits of the language. */
function digitsOf(locale: string): (text: string) => string {
  const one = new Intl.NumberFormat(locale)
  return text => text.replace(/\d/g, digit => one.format(Number(digit)))
}

/** The sign where the language puts it. */
function percentOf(locale: string): (number: string) => string {
  const parts = new Intl.NumberFormat(locale, { style: 'percent' }).formatToParts(0.1)
  const at = parts.findIndex(({ type }) => type === 'integer')
  const said = (some: typeof parts): string => plain(some.map(({ value }) => value).join(''))
  return number => `${said(parts.slice(0, at))}${number}${said(parts.slice(at + 1))}`
}
