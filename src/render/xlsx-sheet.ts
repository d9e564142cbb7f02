/** One sheet, written with exceljs: cells, tables, what stays in sight, how it prints. */
import type { Worksheet, Workbook as Writer } from 'exceljs'
import type { Cell, Sheet, SheetRow, TableRange, Workbook } from '../model/workbook-sheet.ts'
import { argbOf, styleOf } from './xlsx-styles.ts'

export function writeSheet(writer: Writer, sheet: Sheet, workbook: Workbook): void {
  const worksheet = writer.addWorksheet(sheet.name, {
    properties: { tabColor: { argb: argbOf(workbook.colour) } },
    views: [viewOf(sheet)],
  })
  sheet.widths.forEach((width, index) => {
    worksheet.getColumn(index + 1).width = width
  })
  for (const table of sheet.tables) addTable(worksheet, table, sheet)
  sheet.rows.forEach((row, index) => {
    writeRow(worksheet, row, { number: index + 1, sheet, workbook })
  })
  setUpPage(worksheet, sheet, workbook)
}

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

interface Place {
  readonly number: number
  readonly sheet: Sheet
  readonly workbook: Workbook
}

function writeRow(worksheet: Worksheet, row: SheetRow, { number, sheet, workbook }: Place): void {
  const inTable = sheet.headerRow !== null && number >= sheet.headerRow && !row.spreadTo
  const look = { colour: workbook.colour, language: workbook.language, inTable }
  row.cells.forEach((cell, index) => {
    if (!cell) return
    const written = worksheet.getCell(number, index + 1)
    written.value = contentOf(cell)
    written.style = styleOf(cell, look)
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
      return cell.link ? { text: cell.text, hyperlink: `#'${cell.link.replaceAll("'", "''")}'!A1` } : literal(cell.text)
    case 'number':
      return cell.value
    // ExcelJS writes a date as its UTC wall time.
    case 'day':
      return new Date(`${cell.day}T00:00:00Z`)
    default:
      return { formula: cell.formula, result: cell.value, date1904: false }
  }
}

/** `_x0041_` in a file means "A": what only looks like that is written so that it is read back as it was. */
const literal = (text: string) => text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, '_x005F_x')

/** In a margin, & begins a code. */
const plain = (text: string) => text.replaceAll('&', '&&')

/** A4, as wide as one page or, where that could not be read, two; header row repeated; the sample notice and the page number on each. */
function setUpPage(worksheet: Worksheet, sheet: Sheet, { notice, title }: Workbook): void {
  const isWide = sheet.widths.reduce((sum, width) => sum + width, 0) > 215
  Object.assign(worksheet.pageSetup, {
    paperSize: 9,
    orientation: sheet.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: isWide ? 2 : 1,
    fitToHeight: 0,
    horizontalCentered: false,
    margins: { left: 0.5, right: 0.5, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    ...(isWide && { printTitlesColumn: 'A:B' }),
    ...(sheet.headerRow !== null && { printTitlesRow: `${sheet.headerRow}:${sheet.headerRow}` }),
  })
  worksheet.headerFooter.oddFooter = `&L&8 ${plain(title)}&R&8 &P / &N`
  if (notice) worksheet.headerFooter.oddHeader = `&C&"Arial,Bold"&9 ${plain(notice)}`
}
