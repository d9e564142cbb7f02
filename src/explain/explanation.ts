/** Where a figure, a release or a record comes from and goes to. Its keys are those of `explain --format json`. */

import type { Entry } from '../model/dataset.ts'
import type { Contribution, Converted, Figure, FigureRule } from '../model/figure.ts'
import type { Kind } from '../model/record/kinds.ts'
import { type WrittenAt, writtenAt } from '../model/written-at.ts'

/** What one record gave. */
export interface Given extends Partial<WrittenAt> {
  readonly kind?: Kind
  readonly id: string
  /** JSON pointer from the record; nothing where the record as a whole counts. */
  readonly at?: string
  readonly value: number
  readonly converted?: Converted
  /** How many agreements of a consolidated report it is under, where it is counted once all the same. */
  readonly countedOnceUnder?: number
}

/** A figure with what it follows from: other figures, in the order in which its rule takes them, or what records gave. */
export interface ExplainedFigure {
  /** `null`: not reported. */
  readonly value: number | null
  readonly rule: FigureRule
  readonly records: readonly Given[]
  readonly of?: readonly ExplainedFigure[]
}

export interface GivenUp extends WrittenAt {
  readonly id: string
  readonly at: string
  readonly why: string
  readonly value: number | null
}

export interface CellExplanation {
  readonly file: string
  readonly sheet: string
  readonly cell: string
  readonly row: string
  readonly column: string
  readonly figure?: ExplainedFigure
  /** Where no number stands: what is said, and the phrase of templates/wording/ that says it. */
  readonly text?: string
  readonly key?: string
  readonly leftOut: readonly GivenUp[]
}

export interface FieldOf extends WrittenAt {
  readonly kind: Kind
  readonly id: string
  /** JSON pointer from the record. */
  readonly at: string
}

export interface ParagraphExplanation {
  readonly text: string
  readonly fields: readonly FieldOf[]
  /** Phrases of templates/wording/. */
  readonly wording: readonly string[]
}

export interface ReleaseExplanation {
  readonly file: string
  readonly record: FieldOf
  readonly paragraphs: readonly ParagraphExplanation[]
}

export interface RecordExplanation {
  readonly kind: Kind
  readonly id: string
  readonly file: string
  readonly line: number
  readonly reports: readonly { readonly file: string; readonly cells: readonly ReachedCell[] }[]
  readonly releases: readonly { readonly file: string; readonly paragraphs: readonly string[] }[]
}

export interface ReachedCell {
  readonly sheet: string
  readonly cell: string
  readonly row: string
  readonly column: string
  /** `null`: not reported, though the record is behind it. */
  readonly value: number | string | null
  /** Shown as percent: 0.5 is 50 %. */
  readonly isPercent?: true
}

export type EntryOf = (given: Pick<Contribution, 'kind' | 'record'>) => Entry | undefined

/** @param entryOf finds the record that a contribution names */
export function explainedFigure(figure: Figure, entryOf: EntryOf): ExplainedFigure {
  const { value, rule, from, of } = figure
  return {
    value,
    rule,
    records: from().map(each => givenOf(each, entryOf)),
    ...(of && { of: of().map(each => explainedFigure(each, entryOf)) }),
  }
}

function givenOf(given: Contribution, entryOf: EntryOf): Given {
  const { record, value, at, converted } = given
  const entry = entryOf(given)
  return {
    ...(entry && { kind: entry.kind }),
    id: record,
    ...(entry && writtenAt(entry, at)),
    ...(at !== undefined && { at }),
    value,
    ...(converted && { converted }),
  }
}
