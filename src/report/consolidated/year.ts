/** All agreements of one year beside each other: their ledgers, their activities each once, and the currency they share. */
import type { Dataset } from '../../model/dataset.ts'
import { compare } from '../../model/diagnostic.ts'
import type { Figure } from '../../model/figure.ts'
import { convert, type Money, toMoney } from '../../model/money.ts'
import type { Rate } from '../../model/record/agreement.ts'
import type { Language } from '../../model/text.ts'
import { areasOf, inOrder } from '../areas.ts'
import { figure, moneyOf } from '../figures.ts'
import type { Ledger, Posting, ReportedActivity } from '../ledger.ts'
import type { Names } from '../names.ts'
import { statusOf } from '../status.ts'
import { type Common, commonOf } from './shared-currency.ts'

export interface Joined {
  readonly ledger: Ledger
  /** From 1: in names of columns, `spent_1`. */
  readonly at: number
  /** To the common currency; `null` where its sums are in it already, or there is none. */
  readonly rate: Rate | null
}

export interface Consolidated {
  readonly dataset: Dataset
  readonly year: number
  readonly language: Language
  readonly names: Names
  readonly agreements: readonly Joined[]
  /** Each once, under however many agreements it is. */
  readonly activities: readonly ReportedActivity[]
  /** By activity. */
  readonly under: ReadonlyMap<string, readonly Joined[]>
  /** `null`: sums stay in the currencies of their agreements, and nothing is added over them. */
  readonly common: string | null
}

/** @param ledgers of the agreements of the year. */
export function consolidated(
  ledgers: readonly Ledger[],
  of: Pick<Consolidated, 'dataset' | 'year' | 'language' | 'names'>,
): Consolidated {
  const common: Common = commonOf(ledgers.map(({ agreement }) => agreement.data))
  const agreements = ledgers.map((ledger, index) => ({ ledger, at: index + 1, rate: common.rates[index] ?? null }))
  const under = new Map<string, readonly Joined[]>()
  for (const joined of agreements) {
    for (const { entry } of joined.ledger.activities) under.set(entry.id, [...(under.get(entry.id) ?? []), joined])
  }
  return { ...of, agreements, activities: activitiesOf(ledgers), under, common: common.currency }
}

/** Their status is that of the latest cut-off. */
function activitiesOf(ledgers: readonly Ledger[]): readonly ReportedActivity[] {
  const cutoff = cutoffOf(ledgers)
  const entries = new Map(
    ledgers.flatMap(({ activities }) => activities.map(({ entry }) => [entry.id, entry] as const)),
  )
  return [...entries.values()]
    .map(entry => {
      const status = statusOf(entry.data, cutoff)
      return { entry, status, counted: status !== 'cancelled' }
    })
    .toSorted((a, b) => compare(a.entry.data.start, b.entry.data.start) || compare(a.entry.id, b.entry.id))
}

export function cutoffOf(ledgers: readonly Ledger[]): string {
  return (
    ledgers
      .map(({ agreement }) => agreement.data.data_cutoff)
      .toSorted(compare)
      .at(-1) ?? ''
  )
}

export const isConverted = ({ agreements }: Pick<Consolidated, 'agreements'>): boolean =>
  agreements.some(({ rate }) => rate !== null)

/** Columns in the common currency stand where some sums are converted; elsewhere all are in it as they are. */
export const commonSpent = (report: Consolidated): string => (isConverted(report) ? 'fin_Common' : 'fin_Spent')
export const commonBudget = (report: Consolidated): string => (isConverted(report) ? 'bud_Common' : 'bud_Budget')

/** Of this agreement, to the common currency. */
export function inCommon(money: Money, { rate }: Joined): Money {
  return rate ? convert(money, rate.to, rate.rate) : money
}

export const underOf = ({ under }: Consolidated, activity: string): readonly Joined[] => under.get(activity) ?? []

/** In the order of the areas. */
export function areasOver({ dataset, agreements }: Consolidated): readonly string[] {
  const used = agreements.flatMap(({ ledger }) => areasOf({ dataset, ledger }))
  return inOrder(dataset, used)
}

export const isShared = (report: Consolidated, { entry }: ReportedActivity): boolean =>
  underOf(report, entry.id).length > 1

/** Budget lines of an agreement, of one area or all, in its currency. */
export function budgetSums({ ledger: { agreement } }: Joined, area?: string) {
  const { currency, budget } = agreement.data
  return budget
    .filter(line => area === undefined || line.area === area)
    .map(({ amount }) => ({ record: agreement.id, money: toMoney({ amount, currency }) }))
}

export function budgetInCommon(agreements: readonly Joined[], currency: string, area?: string): Figure {
  const sums = agreements.flatMap(joined =>
    budgetSums(joined, area).map(({ record, money }) => ({ record, money: inCommon(money, joined) })),
  )
  return moneyOf(sums, currency)
}

/** Counted spending of agreements in the common currency. */
export function spentInCommon(
  agreements: readonly Joined[],
  currency: string,
  which: (posting: Posting) => boolean = () => true,
): Figure {
  const sums = agreements.flatMap(joined =>
    joined.ledger.postings
      .filter(posting => posting.kind === 'spent' && posting.counted && which(posting))
      .map(({ activity, converted }) => ({ record: activity, money: inCommon(converted, joined) })),
  )
  return moneyOf(sums, currency)
}

/** `ICRC, CHF`; where a partner has two agreements, with the number of each. */
export function labelOf({ agreements, names }: Consolidated, { ledger: { agreement } }: Joined): string {
  const { partner, number, currency } = agreement.data
  const isOnly = agreements.filter(({ ledger }) => ledger.agreement.data.partner === partner).length === 1
  return [names.shortOrganization(partner), ...(isOnly ? [] : [number ?? agreement.id]), currency].join(', ')
}

export const rateNameOf = ({ at }: Joined, currency: string): string => `rate_${currency}_${at}`
export const commonRateName = ({ at }: Joined, currency: string): string => `common_${currency}_${at}`

export function rateFigure({ from, to, rate }: Rate, record: string): Figure {
  return figure(rate, { unit: `${from}/${to}`, rule: 'rate', records: [record] })
}
