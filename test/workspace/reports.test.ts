/** The reports of the repository's own workspace, before judges that are not ours. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, inject, test } from 'vitest'
import { judge, withoutIcu } from '../support/judges.ts'
import { differences, type ReadWorkbook, readValues, readWorkbooks, recalculate } from '../support/spreadsheet.ts'

const sample = inject('sample')
const manifest = JSON.parse(readFileSync(join(sample, 'manifest.json'), 'utf8')) as { artifacts: { path: string }[] }
const paths = manifest.artifacts.filter(each => each.path.endsWith('.xlsx')).map(each => join(sample, each.path))

/**
 * Each report in a language in turn, the first in all: the parts of a workbook and its formulas are the same in each language
 * but for the words.
 */
const inTurn = paths.filter((_, at) => at < 4 || at % 4 === Math.floor(at / 4) % 4)
/** In two languages in turn. */
const some = paths.filter((path, at) => inTurn.includes(path) || at % 4 === (Math.floor(at / 4) + 2) % 4)

let known: ReturnType<typeof readWorkbooks> | undefined
const allRead = (python: string) => {
  known ??= readWorkbooks(python, some)
  return known
}

test('nine reports and two of all partners together, in four languages', () => {
  expect(paths).toHaveLength((9 + 2) * 4)
})

test('the SDK validator finds no error: each report in a language in turn, one in all', ctx => {
  const validator = judge('ooxml-validator', ctx)
  expect(new Set(inTurn.map(path => path.replace(/\.[^.]+\.xlsx$/, ''))).size).toBe(11)
  for (const path of inTurn) {
    const { stdout } = spawnSync(validator, [path, 'Microsoft365'], { encoding: 'utf8', env: withoutIcu })
    expect((JSON.parse(stdout) as { errors: unknown[] }).errors, path).toEqual([])
  }
})

test('cells with a code or a name of a list hold what the list offers, and a stranger would be found', ctx => {
  const read = allRead(judge('openpyxl', ctx))
  for (const path of some) {
    const workbook = read[path]
    if (!workbook) throw new Error(`${path} was not read`)
    const { lists, strangers } = listed(workbook)
    expect(strangers, path).toEqual([])
    expect(lists, path).toBeGreaterThan(path.includes('consolidated') ? 8 : 20)
  }
  const first = read[some[0] ?? '']
  if (!first) throw new Error('no workbook was read')
  const short = {
    ...first,
    names: { ...first.names, lst_AreasCode: String(first.names['lst_AreasCode']).split(':')[0] ?? '' },
  }
  expect(listed(short).strangers.length).toBeGreaterThan(5)
})

/** What stands in cells with a list of choices and is not in the list, as openpyxl reads both. */
function listed({ sheets, names }: ReadWorkbook): { readonly lists: number; readonly strangers: readonly string[] } {
  const valuesIn = (sheet: string, range: string) => {
    const [, column = '', first = '', last = first] =
      range.replaceAll('$', '').match(/^([A-Z]+)(\d+)(?::[A-Z]+(\d+))?$/) ?? []
    const rows = Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => Number(first) + index)
    return rows.map(row => ({
      at: `${sheet}!${column}${row}`,
      value: sheets[sheet]?.cells[`${column}${row}`]?.value ?? null,
    }))
  }
  const offered = (from: string) => {
    if (from.startsWith('"')) return from.slice(1, -1).split(',')
    const [, sheet = '', range = ''] = names[from]?.match(/^'(.+)'!(.+)$/) ?? []
    return valuesIn(sheet, range).map(({ value }) => value)
  }
  const all = Object.entries(sheets).flatMap(([sheet, { choices }]) =>
    Object.entries(choices).map(([range, from]) => ({ cells: valuesIn(sheet, range), from: offered(from) })),
  )
  const strangers = all.flatMap(({ cells, from }) =>
    cells.filter(({ value }) => value !== null && !from.includes(value)).map(({ at, value }) => `${at} ${value}`),
  )
  return { lists: all.length, strangers }
}

test('every cached value is what LibreOffice makes of its formula: each report in two languages in turn, one in all', async ctx => {
  const python = judge('openpyxl', ctx)
  expect(some.length).toBe(4 + 10 * 2)
  const again = await recalculate(judge('soffice', ctx), some)
  const ours = allRead(python)
  const theirs = readValues(python, again)
  let formulas = 0
  some.forEach((path, at) => {
    const mine = ours[path]
    const other = theirs[again[at] ?? '']
    if (!mine || !other) throw new Error(`${path} was not read`)
    expect(differences(mine, other), path).toEqual([])
    formulas += Object.values(mine.sheets)
      .flatMap(sheet => Object.values(sheet.cells))
      .filter(cell => cell.formula !== null).length
  })
  expect(formulas).toBeGreaterThan(some.length * 100)
})
