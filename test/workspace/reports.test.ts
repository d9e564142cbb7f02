/** The reports of the repository's own workspace, before judges that are not ours; and the same bytes wherever they are built. */
import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { judge, withoutIcu } from '../support/judges.ts'
import { khabar } from '../support/khabar.ts'
import { differences, readWorkbooks, recalculate } from '../support/spreadsheet.ts'

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
