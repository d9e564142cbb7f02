/** How high rows are: given to each, for not every program finds out itself, and none does where cells are merged. */
import { type CellNumbers, recurring } from '../../model/recurring.ts'
import type { Cell, SheetRow } from '../../model/workbook-sheet.ts'
import { chartRowHeight } from './charts.ts'
import { roomIn } from './grid.ts'
import { type Letters, lettersIn } from './letters.ts'
import { lineStarts } from './lines.ts'
import { isSpread, type Span, spreadOver, widthOver } from './spread.ts'
import type { ResolvedRow } from './survey.ts'
import { isHeader } from './widths.ts'

/** In points: a row cannot be higher. */
const highestRow = 409
/** Above and beneath the letters, together. */
const margin = 4.5
const lineHeight = ({ size }: Letters) => size * 1.3
/** Above what a sheet is about, so that it does not stand at the title's rule. */
const belowTitle = 4

/** Lines that are seen in a row however high. */
export const mostLines = (letters: Letters): number =>
  Math.floor((highestRow - margin - belowTitle) / lineHeight(letters))

type Size = (row: ResolvedRow, at: number, numbers: CellNumbers | undefined) => SheetRow

/**
 * For the rows of one sheet, one reading at a time (`rowsRead`): a row as the file has it, its height, and what is spread.
 * Heights are found at the first reading.
 */
export function sizing(rows: number, span: Span): () => Size {
  const heights = new Float64Array(rows)
  return () => sizingOnce(heights, span)
}

function sizingOnce(heights: Float64Array, span: Span): Size {
  const heightIn = recurring((cell: Cell | null, column, row: ResolvedRow) =>
    cell ? heightOf(cell, row, { column, span }) : 0,
  )
  return (resolved, at, numbers) => {
    const { row, cells } = resolved
    if (row.part === 'chart') return { cells, height: chartRowHeight }
    if (cells.length === 0) return { cells }
    const last = cells.length - 1
    const cell = cells[last]
    const to = cell && isSpread(row, cells, last) ? spreadOver(cell, last + 1, span) : undefined
    let height = heights[at] ?? 0
    if (height === 0) {
      for (const [column, each] of cells.entries()) height = Math.max(height, heightIn(each, column, numbers, resolved))
      heights[at] = height
    }
    return { cells, ...(to && { spreadTo: to }), height: Math.min(highestRow, height) }
  }
}

/** Points that a line of the cell may take. */
export function roomOf({ row, cells }: ResolvedRow, column: number, span: Span): number {
  const cell = cells[column]
  if (!cell) return 0
  const letters = lettersIn(cell)
  const to = isSpread(row, cells, column) ? spreadOver(cell, column + 1, span) : column + 1
  return roomIn(widthOver(span, column + 1, to), letters, row.table?.model.filter && isHeader(cell))
}

function heightOf(cell: Cell, row: ResolvedRow, { column, span }: { column: number; span: Span }): number {
  const letters = lettersIn(cell)
  const lines = cell.kind === 'text' ? linesOf(cell, roomOf(row, column, span)) : 1
  return lines * lineHeight(letters) + margin + (cell.style === 'intro' ? belowTitle : 0)
}

/** How many lines the cell is broken into. */
export function linesOf(cell: Cell, room: number): number {
  if (cell.kind !== 'text') return 1
  const letters = lettersIn(cell)
  // Most cells, told at a glance: hardly a letter is as wide as it is high.
  if (!letters.wraps || (cell.text.length * letters.size <= room && !/[\r\n]/.test(cell.text))) return 1
  return lineStarts(cell.text, room, letters).length
}
