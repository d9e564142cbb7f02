/**
 * Uzbek in Latin letters. Official order of a date with hyphens after year and day: «2021-yil 21-apreldagi»
 * (lex.uz/docs/-4623999), never CLDR's `15-avgust, 2022`. oʻ and gʻ with U+02BB, tutuq belgisi U+02BC as the Unicode
 * Standard recommends (chapter 7, Modifier Letters); nouns stay singular after numerals. What stays on one line is ruled by §§80-82 of the spelling
 * rules of 1995; «» as in Cyrillic, so that a release looks the same in both scripts.
 */

import { type Day, type Facts, listWith, nbsp, numberWith, sameMonth } from '../facts.ts'

const months = [
  'yanvar',
  'fevral',
  'mart',
  'aprel',
  'may',
  'iyun',
  'iyul',
  'avgust',
  'sentabr',
  'oktabr',
  'noyabr',
  'dekabr',
]

const monthOf = (day: Day) => months[day.month - 1] ?? ''
const dayAndMonth = (day: Day) => `${day.day}-${monthOf(day)}`
const fullDay = (day: Day) => `${day.year}-yil ${dayAndMonth(day)}`

function dayRange(from: Day, to: Day): string {
  if (sameMonth(from, to)) return `${from.year}-yil ${from.day}–${dayAndMonth(to)}`
  return `${fullDay(from)}${nbsp}— ${from.year === to.year ? dayAndMonth(to) : fullDay(to)}`
}

export const uzLatn: Facts = {
  day: fullDay,
  dayRange,
  moment: (day, time, zone) => `${day}, soat${nbsp}${time} (${zone})`,
  list: listWith('va'),
  number: numberWith({ group: nbsp, decimal: ',', from: 5 }),
  percent: number => `${number}%`,
  typography: {
    initials: ['Sh', 'Ch', 'Oʻ', 'Gʻ', 'Yo', 'Yu', 'Ya', 'Ye'],
    notInitials: [],
    beforeNbsp: ['№', '§'],
    afterNumber: ['nafar', 'yil', 'kishi', 'ta', 'ming', 'mln', 'mlrd', 'million', 'milliard', 'soʻm', '%', 'km', 'kg'],
    neverFirst: ['v\\.b\\.', 'sh\\.k\\.'],
    quotes: { outer: ['«', '»'], inner: ['“', '”'] },
    dash: 'em',
    apostrophes: 'uzbek',
  },
}
