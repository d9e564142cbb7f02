/** How a table writes numbers and days, as far as its own cells or the user say it. */
import { writtenNumber } from './number.ts'

export type DayOrder = 'day-first' | 'month-first'

export interface Conventions {
  /** The sign before decimals. */
  readonly decimal?: '.' | ','
  readonly dates?: DayOrder
}

/** @param days texts of the columns of days; @param numbers those of counts and sums */
export function conventionsIn(days: readonly string[], numbers: readonly string[]): Conventions {
  const dates = only(days.flatMap(orderOf))
  const decimal = only(numbers.flatMap(text => writtenNumber(text.replace(/[^\d.,'’\s-]/g, ''))?.decimal ?? []))
  return { ...(dates && { dates }), ...(decimal && { decimal }) }
}

/** A day above the twelfth tells which of the two numbers it is. */
function orderOf(text: string): readonly DayOrder[] {
  const [, first, second] = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}\b/.exec(text) ?? []
  if (Number(first) > 12) return ['day-first']
  return Number(second) > 12 ? ['month-first'] : []
}

/** What all say; nothing where they differ. */
function only<T>(said: readonly T[]): T | undefined {
  const [one, other] = new Set(said)
  return other === undefined ? one : undefined
}
