/** Charts: which are drawn, how high they are, and the cells that they show once each column has its place. */
import type { SheetLayout } from '../../model/templates.ts'
import {
  type CellModel,
  type ChartModel,
  cellAt,
  definedName,
  type SheetModel,
  type WorkbookModel,
} from '../../model/workbook.ts'
import type { Cell, Chart, ChartCells, ChartSeries, Sheet } from '../../model/workbook-sheet.ts'
import { chosenColumns } from './columns.ts'
import { columnRange } from './formula.ts'
import type { CellContext } from './left-out.ts'
import type { DrawnChart, PlacedSheet, Words } from './placed.ts'

/** In points: that of the rows beneath a chart. */
export const chartRowHeight = 18

interface Shown {
  readonly workbook: WorkbookModel
  /** Sheets of the workbook with the columns that each is given. */
  readonly shown: readonly { readonly model: SheetModel; readonly layout: SheetLayout }[]
}

/** With those of its series that have a number somewhere; nothing where none has, or the layout leaves a column out. */
export function drawnOf(chart: ChartModel, { workbook, shown }: Shown): DrawnChart | undefined {
  const { series, beside = [], against, ...plain } = chart
  const { categories, rows } = plain
  const isShown = (name: string) => shown.some(sheet => isChosen(name, sheet))
  const needed = [...series, ...(against === undefined ? [] : [against])]
  if (![categories, ...needed].every(isShown)) return undefined
  const isSeen = chart.type.startsWith('stacked') ? isLong : isNumber
  const hasNumber = (name: string) => pick(columnNamed(name, workbook), rows).some(isSeen)
  const all = [...series, ...beside]
  const drawn = all.flatMap((name, look) =>
    isShown(name) && hasNumber(name) ? [{ name, ...(all.length > 1 && { look }) }] : [],
  )
  if (drawn.length === 0) return undefined
  return { ...plain, series: drawn, ...(against !== undefined && hasNumber(against) && { against }) }
}

const isNumber = (cell: CellModel) =>
  (cell.kind === 'formula' && cell.figure.value !== null) || (cell.kind === 'value' && typeof cell.value === 'number')

/** In a stack, zero is not seen. */
const isLong = (cell: CellModel) => isNumber(cell) && !isZero(cell)
const isZero = (cell: CellModel) => (cell.kind === 'formula' ? cell.figure.value : 'value' in cell && cell.value) === 0

const pick = <T>(all: readonly T[], rows: readonly number[] | undefined): readonly T[] =>
  rows ? rows.flatMap(row => all.slice(row, row + 1)) : all

const tablesIn = ({ sheets }: Pick<WorkbookModel, 'sheets'>) =>
  sheets.flatMap(({ blocks }) => blocks.flatMap(each => (each.block === 'table' ? [each] : [])))

function columnNamed(name: string, workbook: WorkbookModel): readonly CellModel[] {
  return tablesIn(workbook).flatMap(({ prefix, columns, rows }) =>
    columns
      .filter(({ column }) => definedName(prefix, column) === name)
      .flatMap(({ column }) => rows.map(({ cells }) => cellAt(cells, column))),
  )
}

const isChosen = (name: string, { model, layout }: Shown['shown'][number]): boolean =>
  tablesIn({ sheets: [model] }).some(table =>
    chosenColumns(table, layout).some(({ column }) => definedName(table.prefix, column) === name),
  )

/** Horizontal bars need room for each; everything else is as high as it is easy to read. */
export function chartRows(charts: readonly DrawnChart[], workbook: WorkbookModel): number {
  const needs = charts.map(({ type, categories, series, rows }) => {
    const labels = pick(columnNamed(categories, workbook), rows)
    if (type !== 'bar' && type !== 'stacked-bar') return 0
    return Math.ceil(labels.length * (0.8 + (type === 'bar' ? series.length : 1) * 0.7)) + 6
  })
  return Math.max(16, ...needs)
}

