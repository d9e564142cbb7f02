/** Lists of codes beneath one another on one sheet, each under a name, so that other sheets can offer what is in it. */
import type { CellModel, ColumnModel, RowModel, TableModel } from '../model/workbook.ts'
import { register, words } from './cells.ts'

export interface CodeList {
  /** Its words are `report.lists.of.<list>`. */
  readonly list: string
  readonly rows: readonly Omit<RowModel, 'strong'>[]
}

/**
 * @param columns among them `list`, `code` and `name`.
 * @param spans several lists beneath one another under one name.
 */
export function listTable(
  columns: readonly ColumnModel[],
  lists: readonly CodeList[],
  spans: { readonly [name: string]: readonly string[] } = {},
): TableModel {
  const starts = lists.map((_, index) => lists.slice(0, index).reduce((above, { rows }) => above + rows.length, 0))
  const own = lists.map(({ list }): readonly [string, readonly string[]] => [list, [list]])
  const parts = [...own, ...Object.entries(spans)].flatMap(([name, of]) => {
    const first = lists.findIndex(({ list }) => list === of[0])
    const last = lists.findIndex(({ list }) => list === of.at(-1))
    const rows = [starts[first] ?? 0, (starts[last] ?? 0) + (lists[last]?.rows.length ?? 0)] as const
    return (['code', 'name'] as const).map(column => ({ name: nameOf(name, column), column, rows }))
  })
  const rows = lists.flatMap(({ list, rows: each }) =>
    each.map(row => ({ ...row, cells: { list: words(`report.lists.of.${list}`), ...row.cells } })),
  )
  return { ...register({ name: 'Lists', prefix: 'lst', columns }, rows), parts }
}

/** Codes that are words of the tool itself: in the wording under `report.<group>.<code>`. */
export function wordList(list: string, codes: readonly string[], group = list): CodeList {
  return { list, rows: codes.map(code => listRow(code, words(`report.${group}.${code}`))) }
}

export function listRow(code: string, name: CellModel, records: readonly string[] = []): CodeList['rows'][number] {
  return { records, cells: { code: { kind: 'value', value: code }, name } }
}

export const codesOf = (list: string): Choices => ({ column: nameOf(list, 'code') })
export const namesOf = (list: string): Choices => ({ column: nameOf(list, 'name') })

/** Columns whose cells hold one code or name of a list; where several may stand in a cell, no list can be offered. */
export const withChoices = (
  choices: { readonly [column: string]: Choices },
  columns: readonly ColumnModel[],
): readonly ColumnModel[] =>
  columns.map(each => {
    const own = choices[each.column]
    return own ? { ...each, choices: own } : each
  })

type Choices = NonNullable<ColumnModel['choices']>

const nameOf = (list: string, column: 'code' | 'name'): string =>
  `lst_${[...list.split('_'), column].map(word => word.slice(0, 1).toUpperCase() + word.slice(1)).join('')}`
