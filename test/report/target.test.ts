/** The target of a period: as agreed, as revised by the cut-off, and of a part of the year. */
import { expect, it } from 'vitest'
import type { Agreement, Indicator } from '../../src/model/record/agreement.ts'
import { firstMonthOf, reportingYearsOf } from '../../src/model/reporting-year.ts'
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
  const years = reportingYearsOf(agreement.data, firstMonthOf(agreement.data, {}))
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

it('of a part of the year is that of its last quarter, where the latest counts, whatever is known of the others', () => {
  const latest = { roll_up: { periods: 'latest', places: 'sum' } } as const
  const agreed = { target_by_year: { 2022: { total: 100, q2: 20, q4: 40 } } }
  expect(target({ ...agreed, ...latest }, '2022 h2')).toMatchObject({ total: 40, original: 40 })
  expect(target({ ...agreed, ...latest }, '2022 q2').total).toBe(20)
  expect(target({ ...agreed, ...latest }, '2022 q3').total).toBeNull()
})

it('is revised on the day of the cut-off still, and of two of one day the latter stands', () => {
  const on = (date: string, total: number) => ({ date, total, reason: 'More places' })
  const revised = (...target_revisions: Indicator['target_revisions'] & object) =>
    target({ ...byYear, target_revisions }, '2022', { data_cutoff: '2022-06-01' }).total
  expect(revised(on('2022-06-01', 120))).toBe(120)
  expect(revised(on('2022-06-02', 120))).toBe(100)
  expect(revised(on('2022-05-05', 120), on('2022-05-05', 130), on('2022-05-04', 110))).toBe(130)
})

it('of a final report over one reporting year is that of the year, in whichever calendar year the agreement began', () => {
  const late = { start: '2023-01-01', end: '2023-03-31', first_month: 4, data_cutoff: '2023-03-31' }
  expect(target({ target_by_year: { 2022: { total: 7 }, 2023: { total: 8 } } }, '2023 final', late)).toMatchObject({
    total: 7,
    original: 7,
  })
  expect(target({ target: { total: 9 }, life_target: 5 }, '2023 final', late).total).toBe(9)
})

it('of the whole life is that of the life', () => {
  expect(target({ ...byYear, life_target: 320 }, '2022 final')).toMatchObject({ total: 320, original: 320, q1: null })
})
