/**
 * Money: every sum in the currency of the agreement, exact, rounded once; budgets as they were revised.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - What was planned has no day of its own: it takes the rate of the last day of its activity.
 * - What a year was revised to is what was said of it by the cut-off, also where its end had come before: a revision names
 *   the year it is of. What the whole was revised to is as of the end of the period.
 * - A whole of which one part is not known is not known: so the budget of several lines.
 * - Of rates of one pair in both directions, the one into the currency of the agreement goes first.
 * - The average is of the rates as published, of the twelve months in which the sum lies; a report on a part of the
 *   year takes the same average as the report on the year, so that its sums are parts of that one's.
 */
import type { Named, Scope } from './facts.ts'
import { spendingFacts } from './facts.ts'
import { decimal, dividedBy, type Fraction, rounded, sumOf, times, toNumber, whole } from './fractions.ts'
import type { Agreement, BudgetLine, Rate } from './records.ts'
import { dayOf, isWithin, twelveMonthsWith, type Window } from './time.ts'

const withoutDecimals = 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ')
const withThree = 'BHD IQD JOD KWD LYD OMR TND'.split(' ')

/** ISO 4217. */
export function decimalsOf(currency: string): number {
  if (withoutDecimals.includes(currency)) return 0
  return withThree.includes(currency) ? 3 : 2
}

const unitOf = (currency: string): bigint => 10n ** BigInt(decimalsOf(currency))

export interface Sum {
  readonly amount: number
  readonly currency: string
}

/** In the smallest unit of the agreement's currency; `null` where it has no rate for it. */
export function convertedSum(scope: Scope, sum: Sum, day: string): bigint | null {
  const { currency } = scope.agreement
  const amount = decimal(sum.amount)
  const unit = whole(unitOf(currency))
  if (sum.currency === currency) return rounded(times(amount, unit))
  const used = rateFor(scope, sum.currency, day)
  if (used === null) return null
  const converted = used.isDirect ? times(amount, used.rate) : dividedBy(amount, used.rate)
  return converted && rounded(times(converted, unit))
}

interface Used {
  readonly rate: Fraction
  readonly isDirect: boolean
}

function rateFor(scope: Scope, currency: string, day: string): Used | null {
  const { agreement } = scope
  const rates = agreement.rates ?? []
  const direct = rates.filter(({ from, to }) => from === currency && to === agreement.currency)
  const reverse = rates.filter(({ from, to }) => from === agreement.currency && to === currency)
  const rate = ruledRate(scope, direct, day)
  if (rate) return { rate, isDirect: true }
  const other = ruledRate(scope, reverse, day)
  return other && { rate: other, isDirect: false }
}

function ruledRate({ agreement, firstMonth }: Scope, rates: readonly Rate[], day: string): Fraction | null {
  const rule = agreement.rate_rule ?? 'fixed'
  if (rule === 'fixed') {
    const [only] = rates
    return only ? decimal(only.rate) : null
  }
  if (rule === 'day') {
    let last: Rate | undefined
    for (const rate of rates) {
      if (rate.date === undefined || rate.date > day) continue
      if (last?.date === undefined || rate.date >= last.date) last = rate
    }
    return last ? decimal(last.rate) : null
  }
  if (rule === 'month') {
    const found = rates.filter(({ month, date }) => (month ?? date?.slice(0, 7)) === day.slice(0, 7)).at(-1)
    return found ? decimal(found.rate) : null
  }
  const year = twelveMonthsWith(day, firstMonth).span
  const within = rates.filter(({ month, date }) => isWithin(date ?? `${month}-01`, year))
  return dividedBy(sumOf(within.map(({ rate }) => decimal(rate))), whole(within.length))
}

export interface Posting {
  readonly activity: string
  readonly line: string | null
  /** Of its line; else of its activity. */
  readonly area: string
  readonly day: string
  readonly minor: bigint | null
}

export function postingsOf(scope: Scope, named: Named): readonly Posting[] {
  return spendingFacts(scope, named).map(({ activity, day, funding, spending }) => ({
    activity,
    line: funding.line ?? null,
    area: scope.agreement.budget.find(({ line }) => line === funding.line)?.area ?? named.activity.area,
    day,
    minor: convertedSum(scope, spending, day),
  }))
}

/** `null` where nothing is planned. */
export function plannedFor(scope: Scope, { activity }: Named): bigint | null {
  const sums: bigint[] = []
  for (const { agreement, budget } of activity.funding ?? []) {
    if (agreement !== scope.id || budget === undefined) continue
    const sum = convertedSum(scope, budget, dayOf({}, activity))
    if (sum !== null) sums.push(sum)
  }
  return addedMoney(sums)
}

export function addedMoney(sums: readonly (bigint | null)[]): bigint | null {
  let all: bigint | null = null
  for (const sum of sums) if (sum !== null) all = (all ?? 0n) + sum
  return all
}

/** Of parts that are all known. */
export function wholeMoney(parts: readonly (bigint | null)[]): bigint | null {
  return parts.includes(null) ? null : addedMoney(parts)
}

export function shown(minor: bigint | null, currency: string): number | null {
  return minor === null ? null : toNumber({ n: minor, d: unitOf(currency) })
}

export const minorOf = (amount: number, currency: string): bigint =>
  rounded(times(decimal(amount), whole(unitOf(currency))))

/** For the whole life, as last revised by a day. */
export function lifeBudget(line: BudgetLine, { currency }: Agreement, by: string): bigint {
  let { amount } = line
  for (const revision of revisionsBy(line, by)) amount = revision.amount ?? amount
  return minorOf(amount, currency)
}

/** For a reporting year, as last revised by a day: the whole where there is one year only; `null` where nobody said it. */
export function yearBudget(scope: Scope, line: BudgetLine, { year }: Window, by: string | null): bigint | null {
  const isOnly = scope.windows.length === 1
  let amount = line.by_year?.[year] ?? (isOnly ? line.amount : undefined)
  for (const revision of by === null ? [] : revisionsBy(line, by)) {
    amount = revision.by_year?.[year] ?? (isOnly ? revision.amount : undefined) ?? amount
  }
  return amount === undefined ? null : minorOf(amount, scope.agreement.currency)
}

/** In the order of their days. */
function revisionsBy({ revisions = [] }: BudgetLine, by: string) {
  return revisions.filter(({ date }) => date <= by).toSorted((a, b) => (a.date < b.date ? -1 : 1))
}
