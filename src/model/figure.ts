/** A number of a report with where it comes from: its value, unit, records behind it, and the rule that made it. */

/** How a figure was made of its records. Stable words: they reach `explain` and the workbook's notes. */
export type FigureRule =
  | 'as-reported'
  | 'count'
  | 'sum'
  | 'max'
  | 'average'
  | 'latest'
  | 'sum-converted'
  | 'converted'
  | 'ratio'
  | 'remainder'
  | 'rate'

export interface Figure {
  /** `null` is not reported, which is not zero. Money is in whole currency units here, exact to its decimals. */
  readonly value: number | null
  /** `people`, `activities`, `percent`, another unit of an indicator, or a currency code. */
  readonly unit: string
  /** Ids of the records that contribute, ordered, each once. */
  readonly records: readonly string[]
  readonly rule: FigureRule
}
