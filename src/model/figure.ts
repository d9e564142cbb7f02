/** A number of a report with where it comes from: its value, the rule that made it, and what each record gave to it. */
import type { Kind } from './record/kinds.ts'

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
  /** How many of a hundred. */
  | 'percentage'
  /** By which part of itself a number grew. */
  | 'change'
  | 'remainder'
  | 'rate'

/** What one record gave to a figure: an amount, or 1 where records are counted. */
export interface Contribution {
  readonly record: string
  readonly value: number
  /** Of the record; without it, one of those that share a space of ids: a meeting or an activity. */
  readonly kind?: Kind
  /** Where the record says it: a JSON pointer from the record; without it, the record as a whole. */
  readonly at?: string
  /** Before it was converted. */
  readonly converted?: Converted
}

/** An amount as it was written, and the rate that was applied to it: divided by where that is `isInverse`. */
export interface Converted {
  readonly amount: number
  readonly currency: string
  readonly to: string
  readonly rate: number
  readonly isInverse: boolean
}

export interface Figure {
  /** `null` is not reported, which is not zero. Money is in whole currency units here, exact to its decimals. */
  readonly value: number | null
  readonly rule: FigureRule
  /** In the order of the rows; found when it is asked for. */
  readonly from: () => readonly Contribution[]
  /** The same one after another, for whoever need not have them all at once: of a long table they are very many. */
  readonly each?: () => Iterable<Contribution>
  /**
   * Of one that was made of other figures, these, in the order in which its rule takes them: the part and its whole, the
   * whole and what is taken from it. Without them, its rule takes what the records gave.
   */
  readonly of?: () => readonly Figure[]
}

/** Ids of the records that contribute, each once, in the order of the rows. */
export function recordsBehind(figure: Figure): readonly string[] {
  const ids = new Set<string>()
  for (const { record } of eachOf(figure)) ids.add(record)
  return [...ids]
}

export const eachOf = ({ from, each = from }: Pick<Figure, 'from' | 'each'>): Iterable<Contribution> => each()

/** What a cell shows as a number: its figure, or what was written there, of which no more is known. */
export function asFigure(cell: { readonly value: string | number | null; readonly figure?: Figure }): Figure {
  const value = typeof cell.value === 'number' ? cell.value : null
  return cell.figure ?? { value, rule: 'as-reported', from: () => [] }
}
