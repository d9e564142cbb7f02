/**
 * English as the Movement writes it: British dates (CLDR 48 `en-GB`, `15 August 2022`), commas in numbers, no comma
 * before the last "and" of a list (CLDR `en-GB`), quotation marks “ ” and ‘ ’ in them; initials with full points and
 * spaces, as in ICRC releases.
 */

import { type Day, type Facts, listWith, nbsp, numberWith, sameMonth } from '../facts.ts'

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const and = listWith('and')
const monthOf = (day: Day) => months[day.month - 1] ?? ''
const dayAndMonth = (day: Day) => `${day.day}${nbsp}${monthOf(day)}`
const fullDay = (day: Day) => `${dayAndMonth(day)} ${day.year}`

function dayRange(from: Day, to: Day): string {
  if (sameMonth(from, to)) return `${from.day}–${fullDay(to)}`
  return `${from.year === to.year ? dayAndMonth(from) : fullDay(from)}${nbsp}– ${fullDay(to)}`
}

export const en: Facts = {
  day: fullDay,
  dayRange,
  moment: (day, time, zone) => `${time} (${zone}), ${day}`,
  list: and,
  names: items => and(items.map((name, index) => (index === 0 ? name : `the ${name}`))),
  number: numberWith({ group: ',', decimal: '.', from: 4 }),
  percent: number => `${number}%`,
  typography: {
    initials: ['Zh', 'Sh', 'Kh', 'Ch', 'Ts', 'Yo', 'Yu', 'Ya', 'Ye'],
    notInitials: ['U.S.', 'U.K.', 'U.N.', 'E.U.'],
    beforeNbsp: ['Mr\\.?', 'Mrs\\.?', 'Ms\\.?', 'Dr\\.?', 'Prof\\.', 'No\\.', '№', '§'],
    afterNumber: [...months, 'million', 'billion', 'per cent', 'years?', 'people', 'km', 'kg', '%'],
    quotes: { outer: ['“', '”'], inner: ['‘', '’'] },
    apostrophes: 'english',
  },
}
