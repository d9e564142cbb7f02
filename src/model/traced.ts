/** A workbook with every cell at its address and what it was made of: what is compared, and what is explained. */
import type { Figure } from './figure.ts'
import type { StyleName } from './workbook-sheet.ts'

export interface TracedCell {
  /** `F7`. */
  readonly address: string
  /** Name of its column in the model; in a line or a paragraph none. */
  readonly column?: string
  /** What stands above it, in words. */
  readonly header?: string
  readonly style: StyleName
  /** As text: a day, a name, a phrase. Of a figure none. */
  readonly text?: string
  /** Of the phrase that it is, in templates/wording/. */
  readonly key?: string
  readonly figure?: Figure
}

export interface TracedRow {
  /** From 1. */
  readonly number: number
  readonly part: 'paragraph' | 'line' | 'header' | 'data' | 'total'
  /** Prefix of the table that it is of. */
  readonly table?: string
  readonly cells: readonly TracedCell[]
}

export interface TracedSheet {
  /** As layouts call it. */
  readonly sheet: string
  /** Of its tab. */
  readonly name: string
  readonly rows: readonly TracedRow[]
}
