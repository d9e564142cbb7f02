/** The model of a sheet: its title and introduction, its table, and what stands beneath. */
import { rowsOf } from '../model/rows.ts'
import { type ChartModel, capitalised, definedName, type SheetModel, type TableModel } from '../model/workbook.ts'
import type { ChartOf, Declared, Opened } from './declared.ts'

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
  return {
    sheet,
    blocks: [
      { block: 'paragraph', style: 'title', key: `${key}.title` },
      { block: 'paragraph', style: 'intro', key: `${key}.intro` },
      tableModel(of, scope, opened),
      ...beneath.map((each): SheetModel['blocks'][number] =>
        typeof each === 'string'
          ? { block: 'paragraph', style: 'note', key: `${key}.${each}` }
          : { block: 'charts', charts: each.map(chart => chartModel(chart, prefix)) },
      ),
    ],
  }
}

const chartModel = (of: ChartOf<string>, prefix: string): ChartModel => ({
  ...of,
  categories: definedName(prefix, of.categories),
  series: of.series.map(name => definedName(prefix, name)),
})
