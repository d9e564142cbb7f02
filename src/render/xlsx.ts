/** Workbook -> bytes: exceljs writes it in one pass, its faults are mended, the package is packed the same each time. */
import ExcelJS from 'exceljs'
import type { Workbook } from '../model/workbook-sheet.ts'
import { lintWorkbook } from './workbook-lint.ts'
import { packParts, unpackParts } from './xlsx-package.ts'
import { repairParts } from './xlsx-repair.ts'
import { writeSheet } from './xlsx-sheet.ts'

/** @param date the day that the file bears as its own: YYYY-MM-DD */
export async function writeXlsx(workbook: Workbook, date: string): Promise<Uint8Array> {
  const [problem] = lintWorkbook(workbook)
  if (problem) throw new Error(`a workbook came to be written with a fault: ${problem.message}`)
  return packParts(repairParts(unpackParts(await rawXlsx(workbook, date))))
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
  for (const { name, range } of workbook.names) writer.definedNames.add(range, name)
  return new Uint8Array(await writer.xlsx.writeBuffer())
}
