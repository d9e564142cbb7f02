/** What the finisher is told of a document. */
import { RenderFailure } from '../../model/fault.ts'

export interface Attachment {
  /** Letters, digits, dots, hyphens and underscores. */
  readonly name: string
  readonly mime: string
  readonly description: string
  readonly bytes: Uint8Array
  readonly relationship: 'Source'
}

/** The page was laid out with a small picture; the real one takes its place in the file. */
export interface PhotoToPlace {
  readonly placeholder: Uint8Array
  readonly original: Uint8Array
  readonly width: number
  readonly height: number
}

/** The page does not show the small picture as it was handed over: it was cut, or drawn anew, or is not there at all. */
export class PlaceholderLost extends RenderFailure {}

export interface FinishFacts {
  readonly title: string
  /** BCP 47. */
  readonly language: string
  readonly description: string
  readonly keywords?: readonly string[]
  readonly author: string
  /** A day, which is midnight UTC, or an instant in UTC: `2022-08-15`, `2022-08-15T10:00:00Z`. */
  readonly date: string
  readonly creatorTool: string
  readonly attachments: readonly Attachment[]
  readonly photos?: readonly PhotoToPlace[]
}
