/** One reading of a sheet's rows, however many, for all that only the whole of them can tell. */
import type { Rows } from '../../model/rows.ts'
import type { Cell } from '../../model/workbook-sheet.ts'
import type { PlacedCell, PlacedRow, PlacedTable } from './placed.ts'
import { narrowest, needOf } from './widths.ts'

/** A row with its cells as the file will have them. */
export interface ResolvedRow {
  readonly row: PlacedRow
  readonly cells: readonly (Cell | null)[]
}

export interface Survey {
  /** By column: the width that the longest content of a table asks for. */
  readonly needs: readonly number[]
  readonly headers: ReadonlyMap<PlacedTable, readonly string[]>
  /** By table and column: the formula of the first data row where all rows have it, but for the row itself. */
  readonly formulas: ReadonlyMap<PlacedTable, readonly (string | null)[]>
  readonly title: string | undefined
}

export function surveyOf(rows: Rows<ResolvedRow>): Survey {
  const needs: number[] = []
  const headers = new Map<PlacedTable, readonly string[]>()
  const formulas = new Map<PlacedTable, (string | null)[]>()
  let title: string | undefined
  const first = new Map<PlacedTable, PlacedRow>()
  for (const { row, cells } of rows) {
    const { table, part } = row
    if (!table) title ??= titleIn(cells)
    else widen(needs, cells, table.model.filter)
    if (!table || part === 'total' || part === 'caption') continue
    const above = first.get(table)
    if (part === 'header') headers.set(table, cells.map(textOf))
    else if (above) dropOthers(formulas.get(table) ?? [], above, row)
    else {
      first.set(table, row)
      formulas.set(table, cells.map(formulaOf))
    }
  }
  return { needs, headers, formulas, title }
}

const textOf = (cell: Cell | null): string => (cell?.kind === 'text' ? cell.text : '')

function titleIn(cells: readonly (Cell | null)[]): string | undefined {
  const title = cells.find(cell => cell?.style === 'title')
  return title?.kind === 'text' ? title.text : undefined
}

function widen(needs: number[], cells: readonly (Cell | null)[], filter: boolean): void {
  for (const [column, cell] of cells.entries()) {
    needs[column] = Math.max(needs[column] ?? narrowest, cell ? needOf(cell, filter) : 0)
  }
}

const formulaOf = (cell: Cell | null): string | null => (cell?.kind === 'formula' ? cell.formula : null)

function dropOthers(formulas: (string | null)[], first: PlacedRow, row: PlacedRow): void {
  for (const [column, formula] of formulas.entries()) {
    if (formula !== null && expressionOf(first.cells[column]) !== expressionOf(row.cells[column]))
      formulas[column] = null
  }
}

const expressionOf = (cell: PlacedCell | null | undefined): string | undefined =>
  cell?.content.kind === 'formula' ? cell.content.expression : undefined
