/**
 * An activity as a project of IFRC GO, which holds it once and whole, under one partner: its people over all periods, and
 * what that partner pays by all its agreements, in Swiss francs. What was not reported, or has no rate into them, has no
 * figure; what others pay is not told in the report of one.
 */
import type { Dataset, Entry } from '../model/dataset.ts'
import { type Money, toAmount, toMoney } from '../model/money.ts'
import { dayOfFact } from '../model/period.ts'
import type { Activity, Funding, People } from '../model/record/activity.ts'
import type { Agreement } from '../model/record/agreement.ts'
import { firstMonthOf, reportingYearsOf } from '../model/reporting-year.ts'
import { type HeadCount, headCountOf, joinedCount } from './head-count.ts'
import { convertedAt, rateFor } from './rates.ts'

/** @param cutoff what was reached later is not reported yet */
export function peopleInGo(people: People | undefined, activity: Activity, cutoff?: string): HeadCount | null {
  const parts = people ? (people.by_period ?? [{ ...people, date: activity.end }]) : []
  const known = parts.filter(part => cutoff === undefined || dayOfFact(part, activity) <= cutoff)
  return joinedCount(known.map(headCountOf))
}

/** Whole francs, as GO takes them. */
export const budgetInGo = (activity: Activity, by: Payer): number | null =>
  inFrancs(activity, by, ({ budget }) => (budget ? [{ money: toMoney(budget), day: activity.end }] : []))

export const expenditureInGo = (activity: Activity, by: Payer): number | null =>
  inFrancs(activity, by, ({ spent = [] }, { data_cutoff }) =>
    spent.map(sum => ({ money: toMoney(sum), day: dayOfFact(sum, activity) })).filter(({ day }) => day <= data_cutoff),
  )

export interface Payer {
  readonly partner: string
  readonly dataset: Dataset
}

interface Sum {
  readonly money: Money
  readonly day: string
}

function inFrancs(
  { funding = [] }: Activity,
  { partner, dataset }: Payer,
  sumsOf: (share: Funding, agreement: Agreement) => readonly Sum[],
): number | null {
  const sums = funding.flatMap(share => {
    const agreement = dataset.agreement.get(share.agreement)
    return agreement?.data.partner === partner
      ? sumsOf(share, agreement.data).map(sum => francsOf(sum, agreement, dataset))
      : []
  })
  const known = sums.filter(sum => sum !== undefined)
  if (known.length === 0 || known.length < sums.length) return null
  return Math.round(toAmount({ minor: known.reduce((all, { minor }) => all + minor, 0), currency: 'CHF' }))
}

/** At once, or through the currency of the agreement, at the agreement's own rates. */
function francsOf({ money, day }: Sum, { data }: Entry<'agreement'>, dataset: Dataset): Money | undefined {
  const into = (to: string, from: Money | undefined): Money | undefined => {
    if (!from || from.currency === to) return from
    const years = reportingYearsOf(data, firstMonthOf(data, dataset.society.data))
    const rate = rateFor(data, years, { from: from.currency, to, day, isPlan: true })
    return rate && convertedAt(from, to, rate)
  }
  return into('CHF', money) ?? into('CHF', into(data.currency, money))
}
