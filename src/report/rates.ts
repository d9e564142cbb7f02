/** The rate that a sum is converted at, by the rule of its agreement. */
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

/** Of the pair, in the direction in which it was published; both ways only where an agreement mixes them. */
export function ratesOf({ rates = [] }: Pick<Agreement, 'rates'>, from: string, to: string) {
  const direct = rates.filter(rate => rate.from === from && rate.to === to)
  const inverse = rates.filter(rate => rate.from === to && rate.to === from)
  return direct.length > 0 ? { rates: direct, isInverse: false } : { rates: inverse, isInverse: true }
}

export const dateOf = ({ date, month }: Pick<Rate, 'date' | 'month'>): string => date ?? month ?? ''

export function rateFor(agreement: Agreement, years: readonly ReportingYear[], of: ToConvert): AppliedRate | undefined {
  const { rates, isInverse } = ratesOf(agreement, of.from, of.to)
  const byDay = rates.toSorted((a, b) => (dateOf(a) < dateOf(b) ? -1 : 1))
  const published = chosen(agreement, years, byDay, of)
  const value =
    published.length > 1 ? exactSum(published.map(({ rate }) => rate)) / published.length : published[0]?.rate
  return value === undefined ? undefined : { published, value, isInverse }
}

function chosen(
  { rate_rule = 'fixed' }: Agreement,
  years: readonly ReportingYear[],
  rates: readonly Rate[],
  { day, isPlan }: ToConvert,
): readonly Rate[] {
  if (rate_rule === 'fixed') return rates.slice(0, 1)
  const before = rates.filter(rate => dateOf(rate).slice(0, 10) <= day.slice(0, dateOf(rate).length))
  const nearest = [...before.slice(-1), ...rates].slice(0, 1)
  if (rate_rule === 'day') return isPlan ? nearest : before.slice(-1)
  if (rate_rule === 'month') {
    const ofMonth = rates.filter(rate => dateOf(rate).startsWith(day.slice(0, 7))).slice(-1)
    return isPlan && ofMonth.length === 0 ? nearest : ofMonth
  }
  const year = years.find(each => isWithin(day, each))
  const ofYear = year ? rates.filter(rate => isOf(year, rate)) : []
  return isPlan && ofYear.length === 0 ? nearest : ofYear
}

/** A month belongs to the year that its first day is in: reporting years begin with a month, agreements may not. */
const isOf = ({ first, last }: ReportingYear, rate: Rate): boolean => {
  const of = dateOf(rate)
  return of >= first.slice(0, of.length) && of <= last.slice(0, of.length)
}

/** Rounded once, half away from zero. */
export function convertedAt(money: Money, to: string, { value, isInverse }: AppliedRate): Money {
  return isInverse ? convertBack(money, to, value) : convert(money, to, value)
}
