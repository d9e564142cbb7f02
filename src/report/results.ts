/** What activities add to indicators: each result as it was written, with its day and its quarter. */
import type { Dataset, Entry } from '../model/dataset.ts'
import type { Result } from '../model/record/activity.ts'
import type { AccountActivity, Opening } from './account.ts'
import { dayOf, standingOf } from './fact.ts'
import { quarterAt } from './report-period.ts'

export interface ReportedResult {
  readonly activity: string
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
  /** Not those of cancelled activities. */
  readonly counted: boolean
}

export function resultsUnder(of: Opening, activities: readonly AccountActivity[]): readonly ReportedResult[] {
  const { data } = of.agreement
  return activities.flatMap(({ entry, status }) =>
    (entry.data.results ?? []).flatMap((result, index): readonly ReportedResult[] => {
      if (!belongs(of.dataset, { entry, result, agreement: of.agreement })) return []
      const counted = status !== 'cancelled'
      const day = dayOf(result, entry.data)
      const standing = standingOf(day, data)
      const quarter = quarterAt(of.years, day)
      if (standing !== 'counts' || quarter === null) {
        const pointer = `/results/${index}`
        const left = standing === 'after-cutoff' ? standing : 'outside'
        if (counted) of.leftOut.push({ entry, pointer, what: 'result', day, standing: left })
        return []
      }
      const { indicator, place = null, numerator = null, denominator = null } = result
      return [
        { activity: entry.id, indicator, day, quarter, place, value: valueOf(result), numerator, denominator, counted },
      ]
    }),
  )
}

/** A percentage may be told by its parts alone: the records were held to one of the two. */
function valueOf({ value, numerator = 0, denominator = 0 }: Result): number {
  if (value !== undefined) return value
  return denominator === 0 ? 0 : (100 * numerator) / denominator
}

interface Written {
  readonly entry: Entry<'activity'>
  readonly result: Result
  readonly agreement: Entry<'agreement'>
}

/** A result that names no agreement belongs to the one among those that paid which has such an indicator. */
function belongs(dataset: Dataset, { entry, result, agreement }: Written): boolean {
  if (result.agreement !== undefined) return result.agreement === agreement.id
  const paying = (entry.data.funding ?? []).map(share => share.agreement)
  const having = paying.filter(id =>
    dataset.agreement.get(id)?.data.indicators.some(({ code }) => code === result.indicator),
  )
  return having.includes(agreement.id)
}
