/** Lists of codes beneath one another on one sheet, each under a name, so that other sheets can offer what is in it. */
import type { Area } from '../../model/record/area.ts'
import type { RecordTypes } from '../../model/record/kinds.ts'
import type { CellModel, TableModel } from '../../model/workbook.ts'
import { noRegion, notDivided } from '../breakdown.ts'
import { words } from '../cells.ts'
import { type ListName, listNames, partName, type SpanName } from '../choices.ts'
import { columnOf } from '../column.ts'
import { regionCode, regionName, regionsOf } from '../places.ts'
import type { Named } from '../report.ts'

/** A code with its name, if it has one, and what else is told of areas and places. */
export interface ListItem {
  readonly code: string
  readonly name: CellModel | string | null
  readonly area?: Area | undefined
  readonly place?: RecordTypes['place']
  /** Id of its record. */
  readonly id?: string
}

/** In the order of `listNames`. */
export type Lists = { readonly [list in ListName]?: readonly ListItem[] }

/** Codes that are words of the tool itself: in the wording under `report.<group>.<code>`. */
export const wordList = (group: string, codes: readonly string[]): readonly ListItem[] =>
  codes.map(code => ({ code, name: words(`report.${group}.${code}`) }))

/** Where a figure by region may stand: a region, none, or several together. */
export const placeLists = (report: Named): Pick<Lists, 'unplaced' | 'regions'> => ({
  unplaced: [noRegion, notDivided].map(code => ({ code, name: regionName(report, code) })),
  regions: regionsOf(report).map(({ id, data: place }) => ({
    code: regionCode(report, id),
    name: report.names.place(id),
    place,
    id,
  })),
})

type Row = ListItem & { readonly list: ListName }

export const listRows = (lists: Lists): readonly Row[] =>
  listNames.flatMap(list => (lists[list] ?? []).map(item => ({ list, ...item })))

export const listColumns = {
  list: columnOf('text', ({ list }: Row) => words(`report.lists.of.${list}`)),
  code: columnOf('code', ({ code }: Row) => code),
  name: columnOf('text', ({ name }: Row) => name),
}

/** Where the rows of each list are, and of each span: the lists from its first to its last. */
export function listParts(
  lists: Lists,
  spans: { readonly [name in SpanName]?: readonly [first: ListName, last: ListName] } = {},
): NonNullable<TableModel['parts']> {
  const there = listNames.filter(list => lists[list] !== undefined)
  const startOf = (list: ListName) =>
    there.slice(0, there.indexOf(list)).reduce((above, each) => above + (lists[each]?.length ?? 0), 0)
  const own = there.map(list => [list, [list, list]] as const)
  return [...own, ...Object.entries(spans)].flatMap(([name, [first, last]]) => {
    const rows = [startOf(first), startOf(last) + (lists[last]?.length ?? 0)] as const
    return (['code', 'name'] as const).map(part => ({ name: partName(name, part), column: part, rows }))
  })
}
