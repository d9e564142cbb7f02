/**
 * A slip: one thing that an author typed otherwise than YAML wants it, and the text as it was meant. Whether it is the
 * cause of what went wrong is not seen from the line: it is tried (search.ts).
 */

import type { Code } from '../../model/diagnostic.ts'
import { type Said, said } from '../../model/said.ts'
import type { Lines } from './lines.ts'

export interface Slip {
  readonly code: Code
  /** Where the author must look, as offsets of the text. */
  readonly at: readonly [start: number, end: number]
  readonly message: Said
  readonly hints: readonly Said[]
  /** What the hint says, done. */
  readonly edit: Edit
  /** Whoever wrote it must look: it takes out what somebody typed, or makes words of what may be a remark. */
  readonly isGuess?: boolean
}

/** `put` in place of `[start, end)`. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly put: string
}

/** Slips of one kind that the line may be: those that are none are sorted out by trying. */
export type Finder = (lines: Lines, index: number) => readonly Slip[]

/** The words of a line in a hint. */
export const written = (line: string): Said => said('Write “{line}”.', { line: line.trim() })
