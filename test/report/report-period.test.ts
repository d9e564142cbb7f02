/** Which reports an agreement has, what each is over, and what stands before it and beside it. */
import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { firstMonthOf, reportingYearsOf } from '../../src/model/reporting-year.ts'
import {
  earlierPartOf,
  periodsOf,
  quarterAt,
  type ReportPeriod,
  sameIn,
  yearOf,
} from '../../src/report/report-period.ts'

const reports = (of: Pick<Agreement, 'start' | 'end' | 'data_cutoff'> & Partial<Agreement>) => {
  const agreement = of as Agreement
  return periodsOf(agreement, yearsOf(agreement))
}
const yearsOf = (of: Pick<Agreement, 'start' | 'end'> & Partial<Agreement>) =>
  reportingYearsOf(of, firstMonthOf(of, {}))
const shown = ({ year, id, first, last, quarters }: ReportPeriod) =>
  `${year} ${id ?? ''} ${first} ${last} ${quarters.map(({ code }) => code).join(' ')}`

const calendar = { start: '2022-01-01', end: '2022-12-31', data_cutoff: '2023-01-31' }
const fiscal = { start: '2022-04-01', end: '2024-03-31', data_cutoff: '2023-12-31' }

describe('the reports of an agreement', () => {
  it('are one a year, unless it asks for others', () => {
    expect(reports(calendar).map(shown)).toEqual(['2022  2022-01-01 2022-12-31 2022-Q1 2022-Q2 2022-Q3 2022-Q4'])
    expect(reports({ ...fiscal, reports: ['year'] }).map(shown)).toEqual([
      '2022 2022-23 2022-04-01 2023-03-31 2022-23-Q1 2022-23-Q2 2022-23-Q3 2022-23-Q4',
      '2023 2023-24 2023-04-01 2024-03-31 2023-24-Q1 2023-24-Q2 2023-24-Q3 2023-24-Q4',
    ])
  })

  it('are of what had begun by the cut-off, and of the first year in any case', () => {
    expect(reports({ ...fiscal, data_cutoff: '2023-03-31' })).toHaveLength(1)
    expect(reports({ ...fiscal, data_cutoff: '2023-04-01' })).toHaveLength(2)
    expect(reports({ ...fiscal, data_cutoff: '2021-01-01' })).toHaveLength(1)
    expect(reports({ ...fiscal, data_cutoff: '2022-10-01', reports: ['quarter'] }).map(({ id }) => id)).toEqual([
      '2022-23-q1',
      '2022-23-q2',
      '2022-23-q3',
    ])
  })

  it('are named after their part of the year, and cut to the days of the agreement', () => {
    const short = { start: '2022-05-16', end: '2022-11-15', data_cutoff: '2022-12-31' }
    expect(reports({ ...short, reports: ['half-year', 'quarter'] }).map(shown)).toEqual([
      '2022 h1 2022-05-16 2022-06-30 2022-Q2',
      '2022 h2 2022-07-01 2022-11-15 2022-Q3 2022-Q4',
      '2022 q2 2022-05-16 2022-06-30 2022-Q2',
      '2022 q3 2022-07-01 2022-09-30 2022-Q3',
      '2022 q4 2022-10-01 2022-11-15 2022-Q4',
    ])
  })

  it('are of the first part in any case, also where nothing had begun by the cut-off', () => {
    const early = { ...fiscal, data_cutoff: '2021-01-01', reports: ['half-year' as const, 'quarter' as const] }
    expect(reports(early).map(({ id }) => id)).toEqual(['2022-23-h1', '2022-23-q1'])
    const late = { start: '2022-09-01', end: '2023-12-31', data_cutoff: '2022-09-01', first_month: 1 }
    expect(reports({ ...late, reports: ['half-year', 'quarter'] }).map(shown)).toEqual([
      '2022 h2 2022-09-01 2022-12-31 2022-Q3 2022-Q4',
      '2022 q3 2022-09-01 2022-09-30 2022-Q3',
    ])
  })

  it('know their reporting year, by which they are called', () => {
    const named = (of: Parameters<typeof reports>[0]) =>
      reports(of).map(({ kind, name, reportingYear }) => [kind, name, reportingYear?.year])
    const all = ['year' as const, 'half-year' as const, 'final' as const]
    const half = ['half-year', '2022', 2022]
    expect(named({ ...calendar, reports: all })).toEqual([['year', '2022', 2022], half, half, ['final', '2022', 2022]])
    expect(named({ ...fiscal, reports: ['final', 'year'] })).toEqual([
      ['year', '2022-23', 2022],
      ['year', '2023-24', 2023],
      ['final', '2022-23–2023-24', undefined],
    ])
  })

  it('a final one is over all years, and has no columns of quarters where these are several', () => {
    expect(reports({ ...fiscal, reports: ['final'] }).map(shown)).toEqual(['2022 final 2022-04-01 2024-03-31 '])
    expect(reports({ ...calendar, reports: ['final'] })[0]?.quarters).toHaveLength(4)
  })
})

