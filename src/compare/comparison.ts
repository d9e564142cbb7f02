/** What differs between two states of a workspace, or between two output folders. Its keys are those of `diff --format json`. */
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Kind } from '../model/record/kinds.ts'
import { said } from '../model/said.ts'
import type { RecordChange } from './records.ts'
import type { WordChange } from './words.ts'

/** The files as they are now. */
export const workingTree = said('the working tree')

export interface SideName {
  /** As it was asked for: a revision, a folder, or the working tree. */
  readonly name: string
  readonly commit?: string
}

export interface ArtifactChange {
  /** Below the output folder. */
  readonly path: string
  readonly status: 'added' | 'removed' | 'changed'
}

/** A cell of a report, as it is found in the workbook and called in its model. */
export interface CellPlace {
  /** Workbook, below the output folder, in the language of which the words are. */
  readonly report: string
  /** As its tab says. */
  readonly sheet: string
  /** What its row is called: codes and a name. */
  readonly row: string
  readonly column: string
  /** `F7`, on the later side; of a row that is gone, on the earlier. */
  readonly cell: string
  readonly status: 'added' | 'removed' | 'changed'
}

export interface Cause {
  readonly kind: Kind
  readonly id: string
  readonly file: string
  readonly line: number
}

export interface FigureChange extends CellPlace {
  /** `null` is not reported; a cell that is not there is `null` too. */
  readonly before: number | null
  readonly after: number | null
  /** Shown as percent: 0.5 is 50 %, and its change is in points. */
  readonly isPercent?: true
  /** Later less earlier; where either is not reported, nothing. */
  readonly change?: number
  /** Of the earlier, in percent; nothing where that is zero. */
  readonly percent?: number
  /** Records whose change moved it. */
  readonly causes: readonly Cause[]
}

export interface TextChange extends CellPlace {
  readonly before: string
  readonly after: string
}

export interface ReleaseChange {
  /** Below the output folder, without the ending. */
  readonly release: string
  readonly words: readonly WordChange[]
}

export interface Comparison {
  readonly a: SideName
  readonly b: SideName
  readonly artifacts: readonly ArtifactChange[]
  readonly records: readonly RecordChange[]
  readonly figures: readonly FigureChange[]
  /** Of workbooks. */
  readonly texts: readonly TextChange[]
  readonly releases: readonly ReleaseChange[]
  /** Mistakes because of which one of the sides cannot be known: then nothing was compared. */
  readonly diagnostics: readonly Diagnostic[]
}

export const isDifferent = ({ artifacts, records }: Comparison): boolean => artifacts.length + records.length > 0
