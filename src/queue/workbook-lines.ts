/**
 * A workbook as lines of JSON, packed, and back, cell for cell. A register says few different things in very many cells, so
 * each different cell of a sheet is written once, and is one object again wherever it stands: the writer knows it by that.
 *
 *     {"workbook":…,"sheets":[{…,"cells":2,"rows":1}]}      then for each sheet
 *     {"kind":"text",…}                                     its cells
 *     {"cells":[0,null,{"kind":"formula",…}],"height":30}   its rows; a formula hangs on its row
 */
import { gunzipSync, gzipSync } from 'node:zlib'
import { madeRows, mostHeld, type Rows } from '../model/rows.ts'
import type { Cell, Sheet, SheetRow, Workbook } from '../model/workbook-sheet.ts'

interface Head {
  readonly workbook: Omit<Workbook, 'sheets'>
  readonly sheets: readonly SheetHead[]
}

interface SheetHead extends Omit<Sheet, 'rows'> {
  readonly cells: number
  readonly rows: number
}

interface WrittenRow extends Omit<SheetRow, 'cells'> {
  readonly cells: readonly (number | Cell | null)[]
}

/** Nothing where JSON would not give back the same: a number that it does not know. */
export function packedWorkbook({ sheets, ...workbook }: Workbook): Uint8Array | undefined {
  const written = sheets.map(writtenSheet)
  const head: Head = { workbook, sheets: written.map(each => each.head) }
  if (!isExact(head) || written.some(each => !each.isExact)) return undefined
  const chunks = [JSON.stringify(head), ...written.flatMap(({ cells, rows }) => [...cells, ...rows])]
  return gzipSync(Buffer.concat(chunks.map(line => Buffer.from(`${line}\n`))), { level: 1 })
}

function writtenSheet({ rows, ...sheet }: Sheet) {
  const numbers = new Map<string, number>()
  const known = new Map<Cell, number>()
  let exact = true
  const numberOf = (cell: Cell): number => {
    const before = known.get(cell)
    if (before !== undefined) return before
    exact &&= isExact(cell)
    const text = JSON.stringify(cell)
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    known.set(cell, number)
    return number
  }
  const inRow = (cell: Cell | null): number | Cell | null => {
    if (cell?.kind !== 'formula') return cell && numberOf(cell)
    exact &&= isExact(cell)
    return cell
  }
  const lines = rows.map(row => JSON.stringify({ ...row, cells: row.cells.map(inRow) } satisfies WrittenRow))
  const head: SheetHead = { ...sheet, cells: numbers.size, rows: lines.length }
  return { head, cells: [...numbers.keys()], rows: lines, isExact: exact }
}

function isExact(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0)
  return typeof value !== 'object' || value === null || Object.values(value).every(isExact)
}

export function unpackedWorkbook(packed: Uint8Array): Workbook {
  const text = gunzipSync(packed)
  const starts = lineStarts(text)
  const lineAt = (line: number): string => text.toString('utf8', starts[line], (starts[line + 1] ?? text.length) - 1)
  const { workbook, sheets }: Head = JSON.parse(lineAt(0))
  let next = 1
  const read = sheets.map(({ cells: cellCount, rows: rowCount, ...sheet }): Sheet => {
    const [firstCell, firstRow] = [next, next + cellCount]
    next = firstRow + rowCount
    const cells = Array.from({ length: cellCount }, (_, index): Cell => JSON.parse(lineAt(firstCell + index)))
    return { ...sheet, rows: rowsFrom(rowCount, index => rowIn(lineAt(firstRow + index), cells)) }
  })
  return { ...workbook, sheets: read }
}

function rowIn(line: string, cells: readonly Cell[]): SheetRow {
  const row: WrittenRow = JSON.parse(line)
  return { ...row, cells: row.cells.map(cell => (typeof cell === 'number' ? (cells[cell] ?? null) : cell)) }
}

/** Many rows are read when they are asked for, as in the builder. */
function rowsFrom(length: number, make: (index: number) => SheetRow): Rows<SheetRow> {
  return length <= mostHeld ? Array.from({ length }, (_, index) => make(index)) : madeRows(length, make)
}

function lineStarts(text: Buffer): readonly number[] {
  const starts = [0]
  for (let at = text.indexOf(10); at !== -1; at = text.indexOf(10, at + 1)) starts.push(at + 1)
  return starts
}
