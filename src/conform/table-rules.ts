/** A table is a whole grid, and every data cell has headers. */
import { type Finding, finding } from './finding.ts'
import { attribute, descendants, type Element, elementKids, type Kid } from './structure-tree.ts'
import type { Subject } from './subject.ts'

interface Cell {
  readonly element: Element
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
}

export const checkTables = ({ structure }: Subject): readonly Finding[] =>
  structure.elements.filter(element => element.standard === 'Table').flatMap(checkTable)

function checkTable(table: Element): readonly Finding[] {
  const rows = elementKids(table).flatMap(kid => (kid.standard === 'TR' ? [kid] : elementKids(kid).filter(isRow)))
  const { cells, taken, overlaps } = layOut(rows)
  const widths = rows.map((_, row) => [...taken].filter(each => each.startsWith(`${row}:`)).length)
  const isEven = widths.every(width => width === widths[0])
  const isInside = [...taken].every(each => Number(each.split(':')[0]) < rows.length)
  const rule = cells.some(({ rows: down, columns }) => down * columns > 1) ? 'UA 7.2-42' : 'UA 7.2-43'
  return [
    ...overlaps.map(cell => finding('UA 7.2-15', cell.where, 'it lies over another cell')),
    ...(isEven && isInside ? [] : [finding(rule, table.where, `its rows have ${widths.join(', ')} columns`)]),
    ...headers(table, cells),
  ]
}

const isCell = (kid: Kid): kid is Element => kid.kind === 'element' && /^T[HD]$/.test(kid.standard ?? '')

const isRow = (element: Element): boolean => element.standard === 'TR'

/** Cells go where the rows above leave room, as spans say. */
function layOut(rows: readonly Element[]) {
  const cells: Cell[] = []
  const taken = new Set<string>()
  const overlaps: Element[] = []
  for (const [row, { kids }] of rows.entries()) {
    let column = 0
    for (const element of kids.filter(isCell)) {
      while (taken.has(`${row}:${column}`)) column += 1
      const [height, width] = [attribute(element, 'Table', 'RowSpan'), attribute(element, 'Table', 'ColSpan')]
      const cell = { element, row, column, rows: height.integer ?? 1, columns: width.integer ?? 1 }
      cells.push(cell)
      const places = placesOf(cell)
      if (places.some(place => taken.has(place))) overlaps.push(element)
      for (const place of places) taken.add(place)
      column += cell.columns
    }
  }
  return { cells, taken, overlaps }
}

const placesOf = (cell: Cell): readonly string[] =>
  Array.from({ length: cell.rows * cell.columns }, (_, index) => {
    const [down, right] = [Math.floor(index / cell.columns), index % cell.columns]
    return `${cell.row + down}:${cell.column + right}`
  })

function headers(table: Element, cells: readonly Cell[]): readonly Finding[] {
  const heads = cells.filter(cell => cell.element.standard === 'TH')
  const ids = new Set(
    descendants(table).flatMap(each => (each.standard === 'TH' ? (each.cursor.get('ID').bytes ?? []) : [])),
  )
  return cells.flatMap(cell => {
    const named = attribute(cell.element, 'Table', 'Headers').items.map(each => each.bytes ?? '')
    const { where, standard } = cell.element
    const unknown = named.filter(id => !ids.has(id))
    if (unknown.length > 0)
      return [finding('UA 7.5-2', where, `Headers names ${unknown.join(', ')}, which is no TH here`)]
    if (standard !== 'TD' || named.length > 0 || heads.some(head => isHeaderOf(head, cell))) return []
    return [finding('UA 7.5-1', where, 'no header cell can be told for it')]
  })
}

function isHeaderOf(head: Cell, cell: Cell): boolean {
  const scope = attribute(head.element, 'Table', 'Scope').name
  const inColumn = head.column < cell.column + cell.columns && cell.column < head.column + head.columns
  const inRow = head.row < cell.row + cell.rows && cell.row < head.row + head.rows
  return (inColumn && (scope === 'Column' || scope === 'Both')) || (inRow && (scope === 'Row' || scope === 'Both'))
}
