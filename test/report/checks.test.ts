/** FDRS's and GO's rules: told where they are broken, and nowhere else. */

import { expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement, Indicator } from '../../src/model/record/agreement.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { standing } from '../../src/report/commitment-standing.ts'
import { factsText } from '../../src/report/sources.ts'
import { inWords } from '../support/in-words.ts'
import { indicator, indicatorDataset } from '../support/indicator-dataset.ts'
import { entry, inAll } from '../support/sample-dataset.ts'

const spending = { agreement: 'icrc-2022', spent: [{ amount: 1, currency: 'CHF' }] }
const planning = { agreement: 'icrc-2022', budget: { amount: 1, currency: 'CHF' } }
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
function diagnosticsOf(campaign: Activity, indicators: readonly Indicator[] = [], over: Partial<Agreement> = {}) {
  const dataset = indicatorDataset({ indicators })
  const tashkent = dataset.place.get('uz-tk')
  const agreement = dataset.agreement.get('icrc-2022')
  if (!tashkent || !agreement) throw new Error('no place or no agreement')
  const population = { value: 1000, date: '2022-01-01', source: inAll('Статистика', 'Statistics') }
  const data = { ...agreement.data, data_cutoff: '2022-12-31', budget: [], ...over }
  const { diagnostics } = annualReports(
    {
      ...dataset,
      place: new Map(dataset.place).set('uz-tk', { ...tashkent, data: { ...tashkent.data, population } }),
      agreement: new Map([['icrc-2022', { ...agreement, data }]]),
      activity: new Map([['campaign', entry('activity', 'campaign', campaign)]]),
    },
    { languages: ['en'] },
  )
  return diagnostics
}

const told = (...of: Parameters<typeof diagnosticsOf>) =>
  diagnosticsOf(...of).map(({ code, severity }) => `${severity} ${code}`)
const messages = (...of: Parameters<typeof diagnosticsOf>) =>
  inWords(diagnosticsOf(...of)).map(({ message }) => message)

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
  ['completed with people of a period alone', { reached: { by_period: [{ period: '2022-05', total: 0 }] } }, []],
  ['completed with an expense', { reached: {}, funding: [spending] }, []],
  ['completed with an expense under one of two', { reached: {}, funding: [planning, spending] }, []],
  ['completed with a result', { reached: {}, results: [{ indicator: 'I-1', agreement: 'icrc-2022', value: 0 }] }, []],
  ['a plan is no actual', { reached: {}, funding: [planning] }, ['warning report/no-actuals']],
  ['it goes on', { reached: {}, end: '2023-01-01' }, []],
  ['one region, divided', { reached: { total: 5000, by_place: { 'uz-tk': 10 } } }, []],
  ['nobody counted', { places: ['uz-tk'], reached: { male: 400 } }, ['warning report/large-share']],
  ['a region of which the population is not known', { places: ['uz-sa'], reached: { total: 5000 } }, []],
  ['no place', { places: [], reached: { total: 5000 } }, []],
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

it('a part and its whole are held against each other where they are in one unit, and both were reported', () => {
  const results = [
    { indicator: 'ALL-1', value: 10 },
    { indicator: 'PART-1', value: 11 },
  ]
  const all = indicator('ALL-1')
  const part = (over: Partial<Indicator>) => indicator('PART-1', { parent: 'ALL-1', ...over })
  expect(messages({ ...base, results }, [all, part({})])).toEqual([
    'PART-1 came to 11, more than the 10 of ALL-1, of which it is a part.',
  ])
  expect(told({ ...base, results }, [all, part({ unit: 'sessions' })])).toEqual([])
  expect(told({ ...base, results }, [all, indicator('PART-1')])).toEqual([])
  expect(told({ ...base, results: results.slice(1) }, [all, part({})])).toEqual([])
  expect(told({ ...base, results: results.slice(0, 1) }, [all, part({})])).toEqual([])
})

it('what is off its target is told with how much, of which period, once that is over', () => {
  const one = [indicator('DEV-1', { target: { total: 80 }, target_by_year: { 2022: { total: 80 } }, life_target: 80 })]
  const worth = (value: number, over: Partial<Agreement> = {}) =>
    messages({ ...base, results: [{ indicator: 'DEV-1', value }] }, one, over)
  expect(worth(90)).toEqual([
    'DEV-1 came to 90 of 80, 12.5 % above the target, and no comment says why (threshold: 10 %).',
  ])
  expect(worth(50)).toEqual([
    'DEV-1 came to 50 of 80, 37.5 % below the target, and no comment says why (threshold: 10 %).',
  ])
  expect(worth(90, { deviation_threshold: 12.5 })).toEqual([])
  expect(worth(90, { deviation_threshold: 12.4 })).toHaveLength(1)
  expect(worth(90, { data_cutoff: '2022-12-30' })).toEqual([])
  const two = worth(90, { end: '2023-12-31' }).filter(message => message.includes('comment'))
  expect(two).toEqual([
    'DEV-1 came to 90 of 80 in 2022-01-01 to 2022-12-31, 12.5 % above the target, and no comment says why (threshold: 10 %).',
  ])
  expect(messages(base, one)).toEqual(['DEV-1 has a target of 80 and no result at all, and no comment says why.'])
  expect(messages(base, [indicator('DEV-1', { target: { total: 0 } })])).toEqual([])
})

it('percentages that do not all tell of how many they are are told, where there are several', () => {
  const percent = indicator('P-1', { unit: 'percent', roll_up: { periods: 'average', places: 'average' } })
  const whole = { indicator: 'P-1', numerator: 1, denominator: 2 }
  const bare = { indicator: 'P-1', value: 50 }
  const of = (...results: Activity['results'] & object) => told({ ...base, results }, [percent])
  expect(of(bare, whole)).toEqual(['warning report/unweighted'])
  expect(of(whole, bare, bare)).toEqual(['warning report/unweighted'])
  expect([...of(whole, whole), ...of(bare), ...of(whole)]).toEqual([])
  const people = [indicator('P-1')]
  expect(told({ ...base, results: [bare, bare] }, people)).toEqual([])
  const cancelled = { on: '2022-04-30', reason: 'Паводок' }
  expect(told({ ...base, cancelled, results: [bare, bare] }, [percent])).toEqual([])
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
