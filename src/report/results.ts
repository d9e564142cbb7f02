/** What activities add to indicators: each result as it was written, with its quarter and whether it counts. */
import { type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import type { Result } from '../model/record/activity.ts'
import { dayOfFact, quarterOf } from './status.ts'

export interface ReportedResult {
  readonly activity: string
  /** Code of an indicator of the agreement. */
  readonly indicator: string
  readonly quarter: string
  /** Region, where the value is of one. */
  readonly place: string | null
  readonly value: number
  /** Not those of cancelled activities, nor of another year than the agreement's. */
  readonly counted: boolean
}

export const quartersOf = (year: number): readonly string[] => [1, 2, 3, 4].map(quarter => `${year}-Q${quarter}`)

export function resultsUnder(
  dataset: Dataset,
  agreement: Entry<'agreement'>,
  activities: readonly { readonly entry: Entry<'activity'>; readonly counted: boolean }[],
): { readonly results: readonly ReportedResult[]; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const quarters = quartersOf(agreement.data.year)
  const results = activities.flatMap(({ entry, counted }) =>
    (entry.data.results ?? []).flatMap((result, index) => {
      if (!belongs(dataset, { entry, result, agreement })) return []
      const quarter = quarterOf(dayOfFact(result, entry.data))
      const isInYear = quarters.includes(quarter)
      if (counted && !isInYear) diagnostics.push(outsideYear(entry, index, { quarter, agreement }))
      const { indicator, numerator = 0, denominator = 1, place = null } = result
      const value = result.value ?? (100 * numerator) / denominator
      return [{ activity: entry.id, indicator, quarter, place, value, counted: counted && isInYear }]
    }),
  )
  return { results, diagnostics }
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

function outsideYear(
  entry: Entry<'activity'>,
  index: number,
  { quarter, agreement }: { readonly quarter: string; readonly agreement: Entry<'agreement'> },
): Diagnostic {
  const message = `This result falls into ${quarter}, outside the year of “${agreement.id}”, so no quarter of its report counts it.`
  const hint = `Give “period” as a quarter of ${agreement.data.year}, or name the agreement of the other year.`
  return warningAt('report/outside-year', spanOf(entry, `/results/${index}`), message, hint)
}
