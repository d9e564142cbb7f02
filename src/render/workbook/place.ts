/** Layout and words applied to a workbook model: which rows each sheet has, and in which row and column everything lies. */
import { joinedRows, type Rows } from '../../model/rows.ts'
import type { ReportLayout, SheetLayout } from '../../model/templates.ts'
import {
  type CellModel,
  type ChartsModel,
  type ColumnModel,
  cellAt,
  type LineModel,
  type ParagraphModel,
  type RowModel,
  type SheetModel,
  type TableModel,
  type WorkbookModel,
} from '../../model/workbook.ts'
import type { StyleName } from '../../model/workbook-sheet.ts'
import { chartRows, drawnOf } from './charts.ts'
import { chosenColumns } from './columns.ts'
import { figureNote } from './figure-note.ts'
import { lettersIn } from './letters.ts'
import { type Packing, packedRows } from './packed.ts'
import type { PlacedCell, PlacedCharts, PlacedRow, PlacedSheet, PlacedTable, Words } from './placed.ts'

/** @param isWanted leaves sheets out that nobody asks for; the others stand as they would beside them */
export function placeSheets(
  workbook: WorkbookModel,
  layout: ReportLayout,
  words: Words,
  isWanted: (sheet: string) => boolean = () => true,
): readonly PlacedSheet[] {
  const shown = layout.sheets.flatMap(sheet => {
    const model = workbook.sheets.find(each => each.sheet === sheet.sheet)
    return model ? [{ layout: sheet, model }] : []
  })
  const isShown = (sheet: string) => shown.some(each => each.layout.sheet === sheet)
  return shown
    .filter(sheet => isWanted(sheet.model.sheet))
    .map(sheet => {
      const name = words.say(`report.${sheet.model.sheet}.name`)
      return { ...sheet, name, ...blocksOf({ ...sheet, words, isShown, workbook, shown }) }
    })
}

interface Setting {
  readonly model: SheetModel
  readonly layout: SheetLayout
  readonly words: Words
  readonly isShown: (sheet: string) => boolean
  readonly workbook: WorkbookModel
  /** All sheets that the layout names. */
  readonly shown: readonly Pick<PlacedSheet, 'model' | 'layout'>[]
}

/** From the top down: where a block stands depends only on what is above it. */
function blocksOf(setting: Setting): Placed {
  const parts = setting.model.blocks.flatMap((block): readonly Part[] =>
    block.block === 'lines' ? block.lines.map(line => ({ block: 'line' as const, line })) : [block],
  )
  return parts.reduce<Placed>((above, part) => {
    const below = partOf(part, above.rows, setting)
    return {
      rows: joinedRows([above.rows, below.rows]),
      tables: [...above.tables, ...(below.tables ?? [])],
      charts: [...above.charts, ...(below.charts ?? [])],
      names: [...above.names, ...(below.names ?? [])],
    }
  }, nothing)
}

type Placed = Pick<PlacedSheet, 'rows' | 'tables' | 'charts' | 'names'>
const nothing: Placed = { rows: [], tables: [], charts: [], names: [] }
type Part = ParagraphModel | TableModel | ChartsModel | { readonly block: 'line'; readonly line: LineModel }

function partOf(part: Part, above: Above, setting: Setting): Partial<Placed> & Pick<Placed, 'rows'> {
  switch (part.block) {
    case 'paragraph':
      return { rows: paragraphRows(part, above, setting) }
    case 'table':
      return tableRows(part, above, setting)
    case 'charts':
      return rowsOfCharts(part, above, setting)
    default:
      return lineRows(part.line, above, setting)
  }
}

const space: PlacedRow = { part: 'space', cells: [] }
const chartRow: PlacedRow = { part: 'chart', cells: [] }
type Above = Rows<PlacedRow>

function spaceBelow(above: Above): readonly PlacedRow[] {
  return above.length === 0 || above.at(-1)?.part === 'space' ? [] : [space]
}

function paragraphRows({ style, key }: ParagraphModel, above: Above, { words }: Setting): readonly PlacedRow[] {
  const text = words.say(key)
  if (text === '') return []
  const isApart = style === 'heading' || (style === 'note' && above.at(-1)?.part !== 'paragraph')
  const paragraph: PlacedRow = { part: 'paragraph', cells: [{ content: { kind: 'said', text, key }, style }] }
  return [...(isApart ? spaceBelow(above) : []), paragraph, ...(style === 'notice' ? [space] : [])]
}

