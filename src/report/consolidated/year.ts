/** All agreements of one year beside each other: their ledgers, their activities each once, and the currency they share. */
import type { Dataset } from '../../model/dataset.ts'
import { compare } from '../../model/diagnostic.ts'
import type { Money } from '../../model/money.ts'
import type { Language } from '../../model/text.ts'
import { apart } from '../apart.ts'
import { areasOf, inOrder } from '../areas.ts'
import type { HeadCount } from '../head-count.ts'
import type { CountedAs, Ledger, ReportedActivity } from '../ledger.ts'
import type { Names } from '../names.ts'
import { type AppliedRate, convertedAt } from '../rates.ts'
import { type ShownRate as Shown, shownRates } from '../rates-shown.ts'
import { statusOf } from '../status.ts'
import { type Common, commonOf } from './shared-currency.ts'

export interface Joined {
  readonly ledger: Ledger
  /** From 1: in names of columns, `spent_1`. */
  readonly at: number
  /** To the common currency; `null` where its sums are in it already, or there is none. */
  readonly rate: AppliedRate | null
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
  const rows = Map.groupBy(
    ledgers.flatMap(({ activities }) => activities),
    ({ entry }) => entry,
  )
  return [...rows]
    .map(([entry, under]) => {
      const status = statusOf(entry.data, cutoff)
      return {
        entry,
        status,
        counted: countedAs(status),
        target: firstOf(under, 'target'),
        reached: firstOf(under, 'reached'),
      }
    })
    .toSorted((a, b) => compare(a.entry.data.start, b.entry.data.start) || compare(a.entry.id, b.entry.id))
}

const countedAs = (status: ReportedActivity['status']): CountedAs =>
  status === 'cancelled' ? 0 : status === 'planned' ? 2 : 1

/** People are the same under each agreement, where its days and its cut-off let them be counted. */
function firstOf(under: readonly ReportedActivity[], what: 'target' | 'reached'): HeadCount | null {
  return under.map(each => each[what]).find(count => count !== null) ?? null
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

/** Of this agreement, to the common currency. */
export function inCommon(money: Money, { rate }: Joined, { common }: Pick<Consolidated, 'common'>): Money {
  return rate && common !== null ? convertedAt(money, common, rate) : money
}

export const underOf = ({ under }: Consolidated, activity: string): readonly Joined[] => under.get(activity) ?? []

/** In the order of the areas. */
export function areasOver({ dataset, agreements }: Consolidated): readonly string[] {
  const used = agreements.flatMap(({ ledger }) => areasOf({ dataset, ledger }))
  return inOrder(dataset, used)
}

/** `ICRC, CHF`; where a partner has two agreements, with the number of each, or its id where their numbers are one too. */
export function labelOf({ agreements, names }: Consolidated, { ledger: { agreement } }: Joined): string {
  const { partner, currency } = agreement.data
  const own = agreements.filter(({ ledger }) => ledger.agreement.data.partner === partner)
  const called = apart(
    own.map(
      ({
        ledger: {
          agreement: { id, data },
        },
      }) => ({ id, forms: [data.number ?? id, id] }),
    ),
  )
  const isOnly = own.length === 1
  return [
    names.shortOrganization(partner),
    ...(isOnly ? [] : [called.get(agreement.id) ?? agreement.id]),
    currency,
  ].join(', ')
}

export interface ShownRate extends Shown {
  readonly of: Joined
}

/** Of one agreement, to its own currency. */
export function ownRates({ at, ledger }: Joined): readonly Shown[] {
  const { rates = [], currency } = ledger.agreement.data
  return shownRates(rates, currency).map(({ rate, named }) => ({ rate, named: `${named}_of_${at}` }))
}

/** Of one agreement, to the common currency. */
export const commonRates = ({ at, rate, ledger }: Joined): readonly Shown[] =>
  (rate?.published ?? []).map(each => ({ rate: each, named: `common_${ledger.agreement.data.currency}_${at}` }))

/** Of each agreement, to its own currency and from there to the common one: what conversions refer to. */
export function ratesOf({ agreements }: Consolidated): readonly ShownRate[] {
  return agreements.flatMap(of => [...ownRates(of), ...commonRates(of)].map(shown => ({ ...shown, of })))
}
