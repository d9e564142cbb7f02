/** Which sheets of two workbook models may differ, before any word of them is looked up. */
import type { CellModel, LineModel, RowModel, SheetModel, WorkbookModel } from '../model/workbook.ts'

/** All of them where a fact is another that every phrase may name. */
export function sheetsApart(before: WorkbookModel, after: WorkbookModel): ReadonlySet<string> {
  const names = new Set([...before.sheets, ...after.sheets].map(({ sheet }) => sheet))
  if (JSON.stringify([before.facts, before.absent]) !== JSON.stringify([after.facts, after.absent])) return names
  const sheetIn = ({ sheets }: WorkbookModel, name: string) => sheets.find(({ sheet }) => sheet === name)
  return new Set([...names].filter(name => !isAlike(sheetIn(before, name), sheetIn(after, name))))
}

function isAlike(before: SheetModel | undefined, after: SheetModel | undefined): boolean {
  if (!before || !after || before.blocks.length !== after.blocks.length) return false
  return before.blocks.every((block, at) => {
    const other = after.blocks[at]
    if (block.block === 'table' && other?.block === 'table') {
      const { rows, total, ...look } = block
      const { rows: otherRows, total: otherTotal, ...otherLook } = other
      return (
        JSON.stringify(look) === JSON.stringify(otherLook) &&
        rows.length === otherRows.length &&
        isRowAlike(total, otherTotal) &&
        [...rows].every((row, index) => isRowAlike(row, otherRows.at(index)))
      )
    }
    if (block.block === 'lines' && other?.block === 'lines')
      return (
        block.lines.length === other.lines.length && block.lines.every((line, i) => isLineAlike(line, other.lines[i]))
      )
    return JSON.stringify(block) === JSON.stringify(other)
  })
}

const isLineAlike = (line: LineModel, other: LineModel | undefined): boolean =>
  cellOf(line.label) === (other && cellOf(other.label)) &&
  line.cells.length === other?.cells.length &&
  line.cells.every((cell, at) => cellOf(cell) === cellOf(other.cells[at]))

function isRowAlike(row: RowModel | undefined, other: RowModel | undefined): boolean {
  if (!row || !other) return row === other
  return Object.keys(row.cells).every(column => cellOf(row.cells[column]) === cellOf(other.cells[column]))
}

/** What it shows, without what it is made of. */
function cellOf(cell: CellModel | undefined): string {
  if (cell?.kind === 'formula') return `=${cell.figure.value} ${cell.expression}`
  if (cell?.kind === 'value') return `${typeof cell.value} ${cell.value}`
  return JSON.stringify(cell)
}
