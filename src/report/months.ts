/**
 * What one place told several times in a quarter, month by month: the rule that joins the months, and, where one month
 * stands for its quarter, which. That is the first step of a roll-up, within a place of an activity.
 */
import type { Agreement, Indicator } from '../model/record/agreement.ts'
import type { ReportedResult } from './results.ts'

type Ruled = Pick<Indicator, 'roll_up'>

/** Where none is said, months are joined as quarters are. */
export const acrossMonths = ({ roll_up: { months, periods } }: Ruled): Indicator['roll_up']['periods'] =>
  months ?? periods

/** A state that a place keeps until it tells another, from one quarter to the next. */
export const isLatest = (indicator: Ruled): boolean =>
  indicator.roll_up.periods === 'latest' && acrossMonths(indicator) === 'latest'

/** Results of which another month of the quarter takes the place count no longer. */
export function withoutReplacedMonths(
  results: readonly ReportedResult[],
  { indicators }: Pick<Agreement, 'indicators'>,
): readonly ReportedResult[] {
  const isReplaced = new Set(
    indicators.flatMap(indicator => {
      const isBetter = betterOf(indicator)
      if (!isBetter) return []
      const own = results.filter(each => each.counted && each.indicator === indicator.code)
      const groups = Map.groupBy(own, ({ activity, place, quarter }) => `${quarter} ${place ?? ''} ${activity}`)
      return [...groups.values()].flatMap(months => {
        const stands = months.reduce((best, month) => (isBetter(month, best) ? month : best))
        return months.filter(month => month !== stands)
      })
    }),
  )
  return results.map(each => (isReplaced.has(each) ? { ...each, counted: false } : each))
}

type Better = (month: ReportedResult, than: ReportedResult) => boolean

/** The last; of percentages the highest, with what it is of. Other months are all joined, and a state is carried on anyway. */
function betterOf(indicator: Indicator): Better | undefined {
  const isLater: Better = (month, than) => month.day > than.day
  const { months } = indicator.roll_up
  if (months === 'latest') return isLatest(indicator) ? undefined : isLater
  if (months !== 'max' || indicator.unit !== 'percent') return undefined
  return (month, than) => (month.value === than.value ? isLater(month, than) : month.value > than.value)
}
