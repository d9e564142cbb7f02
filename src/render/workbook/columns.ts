/** What a layout names, held against what the workbook model has. */

import { firstAt } from '../../model/beside.ts'
import { besides, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { didYouMean } from '../../model/nearest.ts'
import { said } from '../../model/said.ts'
import type { Span } from '../../model/source.ts'
import type { ReportLayout, SheetLayout } from '../../model/templates.ts'
import type { ColumnModel, SheetModel, TableModel, WorkbookModel } from '../../model/workbook.ts'

/** In the order of the layout; all of them where it names none. */
export function chosenColumns({ columns }: TableModel, layout: SheetLayout): readonly ColumnModel[] {
  if (layout.columns.length === 0) return columns
  return layout.columns.flatMap(({ column: name }) => columns.find(({ column }) => column === name) ?? [])
}

export function checkLayout(model: WorkbookModel, layout: ReportLayout): readonly Diagnostic[] {
  const seen = new Map<string, Span>()
  return layout.sheets.flatMap(sheet => {
    const found = model.sheets.find(each => each.sheet === sheet.sheet)
    if (!found && model.absent?.includes(sheet.sheet)) return []
    if (!found)
      return [
        unknown(
          'sheet',
          sheet.sheet,
          sheet.span,
          model.sheets.map(each => each.sheet),
        ),
      ]
    const first = seen.get(sheet.sheet)
    if (first) return [twice(sheet.sheet, sheet.span, first)]
    seen.set(sheet.sheet, sheet.span)
    return checkColumns(found, sheet)
  })
}

function checkColumns(model: SheetModel, layout: SheetLayout): readonly Diagnostic[] {
  const tables = model.blocks.filter(block => block.block === 'table')
  const known = tables.flatMap(({ columns }) => columns).map(each => each.column)
  const absent = new Set(tables.flatMap(table => table.absent ?? []))
  const seen = new Map<string, Span>()
  return layout.columns.flatMap(({ column, span }) => {
    if (!known.includes(column) && !absent.has(column)) return [unknown('column', column, span, known)]
    const first = seen.get(column)
    if (first) return [twice(column, span, first)]
    seen.set(column, span)
    return []
  })
}

function unknown(what: 'sheet' | 'column', name: string, span: SheetLayout['span'], known: readonly string[]) {
  const hint =
    known.length > 0
      ? said('It can be: {known}.', { known: known.join(', ') })
      : said('This sheet has no columns to choose: take them out.')
  const near = didYouMean(name, known)
  return errorAt(
    'template/layout',
    span,
    said('There is no {what} “{name}”.', { what, name }),
    ...(near === undefined ? [] : [near]),
    hint,
  )
}

function twice(name: string, span: Span, first: Span): Diagnostic {
  const message = said('“{name}” stands twice in the layout.', { name })
  return besides(errorAt('template/layout', span, message, said('Take one of them out.')), firstAt(first))
}
