/** One sheet, written with exceljs: cells, tables, what stays in sight, how it prints. */
import type { Style, Worksheet, Workbook as Writer } from 'exceljs'
import { directionOf } from '../../model/text.ts'
import type { Cell, Sheet, SheetRow, ShownBySize, TableRange, Workbook } from '../../model/workbook-sheet.ts'
import { runningHead } from '../words/running-head.ts'
import { columnLetters } from '../workbook/formula.ts'
import { mixed } from './chart-look.ts'
import { fitsOnePage, rowsBeforeBreaks } from './pages.ts'
import { argbOf, styleKey, styleOf } from './styles.ts'

export function writeSheet(writer: Writer, sheet: Sheet, workbook: Workbook): void {
  const worksheet = writer.addWorksheet(sheet.name, {
    properties: { tabColor: { argb: argbOf(workbook.colour) } },
    views: [{ ...viewOf(sheet), rightToLeft: isFromTheRight(workbook) }],
  })
  sheet.widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width
  })
  for (const table of sheet.tables) addTable(worksheet, table, sheet)
  const styles = new Map<string, Partial<Style>>()
  for (const [index, row] of sheet.rows.entries()) {
    writeRow(worksheet, row, { number: index + 1, sheet, workbook, styles })
  }
  for (const each of sheet.shownBySize ?? []) showBySize(worksheet, each, workbook.colour)
  setUpPage(worksheet, sheet, workbook)
}

/** Pale, so that the number on it can be read; a share fills its cell at the whole, a count at the greatest. */
function showBySize(worksheet: Worksheet, { shows, range, style }: ShownBySize, colour: string): void {
  // Bars of rows one under another touch in some programs: paler than a single shade.
  const pale = { argb: `FF${mixed(colour.slice(1), 'FFFFFF', shows === 'bar' ? 0.75 : 0.6)}` }
  const zero = { type: 'num' as const, value: 0 }
  const most = style === 'percent' ? { type: 'num' as const, value: 1 } : { type: 'max' as const }
  const bar = { type: 'dataBar' as const, priority: 1, cfvo: [zero, most], gradient: false, border: false, color: pale }
  const heat = { type: 'colorScale' as const, priority: 1, cfvo: [zero, most], color: [{ argb: 'FFFFFFFF' }, pale] }
  worksheet.addConditionalFormatting({ ref: range, rules: [shows === 'bar' ? bar : heat] })
}

const isFromTheRight = ({ language }: Workbook): boolean => directionOf(language) === 'rtl'

function viewOf({ headerRow, frozenColumns }: Sheet) {
  const showGridLines = false
  if (headerRow === null) return { state: 'normal' as const, showGridLines }
  return { state: 'frozen' as const, xSplit: frozenColumns, ySplit: headerRow, showGridLines }
}

/** ExcelJS wants the rows of a table twice: here as values, in `writeRow` with their styles. */
function addTable(worksheet: Worksheet, table: TableRange, sheet: Sheet): void {
  const rows = sheet.rows.slice(table.headerRow, table.headerRow + table.rows)
  worksheet.addTable({
    name: table.name,
    ref: worksheet.getCell(table.headerRow, table.firstColumn).address,
    headerRow: true,
    style: { theme: 'TableStyleLight1', showRowStripes: true },
    columns: table.columns.map(name => ({ name, filterButton: true })),
    rows: rows.map(({ cells }) => cells.map(cell => cell && contentOf(cell))),
  })
}

interface RowSite {
  readonly number: number
  readonly sheet: Sheet
  readonly workbook: Workbook
  /** Cells that look the same share one object, which exceljs knows again at once. */
  readonly styles: Map<string, Partial<Style>>
}

function writeRow(worksheet: Worksheet, row: SheetRow, { number, sheet, workbook, styles }: RowSite): void {
  const inTable = sheet.headerRow !== null && number >= sheet.headerRow && !row.spreadTo
  const look = { colour: workbook.colour, language: workbook.language, inTable }
  row.cells.forEach((cell, index) => {
    if (!cell) return
    const written = worksheet.getCell(number, index + 1)
    written.value = contentOf(cell)
    const key = `${styleKey(cell)}${inTable}`
    const style = styles.get(key) ?? styleOf(cell, look)
    styles.set(key, style)
    written.style = style
    if (cell.note) written.note = { texts: [{ text: cell.note, font: { name: 'Arial', size: 9 } }] }
  })
  if (row.height) worksheet.getRow(number).height = row.height
  if (row.spreadTo && row.spreadTo > row.cells.length) {
    worksheet.mergeCells(number, row.cells.length, number, row.spreadTo)
  }
}

function contentOf(cell: Cell) {
  switch (cell.kind) {
    case 'blank':
      return null
    case 'text':
      return linkOf(cell) ? { text: literal(cell.text), hyperlink: linkOf(cell) } : literal(cell.text)
    case 'number':
      return cell.value
    // ExcelJS writes a date as its UTC wall time.
    case 'day':
      return new Date(`${cell.day}T00:00:00Z`)
    default:
      return { formula: cell.formula, result: cell.value, date1904: false }
  }
}

function linkOf({ link, href }: Cell): string {
  return link ? `#'${link.replaceAll("'", "''")}'!A1` : (href ?? '')
}

/** `_x0041_` in a file means "A": what only looks like that is written so that it is read back as it was. */
export const literal = (text: string): string =>
  text.includes('_x') ? text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x') : text

/** In a margin, & begins a code. */
const plain = (text: string) => text.replaceAll('&', '&&')

/** A4, as wide as one page or, where that could not be read, two; header row repeated; the sample notice and the page number on each. */
function setUpPage(worksheet: Worksheet, sheet: Sheet, workbook: Workbook): void {
  const { notice, title } = workbook
  Object.assign(worksheet.pageSetup, {
    paperSize: 9,
    orientation: sheet.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: sheet.repeatedColumns ? 2 : 1,
    fitToHeight: fitsOnePage(sheet) ? 1 : 0,
    horizontalCentered: false,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    ...(sheet.repeatedColumns && { printTitlesColumn: `A:${columnLetters(sheet.repeatedColumns)}` }),
    ...(sheet.headerRow !== null && { printTitlesRow: `${sheet.headerRow}:${sheet.headerRow}` }),
  })
  for (const row of rowsBeforeBreaks(sheet)) worksheet.getRow(row).addPageBreak()
  const [start, end] = isFromTheRight(workbook) ? ['&R', '&L'] : ['&L', '&R']
  worksheet.headerFooter.oddFooter = `${start}&8 ${plain(runningHead(title))}${end}&8 &P / &N`
  if (notice) worksheet.headerFooter.oddHeader = `&C&"Arial,Bold"&9 ${plain(notice)}`
}
