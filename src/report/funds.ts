/** The partner's money in hand: what there was when a period began, what came in, what went out. */
import type { Days } from '../model/day.ts'
import { compare } from '../model/diagnostic.ts'
import { type Money, toMoney } from '../model/money.ts'
import type { Account } from './account.ts'
import type { Ledger } from './ledger.ts'
import { type AppliedRate, convertedAt, rateFor } from './rates.ts'
import { isWithin } from './report-period.ts'

export interface Instalment {
  readonly date: string
  readonly money: Money
  readonly rate: AppliedRate | null
  /** In the currency of the agreement. */
  readonly converted: Money
  readonly note: NonNullable<Account['agreement']['data']['instalments']>[number]['note']
}

export interface Funds {
  /** In minor units of the currency of the agreement. */
  readonly opening: number
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
  const start = toMoney({ amount: opening ?? 0, currency: data.currency }).minor
  return { opening: start + minorOf(before) - minorOf(spent), received: known.filter(within(period)) }
}

const within =
  (days: Days) =>
  ({ date }: Instalment): boolean =>
    isWithin(date, days)

const minorOf = (sums: readonly { readonly converted: Money }[]): number =>
  sums.reduce((sum, { converted }) => sum + converted.minor, 0)

function instalmentsOf({ agreement, years }: Account): readonly Instalment[] {
  const { data } = agreement
  return (data.instalments ?? [])
    .toSorted((a, b) => compare(a.date, b.date))
    .flatMap(({ date, amount, currency: from = data.currency, note }): readonly Instalment[] => {
      const money = toMoney({ amount, currency: from })
      if (from === data.currency) return [{ date, money, rate: null, converted: money, note }]
      const rate = rateFor(data, years, { from, to: data.currency, day: date, isPlan: true })
      return rate ? [{ date, money, rate, converted: convertedAt(money, data.currency, rate), note }] : []
    })
}
