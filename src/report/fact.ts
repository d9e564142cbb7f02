/** When a fact happened, and whether the report of an agreement may count it. */
import { firstDayOf, lastDayOf, type Period } from '../model/period.ts'
import type { Agreement } from '../model/record/agreement.ts'

/** As records date a sum, a result, or a part of the people reached. */
export interface Dated {
  readonly date?: string
  readonly period?: Period
}

/**
 * The day of a fact: its own; else the last day of its period, or that of the activity where it ended within the period;
 * else the last day of the activity.
 */
export function dayOf({ date, period }: Dated, { end }: { readonly end: string }): string {
  if (date !== undefined) return date
  if (period === undefined) return end
  const last = lastDayOf(period)
  return end >= firstDayOf(period) && end < last ? end : last
}

/** What happened outside the days of its agreement, or after its data were cut off, is in no figure. */
export type Standing = 'counts' | 'after-cutoff' | 'outside'

export function standingOf(day: string, { start, end, data_cutoff }: Agreement): Standing {
  if (day < start || day > end) return 'outside'
  return day > data_cutoff ? 'after-cutoff' : 'counts'
}

/** Where a plan belongs that reaches beyond its agreement: to the day of it that is nearest. */
export function clampedTo({ start, end }: Agreement, day: string): string {
  if (day < start) return start
  return day > end ? end : day
}
