/** Workbook -> bytes: exceljs writes it in one pass, its faults are mended, the package is packed the same each time. */

import ExcelJS, { type XlsxWriteOptions } from 'exceljs'
import { mostHeld } from '../../model/rows.ts'
import { inEnglish } from '../../model/said.ts'
import type { Sheet, Workbook } from '../../model/workbook-sheet.ts'
import { lintWorkbook, type WorkbookProblem } from '../workbook/lint.ts'
import { knownIn, rowProblems } from '../workbook/lint-cells.ts'
import { addCharts } from './drawing.ts'
import { addMarks } from './marks.ts'
import { addNames } from './names.ts'
import { fitNotes } from './notes.ts'
import { type Parts, packParts, streamParts, unpackParts } from './package.ts'
import { openSheet, registersOf, sheetChunks } from './register.ts'
import { repairParts } from './repair.ts'
import { writeSheet } from './sheet.ts'
import { finishTables } from './tables.ts'

export interface WriteOptions {
  /** Rows of a table up to which exceljs writes it. */
  readonly inMemory?: number
  /** Rows of all registers up to which this thread packs them: another takes a while to begin. */
  readonly packedHere?: number
}

/** @param date the day that the file bears as its own: YYYY-MM-DD */
export async function writeXlsx(workbook: Workbook, date: string, options: WriteOptions = {}): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await streamXlsx({ workbook, date, ...options }, chunk => chunks.push(chunk))
  return Buffer.concat(chunks)
}

/** Hands on what is finished; a register of many rows is never there whole. */
export async function streamXlsx(
  { workbook, date, inMemory = mostHeld, packedHere = 20_000 }: WriteOptions & Dated,
  write: (chunk: Uint8Array) => void,
): Promise<void> {
  const registers = registersOf(workbook, inMemory)
  const sheets = workbook.sheets.map(
    (sheet, index) => registers.find(each => each.number === index + 1)?.skeleton ?? sheet,
  )
  const whole = { ...workbook, sheets: withTables(sheets, workbook) }
  refuse(lintWorkbook(whole))
  const raw = unpackParts(await rawXlsx({ ...workbook, sheets }, date))
  const opened = registers.map(register => ({ register, sheet: openSheet(raw, register) }))
  const parts = new Map([...raw, ...opened.map(({ sheet }): [string, string] => [sheet.path, sheet.xml])])
  const finished = repairParts(extendParts(parts, whole))
  if (registers.length === 0) return write(packParts(finished))
  const known = knownIn(workbook)
  const streams = opened.map(({ register, sheet }): [string, Iterable<string>] => {
    const problemsOf = rowProblems(register.sheet, known, register.number - 1)
    const chunks = sheetChunks(finished.get(sheet.path) ?? '', register, sheet, (...row) => refuse(problemsOf(...row)))
    return [sheet.path, chunks]
  })
  const rows = registers.reduce((sum, { table }) => sum + table.rows, 0)
  await streamParts(
    { parts: finished, streams: new Map(streams), packing: rows > packedHere ? 'beside' : 'here' },
    write,
  )
}

/** Authors are told of faults before anything is written: one that comes here is ours. */
function refuse([problem]: readonly WorkbookProblem[]): void {
  if (problem) throw new Error(`a workbook came to be written with a fault: ${inEnglish(problem.message)}`)
}

interface Dated {
  readonly workbook: Workbook
  readonly date: string
}

/** Tables as long as they are, over sheets whose long ones exceljs was handed short. */
const withTables = (sheets: readonly Sheet[], workbook: Workbook): readonly Sheet[] =>
  sheets.map((sheet, index) => ({ ...sheet, tables: workbook.sheets[index]?.tables ?? sheet.tables }))

/** What exceljs cannot write. */
function extendParts(parts: Parts, workbook: Workbook): Parts {
  const extensions = [addNames, finishTables, fitNotes, addMarks, addCharts]
  return extensions.reduce((extended, extend) => extend(extended, workbook), parts)
}

/** As exceljs leaves it. */
export async function rawXlsx(workbook: Workbook, date: string): Promise<Uint8Array> {
  const writer = new ExcelJS.Workbook()
  const day = new Date(`${date}T00:00:00Z`)
  Object.assign(writer, {
    creator: workbook.creator,
    lastModifiedBy: workbook.creator,
    company: workbook.creator,
    title: workbook.title,
    subject: workbook.subject,
    language: workbook.language,
    created: day,
    modified: day,
  })
  writer.calcProperties.fullCalcOnLoad = true
  for (const sheet of workbook.sheets) writeSheet(writer, sheet, workbook)
  // It is unpacked at once.
  const options: Partial<XlsxWriteOptions> = { zip: { compression: 'STORE' } }
  return new Uint8Array(await writer.xlsx.writeBuffer(options))
}
