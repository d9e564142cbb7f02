/** Placed sheets to sheets: formulas over cells instead of names, widths, page set-up. */
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import type { SheetModel } from '../model/workbook.ts'
import type { Cell, Sheet, SheetRow, TableRange, Workbook } from '../model/workbook-sheet.ts'
import { columnLetters, definedName, resolveFormula } from './workbook-formula.ts'
import type { PlacedCell, PlacedRow, PlacedSheet, PlacedTable } from './workbook-place.ts'
import { columnWidths, heightOf, lineWidths, rowHeight, spreadOver } from './workbook-widths.ts'

export type Names = Workbook['names']

/** Every column of a shown table, and every named line. */
export function namesOf(sheets: readonly PlacedSheet[]): Names {
  return sheets.flatMap(({ name, tables, rows }) => {
    const sheet = `'${name.replaceAll("'", "''")}'!`
    const columns = tables.flatMap(table =>
      table.columns.map((column, index) => {
        const [first, last] = table.dataRows
        const letters = columnLetters(index + 1)
        const range = `${sheet}$${letters}$${first}:$${letters}$${last}`
        return { name: definedName(table.model.prefix, column), range }
      }),
    )
    const lines = rows.flatMap(({ named }, index) => (named ? [{ name: named, range: `${sheet}$B$${index + 1}` }] : []))
    return [...columns, ...lines]
  })
}

/** What all sheets of a workbook share while their cells are made. */
export interface CellContext {
  readonly names: ReadonlySet<string>
  readonly shown: readonly PlacedSheet[]
  readonly models: readonly SheetModel[]
  readonly diagnostics: Diagnostic[]
}

export function sheetOf(placed: PlacedSheet, context: CellContext): Sheet {
  const rows = placed.rows.map((row, index) => ({
    cells: row.cells.map(cell => cell && cellOf(cell, { row, number: index + 1, sheet: placed, context })),
  }))
  const widths = widthsOf(placed, rows)
  const [table] = placed.tables
  return {
    name: placed.name,
    landscape: widths.reduce((sum, width) => sum + width, 0) > 125 || (table?.model.filter ?? false),
    widths,
    rows: rows.map((row, index) => spread(row, placed.rows[index], widths)),
    tables: placed.tables.filter(({ model }) => model.filter).map(rangeOf(rows)),
    headerRow: table?.headerRow ?? null,
    frozenColumns: table && widths.length > 6 ? 1 : 0,
  }
}

function widthsOf(placed: PlacedSheet, rows: readonly SheetRow[]): readonly number[] {
  const [table] = placed.tables
  if (!table) return lineWidths
  const inTable = rows.filter((_, index) => placed.rows[index]?.table)
  const given = new Map(placed.layout.columns.map(({ column, width }) => [column, width]))
  return columnWidths(inTable, table.columns.length).map(
    (width, index) => given.get(table.columns[index] ?? '') ?? width,
  )
}

/** Heights are given, for not every program finds them. A paragraph, or the only value of a line, takes the width of the sheet. */
function spread(row: SheetRow, placed: PlacedRow | undefined, widths: readonly number[]): SheetRow {
  if (placed?.table) return { ...row, height: rowHeight(row, widths) }
  const last = row.cells.at(-1)
  const isShort = row.cells.length > 2 || (placed?.part !== 'paragraph' && placed?.part !== 'line')
  if (isShort || last?.kind !== 'text') return row
  const from = row.cells.length
  const spreadTo = Math.max(from, spreadOver(widths, from))
  const width = widths.slice(from - 1, spreadTo).reduce((sum, each) => sum + each, 0)
  const scale = last.style === 'title' ? 1.8 : last.style === 'heading' || last.style === 'notice' ? 1.3 : 1
  return { ...row, spreadTo, height: heightOf(last.text, width, scale) + (last.style === 'intro' ? 4 : 0) }
}

const rangeOf =
  (rows: readonly SheetRow[]) =>
  (table: PlacedTable): TableRange => ({
    name: table.model.name,
    headerRow: table.headerRow,
    firstColumn: 1,
    columns: rows[table.headerRow - 1]?.cells.map(cell => (cell?.kind === 'text' ? cell.text : '')) ?? [],
    rows: table.dataRows[1] - table.dataRows[0] + 1,
  })

interface Place {
  readonly row: PlacedRow
  readonly number: number
  readonly sheet: PlacedSheet
  readonly context: CellContext
}

function cellOf({ content, style, note }: PlacedCell, place: Place): Cell {
  const looks = { style, ...(note && { note }), ...(place.row.part === 'total' && { total: true as const }) }
  switch (content.kind) {
    case 'said':
      return content.text === '' ? { kind: 'blank', ...looks } : { kind: 'text', text: content.text, ...looks }
    case 'day':
      return content.day === null ? { kind: 'blank', ...looks } : { kind: 'day', day: content.day, ...looks }
    case 'sheet-link': {
      const name = place.context.shown.find(({ model }) => model.sheet === content.sheet)?.name ?? content.sheet
      return { kind: 'text', text: name, link: name, ...looks }
    }
    case 'formula':
      return {
        kind: 'formula',
        formula: formulaAt(content.expression, place),
        value: content.figure.value ?? '',
        ...looks,
      }
    default:
      if (content.value === null || content.value === '') return { kind: 'blank', ...looks }
      if (typeof content.value === 'number') return { kind: 'number', value: content.value, ...looks }
      return { kind: 'text', text: content.value, ...looks }
  }
}

function formulaAt(expression: string, { row, number, sheet, context }: Place): string {
  const { table } = row
  const { formula, missing } = resolveFormula(expression, {
    columnOf: name => (table?.columns.includes(name) ? table.columns.indexOf(name) + 1 : undefined),
    row: number,
    dataRows: table?.dataRows ?? [number, number],
    isDefined: name => context.names.has(name),
  })
  for (const name of missing) report(leftOut(name, sheet, context), context.diagnostics)
  return formula
}

/** At the line of the sheet that lacks the column; of the sheet with the formula where the whole sheet is left out. */
function leftOut(name: string, { model, layout }: PlacedSheet, { shown, models }: CellContext): Diagnostic {
  const owner = models.find(each => each.blocks.some(block => has(block, name)))
  const there = owner && shown.find(each => each.model.sheet === owner.sheet)
  const where = name.includes('_') && owner ? `“${owner.sheet}”` : `“${model.sheet}”`
  const message =
    there || !owner
      ? `A formula on “${model.sheet}” needs “${name}” of ${where}, which the layout leaves out.`
      : `A formula on “${model.sheet}” needs the sheet ${where}, which the layout leaves out.`
  const hint = `Put it back, or take out the column of “${model.sheet}” that needs it.`
  return errorAt('template/layout', there?.layout.span ?? layout.span, message, hint)
}

function has(block: SheetModel['blocks'][number], name: string): boolean {
  if (block.block === 'lines') return block.lines.some(line => line.named === name)
  return block.block === 'table' && block.columns.some(({ column }) => definedName(block.prefix, column) === name)
}

function report(diagnostic: Diagnostic, to: Diagnostic[]): void {
  if (!to.some(({ message }) => message === diagnostic.message)) to.push(diagnostic)
}
