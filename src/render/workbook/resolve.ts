/** Placed cells to cells: words, values and links as the file has them, formulas over cells instead of names. */

import { type CellNumbers, recurring } from '../../model/recurring.ts'
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

type Resolve = (row: PlacedRow, at: number, numbers: CellNumbers | undefined) => ResolvedRow

/**
 * For the rows of one sheet, one reading at a time (`rowsRead`). What stands in many rows of a table (`packed.ts`) is made
 * once; formulas are made for each row.
 */
export function resolving(sheet: PlacedSheet, context: CellContext): () => Resolve {
  const formulas = formulasIn(sheet, context)
  return () => {
    const made = recurring((placed: PlacedCell, _, { row, number }: Site): Made => {
      const cell = cellOf(placed, row, context)
      const { content } = placed
      return content.kind === 'formula' ? { cell, formula: formulas(content.expression, row.table, number) } : { cell }
    })
    return (row, at, numbers) => {
      const site = { row, number: at + 1 }
      const cells = row.cells.map((placed, column) => placed && inRow(made(placed, column, numbers, site), site.number))
      return { row, cells }
    }
  }
}

interface Site {
  readonly row: PlacedRow
  readonly number: number
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
