/**
 * The years in which an agreement is reported: twelve months from the first month of the society or of the agreement, cut to
 * the days of the agreement, each with its quarters. All of this is said by the days and months that records give.
 */
import { type Days, firstDayOfMonth, lastDayOfMonth, monthAfter, monthNumberOf, overlapOf, yearOf } from './day.ts'

export interface ReportingQuarter extends Days {
  readonly number: 1 | 2 | 3 | 4
}

export interface ReportingYear extends Days {
  /** Calendar year in which the twelve months begin, though the agreement may begin later. */
  readonly year: number
  /** `2022`, or `2022-23` where it does not begin in January. */
  readonly name: string
  /** All twelve months, whenever the agreement began. */
  readonly whole: Days
  /** Those of which a day lies in the agreement; each keeps its number. */
  readonly quarters: readonly ReportingQuarter[]
}

interface Term {
  readonly start: string
  readonly end: string
}

/**
 * That of the agreement, else of the society; else the month in which an agreement over whole years begins, else January.
 */
export function firstMonthOf(
  agreement: Term & { readonly first_month?: number },
  society: { readonly first_month?: number },
): number {
  const told = agreement.first_month ?? society.first_month
  return told ?? (lastsWholeYears(agreement) ? monthNumberOf(agreement.start) : 1)
}

/** From the first day of a month to the day before an anniversary of it. */
function lastsWholeYears({ start, end }: Term): boolean {
  const isToLastDay = end === lastDayOfMonth(end.slice(0, 7)) && (monthNumberOf(end) % 12) + 1 === monthNumberOf(start)
  return start.endsWith('-01') && isToLastDay && start < end
}

/** No agreement is as long: a day was mistyped, and none of the years after are made. */
export const mostYears = 50

/** In the order of their days; none where the agreement ends before it begins. */
export function reportingYearsOf({ start, end }: Term, firstMonth: number): readonly ReportingYear[] {
  const years: ReportingYear[] = []
  const last = Math.min(yearOf(end), yearOf(start) + mostYears)
  for (let year = yearOf(start) - 1; year <= last; year += 1) {
    const whole = monthsFrom(year, firstMonth - 1, 12)
    const within = overlapOf(whole, { first: start, last: end })
    if (within)
      years.push({
        year,
        name: nameOf(year, firstMonth),
        whole,
        ...within,
        quarters: quartersOf(year, firstMonth, within),
      })
  }
  return years
}

/** The twelve or three months that begin `months` after January of `year`. */
function monthsFrom(year: number, months: number, length: 3 | 12): Days {
  return {
    first: firstDayOfMonth(monthAfter(year, months)),
    last: lastDayOfMonth(monthAfter(year, months + length - 1)),
  }
}

function nameOf(year: number, firstMonth: number): string {
  return firstMonth === 1 ? `${year}` : `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}

const numbers = [1, 2, 3, 4] as const

function quartersOf(year: number, firstMonth: number, within: Days): readonly ReportingQuarter[] {
  return numbers.flatMap(number => {
    const days = overlapOf(monthsFrom(year, firstMonth - 1 + (number - 1) * 3, 3), within)
    return days ? [{ number, ...days }] : []
  })
}
