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
import { tongueOf } from '../../src/language/tongue.ts'
import { tongue } from '../support/tongues.ts'

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
  // Imprimerie nationale, Lexique; RAE, Ortografía (2010); CLDR 48 ar; cbd.minjust.gov.kg; adilet.zan.kz; mmk.tj.
  ['fr', '15·août 2022'],
  ['es', '15 de agosto de 2022'],
  ['ar', '15 أغسطس 2022'],
  ['ky', '2022-жылдын 15-августу'],
  ['kk', '2022·жылғы 15·тамыз'],
  ['tg', '15·августи соли 2022'],
  // A language whose pack says nothing of days: CLDR 48 az.
  ['az', '15 avqust 2022'],
  // A tag with a region finds its language's table.
  ['uz-Cyrl-UZ', '2022·йил 15·август'],
])('a day in %s', (language, day) => {
  expect(seen(formatDay('2022-08-15', tongue(language)))).toBe(day)
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
  ['fr', '2022-08-01', '2022-08-03', '1er au 3·août 2022'],
  ['fr', '2022-03-30', '2022-04-01', '30·mars au 1er·avril 2022'],
  ['fr', '2021-12-30', '2022-01-02', '30·décembre 2021 au 2·janvier 2022'],
  ['es', '2022-03-14', '2022-03-16', '14 al 16 de marzo de 2022'],
  ['es', '2022-03-30', '2022-04-02', '30 de marzo al 2 de abril de 2022'],
  ['ar', '2022-03-14', '2022-03-16', '14–16 مارس 2022'],
  ['ky', '2022-04-14', '2022-04-16', '2022-жылдын 14–16-апрели'],
  ['kk', '2022-03-30', '2022-04-02', '2022·жылғы 30·наурыз·— 2·сәуір'],
  ['tg', '2021-12-30', '2022-01-02', '30·декабри соли 2021·— 2·январи соли 2022'],
])('days in %s: %s to %s', (language, from, to, days) => {
  expect(seen(formatDayRange(from, to, tongue(language)))).toBe(days)
})

test.each([
  ['ru', '15·августа 2022·г., 16:00 (UTC+5)'],
  ['uz-Latn', '2022-yil 15-avgust, soat·16:00 (UTC+5)'],
  ['uz-Cyrl', '2022·йил 15·август, соат·16:00 (UTC+5)'],
  ['en', '16:00 (UTC+5), 15·August 2022'],
])('a moment in %s is told in the zone of the society', (language, moment) => {
  expect(seen(formatMoment('2022-08-15T11:00:00Z', tongue(language), 'Asia/Tashkent'))).toBe(moment)
})

test('a moment may fall on another day in the zone it is told in', () => {
  expect(seen(formatMoment('2022-08-15T21:30:00Z', tongue('en'), 'Asia/Tashkent'))).toBe(
    '02:30 (UTC+5), 16·August 2022',
  )
  expect(seen(formatMoment('2022-08-15T19:00:00Z', tongue('en'), 'Asia/Tashkent'))).toBe(
    '00:00 (UTC+5), 16·August 2022',
  )
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
  expect(seen(formatNumber(value, tongue(language)))).toBe(text)
})

test.each([
  // CLDR 48; uz-Cyrl by the grammar, for CLDR leaves «ва» out.
  ['ru', ['A', 'B и C', 'A, B и C']],
  ['uz-Latn', ['A', 'B va C', 'A, B va C']],
  ['uz-Cyrl', ['A', 'B ва C', 'A, B ва C']],
  ['en', ['A', 'B and C', 'A, B and C']],
  ['fr', ['A', 'B et C', 'A, B et C']],
  ['es', ['A', 'B y C', 'A, B y C']],
  ['ky', ['A', 'B жана C', 'A, B жана C']],
  // By the grammar: CLDR leaves «және» and «ва» out.
  ['kk', ['A', 'B және C', 'A, B және C']],
  ['tg', ['A', 'B ва C', 'A, B ва C']],
])('a list in %s', (language, [one, two, three]) => {
  expect(joinList([], tongue(language))).toBe('')
  expect(joinList(['A'], tongue(language))).toBe(one)
  expect(joinList(['B', 'C'], tongue(language))).toBe(two)
  expect(joinList(['A', 'B', 'C'], tongue(language))).toBe(three)
})

test.each([
  // CLDR 48: ru with a space that does not break, the others without.
  ['ru', '85,3·%'],
  ['uz-Latn', '85,3%'],
  ['uz-Cyrl', '85,3%'],
  ['en', '85.3%'],
  ['kk', '85,3%'],
])('a percentage in %s', (language, text) => {
  expect(seen(formatPercent(85.3, tongue(language)))).toBe(text)
})

test.each([
  ['ru', 12345.5, 2, '12·345,50'],
  ['uz-Latn', 1234567, 0, '1·234·567'],
  ['en', 12345.5, 2, '12,345.50'],
  ['kk', 12345.5, 2, '12·345,50'],
])('a number in %s with its decimals: %d, %d', (language, value, decimals, text) => {
  expect(seen(tongue(language).number(value, decimals))).toBe(text)
})

