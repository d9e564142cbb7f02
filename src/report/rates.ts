/** The rate that a sum is converted at, by the rule of its agreement. */
import { compare } from '../model/diagnostic.ts'
import { convert, convertBack, type Money } from '../model/money.ts'
import type { Agreement, Rate } from '../model/record/agreement.ts'
import type { ReportingYear } from '../model/reporting-year.ts'
import { exactSum } from './figures.ts'
import { isWithin } from './report-period.ts'

export interface AppliedRate {
  /** One; of an average, all that it is of. */
  readonly published: readonly Rate[]
  /** As published: how many units of one currency one of the other is worth. */
  readonly value: number
  /** Published from the currency of the agreement: a sum is divided by it. */
  readonly isInverse: boolean
}

export interface ToConvert {
  readonly from: string
  readonly to: string
  readonly day: string
  /** A plan is converted at the nearest rate that is known: its day may be yet to come. */
  readonly isPlan: boolean
}

/** Of a pair, in both directions in which one may be published; into the currency asked for goes first. */
export function ratesOf({ rates = [] }: Pick<Agreement, 'rates'>, from: string, to: string) {
  const byDay = rates.toSorted((a, b) => compare(dateOf(a), dateOf(b)))
  return [
    { rates: byDay.filter(rate => rate.from === from && rate.to === to), isInverse: false },
    { rates: byDay.filter(rate => rate.from === to && rate.to === from), isInverse: true },
  ]
}

export const dateOf = ({ date, month }: Pick<Rate, 'date' | 'month'>): string => date ?? month ?? ''

export function rateFor(agreement: Agreement, years: readonly ReportingYear[], of: ToConvert): AppliedRate | undefined {
  for (const { rates, isInverse } of ratesOf(agreement, of.from, of.to)) {
    const published = chosen(agreement, years, rates, of)
    const [only] = published
    if (only) return { published, value: meanOf(published.map(({ rate }) => rate)), isInverse }
  }
  return undefined
}

const meanOf = (rates: readonly number[]): number => exactSum(rates) / rates.length

function chosen(
  { rate_rule = 'fixed' }: Agreement,
  years: readonly ReportingYear[],
  rates: readonly Rate[],
  { day, isPlan }: ToConvert,
): readonly Rate[] {
  // A month comes before each of its days.
  const before = rates.filter(rate => dateOf(rate) <= day).slice(-1)
  const nearest = before.length > 0 ? before : rates.slice(0, 1)
  const asked = {
    fixed: () => rates.slice(0, 1),
    day: () => before,
    month: () => rates.filter(rate => dateOf(rate).startsWith(day.slice(0, 7))).slice(-1),
    average: () => inYearOf(day, years, rates),
  }[rate_rule]()
  return isPlan && asked.length === 0 ? nearest : asked
}

/** Of all twelve months, so that every report of a year takes one average. */
function inYearOf(day: string, years: readonly ReportingYear[], rates: readonly Rate[]): readonly Rate[] {
  const year = years.find(({ whole }) => isWithin(day, whole))
  return year ? rates.filter(rate => isWithin(rate.date ?? `${rate.month}-01`, year.whole)) : []
}

/** Rounded once, half away from zero. */
export function convertedAt(money: Money, to: string, { value, isInverse }: AppliedRate): Money {
  return isInverse ? convertBack(money, to, value) : convert(money, to, value)
}
