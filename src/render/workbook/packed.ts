/**
 * Rows of a table worked out once, however often they are read: a register says few different things in very many cells,
 * so each different cell of a column is held once, a plain value as nothing but that, and of a row only the numbers of its
 * cells, by which whoever reads them knows them again (`model/recurring.ts`). Fifty thousand rows take no more room than
 * that; without it each reading (widths, heights, faults, fingerprint, bytes) would make them anew.
 */
import { type CellNumbers, recurring } from '../../model/recurring.ts'
import { madeRows, type Rows } from '../../model/rows.ts'
import { type CellModel, type ColumnModel, cellAt, type RowModel } from '../../model/workbook.ts'
import type { StyleName } from '../../model/workbook-sheet.ts'
import type { PlacedCell, PlacedRow, PlacedTable } from './placed.ts'

export interface Packing {
  readonly table: PlacedTable
  readonly columns: readonly ColumnModel[]
  /** What a cell is in its place; alike for cells that say the same. */
  readonly place: (cell: CellModel, style: StyleName) => PlacedCell
  /** Notes tell of what a figure is made: no two cells are alike. */
  readonly isExplained: boolean
}

/** Two readings of a row have the same cells, and so have two rows that say the same in a column. */
export function packedRows(rows: Rows<RowModel>, { table, columns, place, isExplained }: Packing): Rows<PlacedRow> {
  const packed = columns.map(({ style }) => packedColumn(cell => place(cell, style), isExplained))
  const width = columns.length
  const numbers = new Uint32Array(rows.length * columns.length)
  const strong = new Set<number>()
  let at = 0
  for (const [index, row] of rows.entries()) {
    if (row.strong) strong.add(index)
    for (const [nth, { column }] of columns.entries()) {
      numbers[at] = packed[nth]?.numberOf(cellAt(row.cells, column)) ?? 0
      at += 1
    }
  }
  const held = packed.map(({ cells }) => cells)
  const reading = () => {
    const placed = recurring((cells: readonly Held[], nth, number: number): PlacedCell => {
      const cell = cells[number] ?? null
      if (typeof cell === 'object' && cell !== null) return cell
      return place({ kind: 'value', value: cell }, columns[nth]?.style ?? 'text')
    })
    return (index: number): PlacedRow => {
      const own: CellNumbers = { of: numbers, from: index * width }
      const cells = held.map((each, nth) => placed(each, nth, own, numbers[own.from + nth] ?? 0))
      return { part: 'data', table, ...(strong.has(index) && { strong: true as const }), cells }
    }
  }
  const all = function* () {
    const rowAt = reading()
    for (let index = 0; index < rows.length; index += 1) yield rowAt(index)
  }
  // What is strong looks otherwise.
  const numbersAt = (index: number) => (strong.has(index) ? undefined : { of: numbers, from: index * width })
  return madeRows(rows.length, index => reading()(index), all, numbersAt)
}

/** A cell, or a value in the style of its column. */
type Held = PlacedCell | string | number | null

interface PackedColumn {
  readonly cells: readonly Held[]
  readonly numberOf: (cell: CellModel) => number
}

function packedColumn(place: (cell: CellModel) => PlacedCell, isExplained: boolean): PackedColumn {
  const cells: Held[] = []
  const alike = alikeIn()
  const add = (cell: CellModel): number =>
    cells.push(cell.kind === 'value' && cell.style === undefined ? cell.value : place(cell)) - 1
  return {
    cells,
    numberOf: cell => {
      const numbers = isExplained ? undefined : alike(cell)
      if (!numbers) return add(cell)
      const said = saidBy(cell)
      const known = numbers.get(said)
      if (known !== undefined) return known
      const number = add(cell)
      numbers.set(said, number)
      return number
    },
  }
}

type Numbers = Map<string | number | null, number>

/** Of cells that differ at most in what `saidBy` tells: their numbers. Nothing for links, of which no two are alike. */
function alikeIn(): (cell: CellModel) => Numbers | undefined {
  const values = new Map<StyleName | undefined, Numbers>()
  const phrases = new Map<StyleName | undefined, Numbers>()
  const formulas = new Map<StyleName | undefined, Map<string, Numbers>>()
  const days: Numbers = new Map()
  return cell => {
    switch (cell.kind) {
      case 'value':
        return madeIn(values, cell.style, newNumbers)
      case 'words':
        return madeIn(phrases, cell.style, newNumbers)
      case 'formula':
        return madeIn(madeIn(formulas, cell.style, newFormulas), cell.expression, newNumbers)
      case 'day':
        return days
      default:
        return undefined
    }
  }
}

const newNumbers = (): Numbers => new Map()
const newFormulas = (): Map<string, Numbers> => new Map()

function madeIn<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}

function saidBy(cell: CellModel): string | number | null {
  switch (cell.kind) {
    case 'value':
      return cell.value
    case 'words':
      return cell.key
    case 'day':
      return cell.day
    case 'formula':
      return cell.figure.value
    default:
      return null
  }
}