function lineRows(model: LineModel, above: Above, setting: Setting): Pick<Placed, 'rows' | 'names'> {
  const { label, cells, named } = model
  if (label.kind === 'sheet-link' && !setting.isShown(label.sheet)) return { rows: [], names: [] }
  const placed = cells.map(cell => cellOf(cell, 'text', setting.words))
  const [only] = placed
  if (placed.length === 1 && only?.content.kind === 'said' && only.content.text === '') return { rows: [], names: [] }
  const line: PlacedRow = { part: 'line', line: model, cells: [cellOf(label, 'label', setting.words), ...placed] }
  const isFirst = above.at(-1)?.cells[0]?.style === 'intro'
  const rows = [...(isFirst ? [space] : []), line]
  return { rows, names: named ? [{ name: named, row: above.length + rows.length }] : [] }
}

function tableRows(model: TableModel, above: Above, setting: Setting): Pick<Placed, 'rows' | 'tables'> {
  const gap = spaceBelow(above)
  const shown = chosenColumns(model, setting.layout)
  const columns = shown.map(({ column }) => column)
  const isTagged = model.columns.some(({ tag }) => tag !== undefined)
  const headerRow = above.length + gap.length + (isTagged ? 2 : 1)
  // A table in Excel has at least one row.
  const rows: Rows<RowModel> = model.rows.length > 0 ? model.rows : [blankRow(model)]
  const table: PlacedTable = { model, columns, headerRow, dataRows: [headerRow + 1, headerRow + rows.length] }
  const place = (cell: CellModel, style: StyleName): PlacedCell => {
    const note = model.explained && figureNote(cell, setting.words.say)
    return { ...cellOf(cell, style, setting.words), ...(note && { note }) }
  }
  const headers = shown.map(column => headerOf(column, setting))
  const tags = shown.map(tagOf)
  const top: readonly PlacedRow[] = [
    ...gap,
    ...(isTagged ? [{ part: 'caption' as const, table, cells: headers }] : []),
    { part: 'header', table, cells: isTagged ? tags : headers },
  ]
  const packing = { table, place, columns: shown, isExplained: model.explained ?? false }
  return { tables: [table], rows: joinedRows([top, packedRows(rows, packing), totalRows(packing)]) }
}

function totalRows({ table, columns, place }: Packing): readonly PlacedRow[] {
  const { total } = table.model
  if (!total) return []
  const cells = columns.map(({ column, style }) => place(cellAt(total.cells, column), style))
  return [{ part: 'total', table, ...(total.strong && { strong: true }), cells }]
}

/** Rows as high as the charts, two by two, and empty beneath them. */
function rowsOfCharts({ charts }: ChartsModel, above: Above, setting: Setting): Pick<Placed, 'rows' | 'charts'> {
  const { workbook } = setting
  const drawn = charts.flatMap(chart => drawnOf(chart, setting) ?? [])
  const lines = Array.from({ length: Math.ceil(drawn.length / 2) }, (_, line) => drawn.slice(line * 2, line * 2 + 2))
  if (lines.length === 0) return { rows: [], charts: [] }
  const gap = spaceBelow(above)
  let row = above.length + gap.length + 1
  const placed = lines.map((line): PlacedCharts => {
    const from = row
    const rows = chartRows(line, workbook)
    row += rows
    return { charts: line, row: from, rows, slots: Math.min(2, drawn.length) }
  })
  const taken = Array.from({ length: row - above.length - gap.length - 1 }, () => chartRow)
  return { rows: [...gap, ...taken, space], charts: placed }
}

const blankRow = ({ columns }: TableModel): RowModel => ({
  cells: Object.fromEntries(columns.map(({ column }) => [column, { kind: 'value', value: null }])),
})

const tagOf = ({ column, tag, style: below }: ColumnModel): PlacedCell => ({
  content: { kind: 'said', text: tag ?? column },
  style: headerOver(below),
})

/** Over the end of what is aligned right. */
const headerOver = (below: StyleName): StyleName => (lettersIn({ style: below }).isRight ? 'number-header' : 'header')

function headerOf({ column, style: below, header }: ColumnModel, { model, words }: Setting): PlacedCell {
  const named = header ? header.words : column
  const key = `report.${model.sheet}.columns.${named}`
  const said = named === undefined ? [] : [words.say(key)]
  const text = [...(header ? [header.name] : []), ...said]
    .join(', ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  const note = `report.${model.sheet}.notes.${named}`
  return {
    content: { kind: 'said', text, ...(named !== undefined && { key }) },
    style: headerOver(below),
    ...(words.has(note) && { note: words.say(note) }),
  }
}

function cellOf(model: CellModel, style: StyleName, words: Words): PlacedCell {
  switch (model.kind) {
    case 'words':
      return { content: { kind: 'said', text: words.say(model.key), key: model.key }, style: model.style ?? style }
    case 'day':
      return { content: model, style: 'date' }
    case 'sheet-link':
    case 'file-link':
      return { content: model, style: 'link' }
    case 'formula': {
      const { kind, expression, figure } = model
      return { content: { kind, expression, value: figure.value }, style: model.style ?? style }
    }
    default:
      return { content: { kind: model.kind, value: model.value }, style: model.style ?? style }
  }
}
