/** Any other language: what CLDR says through Intl, with its narrow spaces (U+202F, in few fonts) made plain. */
import { type Day, type Facts, nbsp } from '../facts.ts'

const noon = (day: Day) => Date.UTC(day.year, day.month - 1, day.day, 12)
const plain = (text: string) => text.replaceAll('\u202f', nbsp).replaceAll('\u2009', ' ')

export function cldr(language: string): Facts {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' })
  const list = new Intl.ListFormat(language, { type: 'conjunction' })
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 20 })
  const fixed = (decimals: number) =>
    new Intl.NumberFormat(language, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  return {
    day: day => plain(days.format(noon(day))),
    dayRange: (from, to) => plain(days.formatRange(noon(from), noon(to))),
    moment: (day, time, zone) => `${day}, ${time} (${zone})`,
    list: items => plain(list.format(items)),
    number: (value, decimals) => plain(decimals === undefined ? number.format(value) : fixed(decimals).format(value)),
    percent: text => `${text}%`,
    typography: { initials: [], notInitials: [], beforeNbsp: ['№', '§'], afterNumber: ['%'], apostrophes: 'as typed' },
  }
}
