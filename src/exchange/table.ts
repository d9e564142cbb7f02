/** A table as it was read: what stands in its cells and where, whatever file it comes from. */
import type { Span } from '../model/source.ts'

export type Content =
  | { readonly kind: 'text'; readonly text: string }
  /** A share that is shown as a percentage is 0.45 where the cell says 45 %. */
  | { readonly kind: 'number'; readonly value: number; readonly isPercent?: true }
  | { readonly kind: 'day'; readonly day: string; readonly hasTime?: true }
  | { readonly kind: 'flag'; readonly value: boolean }
  /** What tells nothing: an error of a formula, a formula that nobody calculated. */
  | { readonly kind: 'fault'; readonly why: 'error' | 'uncalculated'; readonly text: string }

export interface Row {
  /** From 1, as a spreadsheet counts. */
  readonly number: number
  /** By column, from 1; a blank cell is none. */
  readonly cells: ReadonlyMap<number, Content>
}

export interface Table {
  /** As the user named the file. */
  readonly path: string
  /** Of a workbook. */
  readonly sheet?: string
  readonly isHidden?: true
  /** Serial numbers of days count from 1904, as old workbooks of a Mac do. */
  readonly since1904?: true
  /** In order, without the blank ones. */
  readonly rows: readonly Row[]
}

/** How much of a table is taken: far above a list of activities, far below what would stall a machine. */
export const limits = {
  fileBytes: 32 * 1024 * 1024,
  /** All parts of a workbook together, unpacked. */
  unpackedBytes: 96 * 1024 * 1024,
  rows: 20_000,
  columns: 500,
  /** Rows among which headers are looked for, as readers of HXL do. */
  headerRows: 25,
} as const

/** 1 is A, 27 is AA. */
export function lettersOf(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? lettersOf(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** What a place in a table is called: `projects.xlsx!Sheet1!D17`. */
export const addressOf = ({ path, sheet }: Table, row: number, column: number): string =>
  `${placeOf({ path, sheet })}!${lettersOf(column)}${row}`

export const placeOf = ({ path, sheet }: { readonly path: string; readonly sheet?: string | undefined }): string =>
  sheet === undefined ? path : `${path}!${sheet}`

const byNumber = new WeakMap<Table, ReadonlyMap<number, Row>>()

/** Every value of a table asks for the place of its cell. */
function rowOf(table: Table, number: number): Row | undefined {
  const known = byNumber.get(table) ?? new Map(table.rows.map(row => [row.number, row]))
  byNumber.set(table, known)
  return known.get(number)
}

/** A cell as a place that diagnostics point at: a text of its own, named after its address. */
export function spanOfCell(table: Table, row: number, column: number): Span {
  const content = rowOf(table, row)?.cells.get(column)
  const text = content ? shownContent(content) : ''
  return { file: { path: addressOf(table, row, column), text }, start: 0, end: text.length }
}

/** A table itself, where no cell of it is at fault. */
export const spanOfTable = (of: { readonly path: string; readonly sheet?: string | undefined }): Span => ({
  file: { path: placeOf(of), text: '' },
  start: 0,
  end: 0,
})

/** As a person reads it. */
export function shownContent(content: Content): string {
  switch (content.kind) {
    case 'number':
      return content.isPercent ? `${Number((content.value * 100).toPrecision(15))}%` : String(content.value)
    case 'day':
      return content.day
    case 'flag':
      return content.value ? 'TRUE' : 'FALSE'
    default:
      return content.text.trim()
  }
}
