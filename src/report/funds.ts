/** The partner's money in hand: what there was when a period began, what came in, what went out. */

import type { Days } from '../model/day.ts'
import { compare } from '../model/diagnostic.ts'
import type { Figure } from '../model/figure.ts'
import { type Money, toAmount, toMoney } from '../model/money.ts'
import type { Account } from './account.ts'
import { asReported, joined, remainderOf } from './figures.ts'
import type { Ledger } from './ledger.ts'
import { type AppliedRate, convertedAt, rateFor } from './rates.ts'
import { isWithin } from './report-period.ts'

export interface Instalment {
  readonly date: string
  /** Where the agreement says it. */
  readonly pointer: string
  readonly money: Money
  readonly rate: AppliedRate | null
  /** In the currency of the agreement. */
  readonly converted: Money
  readonly note: NonNullable<Account['agreement']['data']['instalments']>[number]['note']
}

export interface Funds {
  /** In the currency of the agreement: what there was, with what came in and went out since. */
  readonly opening: Figure
  readonly received: readonly Instalment[]
}

/** Nothing where the agreement says nothing of what was received. */
export function fundsIn({ account, period }: Ledger): Funds | undefined {
  const { data } = account.agreement
  const { opening_balance: opening, instalments } = data
  if (opening === undefined && instalments === undefined) return undefined
  const known = instalmentsOf(account).filter(({ date }) => date <= data.data_cutoff)
  const spent = account.postings.filter(({ kind, day }) => kind === 'spent' && day < period.first)
  const before = known.filter(({ date }) => date < period.first)
  const by = { kind: 'agreement', record: account.agreement.id } as const
  const start = asReported(opening ?? 0, { ...by, at: '/opening_balance' })
  const came = before.map(({ converted, pointer }) => asReported(toAmount(converted), { ...by, at: pointer }))
  const went = spent.map(({ converted, activity, pointer }) =>
    asReported(toAmount(converted), { record: activity, at: pointer }),
  )
  return { opening: remainderOf(joined([start, ...came], 'sum'), went), received: known.filter(within(period)) }
}

const within =
  (days: Days) =>
  ({ date }: Instalment): boolean =>
    isWithin(date, days)

function instalmentsOf({ agreement, years }: Account): readonly Instalment[] {
  const { data } = agreement
  return (data.instalments ?? [])
    .map((instalment, index) => ({ ...instalment, pointer: `/instalments/${index}` }))
    .toSorted((a, b) => compare(a.date, b.date))
    .flatMap(({ date, amount, currency: from = data.currency, note, pointer }): readonly Instalment[] => {
      const money = toMoney({ amount, currency: from })
      if (from === data.currency) return [{ date, pointer, money, rate: null, converted: money, note }]
      const rate = rateFor(data, years, { from, to: data.currency, day: date, isPlan: true })
      return rate ? [{ date, pointer, money, rate, converted: convertedAt(money, data.currency, rate), note }] : []
    })
}