/** @param sheets the cells of `shown`, in the same order */
export function chartsOf(placed: PlacedSheet, sheets: readonly Sheet[], { shown, words }: Context): readonly Chart[] {
  const { sheet } = placed.model
  return placed.charts.flatMap(({ charts, row, rows, slots }) =>
    charts.flatMap((chart, slot) =>
      cellsOf(chart, { shown, words }, sheets).map(cells => ({
        type: chart.type,
        ...wordsOf(chart, { sheet, words }),
        ...cells,
        place: { row, rows, slot, slots },
      })),
    ),
  )
}

type Context = Pick<CellContext, 'shown' | 'words'>

function wordsOf({ chart, about }: DrawnChart, { sheet, words }: { readonly sheet: string; readonly words: Words }) {
  const phrase = `report.${sheet}.charts.${chart}`
  const [title, alt] = [words.say(`${phrase}.title`), words.say(`${phrase}.alt`)]
  const unit = words.has(`${phrase}.unit`) && words.say(`${phrase}.unit`)
  return {
    title: about === undefined ? title : `${title}: ${about}`,
    description: about === undefined ? alt : `${about}. ${alt}`,
    ...(unit && { unit }),
  }
}

/** One, or nothing where there is no such column. */
function cellsOf(
  { categories, series, against, rows }: DrawnChart,
  { shown }: Context,
  sheets: readonly Sheet[],
): readonly Pick<Chart, 'categories' | 'series' | 'against'>[] {
  const cells = (name: string) => columnCells({ name, rows }, shown, sheets)
  const labels = cells(categories)
  const drawn = series.flatMap(({ name, ...look }) => {
    const found = cells(name)
    return found ? [{ ...found, ...look }] : []
  })
  const mark = against === undefined ? undefined : cells(against)
  return labels ? [{ categories: labels.values, series: drawn, ...(mark && { against: mark }) }] : []
}

interface Asked {
  readonly name: string
  readonly rows: readonly number[] | undefined
}

function columnCells(
  { name, rows: asked }: Asked,
  shown: readonly PlacedSheet[],
  sheets: readonly Sheet[],
): ChartSeries | undefined {
  for (const [index, placed] of shown.entries()) {
    for (const { model, columns, headerRow, dataRows } of placed.tables) {
      const at = columns.findIndex(column => definedName(model.prefix, column) === name)
      if (at < 0) continue
      const rows = sheets[index]?.rows ?? []
      const range = (runs: readonly Run[]): ChartCells => ({
        range: joinedRange(runs.map(run => columnRange(placed.name, at + 1, run))),
        points: runs.flatMap(([from, to]) => rows.slice(from - 1, to).map(row => pointOf(row.cells[at]))),
      })
      const style = model.columns.find(({ column }) => column === columns[at])?.style ?? 'count'
      const chosen = asked ? runsOf(asked.map(row => dataRows[0] + row)) : [dataRows]
      return { name: range([[headerRow, headerRow]]), values: range(chosen), style }
    }
  }
  return undefined
}

type Run = readonly [first: number, last: number]

/** Rows that lie one under the other are one range. */
function runsOf(rows: readonly number[]): readonly Run[] {
  const firsts = rows.filter((row, at) => rows[at - 1] !== row - 1)
  const lasts = rows.filter((row, at) => rows[at + 1] !== row + 1)
  return firsts.flatMap((first, at) => lasts.slice(at, at + 1).map((last): Run => [first, last]))
}

const joinedRange = (ranges: readonly string[]): string =>
  ranges.length === 1 ? ranges.join('') : `(${ranges.join(',')})`

/** What was not reported is no point. */
function pointOf(cell: Cell | null | undefined): ChartCells['points'][number] {
  if (cell?.kind === 'text') return cell.text
  const value = cell?.kind === 'number' || cell?.kind === 'formula' ? cell.value : null
  return value === '' ? null : value
}
