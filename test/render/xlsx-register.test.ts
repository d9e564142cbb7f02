/** A register of many rows, written row by row: the same facts as from exceljs, for any number of rows. */
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { inflateRawSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { mostHeld } from '../../src/model/rows.ts'
import type { SheetRow, Workbook } from '../../src/model/workbook-sheet.ts'
import { unpackParts } from '../../src/render/xlsx/package.ts'
import { streamXlsx, writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { judge, withoutIcu } from '../support/judges.ts'
import { largeRegister } from '../support/large-register.ts'
import { bundled } from '../support/program.ts'
import { readWorkbooks, temporaryFolder } from '../support/spreadsheet.ts'

const folder = temporaryFolder()
const day = '2022-12-31'
const all = Number.POSITIVE_INFINITY

async function write(name: string, workbook: Workbook, inMemory: number): Promise<string> {
  const path = join(folder, `${name}.xlsx`)
  writeFileSync(path, await writeXlsx(workbook, day, { inMemory }))
  return path
}

/** With a link and a note on rows of the table, which hang on cells that are streamed. */
function linked(rows: number): Workbook {
  const workbook = largeRegister(rows)
  const change = (row: SheetRow, index: number): SheetRow => ({
    ...row,
    cells: row.cells.map((cell, column) => {
      if (!cell || column !== 5 || ![4, 100, rows + 3].includes(index)) return cell
      return { ...cell, href: `../press/${index}.pdf`, note: `Note ${index}` }
    }),
  })
  return { ...workbook, sheets: workbook.sheets.map(sheet => ({ ...sheet, rows: sheet.rows.map(change) })) }
}

it('openpyxl reads the same facts from both ways of writing, cell by cell', async test => {
  const paths = [await write('memory', linked(3000), all), await write('streamed', linked(3000), 10)]
  const read = readWorkbooks(judge('openpyxl', test), paths)
  const [memory, streamed] = paths.map(path => read[path])
  expect(Object.keys(memory?.sheets['Register']?.cells ?? {}).length).toBeGreaterThan(55_000)
  expect(streamed).toEqual(memory)
  expect(streamed?.sheets['Register']?.tables).toEqual({ Large: 'A4:T3004' })
  expect(streamed?.sheets['Register']?.choices).toEqual({ 'C5:C3004': 'big_C3x', 'E5:E3004': '"completed,planned"' })
  expect(streamed?.sheets['Register']?.cells['F104']).toMatchObject({ note: null })
  expect(streamed?.sheets['Register']?.cells['F101']).toMatchObject({ note: 'Note 100' })
})

it.for([1, mostHeld, mostHeld + 1])('%i rows: whichever way they are written, the same facts', async (rows, test) => {
  const paths = [await write(`own-${rows}`, linked(rows), mostHeld), await write(`all-${rows}`, linked(rows), all)]
  paths.push(await write(`none-${rows}`, linked(rows), 0))
  const read = readWorkbooks(judge('openpyxl', test), paths)
  const [own, memory, streamed] = paths.map(path => read[path])
  expect(own?.sheets['Register']?.tables).toEqual({ Large: `A4:T${rows + 4}` })
  expect(own).toEqual(memory)
  expect(streamed).toEqual(memory)
})

it('the Open XML SDK finds no error in a streamed sheet', async test => {
  const path = await write('validated', linked(40), 10)
  const { stdout } = spawnSync(judge('ooxml-validator', test), [path, 'Microsoft365'], {
    encoding: 'utf8',
    env: withoutIcu,
  })
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] })
})

it('the same bytes each time, whether the rows are held or made on the way', async () => {
  const held = await writeXlsx(largeRegister(500), day, { inMemory: 10 })
  const chunks: Uint8Array[] = []
  await streamXlsx({ workbook: largeRegister(500, false), date: day, inMemory: 10 }, chunk => chunks.push(chunk))
  expect(chunks.length).toBeGreaterThan(20)
  expect(Buffer.concat(chunks).equals(held)).toBe(true)
  const small = await writeXlsx(largeRegister(30, false), day)
  expect(Buffer.from(small).equals(await writeXlsx(largeRegister(30), day))).toBe(true)
})

it('the same bytes, whichever thread packs them', async () => {
  const packed = (packedHere: number) => writeXlsx(linked(700), day, { inMemory: 10, packedHere })
  const [here, beside] = await Promise.all([packed(all), packed(0)])
  expect(here.length).toBeGreaterThan(50_000)
  expect(Buffer.from(here).equals(beside)).toBe(true)
})

it('the packed command has the thread beside it', async () => {
  const cli = join(bundled, 'cli')
  const thread = new Worker(join(cli, 'packing-thread.js'))
  thread.postMessage({ bytes: new TextEncoder().encode('Register '.repeat(100)), final: true })
  const [pieces]: { readonly bytes: Uint8Array }[][] = await once(thread, 'message')
  await thread.terminate()
  const packed = Buffer.concat((pieces ?? []).map(({ bytes }) => bytes))
  expect(inflateRawSync(packed).toString()).toBe('Register '.repeat(100))
  const named = readdirSync(cli).filter(name => name.endsWith('.js'))
  const text = named.map(name => readFileSync(join(cli, name), 'utf8')).join('')
  expect(text.match(/new Worker\(new URL\("[^"]*"/g)).toEqual(['new Worker(new URL("./packing-thread.js"'])
})

it.for([0, all])('who cannot write says so, and nothing goes on, packed here up to %d rows', async packedHere => {
  let written = 0
  const full = () => {
    written += 1
    if (written > 40) throw new Error('no space left')
  }
  const writing = streamXlsx({ workbook: largeRegister(3000, false), date: day, inMemory: 10, packedHere }, full)
  await expect(writing).rejects.toThrow('no space left')
  expect(written).toBe(41)
})

it('texts of the rows stand in their cells, not in a list that grows', async () => {
  const strings = (bytes: Uint8Array) => unpackParts(bytes).get('xl/sharedStrings.xml')?.length ?? 0
  expect(strings(await writeXlsx(largeRegister(2000), day, { inMemory: 10 }))).toBe(
    strings(await writeXlsx(largeRegister(20), day, { inMemory: 10 })),
  )
})

it('a text that looks like an escape is written so that it is read as it was', async () => {
  const large = largeRegister(20)
  const rows = large.sheets.flatMap(sheet => [...sheet.rows])
  const changed = rows.map((row, index) =>
    index === 9
      ? { ...row, cells: [{ kind: 'text', text: '_x0041_', style: 'code' } as const, ...row.cells.slice(1)] }
      : row,
  )
  const sheets = large.sheets.map(sheet => ({ ...sheet, rows: changed }))
  const parts = unpackParts(await writeXlsx({ ...large, sheets }, day, { inMemory: 10 }))
  expect(parts.get('xl/worksheets/sheet1.xml')).toMatch(/<c r="A10" s="\d+" t="inlineStr"><is><t>_x005F_x0041_</)
})

it('takes fifty thousand rows, and no more', async () => {
  let bytes = 0
  await streamXlsx({ workbook: largeRegister(50_000, false), date: day }, chunk => {
    bytes += chunk.length
  })
  expect(bytes).toBeGreaterThan(1_000_000)
  const tooLarge = streamXlsx({ workbook: largeRegister(50_001, false), date: day }, () => {})
  await expect(tooLarge).rejects.toThrow('50001 records')
})
