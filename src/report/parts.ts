/**
 * Results on the way to an indicator, in the order of the roll-up (UNICEF PRP): first the places within an activity, then
 * the activities within a quarter, then the quarters. A part is what an activity came to in a quarter; of an indicator
 * that takes the latest value, what a place last came to by the end of a quarter, reported in it or before.
 */
import { compare } from '../model/diagnostic.ts'
import type { Indicator } from '../model/record/agreement.ts'
import type { Account } from './account.ts'
import type { Ledger } from './ledger.ts'
import { isLatest } from './months.ts'
import { type QuarterColumn, quarterCode } from './report-period.ts'
import type { ReportedResult } from './results.ts'

export interface Part {
  readonly indicator: Indicator
  /** Of a part that is latest: the one that reported it. */
  readonly activity: string
  /** Of a part that is latest only. */
  readonly place: string | null
  readonly quarter: string
  /** All that it is joined of. */
  readonly results: readonly ReportedResult[]
  /** Day of the value, where it is of an earlier quarter than that it is carried to. */
  readonly since: string | null
}

/**
 * Percentages that all tell of how many they are: they are added by their parts, never averaged.
 *
 * @param quarter where something was reported in it, it is asked alone; else the whole report is
 */
export function isWeighted(indicator: Indicator, ledger: Ledger, quarter?: string): boolean {
  const parts = partsOf(ledger, indicator)
  const own = parts.filter(part => part.quarter === quarter)
  const all = (own.length > 0 ? own : parts).flatMap(({ results }) => results)
  return all.length > 0 && all.every(hasWeight)
}

/** Only a percentage has both, or neither, and is of none that is zero: records were held to it. */
export const hasWeight = ({ denominator }: ReportedResult): boolean => denominator !== null

/** How the second step joins: what was highest, or added up, within each activity is added up over activities. */
export const acrossActivities = (indicator: Indicator): 'sum' | 'max' | 'average' =>
  isLatest(indicator) || indicator.roll_up.places === 'average' ? indicator.roll_up.places : 'sum'

const known = new WeakMap<Ledger, Map<Indicator, readonly Part[]>>()

/** Made once. */
export function partsOf(ledger: Ledger, indicator: Indicator): readonly Part[] {
  const made = known.get(ledger) ?? new Map<Indicator, readonly Part[]>()
  known.set(ledger, made)
  const parts = made.get(indicator) ?? (isLatest(indicator) ? latestParts : activityParts)(ledger, indicator)
  made.set(indicator, parts)
  return parts
}

function activityParts({ resultsByIndicator }: Ledger, indicator: Indicator): readonly Part[] {
  const counted = (resultsByIndicator.get(indicator.code) ?? []).filter(each => each.counted)
  const groups = Map.groupBy(counted, ({ activity, quarter }) => `${quarter} ${activity}`)
  return [...groups.values()].flatMap(results => {
    const [first] = results
    return first
      ? [{ indicator, activity: first.activity, place: null, quarter: first.quarter, results, since: null }]
      : []
  })
}

/** To the end of each quarter that had begun by the cut-off: what nobody reported again is carried, and is told as old. */
function latestParts({ account, period, years }: Ledger, indicator: Indicator): readonly Part[] {
  const series = seriesOf(account, indicator)
  const quarters = quartersUpTo(account, period.quarters)
  return quarters.flatMap(({ code, first, last }) =>
    [...series.values()].flatMap(results => {
      const newest = results.filter(({ day }) => day <= last).at(-1)
      if (!newest) return []
      const since = newest.day < first ? newest.day : null
      return [{ indicator, activity: newest.activity, place: newest.place, quarter: code, results: [newest], since }]
    }),
  )

  function quartersUpTo({ agreement }: Account, columns: readonly QuarterColumn[]) {
    return years
      .flatMap(year => year.quarters.map(quarter => ({ ...quarter, code: quarterCode(year, quarter.number) })))
      .filter(
        ({ code, first }) =>
          (columns.length === 0 || columns.some(each => each.code === code)) && first <= agreement.data.data_cutoff,
      )
  }
}

/** What each place came to, in the order of time; what names no place is a series of its activity. */
function seriesOf({ results }: Account, { code }: Indicator): ReadonlyMap<string, readonly ReportedResult[]> {
  const counted = results.filter(each => each.counted && each.indicator === code)
  return Map.groupBy(
    counted.toSorted((a, b) => compare(a.day, b.day)),
    ({ place, activity }) => place ?? `… ${activity}`,
  )
}
