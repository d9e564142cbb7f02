/**
 * A calendar period as records write it: `2022`, `2022-Q3`, `2022-11`, `2022-04/2023-03`. Always of the calendar, never
 * the third quarter of some agreement's own year.
 */
import { type Days, firstDayOfMonth, lastDayOfMonth, monthAfter } from './day.ts'

/** YAML reads a year without quotes as a number. */
export type Period = string | number

const month = '(0[1-9]|1[0-2])'
/** The last month of `2022-04/2023-03` may still be before the first: that no pattern can tell. */
export const periodPattern = `^[0-9]{4}(-Q[1-4]|-${month}(/[0-9]{4}-${month})?)?$`

const isWellFormed = new RegExp(periodPattern)

export function isPeriod(written: unknown): written is Period {
  if (typeof written !== 'string' && typeof written !== 'number') return false
  if (!isWellFormed.test(String(written))) return false
  const { first, last } = daysOfPeriod(written)
  return first <= last
}

export const firstDayOf = (period: Period): string => daysOfPeriod(period).first
export const lastDayOf = (period: Period): string => daysOfPeriod(period).last

/** @param period one that fits the pattern */
export function daysOfPeriod(period: Period): Days {
  const { first, last } = monthsOf(String(period))
  return { first: firstDayOfMonth(first), last: lastDayOfMonth(last) }
}

function monthsOf(period: string): Days {
  const [from = '', to] = period.split('/')
  if (to !== undefined) return { first: from, last: to }
  const [year = '', part] = from.split('-')
  if (part === undefined) return { first: `${year}-01`, last: `${year}-12` }
  if (!part.startsWith('Q')) return { first: from, last: from }
  const months = (Number(part.slice(1)) - 1) * 3
  return { first: monthAfter(Number(year), months), last: monthAfter(Number(year), months + 2) }
}

/** As records date a sum, a result, or a part of the people reached. */
export interface Dated {
  readonly date?: string
  readonly period?: Period
}

/**
 * The day of a fact: its own; else the last day of its period, or that of the activity where it ended within the period;
 * else the last day of the activity.
 */
export function dayOfFact({ date, period }: Dated, { end }: { readonly end: string }): string {
  if (date !== undefined) return date
  if (period === undefined) return end
  const last = lastDayOf(period)
  return end >= firstDayOf(period) && end < last ? end : last
}
