/** What activities add to indicators: each result as it was written, with its day and its quarter. */
import type { Entry } from '../model/dataset.ts'
import { dayOfFact } from '../model/period.ts'
import type { Activity, Result } from '../model/record/activity.ts'
import type { ReportingYear } from '../model/reporting-year.ts'
import { type LeftOut, standingOf } from './fact.ts'
import { quarterAt } from './report-period.ts'
import type { Status } from './status.ts'

export interface ReportedResult {
  readonly activity: string
  /** Where its record says it. */
  readonly pointer: string
  /** Code of an indicator of the agreement. */
  readonly indicator: string
  readonly day: string
  /** As the sheets name it. */
  readonly quarter: string
  /** Region, where the value is of one. */
  readonly place: string | null
  readonly value: number
  /** Of a percentage, where they were told: it weighs as much as the denominator says. */
  readonly numerator: number | null
  readonly denominator: number | null
  /** Not those of cancelled activities, nor of which another month of the quarter takes the place. */
  readonly counted: boolean
}

interface Under {
  readonly agreement: Entry<'agreement'>
  readonly years: readonly ReportingYear[]
  /** Where it puts what no report counts. */
  readonly leftOut: LeftOut[]
}

interface WithStatus {
  readonly entry: Entry<'activity'>
  readonly status: Status
}

export function resultsUnder(of: Under, activities: readonly WithStatus[]): readonly ReportedResult[] {
  const { data } = of.agreement
  return activities.flatMap(({ entry, status }) =>
    (entry.data.results ?? []).flatMap((result, index): readonly ReportedResult[] => {
      if (!isUnder(of.agreement, entry.data, result)) return []
      const counted = status !== 'cancelled'
      const day = dayOfFact(result, entry.data)
      const standing = standingOf(day, data)
      const quarter = quarterAt(of.years, day)
      const pointer = `/results/${index}`
      if (standing !== 'counts' || quarter === null) {
        const left = standing === 'after-cutoff' ? standing : 'outside'
        if (counted) of.leftOut.push({ entry, pointer, what: 'result', day, standing: left })
        return []
      }
      const { indicator, place = null, numerator = null, denominator = null } = result
      return [
        {
          activity: entry.id,
          pointer,
          indicator,
          day,
          quarter,
          place,
          value: shownValue(result),
          numerator,
          denominator,
          counted,
        },
      ]
    }),
  )
}

/** A percentage may be told by its parts alone: the records were held to one of the two. */
const shownValue = ({ value, numerator = 0, denominator = 1 }: Result): number =>
  value ?? (100 * numerator) / denominator

/** A result that names no agreement belongs to the one among those that paid which has such an indicator. */
export function isUnder(
  { id, data }: Entry<'agreement'>,
  { funding = [] }: Activity,
  { agreement, indicator }: Result,
): boolean {
  if (agreement !== undefined) return agreement === id
  return funding.some(share => share.agreement === id) && data.indicators.some(({ code }) => code === indicator)
}