it('a day lies in the quarter of its own reporting year', () => {
  const years = yearsOf(fiscal)
  expect(
    ['2022-04-01', '2022-06-30', '2022-07-01', '2023-03-31', '2023-04-01'].map(day => quarterAt(years, day)),
  ).toEqual(['2022-23-Q1', '2022-23-Q1', '2022-23-Q2', '2022-23-Q4', '2023-24-Q1'])
  expect(quarterAt(years, '2022-03-31')).toBeNull()
})

describe('beside and before a report', () => {
  const years = yearsOf(fiscal)
  const [first, second] = years
  const all = reports({ ...fiscal, data_cutoff: '2024-03-31', reports: ['half-year', 'quarter', 'final'] })
  const named = (id: string): ReportPeriod => {
    const found = all.find(each => each.id === id)
    if (!found) throw new Error(`no ${id}`)
    return found
  }

  it('stands the same part of the year before', () => {
    if (!first || !second) throw new Error('no years')
    for (const part of ['q1', 'q4', 'h1', 'h2'])
      expect(sameIn(first, named(`2023-24-${part}`))).toEqual(named(`2022-23-${part}`))
    expect(sameIn(first, yearOf(second))).toEqual(yearOf(first))
    expect(sameIn(first, named('final'))).toBeUndefined()
  })

  it('stands the whole of that part, where its own is cut', () => {
    const parts = { data_cutoff: '2023-12-31', first_month: 1, reports: ['half-year' as const, 'quarter' as const] }
    const toJuly = { ...parts, start: '2022-01-01', end: '2023-07-15' }
    const cut = reports(toJuly)
    const [year] = yearsOf(toJuly)
    const last = cut.filter(({ first: day }) => day === '2023-07-01')
    expect(last.map(each => year && sameIn(year, each)?.last)).toEqual(['2022-12-31', '2022-09-30'])
    const fromMay = { ...parts, start: '2022-05-01', end: '2023-12-31' }
    const late = reports(fromMay)
    const [early] = yearsOf(fromMay)
    const same = late.filter(({ year: of }) => of === 2023).map(each => early && sameIn(early, each)?.first)
    // There was no first quarter.
    expect(same).toEqual(['2022-05-01', '2022-07-01', undefined, '2022-05-01', '2022-07-01', '2022-10-01'])
  })

  it('comes what of its own year lies before it', () => {
    expect(earlierPartOf(named('2023-24-q3'))).toMatchObject({ first: '2023-04-01', last: '2023-09-30' })
    expect(earlierPartOf(named('2023-24-q3'))?.quarters.map(({ code }) => code)).toEqual(['2023-24-Q1', '2023-24-Q2'])
    expect(earlierPartOf(named('2023-24-h1'))).toBeUndefined()
    expect(earlierPartOf(named('2023-24-q1'))).toBeUndefined()
    expect(earlierPartOf(named('final'))).toBeUndefined()
    expect(second && earlierPartOf(yearOf(second))).toBeUndefined()
  })
})
