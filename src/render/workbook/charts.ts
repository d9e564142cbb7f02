/** Charts: which are drawn, how high they are, and the cells that they show once each column has its place. */
import { type CellModel, type ChartModel, cellAt, definedName, type WorkbookModel } from '../../model/workbook.ts'
import type { Cell, Chart, ChartCells, ChartSeries, Sheet } from '../../model/workbook-sheet.ts'
import { columnRange } from './formula.ts'
import { type CellContext, reportLeftOut } from './left-out.ts'
import type { PlacedSheet } from './placed.ts'

/** In points: that of the rows beneath a chart. */
export const chartRowHeight = 18

/** One that has a number somewhere. */
export function isDrawable({ series }: ChartModel, workbook: WorkbookModel): boolean {
  return series.some(name => columnNamed(name, workbook).some(isNumber))
}

const isNumber = (cell: CellModel) =>
  (cell.kind === 'formula' && cell.figure.value !== null) || (cell.kind === 'value' && typeof cell.value === 'number')

function columnNamed(name: string, workbook: WorkbookModel) {
  const tables = workbook.sheets.flatMap(({ blocks }) => blocks.flatMap(each => (each.block === 'table' ? [each] : [])))
  return tables.flatMap(({ prefix, columns, rows }) =>
    columns
      .filter(({ column }) => definedName(prefix, column) === name)
      .flatMap(({ column }) => rows.map(({ cells }) => cellAt(cells, column))),
  )
}

/** Horizontal bars need room for each; everything else is as high as it is easy to read. */
export function chartRows(charts: readonly ChartModel[], workbook: WorkbookModel): number {
  const needs = charts.map(({ type, categories, series }) => {
    const bars = columnNamed(categories, workbook).length * (0.8 + series.length * 0.7)
    return type === 'bar' ? Math.ceil(bars) + 6 : 0
  })
  return Math.max(16, ...needs)
}

/** @param sheets the cells of `context.shown`, in the same order */
export function chartsOf(placed: PlacedSheet, sheets: readonly Sheet[], context: CellContext): readonly Chart[] {
  const { words } = context
  const cells = (name: string) => {
    const found = columnCells(name, context.shown, sheets)
    if (!found) reportLeftOut({ name, by: 'A chart', sheet: placed }, context)
    return found
  }
  return placed.charts.flatMap(({ charts, row, rows }) =>
    charts.flatMap((chart, slot) => {
      const categories = cells(chart.categories)
      const series = chart.series.flatMap(name => cells(name) ?? [])
      if (!categories || series.length < chart.series.length) return []
      const phrase = `report.${placed.model.sheet}.charts.${chart.chart}`
      return {
        type: chart.type,
        title: words.say(`${phrase}.title`),
        description: words.say(`${phrase}.alt`),
        ...(words.has(`${phrase}.unit`) && { unit: words.say(`${phrase}.unit`) }),
        categories: categories.values,
        series,
        place: { row, rows, slot, slots: charts.length },
      }
    }),
  )
}

function columnCells(name: string, shown: readonly PlacedSheet[], sheets: readonly Sheet[]): ChartSeries | undefined {
  for (const [index, placed] of shown.entries()) {
    for (const { model, columns, headerRow, dataRows } of placed.tables) {
      const at = columns.findIndex(column => definedName(model.prefix, column) === name)
      if (at < 0) continue
      const rows = sheets[index]?.rows ?? []
      const range = (from: number, to: number): ChartCells => ({
        range: columnRange(placed.name, at + 1, [from, to]),
        points: rows.slice(from - 1, to).map(row => pointOf(row.cells[at])),
      })
      const style = model.columns.find(({ column }) => column === columns[at])?.style ?? 'count'
      return { name: range(headerRow, headerRow), values: range(...dataRows), style }
    }
  }
  return undefined
}

/** What was not reported is no point. */
function pointOf(cell: Cell | null | undefined): ChartCells['points'][number] {
  if (cell?.kind === 'text') return cell.text
  const value = cell?.kind === 'number' || cell?.kind === 'formula' ? cell.value : null
  return value === '' ? null : value
}
