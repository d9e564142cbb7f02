/**
 * Days, reporting years and the periods that reports are on.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - A report is on the part of its window that the agreement covers; whether that has begun by the cut-off is asked of
 *   its first day, and the first report is made in any case.
 * - A period straddles where it lies in two reporting years of the agreement: where it reaches out of the agreement, what
 *   is told of the agreement can only be of the days that they share.
 */
import type { Agreement, Society } from './records.ts'

export interface Span {
  readonly first: string
  readonly last: string
}

export interface Quarter {
  readonly number: 1 | 2 | 3 | 4
  /** Of it what the agreement covers; `null` where that is nothing. */
  readonly span: Span | null
}

/** A reporting year of an agreement. */
export interface Window {
  /** Calendar year in which it begins. */
  readonly year: number
  readonly name: string
  /** Twelve months, whole. */
  readonly full: Span
  readonly span: Span
  readonly quarters: readonly Quarter[]
}

export interface ReportPeriod {
  readonly kind: 'year' | 'half-year' | 'quarter' | 'final'
  /** Of the folder. */
  readonly year: number
  /** In the name of the file; empty for the report on a calendar year. */
  readonly period: string
  readonly span: Span
  /** `null` for the whole life. */
  readonly window: Window | null
}

const two = (number: number): string => String(number).padStart(2, '0')
const firstOf = (year: number, month: number): string => `${year}-${two(month)}-01`

export function dayAfter(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

const dayBefore = (day: string): string => dayAfter(day, -1)

/** The first day of the month that comes so many months after. */
function monthsAfter(year: number, month: number, months: number): string {
  const all = year * 12 + (month - 1) + months
  return firstOf(Math.floor(all / 12), (all % 12) + 1)
}

/** `months` from the first day of one. */
function spanOfMonths(year: number, month: number, months: number): Span {
  return { first: firstOf(year, month), last: dayBefore(monthsAfter(year, month, months)) }
}

/** `2022`, `2022-Q3`, `2022-11`, `2022-04/2023-03`: always of the calendar. */
export function spanOfPeriod(written: string | number): Span {
  const period = String(written)
  const year = Number(period.slice(0, 4))
  if (period.length === 4) return spanOfMonths(year, 1, 12)
  if (period.includes('/')) {
    const [from = '', to = ''] = period.split('/')
    return { first: spanOfPeriod(from).first, last: spanOfPeriod(to).last }
  }
  if (period.includes('Q')) return spanOfMonths(year, (Number(period.slice(6)) - 1) * 3 + 1, 3)
  return spanOfMonths(year, Number(period.slice(5)), 1)
}

export const isWithin = (day: string, span: Span): boolean => span.first <= day && day <= span.last
export const doOverlap = (a: Span, b: Span): boolean => a.first <= b.last && a.last >= b.first

export function earlierOf(a: string, b: string): string {
  if (a < b) return a
  return b
}

export function laterOf(a: string, b: string): string {
  if (a > b) return a
  return b
}

export function shared(a: Span, b: Span): Span | null {
  const [first, last] = [laterOf(a.first, b.first), earlierOf(a.last, b.last)]
  return first <= last ? { first, last } : null
}

export function firstMonthOf(society: Society, agreement: Agreement): number {
  if (agreement.first_month !== undefined) return agreement.first_month
  if (society.first_month !== undefined) return society.first_month
  const after = dayAfter(agreement.end)
  const wholeYears = agreement.start.endsWith('-01') && after.slice(4) === agreement.start.slice(4)
  return wholeYears ? Number(agreement.start.slice(5, 7)) : 1
}

/** The twelve months, from the first month, in which a day lies. */
export function twelveMonthsWith(day: string, firstMonth: number): { readonly year: number; readonly span: Span } {
  const calendarYear = Number(day.slice(0, 4))
  const year = Number(day.slice(5, 7)) >= firstMonth ? calendarYear : calendarYear - 1
  return { year, span: spanOfMonths(year, firstMonth, 12) }
}

export function windowsOf(society: Society, agreement: Agreement): readonly Window[] {
  const firstMonth = firstMonthOf(society, agreement)
  const life = { first: agreement.start, last: agreement.end }
  const windows: Window[] = []
  for (let year = twelveMonthsWith(agreement.start, firstMonth).year; ; year += 1) {
    const full = spanOfMonths(year, firstMonth, 12)
    const span = shared(full, life)
    if (span === null) return windows
    const quarters: Quarter[] = []
    for (const number of [1, 2, 3, 4] as const) {
      const first = monthsAfter(year, firstMonth, (number - 1) * 3)
      const last = dayBefore(monthsAfter(year, firstMonth, number * 3))
      quarters.push({ number, span: shared({ first, last }, life) })
    }
    const name = firstMonth === 1 ? String(year) : `${year}-${two((year + 1) % 100)}`
    windows.push({ year, name, full, span, quarters })
  }
}

export function reportsOf(society: Society, agreement: Agreement): readonly ReportPeriod[] {
  const windows = windowsOf(society, agreement)
  const found: ReportPeriod[] = []
  for (const kind of agreement.reports ?? ['year']) {
    if (kind === 'final') {
      const span = { first: agreement.start, last: agreement.end }
      found.push({ kind, year: Number(agreement.start.slice(0, 4)), period: 'final', span, window: null })
      continue
    }
    for (const window of windows) {
      const isCalendar = window.name.length === 4
      const parts: { id: string; span: Span | null }[] = []
      if (kind === 'year') parts.push({ id: '', span: window.span })
      if (kind === 'quarter') for (const { number, span } of window.quarters) parts.push({ id: `q${number}`, span })
      if (kind === 'half-year') {
        parts.push({ id: 'h1', span: joined(window.quarters.slice(0, 2)) })
        parts.push({ id: 'h2', span: joined(window.quarters.slice(2)) })
      }
      for (const { id, span } of parts) {
        if (span === null) continue
        const isFirst = span.first === agreement.start
        if (!isFirst && span.first > agreement.data_cutoff) continue
        const period = [isCalendar ? '' : window.name, id].filter(part => part !== '').join('-')
        found.push({ kind, year: window.year, period, span, window })
      }
    }
  }
  return found
}

function joined(quarters: readonly Quarter[]): Span | null {
  const spans = quarters.map(({ span }) => span).filter(span => span !== null)
  const [first, last] = [spans[0], spans.at(-1)]
  return first && last ? { first: first.first, last: last.last } : null
}

/** How long a fact's own words make it, where it has any. */
export interface Dated {
  readonly date?: string
  readonly period?: string | number
}

/** Its own day; else of its period the last, or the activity's last where that is inside; else the activity's last. */
export function dayOf({ date, period }: Dated, activity: { readonly end: string }): string {
  if (date !== undefined) return date
  if (period === undefined) return activity.end
  const span = spanOfPeriod(period)
  return isWithin(activity.end, span) ? activity.end : span.last
}

/** A period that lies in two reporting years of an agreement. */
export function doesStraddle({ date, period }: Dated, windows: readonly Window[]): boolean {
  if (date !== undefined || period === undefined) return false
  const span = spanOfPeriod(period)
  return windows.filter(window => doOverlap(window.span, span)).length > 1
}
