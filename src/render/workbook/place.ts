/** Layout and words applied to a workbook model: which rows each sheet has, and in which row and column everything lies. */
import type { ReportLayout, SheetLayout } from '../../model/templates.ts'
import type {
  CellModel,
  ChartModel,
  ChartsModel,
  ColumnModel,
  LineModel,
  ParagraphModel,
  RowModel,
  SheetModel,
  TableModel,
  WorkbookModel,
} from '../../model/workbook.ts'
import type { StyleName } from '../../model/workbook-sheet.ts'
import { chartRows, isDrawable } from './charts.ts'
import { chosenColumns } from './columns.ts'

export interface PlacedCell {
  readonly content: Exclude<CellModel, { kind: 'words' }> | { readonly kind: 'said'; readonly text: string }
  readonly style: StyleName
  readonly note?: string
}

export interface PlacedTable {
  readonly model: TableModel
  readonly columns: readonly string[]
  readonly headerRow: number
  readonly dataRows: readonly [first: number, last: number]
}

export interface PlacedRow {
  readonly cells: readonly (PlacedCell | null)[]
  readonly part: 'space' | 'paragraph' | 'line' | 'caption' | 'header' | 'data' | 'total' | 'chart'
  readonly table?: PlacedTable
  readonly strong?: true
  /** A name for the second cell of a line. */
  readonly named?: string
  /** In the first of the rows that charts take. */
  readonly charts?: readonly ChartModel[]
}

export interface PlacedSheet {
  readonly model: SheetModel
  readonly layout: SheetLayout
  readonly name: string
  readonly rows: readonly PlacedRow[]
  readonly tables: readonly PlacedTable[]
}

export interface Words {
  readonly say: (key: string) => string
  readonly has: (key: string) => boolean
}

export function placeSheets(workbook: WorkbookModel, layout: ReportLayout, words: Words): readonly PlacedSheet[] {
  const shown = layout.sheets.flatMap(sheet => {
    const model = workbook.sheets.find(each => each.sheet === sheet.sheet)
    return model ? [{ layout: sheet, model }] : []
  })
  const isShown = (sheet: string) => shown.some(each => each.layout.sheet === sheet)
  return shown.map(sheet => {
    const rows = rowsOf({ ...sheet, words, isShown, workbook })
    const tables = rows.flatMap(({ part, table }) => (part === 'header' && table ? [table] : []))
    return { ...sheet, name: words.say(`report.${sheet.model.sheet}.name`), rows, tables }
  })
}

interface Setting {
  readonly model: SheetModel
  readonly layout: SheetLayout
  readonly words: Words
  readonly isShown: (sheet: string) => boolean
  readonly workbook: WorkbookModel
}

/** From the top down: where a block stands depends only on what is above it. */
function rowsOf(setting: Setting): readonly PlacedRow[] {
  let rows: readonly PlacedRow[] = []
  for (const block of setting.model.blocks) {
    if (block.block === 'paragraph') rows = [...rows, ...paragraphRows(block, rows, setting)]
    else if (block.block === 'table') rows = [...rows, ...tableRows(block, rows, setting)]
    else if (block.block === 'charts') rows = [...rows, ...rowsOfCharts(block, rows, setting)]
    else for (const line of block.lines) rows = [...rows, ...lineRows(line, rows, setting)]
  }
  return rows
}

const space: PlacedRow = { part: 'space', cells: [] }
type Above = readonly PlacedRow[]

function spaceBelow(above: Above): readonly PlacedRow[] {
  return above.length === 0 || above.at(-1)?.part === 'space' ? [] : [space]
}

function paragraphRows({ style, key }: ParagraphModel, above: Above, { words }: Setting): readonly PlacedRow[] {
  const text = words.say(key)
  if (text === '') return []
  const isApart = style === 'heading' || (style === 'note' && above.at(-1)?.part !== 'paragraph')
  const paragraph: PlacedRow = { part: 'paragraph', cells: [{ content: { kind: 'said', text }, style }] }
  return [...(isApart ? spaceBelow(above) : []), paragraph, ...(style === 'notice' ? [space] : [])]
}

