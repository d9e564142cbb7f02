/** What a report says, taken out of its model: rows as plain values. */
import type { Dataset } from '../../src/model/dataset.ts'
import type { CellModel, RowModel, TableModel, WorkbookModel } from '../../src/model/workbook.ts'
import { annualReports } from '../../src/report/annual-reports.ts'

export const modelOf = (dataset: Dataset, id: string, language = 'en'): WorkbookModel =>
  planned(dataset, id, language, each => each.id === id)

/** As `reports:` of the agreement calls the period. */
export const modelOfPeriod = (dataset: Dataset, id: string, period: string): WorkbookModel =>
  planned(dataset, id, 'en', each => each.id === id && each.period === period)

type Planned = ReturnType<typeof annualReports>['value'][number]

function planned(dataset: Dataset, id: string, language: string, isAsked: (each: Planned) => boolean): WorkbookModel {
  const partner = dataset.agreement.get(id)?.data.partner
  const { value } = annualReports(dataset, { languages: [language], ...(partner !== undefined && { partner }) })
  const found = value.find(isAsked)
  if (!found) throw new Error(`no report ${id}`)
  return found.model
}

export function tableOf(sheet: string, model: WorkbookModel): TableModel & { readonly rows: readonly RowModel[] } {
  const blocks = model.sheets.find(each => each.sheet === sheet)?.blocks ?? []
  const found = blocks.find(block => block.block === 'table')
  if (!found) throw new Error(`no table on ${sheet}`)
  return { ...found, rows: [...found.rows] }
}

export type Row = { readonly [column: string]: unknown }

export const rowsOf = (sheet: string, model: WorkbookModel): readonly Row[] =>
  tableOf(sheet, model).rows.map(({ cells }) =>
    Object.fromEntries(Object.keys(cells).map(key => [key, shown(cells[key])])),
  )

export function shown(cell: CellModel | undefined): unknown {
  switch (cell?.kind) {
    case 'formula':
      return cell.figure.value
    case 'value':
      return cell.value
    case 'day':
      return cell.day
    case 'words':
      return cell.key
    default:
      return undefined
  }
}
