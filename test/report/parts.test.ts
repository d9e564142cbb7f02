/** The steps of a roll-up, against a reference that goes over the results one by one. */
import { array, assert, constantFrom, integer, property, record } from 'fast-check'
import { expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement, Indicator } from '../../src/model/record/agreement.ts'
import { accountsOf } from '../../src/report/account.ts'
import { ledgerIn } from '../../src/report/ledger.ts'
import { acrossActivities, partsOf } from '../../src/report/parts.ts'
import { periodsOf, yearOf } from '../../src/report/report-period.ts'
import { indicator, indicatorDataset } from '../support/indicator-dataset.ts'
import { accountOf } from '../support/one-activity.ts'
import { entry } from '../support/sample-dataset.ts'

const told = record({
  activity: constantFrom('a', 'b'),
  place: constantFrom('uz-tk', 'uz-sa'),
  quarter: constantFrom(1, 2, 3, 4),
  value: integer({ min: 0, max: 50 }),
})
type Told = { readonly activity: string; readonly place: string; readonly quarter: number; readonly value: number }

function ledgerOf(rows: readonly Told[], roll_up: Indicator['roll_up'], cutoff = '2022-12-31') {
  const plain = indicatorDataset({ indicators: [indicator('I-1', { roll_up })] })
  const activity = (id: string): Activity => ({
    name: id,
    area: 'epr',
    type: 'training',
    start: '2022-01-01',
    end: '2022-01-02',
    funding: [{ agreement: 'icrc-2022' }],
    results: rows
      .filter(each => each.activity === id)
      .map(({ place, quarter, value }) => ({ indicator: 'I-1', value, place, period: `2022-Q${quarter}` })),
  })
  const agreement = plain.agreement.get('icrc-2022')
  if (!agreement) throw new Error('no agreement')
  const [account] = accountsOf({
    ...plain,
    agreement: new Map([['icrc-2022', { ...agreement, data: { ...agreement.data, data_cutoff: cutoff } }]]),
    activity: new Map(['a', 'b'].map(id => [id, entry('activity', id, activity(id))])),
  })
  const [year] = account?.years ?? []
  if (!account || !year) throw new Error('no account')
  return { ledger: ledgerIn(account, yearOf(year)), of: account.agreement.data.indicators[0] ?? indicator('I-1') }
}

it('a part is what one activity came to in one quarter, with each result in one part', () => {
  assert(
    property(array(told, { maxLength: 12 }), rows => {
      const { ledger, of } = ledgerOf(rows, { periods: 'sum', places: 'max' })
      const parts = partsOf(ledger, of)
      const keys = parts.map(({ activity, quarter }) => `${quarter} ${activity}`)
      expect(new Set(keys).size).toBe(keys.length)
      expect(new Set(keys)).toEqual(new Set(rows.map(each => `2022-Q${each.quarter} ${each.activity}`)))
      expect(parts.flatMap(({ results }) => results)).toHaveLength(rows.length)
    }),
  )
})

it('of the latest, each place has what it last had by the end of each quarter, told as old where it is', () => {
  const oneADay = (rows: readonly Told[]) => [
    ...new Map(rows.map(each => [`${each.place} ${each.quarter}`, each])).values(),
  ]
  assert(
    property(array(told, { maxLength: 12 }).map(oneADay), constantFrom(1, 2, 3, 4), (rows, last) => {
      const cutoff = ['2022-03-31', '2022-06-30', '2022-09-30', '2022-12-31'][last - 1] ?? ''
      const { ledger, of } = ledgerOf(rows, { periods: 'latest', places: 'sum' }, cutoff)
      const meant = [1, 2, 3, 4]
        .filter(quarter => quarter <= last)
        .flatMap(quarter =>
          ['uz-tk', 'uz-sa'].flatMap(place => {
            const known = rows
              .filter(each => each.place === place && each.quarter <= quarter)
              .toSorted((a, b) => a.quarter - b.quarter)
              .at(-1)
            return known ? [`2022-Q${quarter} ${place} ${known.value} ${known.quarter < quarter}`] : []
          }),
        )
      const parts = partsOf(ledger, of).map(
        ({ quarter, place, results, since }) => `${quarter} ${place} ${results[0]?.value} ${since !== null}`,
      )
      expect(parts.toSorted()).toEqual(meant.toSorted())
    }),
  )
})

it('the latest value is carried to each quarter that has begun, and is old from the first day of the next', () => {
  const result = { indicator: 'I-1', value: 5, date: '2022-04-01', place: 'uz-tk' }
  const indicators = [indicator('I-1', { roll_up: { periods: 'latest', places: 'sum' } })]
  const carried = (over: Partial<Agreement>, id?: string) => {
    const account = accountOf({ results: [result] }, { indicators, reports: ['year', 'final'], ...over })
    const period = periodsOf(account.agreement.data, account.years).find(each => each.id === id)
    if (!period) throw new Error('no period')
    return partsOf(ledgerIn(account, period), indicators[0] ?? indicator('I-1')).map(each => [each.quarter, each.since])
  }
  const fresh = ['2022-Q2', null]
  expect(carried({ data_cutoff: '2022-06-30' })).toEqual([fresh])
  expect(carried({ data_cutoff: '2022-07-01' })).toEqual([fresh, ['2022-Q3', '2022-04-01']])
  const old = ['2022-Q3', '2022-Q4', '2023-Q1'].map(quarter => [quarter, '2022-04-01'])
  expect(carried({ end: '2023-12-31', data_cutoff: '2023-01-01' }, 'final')).toEqual([fresh, ...old])
})

it.each([
  ['sum', 'sum', 'sum'],
  ['sum', 'max', 'sum'],
  ['average', 'average', 'average'],
  ['latest', 'sum', 'sum'],
  ['latest', 'max', 'max'],
  ['latest', 'average', 'average'],
] as const)('%s across periods and %s across places is %s across activities', (periods, places, expected) => {
  expect(acrossActivities(indicator('I-1', { roll_up: { periods, places } }))).toBe(expected)
})
