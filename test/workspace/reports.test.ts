/** The reports of the repository's own workspace, before judges that are not ours; and the same bytes wherever they are built. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judge, withoutIcu } from '../support/judges.ts'
import { khabar } from '../support/khabar.ts'
import { differences, type ReadWorkbook, readWorkbooks, recalculate } from '../support/spreadsheet.ts'

const repository = join(import.meta.dirname, '../..')
let out = ''
let paths: readonly string[] = []
let hashes: readonly string[] = []
const build = (folder: string, env: Readonly<Record<string, string>>, ...words: string[]): ReturnType<typeof khabar> =>
  khabar(['build', '--root', repository, '--out', folder, '--format', 'json', ...words], { env })

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'khabar-reports-'))
  const ran = await build(join(out, 'a'), { TZ: 'Pacific/Auckland', LANG: 'ru_RU.UTF-8' }, '--only', 'report')
  expect(ran.code).toBe(0)
  const { artifacts } = JSON.parse(ran.stdout) as { artifacts: { path: string; sha256: string }[] }
  paths = artifacts.filter(each => each.path.endsWith('.xlsx')).map(each => join(out, 'a', each.path))
  hashes = artifacts.map(each => `${each.path} ${each.sha256}`)
})
afterAll(() => rm(out, { recursive: true, force: true }))

test('two partners and all of them together, two years, four languages', () => {
  expect(paths).toHaveLength(16 + 8)
})

test('the SDK validator finds no error in any of them', ctx => {
  const validator = judge('ooxml-validator', ctx)
  for (const path of paths) {
    const { stdout } = spawnSync(validator, [path, 'Microsoft365'], { encoding: 'utf8', env: withoutIcu })
    expect((JSON.parse(stdout) as { errors: unknown[] }).errors, path).toEqual([])
  }
})

test('cells with a code or a name of a list hold what the list offers, and a stranger would be found', ctx => {
  const read = readWorkbooks(judge('openpyxl', ctx), paths)
  for (const path of paths) {
    const workbook = read[path]
    if (!workbook) throw new Error(`${path} was not read`)
    const { lists, strangers } = listed(workbook)
    expect(strangers, path).toEqual([])
    expect(lists, path).toBeGreaterThan(path.includes('consolidated') ? 8 : 20)
  }
  const some = read[paths[0] ?? '']
  if (!some) throw new Error('no workbook was read')
  const short = {
    ...some,
    names: { ...some.names, lst_AreasCode: String(some.names['lst_AreasCode']).split(':')[0] ?? '' },
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

test('every cached value is what LibreOffice makes of its formula', ctx => {
  const python = judge('openpyxl', ctx)
  const again = recalculate(judge('soffice', ctx), paths)
  const ours = readWorkbooks(python, paths)
  const theirs = readWorkbooks(python, again)
  let formulas = 0
  paths.forEach((path, at) => {
    const mine = ours[path]
    const other = theirs[again[at] ?? '']
    if (!mine || !other) throw new Error(`${path} was not read`)
    expect(differences(mine, other), path).toEqual([])
    formulas += Object.values(mine.sheets)
      .flatMap(sheet => Object.values(sheet.cells))
      .filter(cell => cell.formula !== null).length
  })
  expect(formulas).toBeGreaterThan(24 * 100)
})

test('the same bytes in another time zone and locale, one at a time', async () => {
  const ran = await build(join(out, 'b'), { TZ: 'America/New_York', LANG: 'C' }, '--only', 'report', '--jobs', '1')
  const { artifacts } = JSON.parse(ran.stdout) as { artifacts: { path: string; sha256: string }[] }
  expect(artifacts.map(each => `${each.path} ${each.sha256}`)).toEqual(hashes)
  expect(await readFile(join(out, 'b/manifest.json'), 'utf8')).toBe(
    await readFile(join(out, 'a/manifest.json'), 'utf8'),
  )
})

test('the pages handed to the browser are the same too', async () => {
  const planned = async (folder: string, TZ: string): Promise<readonly string[]> => {
    const ran = await build(join(out, folder), { TZ }, '--only', 'press')
    expect(ran.code).toBe(0)
    const manifest = JSON.parse(await readFile(join(out, folder, 'manifest.json'), 'utf8')) as {
      artifacts: { path: string; fingerprint: string }[]
    }
    return manifest.artifacts.map(each => `${each.path} ${each.fingerprint}`)
  }
  expect(await planned('c', 'Asia/Tokyo')).toEqual(await planned('d', 'America/Los_Angeles'))
})
