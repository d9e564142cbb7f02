/** Files that are larger than they look, or that make a reader go through a million cells: told or read, in time and room. */

import ExcelJS from 'exceljs'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { limits } from '../../src/exchange/table.ts'
import { tablesIn } from '../../src/exchange/tables/open.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const codesOf = async (path: string, bytes: Uint8Array) =>
  (await tablesIn({ path, bytes }, {})).diagnostics.map(({ code }) => code)

async function workbookWith(change: (sheet: ExcelJS.Worksheet) => void): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Sheet1')
  sheet.addRow(['name', 'area'])
  sheet.addRow(['Course', 'first-aid'])
  change(sheet)
  return new Uint8Array(await book.xlsx.writeBuffer())
}

/** The parts of a small workbook, with another sheet. */
const workbookOf = (sheet: string): Uint8Array =>
  zipSync({
    'xl/workbook.xml': bytesOf(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': bytesOf(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    '[Content_Types].xml': bytesOf('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/worksheets/sheet1.xml': bytesOf(sheet),
  })

test('a sheet that unpacks to more than is taken', async () => {
  const bomb = workbookOf(`<worksheet><sheetData>${' '.repeat(limits.unpackedBytes)}</sheetData></worksheet>`)
  expect(bomb.length).toBeLessThan(1_000_000)
  expect(await codesOf('bomb.xlsx', bomb)).toEqual(['import/too-large'])
})

test('more rows than are taken', async () => {
  const rows = 'Course,first-aid\n'.repeat(limits.rows + 1)
  expect(await codesOf('long.csv', bytesOf(`name,area\n${rows}`))).toEqual(['import/too-large'])
  expect(await codesOf('long.csv', bytesOf(`name,area\n${rows}`.split('\n').slice(0, limits.rows).join('\n')))).toEqual(
    [],
  )
})

describe('what names a million cells', () => {
  test.for([
    [
      'a merge',
      (sheet: string) =>
        sheet.replace('</sheetData>', '</sheetData><mergeCells><mergeCell ref="A2:XFD1048576"/></mergeCells>'),
    ],
    [
      'a validation',
      (sheet: string) =>
        sheet.replace(
          '</sheetData>',
          '</sheetData><dataValidations><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>',
        ),
    ],
  ] as const)('%s: the cells that are there are read', async ([, change]) => {
    const sheet =
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>name</t></is></c></row><row r="3"><c r="A3"><v>5</v></c></row></sheetData></worksheet>'
    const { value, diagnostics } = await tablesIn({ path: 'a.xlsx', bytes: workbookOf(change(sheet)) }, {})
    expect(diagnostics).toEqual([])
    expect(value[0]?.rows.map(({ number }) => number)).toEqual([1, 3])
  })
})

test('an entity that grows is refused', async () => {
  const sheet =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>'
  const { value, diagnostics } = await tablesIn({ path: 'a.xlsx', bytes: workbookOf(sheet) }, {})
  const texts = value.flatMap(({ rows }) => rows.flatMap(({ cells }) => [...cells.values()]))
  expect(JSON.stringify(texts)).not.toContain('aaaaaaaaaa')
  expect(diagnostics.map(({ code }) => code)).toEqual(['import/unreadable'])
})

test('what holds no cells is not read: a picture, a note, a table, a link', async () => {
  const bytes = await workbookWith(sheet => {
    sheet.getCell('A2').note = 'A remark'
    sheet.addTable({ name: 'T', ref: 'D1', headerRow: true, columns: [{ name: 'x' }], rows: [[1]] })
    sheet.getCell('B2').value = { text: 'first-aid', hyperlink: 'https://example.org' }
  })
  const { value, diagnostics } = await tablesIn({ path: 'a.xlsx', bytes }, {})
  expect(diagnostics).toEqual([])
  expect([...(value[0]?.rows[1]?.cells.values() ?? [])].slice(0, 2)).toEqual([
    { kind: 'text', text: 'Course' },
    { kind: 'text', text: 'first-aid' },
  ])
})
