/** Run by itself: writes one register in one way, and prints how long it took and how much memory the process had at most. */
import { closeSync, openSync, writeSync } from 'node:fs'
import ExcelJS from 'exceljs'
import type { Cell, SheetRow } from '../src/model/workbook-sheet.ts'
import { styleOf } from '../src/render/xlsx/styles.ts'
import { streamXlsx } from '../src/render/xlsx/xlsx.ts'
import { largeRegister, rowsOfRegister } from '../test/support/large-register.ts'
import { printRun } from './processes.ts'
import type { Way } from './register.ts'

const [way, count, path = ''] = process.argv.slice(2)
const rows = Number(count)
const date = '2022-12-31'

const writers: { readonly [way in Way]: () => Promise<void> } = {
  khabar: () => khabar(false),
  'khabar, rows held': () => khabar(true),
  'exceljs streaming': async () => {
    const writer = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true, useSharedStrings: false })
    const sheet = writer.addWorksheet('Register')
    for (const row of rowsOfRegister(rows)) addRow(sheet, row).commit()
    sheet.commit()
    await writer.commit()
  },
  'exceljs in memory': async () => {
    const writer = new ExcelJS.Workbook()
    const sheet = writer.addWorksheet('Register')
    for (const row of rowsOfRegister(rows)) addRow(sheet, row)
    await writer.xlsx.writeFile(path)
  },
}

async function khabar(held: boolean): Promise<void> {
  const file = openSync(path, 'w')
  const write = (chunk: Uint8Array) => writeSync(file, chunk)
  await streamXlsx({ workbook: largeRegister(rows, held), date }, write)
  closeSync(file)
}

/** As one would write it: values, and a style that cells of one kind share. */
function addRow(sheet: ExcelJS.Worksheet, { cells }: SheetRow): ExcelJS.Row {
  const row = sheet.addRow(cells.map(plainValue))
  cells.forEach((cell, index) => {
    if (cell) row.getCell(index + 1).style = sharedStyle(cell)
  })
  return row
}

function plainValue(cell: Cell | null): ExcelJS.CellValue {
  switch (cell?.kind) {
    case 'text':
      return cell.text
    case 'number':
      return cell.value
    case 'day':
      return new Date(`${cell.day}T00:00:00Z`)
    case 'formula':
      return { formula: cell.formula, result: cell.value }
    default:
      return null
  }
}

const styles = new Map<string, Partial<ExcelJS.Style>>()

function sharedStyle(cell: Cell): Partial<ExcelJS.Style> {
  const known = styles.get(cell.style) ?? styleOf(cell, { colour: '#b01c2e', language: 'ru', inTable: true })
  styles.set(cell.style, known)
  return known
}

const started = performance.now()
await writers[way as Way]()
printRun(started)
