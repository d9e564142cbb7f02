/** Placed sheets to sheets: formulas over cells instead of names, widths, page set-up. */
import { rowsRead } from '../../model/rows.ts'
import { definedName } from '../../model/workbook.ts'
import type { Sheet } from '../../model/workbook-sheet.ts'
import { columnRange } from './formula.ts'
import { sumOf, widthFor } from './grid.ts'
import { sizing } from './heights.ts'
import type { CellContext, Names } from './left-out.ts'
import { inkOf, lettersIn } from './letters.ts'
import { withNotes } from './overlong.ts'
import type { PlacedSheet } from './placed.ts'
import { resolving } from './resolve.ts'
import { type Survey, surveyOf } from './survey.ts'
import { choicesOf, rangeOf, shownBySizeOf } from './table.ts'
import { columnWidth, lineWidths, repeatedColumns } from './widths.ts'

/** Every column of a shown table, every part of one that has a row, and every named line. */
export function namesOf(sheets: readonly PlacedSheet[]): Names {
  return sheets.flatMap(({ name, tables, names }) => {
    const columns = tables.flatMap(table =>
      table.columns.map((column, index) => ({
        name: definedName(table.model.prefix, column),
        range: columnRange(name, index + 1, table.dataRows),
      })),
    )
    const parts = tables.flatMap(({ model, columns: shown, dataRows: [top] }) =>
      (model.parts ?? []).flatMap(({ name: part, column, rows: [first, end] }) =>
        shown.includes(column) && end > first
          ? [{ name: part, range: columnRange(name, shown.indexOf(column) + 1, [top + first, top + end - 1]) }]
          : [],
      ),
    )
    const lines = names.map(line => ({ name: line.name, range: columnRange(name, 2, [line.row, line.row]) }))
    return [...columns, ...parts, ...lines]
  })
}

export function sheetOf(placed: PlacedSheet, context: CellContext): Sheet {
  const resolved = rowsRead(placed.rows, resolving(placed, context))
  const survey = surveyOf(resolved, context.language)
  const widths = widthsOf(placed, survey)
  const [table] = placed.tables
  const shownBySize = placed.tables.flatMap(shownBySizeOf)
  const repeated = isCut(placed) ? repeatedColumns(widths, titleWidth(survey)) : 0
  const choices = placed.tables.flatMap(each => choicesOf(each, placed, context))
  const span = { widths, across: repeated || widths.length, isOpen: repeated === 0 }
  const rows = withNotes(resolved, { tables: placed.tables, survey, span })
  return {
    name: placed.name,
    landscape: sumOf(widths) > (table?.model.filter ? 105 : 125),
    widths,
    rows: rowsRead(rows, sizing(rows.length, span)),
    tables: placed.tables.filter(({ model }) => model.filter).map(each => rangeOf(each, survey)),
    headerRow: table?.headerRow ?? null,
    frozenColumns: table && widths.length > 6 ? 1 : 0,
    ...(repeated > 0 && { repeatedColumns: repeated }),
    ...(shownBySize.length > 0 && { shownBySize }),
    ...(choices.length > 0 && { choices }),
  }
}

/** Charts over the whole width are not cut in two: a sheet with them is one page wide. Those beneath a register are narrower. */
const isCut = ({ charts, tables }: PlacedSheet) => charts.length === 0 || tables.some(({ model }) => model.filter)

/** Of several tables the widest says how many columns there are. */
function widthsOf({ layout, tables }: PlacedSheet, { needs }: Survey): readonly number[] {
  if (tables.length === 0) return lineWidths.map((width, column) => columnWidth(needs[column], width))
  const given = new Map(layout.columns.map(({ column, width }) => [column, width]))
  return Array.from({ length: Math.max(...tables.map(({ columns }) => columns.length)) }, (_, index) => {
    const asked = tables.flatMap(({ columns }) => given.get(columns[index] ?? '') ?? [])
    return columnWidth(needs[index], asked.length > 0 ? Math.max(...asked) : undefined)
  })
}

function titleWidth({ title = '' }: Survey): number {
  const letters = lettersIn({ style: 'title' })
  return widthFor(inkOf(title, letters), letters)
}
