/** The sample workspace with indicators of every rule, over two years, and results that lie in wait for a naive sum. */
import type { Dataset } from '../../src/model/dataset.ts'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement, Indicator } from '../../src/model/record/agreement.ts'
import { activities, entry, inAll, sampleDataset } from './sample-dataset.ts'

export function indicator(code: string, over: Partial<Indicator> = {}): Indicator {
  return {
    code,
    level: 'output',
    area: 'epr',
    name: inAll(`Показатель ${code}`, `Indicator ${code}`),
    unit: 'people',
    roll_up: { periods: 'sum', places: 'sum' },
    ...over,
  }
}

export const indicators: readonly Indicator[] = [
  indicator('SUM-1', { unique_people: true, life_target: 400, target: { total: 200, q1: 100, q2: 0 } }),
  indicator('MAX-1', { roll_up: { periods: 'max', places: 'max' } }),
  indicator('LAST-1', {
    unit: 'structures',
    roll_up: { periods: 'latest', places: 'sum' },
    baseline: { value: 3, date: '2020-12-31' },
  }),
  indicator('AVG-1', { unit: 'percent', roll_up: { periods: 'average', places: 'average' }, target: { total: 70 } }),
  indicator('NONE-1', { target: { total: 10 } }),
]

const activity = (over: Partial<Activity>): Activity => ({
  name: inAll('Мероприятие', 'Activity'),
  area: 'epr',
  type: 'training',
  start: '2022-01-01',
  end: '2022-03-31',
  funding: [{ agreement: 'icrc-2022' }],
  reached: { total: 10 },
  ...over,
})

export const reporting: { readonly [id: string]: Activity } = {
  // Ends on the last day of a quarter; the other on the first of the next.
  'first-quarter': activity({ results: [{ indicator: 'SUM-1', value: 50 }] }),
  'second-quarter': activity({ start: '2022-04-01', end: '2022-04-01', results: [{ indicator: 'SUM-1', value: 30 }] }),
  'several-places': activity({
    places: ['uz-tk', 'uz-sa'],
    results: [
      { indicator: 'MAX-1', value: 100, period: '2022-Q1', place: 'uz-tk' },
      { indicator: 'MAX-1', value: 90, period: '2022-Q1', place: 'uz-sa' },
      { indicator: 'MAX-1', value: 95, period: '2022-Q1' },
      { indicator: 'MAX-1', value: 40, period: '2022-Q3', place: 'uz-sa' },
      // Zero is a value; the third quarter is not reported.
      { indicator: 'LAST-1', value: 7, period: '2022-Q1', place: 'uz-tk' },
      { indicator: 'LAST-1', value: 2, period: '2022-Q1', place: 'uz-sa' },
      { indicator: 'LAST-1', value: 0, period: '2022-Q2', place: 'uz-tk' },
      { indicator: 'AVG-1', value: 60.5, period: '2022-Q1' },
      { indicator: 'AVG-1', value: 80, period: '2022-Q1' },
      { indicator: 'AVG-1', value: 76, period: '2022-11' },
    ],
  }),
  'called-off': activity({
    cancelled: { on: '2022-01-02', reason: inAll('Паводок', 'Flood') },
    results: [
      { indicator: 'SUM-1', value: 1000 },
      { indicator: 'MAX-1', value: 1000 },
      { indicator: 'LAST-1', value: 1000, period: '2022-Q4' },
    ],
  }),
  // Paid by both: the code means another thing in each agreement.
  'co-funded': activity({
    funding: [{ agreement: 'icrc-2022' }, { agreement: 'ifrc-2022' }],
    results: [
      { indicator: 'SUM-1', agreement: 'icrc-2022', value: 5, period: '2022-Q2' },
      { indicator: 'SUM-1', agreement: 'ifrc-2022', value: 700, period: '2022-Q2' },
    ],
  }),
  'year-before': activity({
    start: '2021-05-01',
    end: '2021-12-31',
    funding: [{ agreement: 'icrc-2021' }],
    results: [
      { indicator: 'SUM-1', value: 60, period: '2021-Q2' },
      { indicator: 'MAX-1', value: 300, period: '2021-Q2' },
      { indicator: 'LAST-1', value: 4, period: '2021-Q4' },
      { indicator: 'AVG-1', value: 40, period: '2021-Q4' },
    ],
  }),
}

export function indicatorDataset(
  over: { readonly activity?: { readonly [id: string]: Activity }; readonly indicators?: readonly Indicator[] } = {},
): Dataset {
  const plain = sampleDataset()
  const all = { ...activities, ...reporting, ...over.activity }
  const agreement = (id: string, of: Partial<Agreement>) => {
    const data = plain.agreement.get(id.replace('2021', '2022'))?.data
    if (!data) throw new Error(`no ${id}`)
    return [id, entry('agreement', id, { ...data, ...of })] as const
  }
  const own = [...(over.indicators ?? indicators)]
  const past = { year: 2021, start: '2021-01-01', end: '2021-12-31', data_cutoff: '2021-12-31' }
  return sampleDataset({
    agreement: new Map([
      agreement('icrc-2021', { indicators: own, ...past }),
      agreement('icrc-2022', { indicators: own }),
      agreement('ifrc-2022', { indicators: [indicator('SUM-1')] }),
    ]),
    activity: new Map(
      Object.entries(all)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, data]) => [id, entry('activity', id, data)]),
    ),
  })
}
