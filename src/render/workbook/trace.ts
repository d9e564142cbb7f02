/**
 * WorkbookModel x templates -> every cell at its address with its figure: no widths, no pages, no bytes. What was placed
 * holds each different cell once (`packed.ts`), without its figure: that is read of the model, row beside row.
 */
import { asFigure } from '../../model/figure.ts'
import type { TemplateSet } from '../../model/templates.ts'
import type { TracedCell, TracedRow, TracedSheet } from '../../model/traced.ts'
import type { CellModel, LineModel, RowModel, WorkbookModel } from '../../model/workbook.ts'
import { reportPhrases } from '../words/report-phrases.ts'
import { columnLetters } from './formula.ts'
import { placeSheets } from './place.ts'
import type { PlacedCell, PlacedRow, PlacedSheet, PlacedTable, Words } from './placed.ts'

/**
 * Nothing where templates/ has no layout for it or no words in its language, which a build tells.
 *
 * @param isWanted leaves sheets out
 */
export function traceWorkbook(
  model: WorkbookModel,
  templates: TemplateSet,
  isWanted: (sheet: string) => boolean = () => true,
): readonly TracedSheet[] {
  const layout = templates.layouts.get(model.layout)
  const wording = templates.wording.get(model.language)
  if (!layout || !wording) return []
  const phrases = reportPhrases(wording)
  const said = new Map<string, string>()
  const words: Words = {
    has: key => phrases.has(key),
    say: key => {
      const text = said.get(key) ?? phrases.say(key, model.facts).value.trim()
      said.set(key, text)
      return text
    },
  }
  const sheets = placeSheets(model, layout, words, isWanted)
  const tabs = (sheet: string) => words.say(`report.${sheet}.name`)
  return sheets.map(sheet => ({ sheet: sheet.model.sheet, name: sheet.name, rows: rowsOf(sheet, tabs) }))
}

/** Name of the tab of a sheet. */
type Tabs = (sheet: string) => string

function rowsOf(sheet: PlacedSheet, tabs: Tabs): readonly TracedRow[] {
  const rows: TracedRow[] = []
  const headers = new Map(sheet.tables.map(table => [table, sheet.rows.at(captionOf(sheet, table.headerRow) - 1)]))
  const modelOf = modelsIn(sheet)
  for (const [index, row] of sheet.rows.entries()) {
    const part = partOf(row)
    if (!part) continue
    const above = row.table && part !== 'header' ? headers.get(row.table) : undefined
    const model = modelOf(row)
    const cells = row.cells.flatMap((cell, at): readonly TracedCell[] => {
      if (!cell) return []
      const site = { address: `${columnLetters(at + 1)}${index + 1}`, ...namesOf(row, above, at) }
      return [tracedCell(cell, { ...site, model: model(at) }, tabs)]
    })
    rows.push({ number: index + 1, part, ...(row.table && { table: row.table.model.prefix }), cells })
  }
  return rows
}

type ModelAt = (at: number) => CellModel | undefined
const noModel: ModelAt = () => undefined

/** What the cells of a row are in its model. Rows of data are asked for in their order, each once. */
function modelsIn({ tables }: PlacedSheet): (row: PlacedRow) => ModelAt {
  const readings = new Map(tables.map(table => [table, table.model.rows[Symbol.iterator]()]))
  const inTable = (row: RowModel | undefined, { columns }: PlacedTable): ModelAt => {
    if (!row) return noModel
    return at => row.cells[columns[at] ?? '']
  }
  return ({ part, table, line }) => {
    if (line) return inLine(line)
    if (!table) return noModel
    if (part === 'total') return inTable(table.model.total, table)
    return part === 'data' ? inTable(readings.get(table)?.next().value, table) : noModel
  }
}

const inLine =
  ({ label, cells }: LineModel): ModelAt =>
  at =>
    at === 0 ? label : cells[at - 1]

/** Where tags stand in the header, its words stand above them. */
const captionOf = ({ rows }: PlacedSheet, headerRow: number): number =>
  rows.at(headerRow - 2)?.part === 'caption' ? headerRow - 1 : headerRow

const partOf = ({ part }: PlacedRow): TracedRow['part'] | undefined =>
  part === 'space' || part === 'chart' ? undefined : part === 'caption' ? 'header' : part

function namesOf({ table }: PlacedRow, above: PlacedRow | undefined, column: number) {
  const name = table?.columns[column]
  const header = above?.cells[column]?.content
  return {
    ...(name !== undefined && { column: name }),
    ...(header?.kind === 'said' && { header: header.text }),
  }
}

interface Site extends Pick<TracedCell, 'address' | 'column' | 'header'> {
  readonly model: CellModel | undefined
}

function tracedCell({ content, style }: PlacedCell, { model, ...site }: Site, tabs: Tabs): TracedCell {
  const cell = { ...site, style }
  switch (content.kind) {
    case 'said':
      return { ...cell, text: content.text, ...(content.key !== undefined && { key: content.key }) }
    case 'day':
      return { ...cell, text: content.day ?? '' }
    case 'sheet-link':
      return { ...cell, text: tabs(content.sheet) }
    case 'file-link':
      return { ...cell, text: content.text }
    case 'formula':
      return { ...cell, figure: model?.kind === 'formula' ? model.figure : asFigure(content) }
    default:
      if (typeof content.value === 'string') return { ...cell, text: content.value }
      if (!isNumeric(style)) return { ...cell, text: String(content.value ?? '') }
      return { ...cell, figure: asFigure(model?.kind === 'value' ? model : content) }
  }
}

const numeric = new Set(['count', 'plain', 'decimal', 'mark', 'money', 'rate', 'percent'])
const isNumeric = (style: string): boolean => numeric.has(style)
