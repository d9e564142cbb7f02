/** A workbook as the renderer is handed it: every word resolved, every cell in its place. Plain JSON, so it can be hashed. */
import type { Language } from './text.ts'

/** What a cell is; `render/xlsx-styles.ts` alone says how that looks. */
export type StyleName =
  | 'title'
  | 'intro'
  | 'heading'
  | 'notice'
  | 'note'
  | 'label'
  | 'header'
  | 'number-header'
  | 'code'
  | 'text'
  | 'link'
  | 'count'
  /** 1 or 0. */
  | 'mark'
  | 'money'
  | 'rate'
  | 'percent'
  | 'date'

export type Content =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'day'; readonly day: string }
  /** Without the leading "=", and with what it comes to. */
  | { readonly kind: 'formula'; readonly formula: string; readonly value: number | string }

export type Cell = Content & {
  readonly style: StyleName
  /** In a total row: set off from what it adds up. */
  readonly total?: true
  readonly note?: string
  /** Tab name of the sheet that it leads to. */
  readonly link?: string
}

export interface SheetRow {
  readonly cells: readonly (Cell | null)[]
  /** In points, where the program that opens the file cannot find it itself: merged paragraphs. */
  readonly height?: number
  /** Column, from 1, up to which the last cell of the row is spread. Never in a table. */
  readonly spreadTo?: number
}

export interface TableRange {
  readonly name: string
  /** From 1. */
  readonly headerRow: number
  readonly firstColumn: number
  readonly columns: readonly string[]
  readonly rows: number
}

export interface Sheet {
  readonly name: string
  readonly landscape: boolean
  /** In characters. */
  readonly widths: readonly number[]
  readonly rows: readonly SheetRow[]
  readonly tables: readonly TableRange[]
  /** Row, from 1, that stays in sight and is repeated on each page; and how many columns stay. */
  readonly headerRow: number | null
  readonly frozenColumns: number
}

export interface Workbook {
  readonly language: Language
  readonly title: string
  readonly subject: string
  readonly creator: string
  /** House colour: #rrggbb. */
  readonly colour: string
  /** Printed on every page of every sheet. */
  readonly notice: string | null
  readonly names: readonly { readonly name: string; readonly range: string }[]
  readonly sheets: readonly Sheet[]
}
