/** Days as people write them: 2022-08-15, 15.08.2022, 15/08/2022, 15 августа 2022 г., August 15, 2022. */

import { daysInMonth } from '../../model/day.ts'
import { said } from '../../model/said.ts'
import type { Language } from '../../model/text.ts'
import type { Conventions } from './conventions.ts'
import { ambiguous, type Read, wrong } from './fault.ts'

/** @param languages in which months may be named */
export function readDay(written: string, { dates }: Conventions, languages: readonly Language[]): Read<string> {
  const text = written.trim()
  const [, year, month, day] = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s].*)?$/.exec(text) ?? []
  if (year !== undefined) return dayOf(text, [year, month, day])
  const [, first = '', sign, second = '', last] =
    /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:[T\s,].*)?$/.exec(text) ?? []
  if (last !== undefined) {
    const order = sign === '.' || first === second ? 'day-first' : (orderOf(first, second) ?? dates)
    if (order) return dayOf(text, order === 'day-first' ? [last, second, first] : [last, first, second])
    return ambiguous(
      said('“{text}” may be {iso} or {iso2}.', {
        text,
        iso: iso([last, second, first]),
        iso2: iso([last, first, second]),
      }),
      said('Say which comes first: --dates day-first or --dates month-first.'),
    )
  }
  return (
    wordedDay(text, languages) ??
    wrong(said('“{text}” is not a day.', { text }), said('Write it as 2022-08-15 or 15.08.2022.'))
  )
}

function orderOf(first: string, second: string): Conventions['dates'] {
  if (Number(first) > 12) return 'day-first'
  return Number(second) > 12 ? 'month-first' : undefined
}

type Parts = readonly [year: string, month: string | undefined, day: string | undefined]

const iso = ([year, month = '', day = '']: Parts): string => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`

function dayOf(text: string, parts: Parts): Read<string> {
  const [year, month, day] = parts.map(Number)
  const isThere = year && month && day && month <= 12 && day <= daysInMonth(year, month)
  return isThere
    ? { value: iso(parts) }
    : wrong(said('“{text}” is no day of the calendar.', { text }), said('Write it as 2022-08-15.'))
}

/** Words that stand in a day beside the month. */
const beside = /^(?:г|года|год|yil|yildagi|йил|йилдаги|of|the|st|nd|rd|th|de|le|er)$/i

/** One year, one month by its name, one day, in whatever order a language has. */
function wordedDay(text: string, languages: readonly Language[]): Read<string> | undefined {
  const words = (text.match(/\d+|\p{L}+/gu) ?? []).filter(word => !beside.test(word))
  const months = monthsIn(languages)
  const years = words.filter(word => /^\d{4}$/.test(word))
  const days = words.filter(word => /^\d{1,2}$/.test(word))
  const named = words.flatMap(word => months.get(word.toLowerCase()) ?? [])
  const [year] = years
  const isDay = words.length === 3 && years.length === 1 && days.length === 1 && named.length === 1
  return isDay && year !== undefined ? dayOf(text, [year, named[0], days[0]]) : undefined
}

const known = new Map<string, ReadonlyMap<string, string>>()

/** By every form of its name that CLDR has: alone, after a day, cut short. */
function monthsIn(languages: readonly Language[]): ReadonlyMap<string, string> {
  const key = languages.join()
  const before = known.get(key)
  if (before) return before
  const names = new Map<string, string>()
  const forms = [
    { month: 'long' },
    { month: 'short' },
    { month: 'long', day: 'numeric' },
    { month: 'short', day: 'numeric' },
  ] as const
  for (const language of languages)
    for (const form of forms) {
      const format = new Intl.DateTimeFormat(language, { ...form, calendar: 'gregory', timeZone: 'UTC' })
      for (let month = 1; month <= 12; month += 1) {
        const name =
          format.formatToParts(Date.UTC(2022, month - 1, 15)).find(({ type }) => type === 'month')?.value ?? ''
        const word = /\p{L}+/u.exec(name.toLowerCase())?.[0]
        if (word) names.set(word, String(month))
      }
    }
  known.set(key, names)
  return names
}

/** The day of a serial number, as spreadsheets count: 1 is 1900-01-01, and 1900 is thought to be a leap year. */
export function dayOfSerial(serial: number, since1904: boolean): string | undefined {
  const days = Math.floor(serial) + (since1904 ? 1462 : 0)
  if (days < 20_000 || days > 80_000) return undefined
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10)
}
