/** Numbers, sums and days as people write them; what is either is never guessed. */
import { describe, expect, test } from 'vitest'
import { readAmount } from '../../src/exchange/reading/amount.ts'
import { conventionsIn } from '../../src/exchange/reading/conventions.ts'
import { dayOfSerial, readDay } from '../../src/exchange/reading/day.ts'
import { readNumber } from '../../src/exchange/reading/number.ts'
import { newId } from '../../src/exchange/record-id.ts'

const valueIn = (read: object): unknown =>
  'value' in read ? read.value : 'fault' in read ? (read.fault as { code: string }).code : read
const wrong = 'import/wrong-value'
const either = 'import/ambiguous'

test.for([
  ['1234', 1234],
  ['1 234', 1234],
  ['1\u00a0234,5', 1234.5],
  ['1\u202f234\u202f567', 1_234_567],
  ['1,234.5', 1234.5],
  ['1.234,50', 1234.5],
  ["1'234.5", 1234.5],
  ['1,234,567', 1_234_567],
  ['0,125', 0.125],
  ['12,5', 12.5],
  ['−3', -3],
  ['١٢٣', 123],
  ['1,234', either],
  ['1.234', either],
  ['1,23,456', wrong],
  ['12 34', wrong],
  ['1.2.3', wrong],
  ['', wrong],
  ['n/a', wrong],
  ['1e3', wrong],
] as const)('the number “%s” is %s', ([text, value]) => {
  expect(valueIn(readNumber(text, {}))).toBe(value)
})

test('a whole number has no decimals, and a table shows what its signs mean', () => {
  expect(valueIn(readNumber('1,234', { isWhole: true }))).toBe(1234)
  expect(valueIn(readNumber('1,234', { decimal: ',' }))).toBe(1.234)
  expect(valueIn(readNumber('1,234', { decimal: '.' }))).toBe(1234)
  expect(conventionsIn([], ['1 234', '12,50'])).toEqual({ decimal: ',' })
  expect(conventionsIn([], ['1,234.50', '12,50'])).toEqual({})
  expect(conventionsIn(['04/05/2022', '25/05/2022'], [])).toEqual({ dates: 'day-first' })
  expect(conventionsIn(['05/25/2022', '25/05/2022'], [])).toEqual({})
})

describe('days', () => {
  const languages = ['ru', 'uz-Latn', 'uz-Cyrl', 'en']
  test.for([
    ['2022-08-15', '2022-08-15'],
    ['2022-08-15T23:30:00.000+05:00', '2022-08-15'],
    ['15.08.2022', '2022-08-15'],
    ['5.8.2022', '2022-08-05'],
    ['15/08/2022', '2022-08-15'],
    ['08/15/2022', '2022-08-15'],
    ['05/05/2022', '2022-05-05'],
    ['04/05/2022', either],
    ['15 августа 2022 г.', '2022-08-15'],
    ['2022-yil 15-avgust', '2022-08-15'],
    ['2022 йил 15 август', '2022-08-15'],
    ['August 15, 2022', '2022-08-15'],
    ['15 Aug 2022', '2022-08-15'],
    ['31.02.2022', wrong],
    ['29.02.2024', '2024-02-29'],
    ['15.08.22', wrong],
    ['август 2022', wrong],
    ['15 нонсенса 2022', wrong],
  ] as const)('%s is %s', ([text, day]) => {
    expect(valueIn(readDay(text, {}, languages))).toBe(day)
  })

  test('serial numbers, of both systems', () => {
    expect(dayOfSerial(44_788, false)).toBe('2022-08-15')
    expect(dayOfSerial(44_788.75, false)).toBe('2022-08-15')
    expect(dayOfSerial(43_326, true)).toBe('2022-08-15')
    expect(dayOfSerial(5, false)).toBeUndefined()
  })
})

test.for([
  ['1 234,50 CHF', { amount: 1234.5, currency: 'CHF' }],
  ['USD 1,200.00', { amount: 1200, currency: 'USD' }],
  ['€ 500', { amount: 500, currency: 'EUR' }],
  ['12 000 000 сум', { amount: 12_000_000, currency: 'UZS' }],
  ['12 000 soʻm', { amount: 12_000, currency: 'UZS' }],
  ['500', { amount: 500 }],
  ['$ 500', either],
  ['five', wrong],
] as const)('the sum “%s”', ([text, value]) => {
  expect(valueIn(readAmount(text, undefined))).toEqual(value)
})

test('ids: of year and name, in letters that every disk has, and never one that is taken', () => {
  expect(newId('Курс для учителей', '2022-03-01', () => false)).toBe('2022-kurs-dlya-uchiteley')
  expect(newId('Oʻquv mashgʻuloti', '2022-03-01', () => false)).toBe('2022-oquv-mashguloti')
  expect(newId('درس', '2022-03-01', () => false)).toBe('2022-03-01-activity')
  expect(newId('A', '2022-03-01', id => id === '2022-a')).toBe('2022-a-2')
  expect(newId('слово '.repeat(40), '2022-03-01', () => false).length).toBeLessThanOrEqual(70)
})