function lineRows({ label, cells, named }: LineModel, above: Above, setting: Setting): readonly PlacedRow[] {
  if (label.kind === 'sheet-link' && !setting.isShown(label.sheet)) return []
  const placed = cells.map(cell => cellOf(cell, 'text', setting.words))
  const [only] = placed
  if (placed.length === 1 && only?.content.kind === 'said' && only.content.text === '') return []
  const line = { part: 'line' as const, cells: [cellOf(label, 'label', setting.words), ...placed] }
  const isFirst = above.at(-1)?.cells[0]?.style === 'intro'
  return [...(isFirst ? [space] : []), { ...line, ...(named && { named }) }]
}

function tableRows(model: TableModel, above: Above, setting: Setting): readonly PlacedRow[] {
  const gap = spaceBelow(above)
  const columns = chosenColumns(model, setting.layout)
  const isTagged = model.columns.some(({ tag }) => tag !== undefined)
  const headerRow = above.length + gap.length + (isTagged ? 2 : 1)
  // A table in Excel has at least one row.
  const rows: readonly RowModel[] = model.rows.length > 0 ? model.rows : [{ cells: {}, records: [] }]
  const table: PlacedTable = { model, columns, headerRow, dataRows: [headerRow + 1, headerRow + rows.length] }
  const styles = new Map(model.columns.map(({ column, style }) => [column, style]))
  const row = (part: PlacedRow['part'], { cells, strong }: Pick<RowModel, 'cells' | 'strong'>): PlacedRow => ({
    part,
    table,
    ...(strong && { strong }),
    cells: columns.map(column => cellOf(cells[column] ?? blank, styles.get(column) ?? 'text', setting.words)),
  })
  const headers = columns.map(column => headerOf(columnIn(model, column), setting))
  return [
    ...gap,
    ...(isTagged ? [{ part: 'caption' as const, table, cells: headers }] : []),
    { part: 'header', table, cells: isTagged ? columns.map(column => tagOf(columnIn(model, column))) : headers },
    ...rows.map(each => row('data', each)),
    ...(model.total ? [row('total', model.total)] : []),
  ]
}

/** Rows as high as the charts, two by two, and empty beneath them. */
function rowsOfCharts({ charts }: ChartsModel, above: Above, { workbook }: Setting): readonly PlacedRow[] {
  const drawn = charts.filter(chart => isDrawable(chart, workbook))
  const lines = Array.from({ length: Math.ceil(drawn.length / 2) }, (_, line) => drawn.slice(line * 2, line * 2 + 2))
  const rows = lines.flatMap(line =>
    Array.from({ length: chartRows(line, workbook) }, (_, index): PlacedRow => {
      return { part: 'chart', cells: [], ...(index === 0 && { charts: line }) }
    }),
  )
  return rows.length === 0 ? [] : [...spaceBelow(above), ...rows, space]
}

const blank: CellModel = { kind: 'value', value: null }

/** Headers stand over the end of what is aligned right. */
const numeric: readonly StyleName[] = ['count', 'plain', 'decimal', 'money', 'percent']

const tagOf = ({ column, tag }: ColumnModel): PlacedCell => ({
  content: { kind: 'said', text: tag ?? column },
  style: 'header',
})

const columnIn = ({ columns }: TableModel, name: string): ColumnModel =>
  columns.find(({ column }) => column === name) ?? { column: name, style: 'text' }

function headerOf({ column, style: below, header }: ColumnModel, { model, words }: Setting): PlacedCell {
  const named = header ? header.words : column
  const said = named === undefined ? [] : [words.say(`report.${model.sheet}.columns.${named}`)]
  const text = [...(header ? [header.name] : []), ...said].join(', ').replace(/\s+/g, ' ').trim()
  const key = `report.${model.sheet}.notes.${named}`
  const style = numeric.includes(below) ? 'number-header' : 'header'
  return { content: { kind: 'said', text }, style, ...(words.has(key) && { note: words.say(key) }) }
}

function cellOf(model: CellModel, style: StyleName, words: Words): PlacedCell {
  switch (model.kind) {
    case 'words':
      return { content: { kind: 'said', text: words.say(model.key) }, style: model.style ?? style }
    case 'day':
      return { content: model, style: 'date' }
    case 'sheet-link':
    case 'file-link':
      return { content: model, style: 'link' }
    default:
      return { content: model, style: model.style ?? style }
  }
}
