/** Finished workbooks before judges that are not ours: the SDK validator, openpyxl, LibreOffice; and byte for byte. */
import { execFileSync, spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it, type TestContext } from 'vitest'
import type { Cell, Workbook } from '../../src/model/workbook-sheet.ts'
import { readableOn } from '../../src/render/xlsx/styles.ts'
import { writeXlsx } from '../../src/render/xlsx/xlsx.ts'
import { judge, withoutIcu } from '../support/judges.ts'
import { languages } from '../support/sample-dataset.ts'
import { sampleWorkbook } from '../support/sample-workbook.ts'
import {
  differences,
  type ReadSheet,
  readValues,
  readWorkbooks,
  recalculate,
  temporaryFolder,
} from '../support/spreadsheet.ts'

const folder = temporaryFolder()
const pathOf = (name: string) => join(folder, `${name}.xlsx`)
const agreements = ['icrc-2022', 'ifrc-2022']
const names = agreements.flatMap(id => languages.map(language => `${id}.${language}`))
/** Each agreement and each language; judges see every report of the repository's workspace besides (test/workspace). */
const some = languages.map((language, at) => `${agreements[at % 2]}.${language}`)

beforeAll(async () => {
  for (const name of names) {
    const [id = '', language = ''] = name.split('.')
    await write(sampleWorkbook(id, language), pathOf(name))
  }
})

async function write(workbook: Workbook, path: string): Promise<string> {
  writeFileSync(path, await writeXlsx(workbook, '2022-12-31'))
  return path
}

function changed(workbook: Workbook, change: (cell: Cell) => Cell): Workbook {
  const sheets = workbook.sheets.map(sheet => ({
    ...sheet,
    rows: sheet.rows.map(row => ({ ...row, cells: row.cells.map(cell => cell && change(cell)) })),
  }))
  return { ...workbook, sheets }
}

const judged = async (paths: readonly string[], test: TestContext) => {
  const again = await recalculate(judge('soffice', test), paths)
  const python = judge('openpyxl', test)
  const ours = readWorkbooks(python, paths)
  const theirs = readValues(python, again)
  return paths.map((path, index) => differences(found(ours, path), found(theirs, again[index] ?? '')))
}

const read = (name: string, test: TestContext) =>
  found(readWorkbooks(judge('openpyxl', test), [pathOf(name)]), pathOf(name))

const cellsOf = (name: string, sheet: string, test: TestContext): ReadSheet['cells'] =>
  read(name, test).sheets[sheet]?.cells ?? {}

it('the Open XML SDK finds no error in any of them', test => {
  const validator = judge('ooxml-validator', test)
  for (const name of some) {
    const { stdout } = spawnSync(validator, [pathOf(name), 'Microsoft365'], { encoding: 'utf8', env: withoutIcu })
    expect(JSON.parse(stdout)).toMatchObject({ ok: true, errors: [] })
  }
})

it('LibreOffice comes to the value that stands beside each formula, and finds one that is false by a cent', async test => {
  const falsified = changed(sampleWorkbook('icrc-2022', 'en'), cell =>
    cell.kind === 'formula' && cell.formula.includes('fin_Activity') && cell.value === 3948.6
      ? { ...cell, value: 3948.61 }
      : cell,
  )
  const wrong = await write(falsified, pathOf('false'))
  const told = await judged([...some.map(pathOf), wrong], test)
  expect(told.slice(0, -1).flat()).toEqual([])
  expect(told.at(-1)).toEqual([expect.stringContaining('3948.61, recalculated 3948.6')])
  const [sheets = {}] = Object.values(readWorkbooks(judge('openpyxl', test), [pathOf(some[0] ?? '')])).map(
    each => each.sheets,
  )
  const formulas = Object.values(sheets).flatMap(sheet => Object.values(sheet.cells).filter(cell => cell.formula))
  expect(formulas.length).toBeGreaterThan(80)
})

