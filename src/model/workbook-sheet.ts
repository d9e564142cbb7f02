/** A workbook as the renderer is handed it: every word resolved, every cell in its place. Plain data, so it can be hashed. */
import type { Rows } from './rows.ts'
import type { Language } from './text.ts'

/** What a cell is; `render/xlsx/styles.ts` alone says how that looks. */
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
  /** A number for machines: no separator, no fixed decimals, also when the sheet is saved as CSV. */
  | 'plain'
  /** A share, an average: one decimal. */
  | 'decimal'
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
  /** A file beside the workbook, or a page: `../../press/2022/2022-08-15-icrc.en.pdf`. */
  readonly href?: string
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
  /** Of how many records, where one may have several rows. */
  readonly records?: number
  /** By column: the formula of the first data row where all rows have it, so that a new row is given it too. */
  readonly formulas?: readonly (string | null)[]
  /** What the table shows, for those who hear it. */
  readonly description?: string
}

/** Bars in the cells or shades behind them, by size; the number stays. */
export interface ShownBySize {
  readonly shows: 'bar' | 'heat'
  /** `F5:F9 H5:H9`: one scale over all. */
  readonly range: string
  readonly style: StyleName
}

/** Cells that take a word of a list when somebody fills the table by hand. */
export interface Choice {
  readonly range: string
  /** The words themselves, or a defined name of the cells that hold them. */
  readonly from: { readonly words: readonly string[] } | { readonly name: string }
}

/** Cells as a chart refers to them, with what they hold: a program that does not calculate shows that. */
export interface ChartCells {
  /** `'Summary'!$B$5:$B$9`, or where they lie apart `('Summary'!$B$5:$B$6,'Summary'!$B$9:$B$9)` */
  readonly range: string
  readonly points: readonly (string | number | null)[]
}

export interface ChartSeries {
  readonly name: ChartCells
  readonly values: ChartCells
  readonly style: StyleName
  /** Its place among all that the chart could show, from 0: it looks alike also where another is left out. */
  readonly look?: number
}

export interface Chart {
  readonly type: ChartType
  readonly title: string
  readonly description: string
  /** Beside the axis of values. */
  readonly unit?: string
  readonly categories: ChartCells
  readonly series: readonly ChartSeries[]
  /** A mark across each stack. */
  readonly against?: ChartSeries
  /** Rows from 1; the width of the sheet is cut into `slots`, and this is the one with the number `slot`, from 0. */
  readonly place: { readonly row: number; readonly rows: number; readonly slot: number; readonly slots: number }
}

/** Columns side by side, columns on one another, horizontal bars, bars end to end, lines, or shares of a ring. */
export type ChartType = 'column' | 'stacked' | 'bar' | 'stacked-bar' | 'line' | 'doughnut'

export interface Sheet {
  readonly name: string
  readonly landscape: boolean
  /** In characters. */
  readonly widths: readonly number[]
  readonly rows: Rows<SheetRow>
  readonly tables: readonly TableRange[]
  /** Row, from 1, that stays in sight and is repeated on each page; and how many columns stay. */
  readonly headerRow: number | null
  readonly frozenColumns: number
  /** Too wide for one page: as many columns stand on both. What stands above the table keeps to them. */
  readonly repeatedColumns?: number
  readonly charts?: readonly Chart[]
  readonly shownBySize?: readonly ShownBySize[]
  readonly choices?: readonly Choice[]
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
