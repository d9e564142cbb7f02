/** FDRS's and GO's rules: told where they are broken, and nowhere else. */
import { expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Indicator } from '../../src/model/record/agreement.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { standing } from '../../src/report/commitment-standing.ts'
import { factsText } from '../../src/report/sources.ts'
import { indicator, indicatorDataset } from '../support/indicator-dataset.ts'
import { entry, inAll } from '../support/sample-dataset.ts'

const base: Activity = {
  name: inAll('Кампания', 'Campaign'),
  area: 'epr',
  type: 'awareness',
  start: '2022-05-01',
  end: '2022-05-02',
  places: ['uz-tk'],
  funding: [{ agreement: 'icrc-2022' }],
  reached: { total: 10 },
}

/** The campaign and nothing else, after the end of the year. */
function told(campaign: Activity, indicators: readonly Indicator[] = []) {
  const dataset = indicatorDataset({ indicators })
  const tashkent = dataset.place.get('uz-tk')
  const agreement = dataset.agreement.get('icrc-2022')
  if (!tashkent || !agreement) throw new Error('no place or no agreement')
  const population = { value: 1000, date: '2022-01-01', source: inAll('Статистика', 'Statistics') }
  const data = { ...agreement.data, data_cutoff: '2022-12-31', budget: [] }
  const { diagnostics } = annualReports(
    {
      ...dataset,
      place: new Map(dataset.place).set('uz-tk', { ...tashkent, data: { ...tashkent.data, population } }),
      agreement: new Map([['icrc-2022', { ...agreement, data }]]),
      activity: new Map([['campaign', entry('activity', 'campaign', campaign)]]),
    },
    { languages: ['en'] },
  )
  return diagnostics.map(({ code, severity }) => `${severity} ${code}`)
}

it.each([
  ['as many people as live there', { reached: { total: 1000 } }, ['warning report/population']],
  ['30 % of them', { reached: { total: 300 } }, ['warning report/large-share']],
  ['29.9 % of them', { reached: { total: 299 } }, []],
  [
    'a part for one region',
    { places: ['uz-tk', 'uz-sa'], reached: { total: 900, by_place: { 'uz-tk': 400 } } },
    ['warning report/large-share'],
  ],
  ['several regions, not divided', { places: ['uz-tk', 'uz-sa'], reached: { total: 5000 } }, []],
  ['a cancelled one', { reached: { total: 5000 }, cancelled: { on: '2022-04-30', reason: 'Паводок' } }, []],
  ['completed without actuals', { reached: {} }, ['warning report/no-actuals']],
  ['a reason why none are known', { reached: {}, not_reported: 'Не считали' }, []],
] as const)('%s', (_, over, expected) => {
  expect(told({ ...base, ...structuredClone(over) } as Activity)).toEqual(expected)
})

it.each([
  [110, []],
  [111, ['warning report/deviation']],
  [90, []],
  [89, ['warning report/deviation']],
])('a target of 100 met with %d', (value, expected) => {
  const one = indicator('DEV-1', { target: { total: 100 } })
  const activity = { ...base, results: [{ indicator: 'DEV-1', value }] }
  expect(told(activity, [one])).toEqual(expected)
  expect(told(activity, [{ ...one, deviation: inAll('Паводок', 'Flood') }])).toEqual([])
})

it('a target that nobody reported anything for asks for a comment as well', () => {
  expect(told(base, [indicator('DEV-1', { target: { total: 100 } })])).toEqual(['warning report/deviation'])
})

it('a part may not exceed its whole', () => {
  const indicators = [indicator('ALL-1'), indicator('PART-1', { parent: 'ALL-1' })]
  const results = (part: number) => [
    { indicator: 'ALL-1', value: 10 },
    { indicator: 'PART-1', value: part },
  ]
  expect(told({ ...base, results: results(10) }, indicators)).toEqual([])
  expect(told({ ...base, results: results(11) }, indicators)).toEqual(['warning report/above-parent'])
})

it('the hash is of the facts: not of their order, nor of where they stand', () => {
  const { name, ...rest } = base
  expect(factsText(entry('activity', 'a', { ...rest, name }))).toBe(factsText(entry('activity', 'b', base)))
  expect(factsText(entry('activity', 'a', { ...base, volunteers: 1 }))).not.toBe(
    factsText(entry('activity', 'a', base)),
  )
})

it('a commitment is overdue once its day has passed', () => {
  const open = { what: 'План', who: ['society'], status: 'open' as const }
  expect(standing({ ...open, by: '2022-12-30' }, '2022-12-31')).toBe('overdue')
  expect(standing({ ...open, by: '2022-12-31' }, '2022-12-31')).toBe('open')
  expect(standing(open, '2022-12-31')).toBe('open')
  expect(standing({ ...open, by: '2022-01-01', status: 'done' }, '2022-12-31')).toBe('done')
})
