/** Where an activity stood on the day the data were cut off: derived from its dates, never typed in. */
import { lastDayOf, type Period } from '../model/period.ts'
import type { Activity } from '../model/record/activity.ts'

export type Status = 'planned' | 'ongoing' | 'completed' | 'cancelled'

/** Days compare as text. The cut-off day itself is still reported. */
export function statusOf(activity: Activity, cutoff: string): Status {
  if (activity.cancelled) return 'cancelled'
  if (activity.start > cutoff) return 'planned'
  return activity.end > cutoff ? 'ongoing' : 'completed'
}

/** Its own day, else the last of its period, else that of its activity. */
export function dayOfFact(
  { date, period }: { readonly date?: string; readonly period?: Period },
  { end }: Pick<Activity, 'end'>,
): string {
  return date ?? (period === undefined ? end : lastDayOf(period))
}

/** `2022-08-15` is in `2022-Q3`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}
