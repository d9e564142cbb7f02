/**
 * A workspace with any number of activities under one agreement, some also paid by another: regions, ages, results,
 * currencies and cancellations recur, so that every total can be told by arithmetic.
 */
import type { Dataset } from '../../src/model/dataset.ts'
import type { Activity } from '../../src/model/record/activity.ts'
import { indicator } from './indicator-dataset.ts'
import { entry, inAll, sampleDataset } from './sample-dataset.ts'

const areas = ['epr', 'rfl', 'ihl'] as const
const places = ['uz-tk', 'uz-sa', 'uz-fa'] as const
const lines = ['epr-training', 'epr-equipment', 'rfl-service'] as const
const codes = ['L-1', 'L-2', 'L-3', 'L-4', 'L-5', 'L-6'] as const
const currencies = ['CHF', 'USD', 'UZS', 'CHF'] as const

function nth<const T>(of: readonly [T, ...T[]], index: number): T {
  return of[index % of.length] ?? of[0]
}

/** Every tenth was cancelled, every seventh reports nobody, every fifth is paid by both partners. */
export function largeActivity(index: number): Activity {
  const month = String((index % 12) + 1).padStart(2, '0')
  const code = nth(codes, index)
  const quarter = `2022-Q${Math.floor((index % 12) / 3) + 1}`
  const spent = [{ amount: 100 + (index % 50) / 100, currency: nth(currencies, index), period: quarter }]
  return {
    name: inAll(`Учение «Сель» № ${index}`, `Drill No. ${index}`),
    description: inAll(`Что было сделано на учении № ${index}`, `What was done at drill No. ${index}`),
    area: nth(areas, index),
    type: 'training',
    start: `2022-${month}-01`,
    end: `2022-${month}-28`,
    places: index % 4 === 0 ? [nth(places, index), nth(places, index + 1)] : [nth(places, index)],
    target: { total: 20 },
    ...(index % 10 === 9 && { cancelled: { on: '2022-01-02', reason: inAll('Паводок', 'Flood') } }),
    ...(index % 7 === 6
      ? { not_reported: inAll('Людей не считали', 'People were not counted') }
      : {
          reached: {
            total: 15,
            female: 8,
            male: 5,
            by_age: { '18_59': { female: 4, male: 3 }, '60_plus': { total: 2 } },
          },
        }),
    volunteers: index % 9,
    funding: [
      { agreement: 'icrc-2022', line: nth(lines, index), budget: { amount: 150, currency: 'CHF' }, spent },
      ...(index % 5 === 0
        ? [
            {
              agreement: 'ifrc-2022',
              line: 'epr-stocks',
              spent: [{ amount: 10, currency: 'CHF' as const, period: quarter }],
            },
          ]
        : []),
    ],
    results: [{ agreement: 'icrc-2022', indicator: code, value: 3, period: quarter, place: nth(places, index) }],
  }
}

export function largeDataset(activities: number): Dataset {
  const sample = sampleDataset()
  const agreement = sample.agreement.get('icrc-2022')
  if (!agreement) throw new Error('the sample has no such agreement')
  const ids = Array.from({ length: activities }, (_, index) => `drill-${String(index).padStart(5, '0')}`)
  const data = { ...agreement.data, indicators: codes.map(code => indicator(code, { area: 'epr' })) }
  return {
    ...sample,
    agreement: new Map([...sample.agreement, ['icrc-2022', entry('agreement', 'icrc-2022', data)]]),
    activity: new Map(ids.map((id, index) => [id, entry('activity', id, largeActivity(index))])),
  }
}
