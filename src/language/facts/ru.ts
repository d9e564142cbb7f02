/**
 * Russian. Dates with «г.» and lists with «и» as in CLDR 48 `ru`; non-breaking spaces by the rules of Мильчин,
 * «Справочник издателя и автора»: within initials, before units, months, «г.» and the dash, after «г-н», «№»
 * and words of one letter, before particles; «ёлочки» and „лапки“ in them. Groups of digits from five on (the same;
 * CLDR `ru` groups from four). Percent with the space of CLDR.
 */

import { type Day, type Facts, listWith, nbsp, numberWith, sameMonth } from '../facts.ts'

const months = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
]

const monthOf = (day: Day) => months[day.month - 1] ?? ''
const dayAndMonth = (day: Day) => `${day.day}${nbsp}${monthOf(day)}`
const year = (value: number) => `${value}${nbsp}г.`
const fullDay = (day: Day) => `${dayAndMonth(day)} ${year(day.year)}`

function dayRange(from: Day, to: Day): string {
  if (sameMonth(from, to)) return `${from.day}–${fullDay(to)}`
  return `${from.year === to.year ? dayAndMonth(from) : fullDay(from)}${nbsp}— ${fullDay(to)}`
}

export const ru: Facts = {
  day: fullDay,
  dayRange,
  moment: (day, time, zone) => `${day}, ${time} (${zone})`,
  list: listWith('и'),
  number: numberWith({ group: nbsp, decimal: ',', from: 5 }),
  percent: number => `${number}${nbsp}%`,
  typography: {
    initials: ['Дж', 'Дз'],
    notInitials: [],
    beforeNbsp: [
      'г-н(?:а|у|ом|е)?',
      'г-ж(?:а|и|е|у|ой)',
      '(?<!\\d[ \\u00a0])(?:г|ул|им|пр|обл|ст|п|пп|т|рис|табл)\\.',
      '№',
      '§',
      'стр\\.',
      '[авикосуяАВИКОСУЯ]',
      '[Нн][еи]',
      '[IVX]+',
    ],
    afterNumber: [
      ...months,
      'гг?\\.',
      'год(?:а|у|ом|е|ов|ы)?',
      'лет',
      'тыс\\.',
      'млн',
      'млрд',
      'чел\\.',
      '%',
      'км',
      'м',
      'кг',
      'ч',
      'мин\\.?',
      'руб\\.',
      'долл\\.',
      'сум(?:а|ов)?',
      'франк(?:а|ов)?',
    ],
    neverFirst: ['же', 'ж', 'ли', 'ль', 'бы', 'б'],
    quotes: { outer: ['«', '»'], inner: ['„', '“'] },
    dash: 'em',
    apostrophes: 'as typed',
  },
}
