/** In GO a project is one and whole: all its periods, all that the partner pays, in whole francs or blank. */
import { expect, test } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { budgetInGo, expenditureInGo, peopleInGo } from '../../src/report/go-project.ts'
import { sampleDataset } from '../support/sample-dataset.ts'

const dataset = sampleDataset()
const training = dataset.activity.get('2022-team-training')
const agreement = dataset.agreement.get('icrc-2022')
if (!training || !agreement) throw new Error('no records')

const activity = (over: Partial<Activity>): Activity => ({ ...training.data, ...over })
/** Two that pay, of one partner unless another is said: one in francs, one in whatever is said. */
const among = (over: Partial<Agreement>) => ({
  partner: agreement.data.partner,
  dataset: {
    ...dataset,
    agreement: new Map([
      ['a', { ...agreement, id: 'a' }],
      ['b', { ...agreement, id: 'b', data: { ...agreement.data, ...over } }],
    ]),
  },
})
const francs = (amount: number) => ({ amount, currency: 'CHF' })
const shares = (amount: number, currency: string): Partial<Activity> => ({
  funding: [
    { agreement: 'a', budget: francs(1000.4) },
    { agreement: 'b', budget: { amount, currency } },
  ],
})

test('money is that of all agreements of the partner, rounded once, and of no other partner', () => {
  expect(budgetInGo(activity(shares(500.2, 'CHF')), among({}))).toBe(1501)
  expect(budgetInGo(activity(shares(500.2, 'CHF')), among({ partner: 'ifrc' }))).toBe(1000)
})

test.each([
  ['at once', { currency: 'EUR', rates: [{ from: 'EUR', to: 'CHF', rate: 0.9 }] }, 'EUR', 1450],
  [
    'by a rate the other way round',
    { currency: 'CHF', rates: [{ from: 'CHF', to: 'UZS', rate: 10_000 }] },
    'UZS',
    1000,
  ],
  [
    'through the currency of the agreement',
    {
      currency: 'EUR',
      rates: [
        { from: 'USD', to: 'EUR', rate: 0.5 },
        { from: 'EUR', to: 'CHF', rate: 2 },
      ],
    },
    'USD',
    1500,
  ],
])('money of another currency is converted %s', (_, { currency, rates }, from, expected) => {
  const told = rates.map(rate => ({ ...rate, date: '2022-01-01', source: 'a bank' }))
  expect(budgetInGo(activity(shares(500, from)), among({ currency, rates: told, rate_rule: 'fixed' }))).toBe(expected)
})

test('without a rate, or a figure, there is no money', () => {
  expect(budgetInGo(activity(shares(500, 'EUR')), among({ currency: 'EUR', rates: [] }))).toBeNull()
  expect(budgetInGo(activity({ funding: [{ agreement: 'a' }] }), among({}))).toBeNull()
  expect(budgetInGo(activity({ funding: [{ agreement: 'a', budget: francs(0) }] }), among({}))).toBe(0)
})

test('what was spent after the cut-off is not reported yet', () => {
  const spent = [
    { ...francs(300), date: '2022-03-01' },
    { ...francs(-100), date: '2022-04-01', reason: 'a refund' },
    { ...francs(50), date: '2022-08-01' },
  ]
  const paid = activity({ funding: [{ agreement: 'b', spent }] })
  expect(expenditureInGo(paid, among({ data_cutoff: '2022-06-30' }))).toBe(200)
  expect(expenditureInGo(paid, among({ data_cutoff: '2022-12-31' }))).toBe(250)
})

test('people are those of all periods up to the cut-off', () => {
  const people = {
    by_period: [
      { period: '2021', total: 100, female: 60 },
      { period: '2022', total: 40, other: 2 },
    ],
  }
  const over = activity({ start: '2021-06-01', end: '2022-12-31' })
  expect(peopleInGo(people, over)).toMatchObject({ total: 140, female: 60, male: null, other: 2 })
  expect(peopleInGo(people, over, '2022-06-30')).toMatchObject({ total: 100 })
  expect(peopleInGo({ total: 5 }, over, '2022-06-30')).toBeNull()
  expect(peopleInGo(undefined, over)).toBeNull()
})
