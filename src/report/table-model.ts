/** The model of a sheet: its title and introduction, its table, and what stands beneath. */
import { rowsOf } from '../model/rows.ts'
import { type ChartModel, capitalised, definedName, type SheetModel, type TableModel } from '../model/workbook.ts'
import type { ChartOf, Declared, Opened } from './declared.ts'
import { figureIn } from './figures.ts'

type Filtered<S extends object, R extends object, N extends string> = Declared<S, R, N> & Pick<TableModel, 'filter'>

function tableModel<S extends object, R extends object, N extends string>(
  { sheet, prefix, filter, records, parts, strong, explained }: Filtered<S, R, N>,
  scope: S,
  { rows, columns, absent, cells, total: totalOf }: Opened<R>,
): TableModel {
  const total = totalOf()
  return {
    block: 'table',
    name: capitalised(sheet.split('.').at(-1) ?? sheet),
    prefix,
    filter,
    columns,
    ...(absent.length > 0 && { absent }),
    ...(explained && { explained }),
    rows: rowsOf(rows, row => ({ cells: cells(row), ...(strong?.(row) && { strong: true as const }) })),
    ...(records && { records: records(scope, rows) }),
    ...(total && { total: { cells: total } }),
    ...(parts && { parts: parts(scope) }),
  }
}

export function sheetModel<S extends object, R extends object, N extends string>(
  of: Filtered<S, R, N>,
  scope: S,
  opened: Opened<R>,
): SheetModel {
  const { sheet, prefix, below = [] } = of
  const key = `report.${sheet}`
  const beneath = typeof below === 'function' ? below(scope) : below
  const charts = (each: readonly ChartOf<R, string>[]) => each.map(chart => chartModel(chart, { prefix, opened }))
  return {
    sheet,
    blocks: [
      { block: 'paragraph', style: 'title', key: `${key}.title` },
      { block: 'paragraph', style: 'intro', key: `${key}.intro` },
      tableModel(of, scope, opened),
      ...beneath.map((each): SheetModel['blocks'][number] => {
        if (typeof each === 'string') return { block: 'paragraph', style: 'note', key: `${key}.${each}` }
        return 'block' in each ? each : { block: 'charts', charts: charts(each) }
      }),
    ],
  }
}

interface Charted<R> {
  readonly prefix: string
  readonly opened: Opened<R>
}

function chartModel<R>(of: ChartOf<R, string>, charted: Charted<R>): ChartModel {
  const { prefix, opened } = charted
  const { categories, series, beside, against, rows: _, ...look } = of
  const rows = rowsOfChart(of, charted)
  const named = (name: string) => definedName(prefix, name)
  return {
    ...look,
    categories: named(categories),
    series: columnsIn(series, opened).map(named),
    ...(beside && { beside: beside.map(named) }),
    ...(against !== undefined && { against: named(against) }),
    ...(rows && { rows }),
  }
}

function rowsOfChart<R>({ rows, series, against }: ChartOf<R, string>, { opened }: Charted<R>) {
  if (!rows) return undefined
  const shown = columnsIn([...series, ...(against === undefined ? [] : [against])], opened)
  const hasNumber = (row: R) => shown.some(name => figureIn(opened.cell(row, name)).value !== null)
  return opened.rows.flatMap((row, at) => (rows(row) && hasNumber(row) ? [at] : []))
}

const columnsIn = <R>(names: readonly string[], { columns }: Opened<R>): readonly string[] =>
  names.filter(name => columns.some(({ column }) => column === name))
