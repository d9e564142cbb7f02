/** Placed cells to cells: words, values and links as the file has them, formulas over cells instead of names. */

import { said } from '../../model/said.ts'
import type { Cell } from '../../model/workbook-sheet.ts'
import { formulaIn, type RowFormula, resolveFormula } from './formula.ts'
import { type CellContext, reportLeftOut } from './left-out.ts'
import type { PlacedCell, PlacedRow, PlacedSheet, PlacedTable } from './placed.ts'
import type { ResolvedRow } from './survey.ts'

/** A cell, with its formula where that hangs on its row. */
interface Made {
  readonly cell: Cell
  readonly formula?: RowFormula
}

/**
 * For the rows of one sheet, one reading at a time (`rowsRead`). What stands in many rows of a table (`packed.ts`) is made
 * once, and is one object wherever it stands: whoever reads the rows may know it again. Formulas are made for each row.
 */
export function resolving(sheet: PlacedSheet, context: CellContext): () => (row: PlacedRow, at: number) => ResolvedRow {
  const formulas = formulasIn(sheet, context)
  const make = (placed: PlacedCell, row: PlacedRow, number: number): Made => {
    const cell = cellOf(placed, row, context)
    const { content } = placed
    return content.kind === 'formula' ? { cell, formula: formulas(content.expression, row.table, number) } : { cell }
  }
  return () => {
    const plain = new Map<PlacedCell, Made>()
    const strong = new Map<PlacedCell, Made>()
    return (row, at) => {
      const known = row.strong ? strong : plain
      const madeFor = (placed: PlacedCell): Made => {
        if (row.part !== 'data') return make(placed, row, at + 1)
        const before = known.get(placed)
        if (before) return before
        const made = make(placed, row, at + 1)
        known.set(placed, made)
        return made
      }
      return { row, cells: row.cells.map(placed => placed && inRow(madeFor(placed), at + 1)) }
    }
  }
}

function inRow({ cell, formula }: Made, number: number): Cell {
  return cell.kind === 'formula' && formula ? { ...cell, formula: formulaIn(formula, number) } : cell
}

function cellOf({ content, style, note }: PlacedCell, { part, strong }: PlacedRow, { shown }: CellContext): Cell {
  const looks = {
    style,
    ...(note && { note }),
    ...((part === 'total' || strong) && { total: true as const }),
  }
  switch (content.kind) {
    case 'said':
      return content.text === '' ? { kind: 'blank', ...looks } : { kind: 'text', text: content.text, ...looks }
    case 'day':
      return content.day === null ? { kind: 'blank', ...looks } : { kind: 'day', day: content.day, ...looks }
    case 'sheet-link': {
      const name = shown.find(({ model }) => model.sheet === content.sheet)?.name ?? content.sheet
      return { kind: 'text', text: name, link: name, ...looks }
    }
    case 'file-link':
      return { kind: 'text', text: content.text, href: content.href, ...looks }
    case 'formula':
      return { kind: 'formula', formula: '', value: content.value ?? '', ...looks }
    default:
      if (content.value === null || content.value === '') return { kind: 'blank', ...looks }
      if (typeof content.value === 'number') return { kind: 'number', value: content.value, ...looks }
      return { kind: 'text', text: content.value, ...looks }
  }
}

/** Of each table, its expressions over cells: few, however many rows have them. */
function formulasIn(sheet: PlacedSheet, context: CellContext) {
  const known = new Map<PlacedTable, Map<string, RowFormula>>(sheet.tables.map(table => [table, new Map()]))
  const make = (expression: string, table: PlacedTable | undefined, number: number): RowFormula => {
    const formula = resolveFormula(expression, {
      columnOf: name => (table?.columns.includes(name) ? table.columns.indexOf(name) + 1 : undefined),
      dataRows: table?.dataRows ?? [number, number],
      isDefined: name => context.names.has(name),
    })
    for (const name of formula.missing) reportLeftOut({ name, by: said('A formula'), sheet }, context)
    return formula
  }
  return (expression: string, table: PlacedTable | undefined, number: number): RowFormula => {
    const own = table && known.get(table)
    const formula = own?.get(expression) ?? make(expression, table, number)
    own?.set(expression, formula)
    return formula
  }
}
