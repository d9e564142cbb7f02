/** Days that must follow each other. */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { factsOf } from '../../model/record/kinds.ts'
import { type Draft, dayAt, inconsistent } from '../draft.ts'
import { showPlace } from '../show.ts'

export function checkDays(draft: Draft): readonly Diagnostic[] {
  const { days } = factsOf(draft.kind)
  return days ? checkOrder(draft, { early: `/${days.first}`, late: `/${days.last}` }) : []
}

/** @param pair pointers: the day of `late` is not before that of `early`. */
export function checkOrder(
  draft: Draft,
  pair: { readonly early: string; readonly late: string },
): readonly Diagnostic[] {
  const early = dayAt(draft, pair.early)
  const late = dayAt(draft, pair.late)
  if (early === undefined || late === undefined || late >= early) return []
  const message = `${showPlace(pair.late)} (${late}) is before ${showPlace(pair.early)} (${early}).`
  return [inconsistent(draft, pair.late, message, 'Correct one of the two days.')]
}

/** `2022-08-15` -> `2022-Q3`. */
export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export function isQuarter(written: string | undefined): written is string {
  return written !== undefined && /^[0-9]{4}-Q[1-4]$/.test(written)
}
