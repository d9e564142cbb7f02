/** Which month of a quarter stands for it, where its place told several. */
import { expect, it } from 'vitest'
import type { Indicator } from '../../src/model/record/agreement.ts'
import { acrossMonths, isLatest, withoutReplacedMonths } from '../../src/report/months.ts'
import type { ReportedResult } from '../../src/report/results.ts'
import { indicator } from '../support/indicator-dataset.ts'

const told = (day: string, value: number, over: Partial<ReportedResult> = {}): ReportedResult => ({
  activity: 'a',
  pointer: '/results/0',
  indicator: 'I-1',
  day,
  quarter: day < '2022-04' ? '2022-Q1' : '2022-Q2',
  place: null,
  value,
  numerator: null,
  denominator: null,
  counted: true,
  ...over,
})
const counted = (of: Partial<Indicator>, results: readonly ReportedResult[]) =>
  withoutReplacedMonths(results, { indicators: [indicator('I-1', of)] }).map(each => (each.counted ? each.value : null))

const latest = { months: 'latest', periods: 'sum', places: 'sum' } as const
const highest = { months: 'max', periods: 'average', places: 'average' } as const

it('the latest of each quarter, place and activity stands, in whatever order they are told', () => {
  const results = [
    told('2022-03-31', 6),
    told('2022-01-31', 9),
    told('2022-04-30', 1),
    told('2022-01-31', 3, { place: 'uz-tk' }),
    told('2022-01-31', 4, { activity: 'b' }),
    told('2022-03-31', 5, { activity: 'b', counted: false }),
    told('2022-01-31', 2, { indicator: 'I-2' }),
  ]
  expect(counted({ roll_up: latest }, results)).toEqual([6, null, 1, 3, 4, null, 2])
})

it('the highest percentage stands, of two alike the later; other months are joined', () => {
  const results = [told('2022-01-31', 50), told('2022-02-28', 60), told('2022-03-31', 60), told('2022-04-30', 5)]
  expect(counted({ roll_up: highest, unit: 'percent' }, results)).toEqual([null, null, 60, 5])
  expect(counted({ roll_up: highest }, results)).toEqual([50, 60, 60, 5])
  expect(counted({ roll_up: { periods: 'max', places: 'max' }, unit: 'percent' }, results)).toEqual([50, 60, 60, 5])
})

it('a state is carried on from quarter to quarter, and nothing takes its place', () => {
  const state = { months: 'latest', periods: 'latest', places: 'sum' } as const
  expect(counted({ roll_up: state }, [told('2022-01-31', 1), told('2022-02-28', 2)])).toEqual([1, 2])
  expect([state, latest, { ...state, months: 'sum' as const }].map(roll_up => isLatest({ roll_up }))).toEqual([
    true,
    false,
    false,
  ])
  expect(acrossMonths({ roll_up: { periods: 'max', places: 'sum' } })).toBe('max')
})
