/** Tables as the file knows them: where they lie, what a new row is given, what stands out, what may be chosen. */
import { said } from '../../model/said.ts'
import type { ColumnModel } from '../../model/workbook.ts'
import type { Choice, ShownBySize, TableRange } from '../../model/workbook-sheet.ts'
import { columnLetters } from './formula.ts'
import { type CellContext, ownerOf, reportLeftOut } from './left-out.ts'
import type { PlacedSheet, PlacedTable } from './placed.ts'
import type { Survey } from './survey.ts'

export function rangeOf(table: PlacedTable, { formulas: all, headers, title: description }: Survey): TableRange {
  const [first, last] = table.dataRows
  const formulas = all.get(table) ?? []
  return {
    name: table.model.name,
    headerRow: table.headerRow,
    firstColumn: 1,
    columns: headers.get(table) ?? [],
    rows: last - first + 1,
    ...(table.model.records !== undefined && { records: table.model.records }),
    ...(formulas.some(each => each !== null) && { formulas }),
    ...(description && { description }),
  }
}

/** Each bar has a scale of its own; shades share one. */
export function shownBySizeOf(table: PlacedTable): readonly ShownBySize[] {
  const shown = (what: ColumnModel['shows']) =>
    table.model.columns.filter(({ column, shows }) => shows === what && table.columns.includes(column))
  const rangesOf = (columns: readonly ColumnModel[]) => columns.map(({ column }) => dataRange(table, column)).join(' ')
  const [shade, ...shades] = shown('heat')
  return [
    ...shown('bar').map(each => ({ shows: 'bar' as const, range: rangesOf([each]), style: each.style })),
    ...(shade ? [{ shows: 'heat' as const, range: rangesOf([shade, ...shades]), style: shade.style }] : []),
  ]
}

export function choicesOf(table: PlacedTable, placed: PlacedSheet, context: CellContext): readonly Choice[] {
  return table.model.columns.flatMap(({ column, choices }): readonly Choice[] => {
    if (!choices || !table.columns.includes(column)) return []
    const range = dataRange(table, column)
    if ('keys' in choices) return [{ range, from: { words: choices.keys.map(context.words.say) } }]
    if (context.names.has(choices.column)) return [{ range, from: { name: choices.column } }]
    if (!ownerOf(choices.column, context.models))
      reportLeftOut({ name: choices.column, by: said('A list of choices'), sheet: placed }, context)
    return []
  })
}

function dataRange({ columns, dataRows: [first, last] }: PlacedTable, column: string): string {
  const letters = columnLetters(columns.indexOf(column) + 1)
  return `${letters}${first}:${letters}${last}`
}
