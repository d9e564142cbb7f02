/** The target of a period: as agreed, as revised by the cut-off, and of a part of the year. */
import { expect, it } from 'vitest'
import type { Agreement, Indicator } from '../../src/model/record/agreement.ts'
import { reportingYearsOf } from '../../src/model/reporting-year.ts'
import { periodsOf } from '../../src/report/report-period.ts'
import { targetOf } from '../../src/report/target.ts'
import { indicator } from '../support/indicator-dataset.ts'
import { entry } from '../support/sample-dataset.ts'

const data = {
  start: '2022-01-01',
  end: '2023-12-31',
  data_cutoff: '2023-12-31',
  reports: ['year', 'half-year', 'quarter', 'final'],
} as Partial<Agreement> as Agreement

/** @param name of the period: its year, and its part of it */
function target(of: Partial<Indicator>, name: string, over: Partial<Agreement> = {}) {
  const agreement = entry('agreement', 'icrc-2022', { ...data, ...over })
  const years = reportingYearsOf(agreement.data, 1)
  const period = periodsOf(agreement.data, years).find(({ year, id }) => [year, id].filter(Boolean).join(' ') === name)
  if (!period) throw new Error(`no ${name}`)
  return targetOf(indicator('T-1', of), { agreement, years, period })
}

const byYear = { target_by_year: { 2022: { total: 100, q1: 10, q2: 20, q3: 30, q4: 40 }, 2023: { total: 200 } } }

it('is that of its year; that of the first is no target of the second', () => {
  expect(target(byYear, '2022')).toEqual({ total: 100, original: 100, q1: 10, q2: 20, q3: 30, q4: 40 })
  expect(target(byYear, '2023')).toMatchObject({ total: 200, q1: null })
  expect(target({ target: { total: 50 } }, '2022').total).toBe(50)
  expect(target({ target: { total: 50 } }, '2023').total).toBeNull()
})

it('is the last revision agreed by the cut-off, in whatever order they stand; the first stays beside it', () => {
  const target_revisions = [
    { date: '2023-06-01', year: 2022, total: 130, reason: 'Late' },
    { date: '2022-06-01', total: 120, q4: 60, reason: 'More places' },
    { date: '2022-07-01', year: 2023, total: 210, reason: 'More places' },
  ]
  const revised = { ...byYear, target_revisions }
  expect(target(revised, '2022')).toMatchObject({ total: 130, q3: 30, q4: 60, original: 100 })
  expect(target(revised, '2022', { data_cutoff: '2023-05-31' })).toMatchObject({ total: 120, original: 100 })
  expect(target(revised, '2023')).toMatchObject({ total: 210, original: 200 })
})

it('of a part of the year follows the rule across quarters, and is unknown where one of them is', () => {
  expect(target(byYear, '2022 h2').total).toBe(70)
  expect(target(byYear, '2022 q2').total).toBe(20)
  expect(target({ ...byYear, roll_up: { periods: 'latest', places: 'sum' } }, '2022 h2').total).toBe(40)
  expect(target({ target_by_year: { 2022: { total: 100, q3: 30 } } }, '2022 h2').total).toBeNull()
})

it('of the whole life is that of the life', () => {
  expect(target({ ...byYear, life_target: 320 }, '2022 final')).toMatchObject({ total: 320, original: 320, q1: null })
})