test.each([
  ['ru', '14·марта 2021·г.·— 16·марта 2022·г.'],
  ['uz-Latn', '2021-yil 14-mart·— 2022-yil 16-mart'],
  ['uz-Cyrl', '2021·йил 14·март·— 2022·йил 16·март'],
  ['en', '14·March 2021·– 16·March 2022'],
])('the same month of another year is another month in %s', (language, days) => {
  expect(seen(formatDayRange('2021-03-14', '2022-03-16', tongue(language)))).toBe(days)
})

test('zero has no sign, and below zero there is one', () => {
  for (const language of ['ru', 'uz-Latn', 'uz-Cyrl', 'en', 'kk']) expect(formatNumber(0, tongue(language))).toBe('0')
  expect(['ru', 'uz-Latn', 'en'].map(language => seen(formatNumber(-12_345.5, tongue(language))))).toEqual([
    '\u221212·345,5',
    '\u221212·345,5',
    '\u221212,345.5',
  ])
})

test('a language without a table says decimals, lists and moments as CLDR does', () => {
  expect(formatNumber(0.12345, tongue('az'))).toBe('0,12345')
  expect(seen(tongue('az').number(0.5, 0))).toBe('1')
  expect(joinList(['A', 'B', 'C'], tongue('de'))).toBe('A, B und C')
  expect(seen(formatDayRange('2022-08-15', '2022-09-16', tongue('de')))).toBe('15. August – 16. September 2022')
  expect(formatMoment('2022-08-15T11:00:00Z', tongue('de'), 'Asia/Tashkent')).toBe('15. August 2022, 16:00 (UTC+5)')
})

test('a language that is written from right to left has its own commas, digits and signs, and keeps names apart', () => {
  const [moment, zone] = ['2022-08-15T11:00:00Z', 'Asia/Tashkent']
  expect(formatMoment(moment, tongue('ar'), zone)).toBe('15 أغسطس 2022، 16:00 (\u2068UTC+5\u2069)')
  expect(formatMoment(moment, tongue('fa'), zone)).toBe('۲۴ مرداد ۱۴۰۱، ۱۶:۰۰ (\u2068UTC+5\u2069)')
  expect(formatMoment(moment, tongue('he'), zone)).toBe('15 באוגוסט 2022, 16:00 (\u2068UTC+5\u2069)')
  expect(formatPercent(52.5, tongue('fa'))).toBe('۵۲٫۵٪')
  expect(joinList(['اللجنة', 'IFRC'], tongue('ar'))).toBe('اللجنة و\u2068IFRC\u2069')
})

test('no narrow space ever comes out of CLDR', () => {
  for (const language of ['ru', 'uz-Latn', 'uz-Cyrl', 'en', 'kk', 'fr', 'tg', 'ky', 'de'])
    for (const text of [
      formatDay('2022-08-15', tongue(language)),
      formatDayRange('2022-08-15', '2022-09-16', tongue(language)),
      formatNumber(1234567.89, tongue(language)),
      formatPercent(12.5, tongue(language)),
    ])
      expect(text).not.toMatch(/[\u202f\u2009]/)
})

test.each(['fr', 'es', 'ar', 'ky', 'kk', 'tg'])('what the pack of %s leaves to CLDR is as Intl has it', language => {
  const plain = (text: string) => text.replaceAll('\u202f', '\u00a0')
  const intl = new Intl.NumberFormat(language, { maximumFractionDigits: 20 })
  for (const value of [0.5, 1234, 12_345.5, 1_234_567])
    expect(formatNumber(value, tongue(language))).toBe(plain(intl.format(value)))
  const month = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' })
  const stems = Array.from({ length: 12 }, (_, at) =>
    month
      .formatToParts(Date.UTC(2022, at, 15))
      .find(({ type }) => type === 'month')
      ?.value.toLowerCase()
      .replace(/[ьй]$/, ''),
  )
  const days = stems.map((_, at) => formatDay(`2022-${String(at + 1).padStart(2, '0')}-15`, tongue(language)))
  // Kyrgyz and Tajik add an ending to the month.
  for (const [at, stem] of stems.entries()) expect(days[at]).toContain(stem)
})

test('a society chooses the months, the digits and the calendar of its Arabic', () => {
  const day = (locale: string) => formatDay('2022-08-15', tongueOf('ar', new Map([['ar', { locale }]])))
  expect(day('ar-SY')).toBe('١٥ آب ٢٠٢٢')
  expect(day('ar-u-nu-arab')).toBe('١٥ أغسطس ٢٠٢٢')
  expect(day('ar-SA-u-ca-islamic-umalqura-nu-latn')).toBe('17 محرم 1444 هـ')
})

test('Spanish has «e» before the sound of i', () => {
  expect(joinList(['Argentina', 'Italia'], tongue('es'))).toBe('Argentina e Italia')
})
