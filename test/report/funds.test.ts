/** The partner's money in hand when a period began, and what came in during it. */
import { expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { fundsIn } from '../../src/report/funds.ts'
import { ledgerIn } from '../../src/report/ledger.ts'
import { periodsOf } from '../../src/report/report-period.ts'
import { accountOf } from '../support/one-activity.ts'

const on = (date: string, amount: number) => ({ date, amount })
const instalments = [on('2022-10-01', 300), on('2022-01-01', 100), on('2022-06-30', 200), on('2022-07-01', 250)]
const spent = [
  { amount: 10, currency: 'CHF' as const, date: '2022-06-30' },
  { amount: 20, currency: 'CHF' as const, date: '2022-07-01' },
]
const funding: Activity['funding'] & object = [
  { agreement: 'icrc-2022', budget: { amount: 999, currency: 'CHF' }, committed: [spent[0] ?? never()], spent },
]

function funds(over: Partial<Agreement>, id?: string) {
  const account = accountOf({ funding }, { reports: ['year', 'half-year'], data_cutoff: '2022-12-31', ...over })
  const period = periodsOf(account.agreement.data, account.years).find(each => each.id === id)
  const found = fundsIn(ledgerIn(account, period ?? never()))
  return found && [found.opening.value, ...found.received.map(({ converted }) => converted.minor / 100)]
}

it('is not known where the agreement says nothing of it', () => {
  expect(funds({})).toBeUndefined()
  expect(funds({ opening_balance: 0 })).toEqual([0])
  expect(funds({ instalments: [] })).toEqual([0])
})

it('is what there was and came before the period, less what was spent before it; of plans and orders nothing', () => {
  const said = { opening_balance: 5, instalments }
  expect(funds(said)).toEqual([5, 100, 200, 250, 300])
  expect(funds(said, 'h1')).toEqual([5, 100, 200])
  expect(funds(said, 'h2')).toEqual([295, 250, 300])
})

it('is what had come by the cut-off, its day included', () => {
  expect(funds({ instalments, data_cutoff: '2022-07-01' })).toEqual([0, 100, 200, 250])
  expect(funds({ instalments, data_cutoff: '2022-06-30' })).toEqual([0, 100, 200])
})

it('is converted at the rate of the agreement', () => {
  const dollars = [{ ...on('2022-03-03', 100), currency: 'USD' as const, note: 'First' }]
  const account = accountOf({ funding }, { instalments: dollars })
  const { received } =
    fundsIn(ledgerIn(account, periodsOf(account.agreement.data, account.years)[0] ?? never())) ?? never()
  expect(received).toMatchObject([
    {
      date: '2022-03-03',
      money: { minor: 10_000, currency: 'USD' },
      converted: { minor: 9250, currency: 'CHF' },
      note: 'First',
    },
  ])
  expect(received[0]?.rate?.value).toBe(0.925)
  expect(funds({ instalments: [...dollars, on('2022-04-04', 1)], rates: [] })).toEqual([0, 1])
})

function never(): never {
  throw new Error('nothing of the kind')
}
