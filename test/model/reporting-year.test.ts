/** Reporting years against a reference that asks of each day, one by one, in which twelve months it lies. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstMonthOf, reportingYearsOf } from '../../src/model/reporting-year.ts'

const dayMilliseconds = 24 * 60 * 60 * 1000
const text = (time: number): string => new Date(time).toISOString().slice(0, 10)
const days = fc.integer({ min: Date.UTC(1999, 0, 1) / dayMilliseconds, max: Date.UTC(2030, 11, 31) / dayMilliseconds })
const terms = fc
  .tuple(days, fc.integer({ min: 0, max: 1500 }))
  .map(([start, length]) => ({ start: text(start * dayMilliseconds), end: text((start + length) * dayMilliseconds) }))
const firstMonths = fc.constantFrom(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)

function eachDayOf({ start, end }: { readonly start: string; readonly end: string }): readonly string[] {
  const found: string[] = []
  for (let time = Date.parse(start); time <= Date.parse(end); time += dayMilliseconds) found.push(text(time))
  return found
}

/** Months since the first month of the year in which `day` is counted, and that year. */
function naively(day: string, firstMonth: number): { readonly year: number; readonly quarter: number } {
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  const isNextYear = month >= firstMonth
  const since = isNextYear ? month - firstMonth : month + 12 - firstMonth
  return { year: isNextYear ? year : year - 1, quarter: Math.floor(since / 3) + 1 }
}

describe('reporting years', () => {
  test('hold each day of the agreement once, in the year and quarter of its twelve months, and no other day', () => {
    fc.assert(
      fc.property(terms, firstMonths, (term, firstMonth) => {
        const years = reportingYearsOf(term, firstMonth)
        const all = eachDayOf(term)
        const found = years.flatMap(({ year, quarters }) =>
          quarters.flatMap(({ number, first, last }) =>
            eachDayOf({ start: first, end: last }).map(day => ({ day, year, quarter: number })),
          ),
        )
        expect(found).toEqual(all.map(day => ({ day, ...naively(day, firstMonth) })))
        const ofYears = years.flatMap(({ first, last }) => eachDayOf({ start: first, end: last }))
        expect(ofYears).toEqual(all)
      }),
      { numRuns: 60 },
    )
  })

  test('are named after the year in which they begin, and the next where that is not January', () => {
    const names = (firstMonth: number) =>
      reportingYearsOf({ start: '2022-03-15', end: '2023-02-01' }, firstMonth).map(({ name }) => name)
    expect(names(1)).toEqual(['2022', '2023'])
    expect(names(4)).toEqual(['2021-22', '2022-23'])
    expect(reportingYearsOf({ start: '1999-08-01', end: '1999-08-02' }, 7).map(({ name }) => name)).toEqual(['1999-00'])
  })

  test('there are none of an agreement that ends before it begins', () => {
    expect(reportingYearsOf({ start: '2022-12-31', end: '2022-01-01' }, 1)).toEqual([])
  })
})

describe('the first month', () => {
  const april = { start: '2022-04-01', end: '2025-03-31' }

  test('is the agreement’s own before the society’s, before that of its start', () => {
    expect(firstMonthOf({ ...april, first_month: 7 }, { first_month: 10 })).toBe(7)
    expect(firstMonthOf(april, { first_month: 10 })).toBe(10)
    expect(firstMonthOf(april, {})).toBe(4)
  })

  test('is January where the agreement does not last whole years from the first of a month', () => {
    const others = [
      { start: '2022-04-01', end: '2022-12-31' },
      { start: '2022-04-02', end: '2023-04-01' },
      { start: '2022-04-01', end: '2023-03-30' },
      { start: '2022-04-01', end: '2022-03-31' },
    ]
    expect(others.map(each => firstMonthOf(each, {}))).toEqual([1, 1, 1, 1])
  })

  test('is that of a start in March whether or not February has 29 days', () => {
    expect(firstMonthOf({ start: '2023-03-01', end: '2024-02-29' }, {})).toBe(3)
    expect(firstMonthOf({ start: '2023-03-01', end: '2024-02-28' }, {})).toBe(1)
    expect(firstMonthOf({ start: '2022-03-01', end: '2023-02-28' }, {})).toBe(3)
  })
})
