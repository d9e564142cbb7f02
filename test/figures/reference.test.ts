/** The reference itself, against figures found by hand: what judges the workbooks must be judged first. */
import { describe, expect, it } from 'vitest'
import { caseNames, expectedOf, recordsOf } from './case-records.ts'
import { decimal, dividedBy, rounded, toNumber, whole } from './reference/fractions.ts'
import { reference } from './reference/reference.ts'
import { dayOf, reportsOf, spanOfPeriod, windowsOf } from './reference/time.ts'

describe('a case', () => {
  it.each(caseNames)('%s comes to what was found by hand', name => {
    const { reports, diagnostics } = reference(recordsOf(name))
    const expected = expectedOf(name)
    const told = diagnostics.map(({ code, record }) => `${code} ${record}`)
    expect(told).toEqual(expect.arrayContaining([...(expected.diagnostics ?? [])]))
    for (const code of expected.without ?? []) expect(told.join('\n')).not.toContain(code)
    const found = Object.fromEntries(reports.map(report => [report.name, report.tables]))
    if (expected.reports) {
      expect(Object.keys(found)).toEqual(Object.keys(expected.reports))
      expect(found).toMatchObject(expected.reports)
    }
  })

  it('is one of the field, or what its author would write next', () => {
    expect(caseNames).toHaveLength(18)
  })
})

describe('time', () => {
  const agreement = (over: object) => ({
    partner: 'icrc',
    programme: 'p',
    year: 2022,
    start: '2022-01-01',
    end: '2022-12-31',
    currency: 'CHF',
    data_cutoff: '2030-01-01',
    budget: [],
    indicators: [],
    ...over,
  })

  it.each([
    ['whole years from April', {}, { start: '2022-04-01', end: '2024-03-31' }, ['2022-23', '2023-24']],
    ['not whole years: January', {}, { start: '2022-04-01', end: '2023-02-28' }, ['2022', '2023']],
    [
      'the month of the society',
      { first_month: 7 },
      { start: '2022-04-01', end: '2023-03-31' },
      ['2021-22', '2022-23'],
    ],
    ['its own month before that', { first_month: 7 }, { first_month: 1 }, ['2022']],
    ['one day', {}, { start: '2024-02-29', end: '2024-02-29' }, ['2024']],
    ['to the end of a century', { first_month: 12 }, { start: '1999-12-01', end: '1999-12-02' }, ['1999-00']],
  ])('%s', (_, society, over, names) => {
    expect(windowsOf(society, agreement(over)).map(({ name }) => name)).toEqual(names)
  })

  it('cuts windows and quarters to the days of the agreement', () => {
    const [first, last] = windowsOf({}, agreement({ start: '2022-05-15', end: '2023-01-10' }))
    expect(first?.span).toEqual({ first: '2022-05-15', last: '2022-12-31' })
    expect(first?.quarters.map(({ span }) => span?.first ?? null)).toEqual([
      null,
      '2022-05-15',
      '2022-07-01',
      '2022-10-01',
    ])
    expect(last?.quarters.map(({ span }) => span?.last ?? null)).toEqual(['2023-01-10', null, null, null])
  })

  it('makes the reports that are asked for and have begun', () => {
    const over = { start: '2022-04-01', end: '2024-03-31', data_cutoff: '2022-10-01' }
    const names = (of: object) =>
      reportsOf({}, agreement({ ...over, ...of })).map(({ year, period }) => `${year} ${period}`)
    expect(names({})).toEqual(['2022 2022-23'])
    expect(names({ reports: ['half-year', 'final'] })).toEqual(['2022 2022-23-h1', '2022 2022-23-h2', '2022 final'])
    expect(names({ reports: ['quarter'] })).toEqual(['2022 2022-23-q1', '2022 2022-23-q2', '2022 2022-23-q3'])
    expect(names({ first_month: 1 })).toEqual(['2022 '])
  })

  it.each([
    [2022, '2022-01-01', '2022-12-31'],
    ['2022-Q4', '2022-10-01', '2022-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['2022-04/2023-03', '2022-04-01', '2023-03-31'],
  ])('%s is a span of days', (period, first, last) => {
    expect(spanOfPeriod(period)).toEqual({ first, last })
  })

  it('gives a fact its own day, else that of its period, else the last of its activity', () => {
    const activity = { end: '2022-11-15' }
    expect(dayOf({ date: '2022-03-01' }, activity)).toBe('2022-03-01')
    expect(dayOf({ period: '2022-Q3' }, activity)).toBe('2022-09-30')
    expect(dayOf({ period: '2022-Q4' }, activity)).toBe('2022-11-15')
    expect(dayOf({}, activity)).toBe('2022-11-15')
  })
})

describe('numbers', () => {
  it('are taken by their own text', () => {
    expect(decimal(0.0000829)).toEqual({ n: 829n, d: 10_000_000n })
    expect(decimal(1e-7)).toEqual({ n: 1n, d: 10_000_000n })
    expect(decimal(1e21)).toEqual({ n: 10n ** 21n, d: 1n })
  })

  it('are rounded half away from zero', () => {
    expect([0.5, -0.5, 1.4999, -1.5, 2.5].map(each => rounded(decimal(each)))).toEqual([1n, -1n, 1n, -2n, 3n])
  })

  it('come back as the nearest that a computer has', () => {
    const third = dividedBy(whole(1), whole(3))
    expect(third && toNumber(third)).toBe(1 / 3)
    expect(toNumber(decimal(-336_680_588.41))).toBe(-336_680_588.41)
  })
})
