/** A report layout that fits its schema -> sheets and columns with their places. */
import { type Origin, spanIn } from '../model/dataset.ts'
import type { WrittenLayout } from '../model/report-layout.ts'
import type { ColumnLayout, ReportLayout, SheetLayout } from '../model/templates.ts'

export function readLayout(value: unknown, name: string, origin: Origin): ReportLayout {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema was found to hold
  const { sheets } = value as WrittenLayout
  return { name, file: origin.file, sheets: sheets.map((sheet, index) => readSheet(sheet, `/sheets/${index}`, origin)) }
}

function readSheet(written: WrittenLayout['sheets'][number], at: string, origin: Origin): SheetLayout {
  const columns = (written.columns ?? []).map((column, index) => readColumn(column, `${at}/columns/${index}`, origin))
  return { sheet: written.sheet, span: spanIn(origin, `${at}/sheet`), columns }
}

type WrittenColumn = NonNullable<WrittenLayout['sheets'][number]['columns']>[number]

function readColumn(written: WrittenColumn, at: string, origin: Origin): ColumnLayout {
  if (typeof written === 'string') return { column: written, span: spanIn(origin, at) }
  const { column, width } = written
  return { column, span: spanIn(origin, `${at}/column`), ...(width !== undefined && { width }) }
}