function found<T>(all: { readonly [path: string]: T }, path: string): T {
  const workbook = all[path]
  if (!workbook) throw new Error(`not read: ${path}`)
  return workbook
}

describe('read by openpyxl', () => {
  it('registers are tables with filters, their header in sight and on each page', test => {
    const { Activities: sheet } = read('icrc-2022.en', test).sheets
    expect(sheet?.tables).toEqual({ Activities: 'A4:AA9' })
    expect(sheet?.filters).toEqual({ Activities: true })
    expect(sheet).toMatchObject({ titles: '$4:$4', frozen: 'B5', orientation: 'landscape', fit: [true, 2, 0] })
    expect(sheet?.merged.every(range => Number(/\d+$/.exec(range)) < 4)).toBe(true)
    expect(sheet?.cells['N4']?.note).toContain('less all whose sex was reported')
  })

  it('every page says that it is a sample and which page it is', test => {
    for (const sheet of Object.values(read('icrc-2022.ru', test).sheets)) {
      expect(sheet.header).toContain('ОБРАЗЕЦ')
      expect(sheet.footer).toContain('&P')
    }
    const cover = read('icrc-2022.ru', test).sheets['Титул']
    expect(cover?.cells['A1']?.value).toContain('ОБРАЗЕЦ')
  })

  it('columns have names, the same in every language', test => {
    const { names: english } = read('icrc-2022.en', test)
    expect(english['act_PeopleReached']).toMatch(/^'?Activities'?!\$I\$5:\$I\$9$/)
    expect(Object.keys(read('icrc-2022.uz-Cyrl', test).names)).toEqual(Object.keys(english))
    expect(english['rate_UZS']).toMatch(/Cover'?!\$B\$\d+$/)
  })

  it('numbers are numbers and days are days, in the formats of the language', test => {
    const cells = cellsOf('icrc-2022.ru', 'Мероприятия', test)
    expect(cells['AA5']).toMatchObject({ value: '2022-tracing-service' })
    expect(cells['E6']).toMatchObject({ value: '2022-02-28T00:00:00', format: '[$-419]dd.mm.yyyy' })
    expect(cells['I5']).toMatchObject({ value: 0 })
    expect(cells['I7']?.value ?? null).toBeNull()
  })

  it('a text that looks like a formula stays a text, also when it is edited', test => {
    const cells = cellsOf('icrc-2022.en', 'Activities', test)
    for (const [address, text] of [
      ['A7', '=Equipment of teams'],
      ['A8', '-Drill “Mudflow” & <flood>'],
      ['V8', '@State of emergency'],
    ] as const) {
      expect(cells[address]).toMatchObject({ value: text, formula: null, format: '@', quoted: true })
    }
    expect(cells['A6']).toMatchObject({ quoted: false })
  })

  it('bears the date of the report and who made it', test => {
    expect(read('icrc-2022.en', test).properties).toMatchObject({
      title: 'Annual cooperation report 2022: RCSUz, ICRC',
      creator: 'Red Crescent Society of Uzbekistan',
      created: '2022-12-31T00:00:00',
      modified: '2022-12-31T00:00:00',
    })
  })
})

it('has the same bytes in every time zone and locale', () => {
  const hashes = ['Pacific/Auckland', 'America/New_York', 'Asia/Tashkent', 'UTC'].map(zone =>
    execFileSync(process.execPath, [fileURLToPath(new URL('../support/hash-sample.ts', import.meta.url))], {
      encoding: 'utf8',
      env: { ...process.env, TZ: zone, LANG: zone === 'UTC' ? 'C' : 'ru_RU.UTF-8' },
    }),
  )
  expect(new Set(hashes).size).toBe(1)
  expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/)
})

it.each([
  ['#b01c2e', 'FFFFFFFF'],
  ['#f5d76e', 'FF1F2328'],
])('letters on %s can be read', (colour, letters) => {
  expect(readableOn(colour)).toBe(letters)
})
