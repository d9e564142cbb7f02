/** Golden forms, each with its authority. `·` stands for U+00A0, which matters here and cannot be seen. */
import { expect, test } from 'vitest'
import {
  formatDay,
  formatDayRange,
  formatMoment,
  formatNumber,
  formatPercent,
  joinList,
} from '../../src/language/format.ts'
import { factsOf } from '../../src/language/language.ts'

const seen = (text: string) => text.replaceAll('\u00a0', '·')

test.each([
  // CLDR 48 ru, dateStyle long; spaces by Мильчин, «Справочник издателя и автора».
  ['ru', '15·августа 2022·г.'],
  // lex.uz/docs/-4623999: «2021-yil 21-apreldagi».
  ['uz-Latn', '2022-yil 15-avgust'],
  // nrm.uz, law of 2025: «2025 йил 6 майда».
  ['uz-Cyrl', '2022·йил 15·август'],
  // CLDR 48 en-GB, dateStyle long.
  ['en', '15·August 2022'],
  // A language without a table of its own: CLDR 48 kk.
  ['kk', '2022 ж. 15 тамыз'],
  // A tag with a region finds its language's table.
  ['uz-Cyrl-UZ', '2022·йил 15·август'],
])('a day in %s', (language, day) => {
  expect(seen(formatDay('2022-08-15', language))).toBe(day)
})

test.each([
  // Мильчин: an en dash without spaces between figures, an em dash with them between words.
  ['ru', '2022-03-14', '2022-03-16', '14–16·марта 2022·г.'],
  ['ru', '2022-03-30', '2022-04-02', '30·марта·— 2·апреля 2022·г.'],
  ['ru', '2021-12-30', '2022-01-02', '30·декабря 2021·г.·— 2·января 2022·г.'],
  // redcrescent.uz, 2024: «2024-йилнинг 17-20-май кунлари», with the dash of ranges.
  ['uz-Latn', '2022-03-14', '2022-03-16', '2022-yil 14–16-mart'],
  ['uz-Latn', '2022-03-30', '2022-04-02', '2022-yil 30-mart·— 2-aprel'],
  ['uz-Cyrl', '2022-03-14', '2022-03-16', '2022·йил 14–16·март'],
  ['uz-Cyrl', '2021-12-30', '2022-01-02', '2021·йил 30·декабрь·— 2022·йил 2·январь'],
  ['en', '2022-03-14', '2022-03-16', '14–16·March 2022'],
  ['en', '2022-03-30', '2022-04-02', '30·March·– 2·April 2022'],
  ['en', '2022-03-30', '2022-03-30', '30·March 2022'],
])('days in %s: %s to %s', (language, from, to, days) => {
  expect(seen(formatDayRange(from, to, language))).toBe(days)
})

test.each([
  ['ru', '15·августа 2022·г., 16:00 (UTC+5)'],
  ['uz-Latn', '2022-yil 15-avgust, soat·16:00 (UTC+5)'],
  ['uz-Cyrl', '2022·йил 15·август, соат·16:00 (UTC+5)'],
  ['en', '16:00 (UTC+5), 15·August 2022'],
])('a moment in %s is told in the zone of the society', (language, moment) => {
  expect(seen(formatMoment('2022-08-15T11:00:00Z', language, 'Asia/Tashkent'))).toBe(moment)
})

test('a moment may fall on another day in the zone it is told in', () => {
  expect(seen(formatMoment('2022-08-15T21:30:00Z', 'en', 'Asia/Tashkent'))).toBe('02:30 (UTC+5), 16·August 2022')
  expect(seen(formatMoment('2022-08-15T19:00:00Z', 'en', 'Asia/Tashkent'))).toBe('00:00 (UTC+5), 16·August 2022')
})

