/**
 * Merged cells: what stands in the first holds for the rows beneath, as a project that is merged over its regions does.
 * Across columns nothing is spread: a title would become the figure of each.
 */
import type { Content, Row } from '../table.ts'

export interface Merge {
  readonly column: number
  readonly first: number
  readonly last: number
}

export function mergesIn(sheet: string): readonly Merge[] {
  return [...sheet.matchAll(/<(?:\w+:)?mergeCell\s+ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"/g)].map(
    ([, letters = '', first, last]) => ({ column: columnOf(letters), first: Number(first), last: Number(last) }),
  )
}

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0)

/** In rows that are there: a merge of a million rows makes none. */
export function spreadMerges(rows: readonly Row[], merges: readonly Merge[]): readonly Row[] {
  const tall = merges.filter(({ first, last }) => last > first)
  if (tall.length === 0) return rows
  const byNumber = new Map(rows.map(row => [row.number, row]))
  const added = new Map<number, Map<number, Content>>()
  for (const { column, first, last } of tall) {
    const content = byNumber.get(first)?.cells.get(column)
    if (!content) continue
    for (const { number } of rows) {
      if (number <= first || number > last) continue
      added.set(number, (added.get(number) ?? new Map<number, Content>()).set(column, content))
    }
  }
  return rows.map(({ number, cells }) => ({ number, cells: new Map([...cells, ...(added.get(number) ?? [])]) }))
}
