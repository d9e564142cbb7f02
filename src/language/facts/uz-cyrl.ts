/**
 * Uzbek in Cyrillic letters. Official order of a date without hyphens: «2025 йил 6 майда» (nrm.uz, laws of 2025),
 * never CLDR's `15 август, 2022`; the last of a list with «ва», which CLDR 48 leaves out. «» as in the laws
 * («…тўғрисида»ги Қонун, lex.uz); what stays on one line is ruled by §§80-82 of the spelling rules of 1995.
 */

import { type Day, type Facts, listWith, nbsp, numberWith, sameMonth } from '../facts.ts'

const months = [
  'январь',
  'февраль',
  'март',
  'апрель',
  'май',
  'июнь',
  'июль',
  'август',
  'сентябрь',
  'октябрь',
  'ноябрь',
  'декабрь',
]

const monthOf = (day: Day) => months[day.month - 1] ?? ''
const dayAndMonth = (day: Day) => `${day.day}${nbsp}${monthOf(day)}`
const year = (value: number) => `${value}${nbsp}йил`
const fullDay = (day: Day) => `${year(day.year)} ${dayAndMonth(day)}`

function dayRange(from: Day, to: Day): string {
  if (sameMonth(from, to)) return `${year(from.year)} ${from.day}–${dayAndMonth(to)}`
  return `${fullDay(from)}${nbsp}— ${from.year === to.year ? dayAndMonth(to) : fullDay(to)}`
}

export const uzCyrl: Facts = {
  day: fullDay,
  dayRange,
  moment: (day, time, zone) => `${day}, соат${nbsp}${time} (${zone})`,
  list: listWith('ва'),
  number: numberWith({ group: nbsp, decimal: ',', from: 5 }),
  percent: number => `${number}%`,
  typography: {
    initials: ['Дж'],
    notInitials: [],
    beforeNbsp: ['№', '§'],
    afterNumber: [
      ...months,
      'йил(?:да|дан|нинг|ги|дек|лик)?',
      'нафар',
      'киши',
      'та',
      'минг',
      'млн',
      'млрд',
      'миллион',
      'миллиард',
      'сўм',
      '%',
      'км',
      'кг',
    ],
    neverFirst: ['в\\.б\\.', 'ш\\.к\\.'],
    quotes: { outer: ['«', '»'], inner: ['“', '”'] },
    dash: 'em',
    apostrophes: 'as typed',
  },
}
