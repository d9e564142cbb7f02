/** A number of a report with where it comes from: its value, the rule that made it, and what each record gave to it. */

/** How a figure was made of its records. Stable words: they reach `explain` and the workbook's notes. */
export type FigureRule =
  | 'as-reported'
  | 'count'
  | 'sum'
  | 'max'
  | 'average'
  | 'latest'
  | 'converted'
  | 'ratio'
  | 'remainder'
  | 'rate'

/** What one record gave to a figure: an amount, or 1 where records are counted. */
export interface Contribution {
  readonly record: string
  readonly value: number
}

export interface Figure {
  /** `null` is not reported, which is not zero. Money is in whole currency units here, exact to its decimals. */
  readonly value: number | null
  readonly rule: FigureRule
  /** In the order of the rows; found when it is asked for. */
  readonly from: () => readonly Contribution[]
}

/** Ids of the records that contribute, each once, in the order of the rows. */
export function recordsBehind(figure: Figure): readonly string[] {
  return [...new Set(figure.from().map(({ record }) => record))]
}