test.each([
  // Мильчин: digits are grouped from five on; CLDR ru gives the comma.
  ['ru', 1234567.5, '1·234·567,5'],
  ['ru', 1234, '1234'],
  ['uz-Latn', 12345, '12·345'],
  ['uz-Cyrl', 12345, '12·345'],
  // CLDR 48 en-GB.
  ['en', 1234567.5, '1,234,567.5'],
  ['en', -1234, '\u22121,234'],
  // CLDR 48 kk, its narrow space made plain.
  ['kk', 12345, '12·345'],
])('a number in %s: %d', (language, value, text) => {
  expect(seen(formatNumber(value, language))).toBe(text)
})

test.each([
  // CLDR 48; uz-Cyrl by the grammar, for CLDR leaves «ва» out.
  ['ru', ['A', 'B и C', 'A, B и C']],
  ['uz-Latn', ['A', 'B va C', 'A, B va C']],
  ['uz-Cyrl', ['A', 'B ва C', 'A, B ва C']],
  ['en', ['A', 'B and C', 'A, B and C']],
])('a list in %s', (language, [one, two, three]) => {
  expect(joinList([], language)).toBe('')
  expect(joinList(['A'], language)).toBe(one)
  expect(joinList(['B', 'C'], language)).toBe(two)
  expect(joinList(['A', 'B', 'C'], language)).toBe(three)
})

test.each([
  // CLDR 48: ru with a space that does not break, the others without.
  ['ru', '85,3·%'],
  ['uz-Latn', '85,3%'],
  ['uz-Cyrl', '85,3%'],
  ['en', '85.3%'],
  ['kk', '85,3%'],
])('a percentage in %s', (language, text) => {
  expect(seen(formatPercent(85.3, language))).toBe(text)
})

test.each([
  ['ru', 12345.5, 2, '12·345,50'],
  ['uz-Latn', 1234567, 0, '1·234·567'],
  ['en', 12345.5, 2, '12,345.50'],
  ['kk', 12345.5, 2, '12·345,50'],
])('a number in %s with its decimals: %d, %d', (language, value, decimals, text) => {
  expect(seen(factsOf(language).number(value, decimals))).toBe(text)
})

test.each([
  ['ru', '14·марта 2021·г.·— 16·марта 2022·г.'],
  ['uz-Latn', '2021-yil 14-mart·— 2022-yil 16-mart'],
  ['uz-Cyrl', '2021·йил 14·март·— 2022·йил 16·март'],
  ['en', '14·March 2021·– 16·March 2022'],
])('the same month of another year is another month in %s', (language, days) => {
  expect(seen(formatDayRange('2021-03-14', '2022-03-16', language))).toBe(days)
})

test('zero has no sign, and below zero there is one', () => {
  for (const language of ['ru', 'uz-Latn', 'uz-Cyrl', 'en', 'kk']) expect(formatNumber(0, language)).toBe('0')
  expect(['ru', 'uz-Latn', 'en'].map(language => seen(formatNumber(-12_345.5, language)))).toEqual([
    '\u221212·345,5',
    '\u221212·345,5',
    '\u221212,345.5',
  ])
})

test('a language without a table says decimals, lists and moments as CLDR does', () => {
  expect(formatNumber(0.12345, 'kk')).toBe('0,12345')
  expect(seen(factsOf('kk').number(0.5, 0))).toBe('1')
  expect(joinList(['A', 'B', 'C'], 'de')).toBe('A, B und C')
  expect(seen(formatDayRange('2022-08-15', '2022-09-16', 'de'))).toBe('15. August – 16. September 2022')
  expect(formatMoment('2022-08-15T11:00:00Z', 'de', 'Asia/Tashkent')).toBe('15. August 2022, 16:00 (UTC+5)')
})

test('no narrow space ever comes out of CLDR', () => {
  for (const language of ['ru', 'uz-Latn', 'uz-Cyrl', 'en', 'kk', 'fr', 'tg', 'ky', 'de'])
    for (const text of [
      formatDay('2022-08-15', language),
      formatDayRange('2022-08-15', '2022-09-16', language),
      formatNumber(1234567.89, language),
      formatPercent(12.5, language),
    ])
      expect(text).not.toMatch(/[\u202f\u2009]/)
})
