/** Calendar days and months as text (`2022-08-15`, `2022-08`): both compare as they stand, and neither has a time zone. */

/** From one day to another, both included. */
export interface Days {
  readonly first: string
  readonly last: string
}

export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
}

export const yearOf = (day: string): number => Number(day.slice(0, 4))
export const monthNumberOf = (day: string): number => Number(day.slice(5, 7))

/** The month that begins `months` after January of `year`, which may be more than a year away, and before it. */
export function monthAfter(year: number, months: number): string {
  const inYear = ((months % 12) + 12) % 12
  const years = year + (months - inYear) / 12
  return `${String(years).padStart(4, '0')}-${String(inYear + 1).padStart(2, '0')}`
}

export const firstDayOfMonth = (month: string): string => `${month}-01`

export function lastDayOfMonth(month: string): string {
  return `${month}-${daysInMonth(yearOf(month), monthNumberOf(month))}`
}

/** @param days before it, where they are below zero */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The days that two spans share; nothing where they share none. */
export function overlapOf(one: Days, other: Days): Days | undefined {
  const [, first = ''] = [one.first, other.first].toSorted()
  const [last = ''] = [one.last, other.last].toSorted()
  return first <= last ? { first, last } : undefined
}

/** Days compare as text. */
export function earlierDay(one: string, other: string): string {
  if (one <= other) return one
  return other
}
