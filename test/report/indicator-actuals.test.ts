/** Percentages that tell of how many they are, and those that do not, over quarters, years and the whole life. */
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Indicator } from '../../src/model/record/agreement.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { indicator } from '../support/indicator-dataset.ts'
import { entry, sampleDataset } from '../support/sample-dataset.ts'
import { rowsOf } from '../support/workbook-model.ts'

interface Told {
  readonly by: 'survey' | 'poll'
  readonly year: 2022 | 2023
  readonly quarter: 1 | 2 | 3 | 4
  readonly part: number
  readonly whole: number
  /** Whether it says of how many it is. */
  readonly says: boolean
}
const told = record({
  by: constantFrom('survey' as const, 'poll' as const),
  year: constantFrom(2022 as const, 2023 as const),
  quarter: constantFrom(1 as const, 2 as const, 3 as const, 4 as const),
  part: integer({ min: 0, max: 20 }),
  whole: integer({ min: 20, max: 60 }),
  // Most do: one that does not makes an average of its year.
  says: integer({ min: 0, max: 9 }).map(number => number > 0),
})

const percent = ({ part, whole }: Pick<Told, 'part' | 'whole'>): number => (100 * part) / whole

const surveys = ['survey', 'poll'] as const
const of = (all: readonly Told[], by: Told['by']) => all.filter(each => each.by === by)

function datasetOf(all: readonly Told[], periods: Indicator['roll_up']['periods']): Dataset {
  const asked = (by: Told['by']): Activity => ({
    name: 'Опрос',
    area: 'epr',
    type: 'assessment',
    start: '2022-01-01',
    end: '2023-12-31',
    funding: [{ agreement: 'icrc-2022' }],
    results: of(all, by).map(each => ({
      indicator: 'P-1',
      period: `${each.year}-Q${each.quarter}`,
      ...(each.says ? { numerator: each.part, denominator: each.whole } : { value: percent(each) }),
    })),
  })
  const plain = sampleDataset().agreement.get('icrc-2022')?.data
  if (!plain) throw new Error('no agreement')
  const agreement = {
    ...plain,
    end: '2023-12-31',
    data_cutoff: '2023-12-31',
    reports: ['year' as const, 'final' as const],
    indicators: [indicator('P-1', { unit: 'percent', roll_up: { periods, places: 'average' } })],
  }
  return sampleDataset({
    agreement: new Map([['icrc-2022', entry('agreement', 'icrc-2022', agreement)]]),
    activity: new Map(surveys.map(by => [by, entry('activity', by, asked(by))])),
    meeting: new Map(),
  })
}

type Rule = 'average' | 'max' | 'sum'

const together = (all: readonly Told[]): number | null => {
  const [part, whole] = [all.reduce((sum, each) => sum + each.part, 0), all.reduce((sum, each) => sum + each.whole, 0)]
  return whole === 0 ? null : (100 * part) / whole
}
const isWeighted = (all: readonly Told[]): boolean => all.length > 0 && all.every(({ says }) => says)

/**
 * Of each quarter in which anything was reported, by its own parts where all of it tells: else several values of an
 * activity are joined by the rule across time, and activities averaged.
 */
function quartersOf(all: readonly Told[], periods: Rule): readonly (number | null)[] {
  const apart = (some: readonly Told[]) => surveys.map(by => joined(of(some, by).map(percent), periods))
  const join = (some: readonly Told[]) => (isWeighted(some) ? together(some) : joined(apart(some), 'average'))
  return [1, 2, 3, 4].map(quarter => join(all.filter(each => each.quarter === quarter)))
}

function joined(quarters: readonly (number | null)[], periods: Rule): number | null {
  const known = quarters.filter(each => each !== null)
  if (known.length === 0) return null
  const sum = known.reduce((so, each) => so + each, 0)
  return { sum, average: sum / known.length, max: Math.max(...known) }[periods]
}

it('are added by their parts wherever all tell of how many they are, and are joined by the rule elsewhere', () => {
  assert(
    property(
      array(told, { maxLength: 8 }),
      constantFrom('average' as const, 'max' as const, 'sum' as const),
      (all, periods) => {
        const { value } = annualReports(datasetOf(all, periods), { languages: ['en'] })
        const row = (year: number, period?: string) => {
          const report = value.find(each => each.year === year && each.period === period)
          if (!report) throw new Error(`no report of ${year} ${period}`)
          return rowsOf('indicators', report.model)[0] ?? {}
        }
        const [first, second] = [2022, 2023].map(year => all.filter(each => each.year === year))
        if (!first || !second) throw new Error('no years')
        const isAdded = periods !== 'max'
        const over = (some: readonly Told[]) =>
          isAdded && isWeighted(some) ? together(some) : joined(quartersOf(some, periods), periods)
        // What was before is added to what is now where all of both tells of how many it is.
        const isOne = isAdded && isWeighted(first) && (isWeighted(second) || second.length === 0)
        const before = isOne ? together(first) : joined(quartersOf(first, periods), periods)
        const quarters = [...quartersOf(first, periods), ...quartersOf(second, periods)]
        const apart = joined(periods === 'sum' ? [before, over(second)] : quarters, periods)
        const life = isOne ? together(all) : apart
        const found = [row(2022), row(2023)].map(each => [each['actual'], each['earlier'], each['life_actual']])
        expectNear(found, [
          [over(first), null, over(first)],
          [over(second), before, first.length === 0 ? over(second) : life],
        ])
        const names = ['q1_actual', 'q2_actual', 'q3_actual', 'q4_actual']
        expectNear(
          [row(2022), row(2023)].map(each => names.map(name => each[name])),
          [quartersOf(first, periods), quartersOf(second, periods)],
        )
        const whole = isAdded && isWeighted(all)
        // Over all years at once, one that does not tell makes an average of all.
        const eight = [first, second].flatMap(some => quartersOf(some, periods))
        expectNear([[row(2022, 'final')['actual']]], [[whole ? together(all) : joined(eight, periods)]])
      },
    ),
    { numRuns: 100 },
  )
})

function expectNear(found: readonly (readonly unknown[])[], meant: readonly (readonly (number | null)[])[]): void {
  const near = (value: unknown) => (typeof value === 'number' ? Number(value.toFixed(9)) : value)
  expect(found.map(each => each.map(near))).toEqual(meant.map(each => each.map(near)))
}
