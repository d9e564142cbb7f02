/** Periods against `Date`, which counts days by another calendar arithmetic than ours. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { daysOfPeriod, firstDayOf, isPeriod, lastDayOf } from '../../src/model/period.ts'

const years = fc.integer({ min: 1900, max: 2200 })
const months = fc.integer({ min: 1, max: 12 })
const two = (number: number): string => String(number).padStart(2, '0')

/** The day before the first of the month after it. */
function lastOf(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

describe('a period', () => {
  test('of one month has the days of that month', () => {
    fc.assert(
      fc.property(years, months, (year, month) => {
        const expected = { first: `${year}-${two(month)}-01`, last: lastOf(year, month) }
        expect(daysOfPeriod(`${year}-${two(month)}`)).toEqual(expected)
      }),
    )
  })

  test('of a quarter has the days of its three months, the quarters follow each other, and four are the year', () => {
    fc.assert(
      fc.property(years, fc.integer({ min: 1, max: 4 }), (year, quarter) => {
        const [from, to] = [quarter * 3 - 2, quarter * 3]
        expect(daysOfPeriod(`${year}-Q${quarter}`)).toEqual(daysOfPeriod(`${year}-${two(from)}/${year}-${two(to)}`))
        expect(daysOfPeriod(year)).toEqual({ first: firstDayOf(`${year}-Q1`), last: lastDayOf(`${year}-Q4`) })
      }),
    )
  })

  test('from a month to a month begins with the one and ends with the other', () => {
    fc.assert(
      fc.property(years, months, years, months, (year, month, otherYear, otherMonth) => {
        const [from, to] = [`${year}-${two(month)}`, `${otherYear}-${two(otherMonth)}`]
        const period = `${from}/${to}`
        expect(daysOfPeriod(period)).toEqual({ first: firstDayOf(from), last: lastDayOf(to) })
        expect(isPeriod(period)).toBe(from <= to)
      }),
    )
  })

  test('is a year with and without quotes', () => {
    expect(daysOfPeriod(2022)).toEqual(daysOfPeriod('2022'))
    expect(daysOfPeriod(2024)).toEqual({ first: '2024-01-01', last: '2024-12-31' })
  })

  test.for([
    '2022-Q5',
    '2022-Q0',
    '2022-13',
    '2022-00',
    '22',
    '2022-4',
    '2022-11-01',
    '2022-Q1/2022-Q2',
    '2022/2023',
    '2022-04/',
    '',
    202,
    2022.5,
    null,
    undefined,
  ])('is not %o', written => {
    expect(isPeriod(written)).toBe(false)
  })
})
