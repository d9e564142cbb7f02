/** Each repair: the fault is there in what exceljs writes, and gone in what we hand out. A new exceljs shows here first. */
import ExcelJS from 'exceljs'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Parts, unpackParts } from '../../src/render/xlsx/package.ts'
import { repairParts } from '../../src/render/xlsx/repair.ts'
import { rawXlsx, writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { craftedWorkbook } from '../support/crafted-workbook.ts'

let raw: Parts
let mended: Parts

beforeAll(async () => {
  raw = unpackParts(await rawXlsx(craftedWorkbook(), '2022-12-31'))
  mended = unpackParts(await writeXlsx(craftedWorkbook(), '2022-12-31'))
})

const textOf = (parts: Parts, name: RegExp) => [...parts].filter(([path]) => name.test(path)).map(([, text]) => text)
const all = (parts: Parts, name: RegExp) => textOf(parts, name).join('\n')

const blocks = (parts: Parts) => textOf(parts, /\.vml$/).map(text => /<o:idmap [^>]*data="(\d+)"/.exec(text)?.[1])
const ids = (parts: Parts) => textOf(parts, /\.vml$/).flatMap(text => text.match(/_x0000_s\d+/g) ?? [])

const order = (text: string) =>
  (text.match(/<font>.*?<\/font>/gs) ?? []).map(font => (font.match(/<(\w+)[ /]/g) ?? []).join(''))

async function probe(build: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Parts> {
  const workbook = new ExcelJS.Workbook()
  build(workbook.addWorksheet('Probe'), workbook)
  return unpackParts(new Uint8Array(await workbook.xlsx.writeBuffer()))
}

describe('with notes and a table on one sheet', () => {
  const misplaced = /<tableParts.*<legacyDrawing/s
  it('the notes come before the tables', () => {
    expect(all(raw, /sheet1\.xml$/)).toMatch(misplaced)
    expect(all(mended, /sheet1\.xml$/)).not.toMatch(misplaced)
    expect(all(mended, /sheet1\.xml$/)).toMatch(/<legacyDrawing [^>]*\/><tableParts/)
  })
})

describe('notes on several sheets', () => {
  it('have ids of their own', () => {
    expect(new Set(blocks(raw)).size).toBe(1)
    expect(new Set(blocks(mended)).size).toBe(blocks(mended).length)
    expect(new Set(ids(raw)).size).toBeLessThan(ids(raw).length)
    expect(new Set(ids(mended)).size).toBe(ids(mended).length)
  })
  it('have no invented author', () => {
    expect(all(raw, /comments\d\.xml$/)).toContain('<author>Author</author>')
    expect(all(mended, /comments\d\.xml$/)).not.toContain('Author</author>')
  })
})

describe('styles', () => {
  const disordered = /<font>(?:(?!<\/font>).)*<(?:color|name|sz) [^>]*\/>(?:(?!<\/font>).)*<b\/>/s
  const nameFirst = /<font>(?:(?!<\/font>).)*<name [^>]*\/>(?:(?!<\/font>).)*<sz /s
  const isDisordered = (text: string) =>
    disordered.test(text) || nameFirst.test(text) || /<family [^>]*\/>[^/]*<name/.test(text)
  it('have the parts of a font in order', () => {
    expect(order(all(mended, /styles\.xml$/))).not.toEqual(order(all(raw, /styles\.xml$/)))
    expect(isDisordered(all(mended, /styles\.xml$/))).toBe(false)
  })
  it('mark a text that looks like a formula as a text', () => {
    expect(all(raw, /styles\.xml$/)).not.toContain('quotePrefix')
    expect(all(mended, /styles\.xml$/)).toMatch(/<xf quotePrefix="1" numFmtId="49"/)
  })
})

describe('links inside the workbook', () => {
  it('lead to a place, not to a file', () => {
    expect(all(raw, /sheet1\.xml\.rels$/)).toContain('Target="#')
    expect(all(mended, /sheet1\.xml\.rels$/)).not.toContain('Target="#')
    expect(all(mended, /sheet1\.xml$/)).toMatch(/<hyperlink ref="A\d+" location="&apos;Second&apos;!A1"/)
    expect(all(mended, /sheet1\.xml$/)).not.toMatch(/<hyperlink [^>]*(r:id[^>]*location|location[^>]*r:id)/)
  })
})

describe('what the report does not use yet', () => {
  it('an image of a given size has no editAs', async () => {
    const parts = await probe((sheet, workbook) => {
      const dot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=='
      sheet.addImage(workbook.addImage({ base64: dot, extension: 'png' }), {
        tl: { col: 0, row: 0 },
        ext: { width: 9, height: 9 },
      })
    })
    expect(all(parts, /drawing1\.xml$/)).toContain('editAs')
    expect(all(repairParts(parts), /drawing1\.xml$/)).not.toContain('editAs')
  })

  it('a data bar has the same id each time', async () => {
    const bar = { type: 'dataBar' as const, priority: 1, cfvo: [{ type: 'min' as const }, { type: 'max' as const }] }
    const build = (sheet: ExcelJS.Worksheet) => {
      sheet.addConditionalFormatting({ ref: 'A1:A3', rules: [{ ...bar, gradient: false }] })
    }
    const [one, other] = [await probe(build), await probe(build)]
    expect(all(one, /sheet1\.xml$/)).not.toBe(all(other, /sheet1\.xml$/))
    expect(all(repairParts(one), /sheet1\.xml$/)).toBe(all(repairParts(other), /sheet1\.xml$/))
    const barIds = all(repairParts(one), /sheet1\.xml$/).match(/x14:id>\{[^}]*\}|id="\{[^}]*\}/g) ?? []
    expect(new Set(barIds.map(id => id.replace(/^.*\{/, ''))).size).toBe(1)
  })
})
