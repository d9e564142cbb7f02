/** One reading of a sheet's rows, however many, for all that only the whole of them can tell. */
import { recurring } from '../../model/recurring.ts'
import type { Rows } from '../../model/rows.ts'
import type { Language } from '../../model/text.ts'
import type { Cell } from '../../model/workbook-sheet.ts'
import { inkOf, lettersIn, widestLetter } from './letters.ts'
import type { PlacedCell, PlacedRow, PlacedTable } from './placed.ts'
import { isSpread } from './spread.ts'
import { type Need, noNeed, widened } from './widths.ts'

/** A row with its cells as the file will have them. */
export interface ResolvedRow {
  readonly row: PlacedRow
  readonly cells: readonly (Cell | null)[]
}

export interface Survey {
  /** By column: the width that what stands in it asks for. */
  readonly needs: readonly Need[]
  /** By column: what no text of a table goes beyond, in points on one line, and in lines that its author broke. */
  readonly longest: readonly { readonly ink: number; readonly lines: number }[]
  readonly headers: ReadonlyMap<PlacedTable, readonly string[]>
  /** By table and column: the formula of the first data row where all rows have it, but for the row itself. */
  readonly formulas: ReadonlyMap<PlacedTable, readonly (string | null)[]>
  readonly title: string | undefined
}

export function surveyOf(rows: Rows<ResolvedRow>, language: Language): Survey {
  const needs: Need[] = []
  const longest: { ink: number; lines: number }[] = []
  const headers = new Map<PlacedTable, readonly string[]>()
  const formulas = new Map<PlacedTable, (string | null)[]>()
  let title: string | undefined
  const first = new Map<PlacedTable, PlacedRow>()
  // A cell that is there again asks for no more than it did.
  const look = recurring((cell: Cell, column, { row, cells }: ResolvedRow) => {
    if (!isSpread(row, cells, column)) widen(needs, cell, { column, table: row.table, language })
    if (row.table) lengthen(longest, cell, column)
    return true
  })
  for (const [index, resolved] of rows.entries()) {
    const { row, cells } = resolved
    const { table, part } = row
    const numbers = rows.numbersAt?.(index)
    for (const [column, cell] of cells.entries()) if (cell) look(cell, column, numbers, resolved)
    if (!table) title ??= titleIn(cells)
    if (!table || part === 'total' || part === 'caption') continue
    const above = first.get(table)
    if (part === 'header') headers.set(table, cells.map(textOf))
    else if (above) dropOthers(formulas.get(table) ?? [], above, row)
    else {
      first.set(table, row)
      formulas.set(table, cells.map(formulaOf))
    }
  }
  return { needs, longest, headers, formulas, title }
}

const textOf = (cell: Cell | null): string => (cell?.kind === 'text' ? cell.text : '')

function titleIn(cells: readonly (Cell | null)[]): string | undefined {
  const title = cells.find(cell => cell?.style === 'title')
  return title?.kind === 'text' ? title.text : undefined
}

interface Widening {
  readonly column: number
  readonly table: PlacedTable | undefined
  readonly language: Language
}

/** Outside a table a text asks for the width of its longest word: it is wrapped. */
function widen(needs: Need[], cell: Cell, { column, table, language }: Widening): void {
  const before = needs[column] ?? noNeed
  const need = widened(before, cell, { language, filter: table?.model.filter ?? false })
  needs[column] = table ? need : { ...need, liked: before.liked }
}

function lengthen(longest: { ink: number; lines: number }[], cell: Cell, column: number): void {
  if (cell.kind !== 'text') return
  const known = longest[column] ?? { ink: 0, lines: 1 }
  longest[column] = known
  const letters = lettersIn(cell)
  // No text of so few letters can be longer.
  if (cell.text.length * letters.size * widestLetter > known.ink) {
    known.ink = Math.max(known.ink, inkOf(cell.text, letters))
  }
  if (cell.text.includes('\n')) known.lines = Math.max(known.lines, cell.text.split('\n').length)
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
