/** What was agreed anew, targets by sex and age, and sums by currency: their rows, their order, and what the cut-off leaves out. */
import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { indicator } from '../support/indicator-dataset.ts'
import { activities, entry, sampleDataset } from '../support/sample-dataset.ts'
import { modelOf, rowsOf } from '../support/workbook-model.ts'

function agreed(over: Partial<Agreement>, activity: { readonly [id: string]: Activity } = activities): Dataset {
  const plain = sampleDataset()
  const found = plain.agreement.get('icrc-2022')
  if (!found) throw new Error('no agreement')
  return sampleDataset({
    agreement: new Map([[found.id, { ...found, data: { ...found.data, ...over } }]]),
    activity: new Map(Object.entries(activity).map(([id, data]) => [id, entry('activity', id, data)])),
  })
}
const rows = (sheet: string, dataset: Dataset) => rowsOf(sheet, modelOf(dataset, 'icrc-2022'))

/** Of a key of words. */
const lastOf = (key: unknown): string => (typeof key === 'string' ? (key.split('.').at(-1) ?? '') : '')

describe('what was agreed anew', () => {
  const line = { line: 'a', area: 'epr', name: 'Line', amount: 100 }
  const dataset = agreed({
    start: '2022-01-01',
    end: '2023-12-31',
    data_cutoff: '2022-10-31',
    budget: [
      {
        ...line,
        by_year: { '2022': 60, '2023': 40 },
        revisions: [
          { date: '2022-09-01', amount: 130, by_year: { '2022': 90 }, reason: { en: 'Second' } },
          { date: '2022-03-01', amount: 110, by_year: { '2022': 70 }, reason: { en: 'First' } },
          { date: '2022-11-01', amount: 999, reason: { en: 'After the cut-off' } },
        ],
      },
      { ...line, line: 'b', revisions: [{ date: '2022-10-31', amount: 50, reason: { en: 'On its day' } }] },
    ],
    indicators: [
      indicator('T-1', {
        target: { total: 10, q1: 2 },
        target_by_year: { '2023': { total: 20 } },
        target_revisions: [
          { date: '2022-05-01', total: 12.5, reason: { en: 'More' } },
          { date: '2022-04-01', year: 2023, total: 25, q2: 5, reason: { en: 'Next year' } },
        ],
      }),
    ],
  })

  it('stands in the order of its days, each beside what it takes the place of, up to the cut-off', () => {
    const shown = rows('revisions', dataset).map(({ code, date, part, year, before, after, reason }) =>
      [code, date, lastOf(part), year, before, after, reason].join(' | '),
    )
    expect(shown).toEqual([
      'a | 2022-03-01 | whole |  | 100 | 110 | First',
      'a | 2022-03-01 | year | 2022 | 60 | 70 | First',
      'T-1 | 2022-04-01 | year | 2023 | 20 | 25 | Next year',
      'T-1 | 2022-04-01 | q2 | 2023 |  | 5 | Next year',
      'T-1 | 2022-05-01 | year | 2022 | 10 | 12.5 | More',
      'a | 2022-09-01 | whole |  | 110 | 130 | Second',
      'a | 2022-09-01 | year | 2022 | 70 | 90 | Second',
      'b | 2022-10-31 | whole |  | 100 | 50 | On its day',
    ])
  })

  it('has no sheet where nothing was', () => {
    const sheets = modelOf(agreed({ indicators: [] }), 'icrc-2022').sheets.map(({ sheet }) => sheet)
    expect(sheets).not.toContain('revisions')
  })
})

describe('targets by sex and age', () => {
  const by = { target_by_sex: { female: 6, male: 4 }, target_by_age: { '6_12': 3 } }
  const { '2022-team-training': some } = activities
  if (!some) throw new Error('no activity')
  const trained: Activity = {
    ...some,
    target: {
      total: 9,
      female: 5,
      by_age: { '18_59': { total: 7, male: 2 } },
      with_disability: 1,
      by_place: { 'uz-sa': 8 },
    },
  }
  const shown = (dataset: Dataset) =>
    rows('targets', dataset).map(({ code, sex, age, disability, region, target }) =>
      [code, ...[sex, age, disability].map(each => lastOf(each)), region ?? '', target].join(' | '),
    )

  it('are those of the agreement, then of each activity that counts', () => {
    const called = { ...trained, cancelled: { on: '2022-02-01', reason: 'Flood' } }
    const dataset = agreed({ indicators: [indicator('T-1', by)] }, { trained, called })
    expect(shown(dataset)).toEqual([
      'T-1 | female |  |  |  | 6',
      'T-1 | male |  |  |  | 4',
      'T-1 |  | 6_12 |  |  | 3',
      'trained | female |  |  |  | 5',
      'trained |  | 18_59 |  |  | 7',
      'trained | male | 18_59 |  |  | 2',
      'trained |  |  | yes |  | 1',
      'trained |  |  |  | Samarkand region | 8',
    ])
  })
})

describe('sums by currency', () => {
  const spend = (id: string, ...spent: NonNullable<NonNullable<Activity['funding']>[number]['spent']>): Activity => {
    const { '2022-team-training': some } = activities
    if (!some) throw new Error('no activity')
    return { ...some, name: id, funding: [{ agreement: 'icrc-2022', spent }] }
  }
  const rates = [
    { from: 'USD', to: 'CHF', rate: 0.9, date: '2022-03-31', source: 'bank' },
    { from: 'USD', to: 'CHF', rate: 0.8, date: '2022-06-30', source: 'bank' },
    { from: 'EUR', to: 'CHF', rate: 1.02, date: '2022-06-30', source: 'bank' },
  ]

  it('begin with the agreement’s own; a rate is shown where all sums took the same', () => {
    const dataset = agreed(
      { rates, rate_rule: 'day' },
      {
        one: spend(
          'one',
          { amount: 10, currency: 'USD', date: '2022-04-01' },
          { amount: 10, currency: 'USD', date: '2022-07-01' },
        ),
        two: spend(
          'two',
          { amount: 5, currency: 'EUR', date: '2022-07-01' },
          { amount: 5, currency: 'EUR', date: '2022-08-01' },
        ),
        three: spend('three', { amount: 1, currency: 'CHF', date: '2022-08-01' }),
      },
    )
    const found = rows('currencies', dataset).map(({ currency, spent, rate, rate_date, converted }) =>
      [currency, spent, rate, rate_date, converted].join(' | '),
    )
    expect(found).toEqual(['CHF | 1 | 1 |  | 1', 'EUR | 10 | 1.02 | 2022-06-30 | 10.2', 'USD | 20 |  |  | 17'])
  })
})
