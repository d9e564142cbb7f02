/** The budget of a line in a period: as agreed, as revised, and never shared out over years that nobody agreed. */
import { describe, expect, it } from 'vitest'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { reportingYearsOf } from '../../src/model/reporting-year.ts'
import { budgetOf, isPartOfLife, isPartOfYear } from '../../src/report/line-budget.ts'
import { periodsOf } from '../../src/report/report-period.ts'
import { entry } from '../support/sample-dataset.ts'

type Line = Agreement['budget'][number]

function budget(line: Partial<Line>, name: string, over: Partial<Agreement> = {}) {
  const data = {
    start: '2022-01-01',
    end: '2023-12-31',
    data_cutoff: '2023-12-31',
    reports: ['year', 'final'],
    ...over,
  } as Partial<Agreement> as Agreement
  const years = reportingYearsOf(data, 1)
  const period = periodsOf(data, years).find(({ year, id }) => [year, id].filter(Boolean).join(' ') === name)
  if (!period) throw new Error(`no ${name}`)
  const agreement = entry('agreement', 'icrc-2022', data)
  return budgetOf({ line: 'l', area: 'epr', name: 'L', amount: 1000, ...line }, { agreement, years, period })
}

const revisions = [
  { date: '2023-02-01', amount: 1200, by_year: { 2023: 650 }, reason: 'Prices' },
  { date: '2022-06-01', amount: 1100, by_year: { 2022: 500 }, reason: 'Prices' },
]
const by_year = { 2022: 400, 2023: 600 }

describe('of one year among several', () => {
  it('is what was agreed for it, and unknown where nothing was', () => {
    expect(budget({ by_year }, '2023')).toEqual({ budget: 600, original: 600, life: 1000 })
    expect(budget({}, '2022')).toEqual({ budget: null, original: null, life: 1000 })
    expect(budget({ by_year: { 2023: 600 } }, '2022').budget).toBeNull()
  })

  it('is the last revision of that year by the cut-off; the life is as it stood at the end of the year', () => {
    expect(budget({ by_year, revisions }, '2022')).toEqual({ budget: 500, original: 400, life: 1100 })
    expect(budget({ by_year, revisions }, '2023')).toEqual({ budget: 650, original: 600, life: 1200 })
    const early = { data_cutoff: '2022-05-31' }
    expect(budget({ by_year, revisions }, '2022', early)).toEqual({ budget: 400, original: 400, life: 1000 })
  })
})

it('of an agreement of one year, and of the whole life, it is the amount as revised', () => {
  const one = { end: '2022-12-31', data_cutoff: '2022-12-31' }
  const amounts = revisions.map(({ date, amount, reason }) => ({ date, amount, reason }))
  expect(budget({ revisions: amounts }, '2022', one)).toEqual({ budget: 1100, original: 1000, life: 1100 })
  expect(budget({ by_year, revisions }, '2022 final')).toEqual({ budget: 1200, original: 1000, life: 1200 })
})

it('the life is the last amount that was agreed, also where a year was revised since; of two of one day the latter', () => {
  const later = [...revisions, { date: '2023-03-01', by_year: { 2023: 660 }, reason: 'Prices' }]
  expect(budget({ by_year, revisions: later }, '2023')).toEqual({ budget: 660, original: 600, life: 1200 })
  const twice = [1100, 1150].map(amount => ({ date: '2022-06-01', amount, reason: 'Prices' }))
  expect(budget({ by_year, revisions: twice }, '2022', { data_cutoff: '2022-06-01' }).life).toBe(1150)
  expect(budget({ by_year, revisions: twice }, '2022', { data_cutoff: '2022-05-31' }).life).toBe(1000)
})

it('what came before stands beside a part of the year, or of the life', () => {
  const parts = (over: Partial<Agreement>) => {
    const data = { start: '2022-01-01', end: '2022-12-31', data_cutoff: '2023-12-31', ...over } as Partial<Agreement>
    const agreement = { ...data, reports: ['year', 'half-year', 'quarter', 'final'] } as Agreement
    const years = reportingYearsOf(agreement, 1)
    return periodsOf(agreement, years).map(period => [
      period.id ?? period.kind,
      isPartOfYear({ period }),
      isPartOfLife({ period, years }),
    ])
  }
  const both = ['h1', 'h2', 'q1', 'q2', 'q3', 'q4'].map(id => [id, true, true])
  expect(parts({})).toEqual([['year', false, false], ...both, ['final', false, false]])
  const year = [['year', false, true], ...both]
  expect(parts({ end: '2023-12-31' })).toEqual([...year, ...year, ['final', false, false]])
})

it('a budget of nothing is a budget, and a revision of nothing is one', () => {
  expect(budget({ by_year: { 2022: 0 } }, '2022').budget).toBe(0)
  expect(
    budget({ by_year, revisions: [{ date: '2022-06-01', by_year: { 2022: 0 }, reason: 'Ended' }] }, '2022').budget,
  ).toBe(0)
})
