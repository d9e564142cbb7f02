/** When a fact happened, and whether the report of an agreement may count it. */
import type { Entry } from '../model/dataset.ts'
import type { Agreement } from '../model/record/agreement.ts'

/** What happened outside the days of its agreement, or after its data were cut off, is in no figure. */
export type Standing = 'counts' | 'after-cutoff' | 'outside'

export function standingOf(day: string, { start, end, data_cutoff }: Agreement): Standing {
  if (day < start || day > end) return 'outside'
  return day > data_cutoff ? 'after-cutoff' : 'counts'
}

/** A fact that no report counts, and why. */
export interface LeftOut {
  readonly entry: Entry<'activity' | 'meeting'>
  readonly pointer: string
  readonly what: 'people' | 'money' | 'result' | 'meeting'
  readonly day: string
  readonly standing: Exclude<Standing, 'counts'>
}

/** Where belongs what reaches beyond its agreement: to the day of it that is nearest. */
export function clampedTo({ start, end }: Pick<Agreement, 'start' | 'end'>, day: string): string {
  if (day < start) return start
  return day > end ? end : day
}
