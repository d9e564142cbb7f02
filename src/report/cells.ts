/** Cells that every sheet uses. */
import type { Figure } from '../model/figure.ts'
import type { Rows } from '../model/rows.ts'
import type { CellModel, ColumnModel, RowModel, SheetModel, TableModel } from '../model/workbook.ts'
import type { StyleName } from '../model/workbook-sheet.ts'

export const value = (of: string | number | null | undefined, style?: StyleName): CellModel => ({
  kind: 'value',
  value: of ?? null,
  ...(style && { style }),
})
export const day = (iso: string | null | undefined): CellModel => ({ kind: 'day', day: iso ?? null })
export const words = (key: string, style?: StyleName): CellModel => ({ kind: 'words', key, ...(style && { style }) })

/** A text that has no version in this language says so; nothing is borrowed. */
export const textOr = (text: string | undefined, style?: StyleName): CellModel =>
  text === undefined ? words('report.no_text', style) : value(text, style)

/** A name in a register: several in one cell, so that a row is counted once. */
export const listed = (names: readonly string[]): CellModel => value(names.length === 0 ? null : names.join(', '))

export const columns = (of: { readonly [column: string]: StyleName }): readonly ColumnModel[] =>
  Object.entries(of).map(([column, style]) => ({ column, style }))

/** Shares of a target or a budget with bars in their cells: the whole fills the cell, and more than the whole does too. */
export const withBars = (shares: readonly string[], of: readonly ColumnModel[]): readonly ColumnModel[] =>
  of.map(each => (shares.includes(each.column) ? { ...each, shows: 'bar' } : each))

/** A register: a table with filters, one row a record; where they are many, made on the way (`rowsOf`). */
export function register(
  table: Pick<TableModel, 'name' | 'prefix' | 'columns' | 'records'>,
  rows: Rows<RowModel>,
): TableModel {
  return { block: 'table', filter: true, ...table, rows }
}

export const recordsOf = (figures: readonly Figure[]): readonly string[] => [
  ...new Set(figures.flatMap(each => each.records)),
]

/** Rows that are made on the way miss names only as they are made: each is made once before anyone asks what was missed. */
export function makeOnce(sheets: readonly SheetModel[]): void {
  const tables = sheets.flatMap(({ blocks }) => blocks.filter(block => block.block === 'table'))
  for (const { rows } of tables) for (const row of rows) void row
}
