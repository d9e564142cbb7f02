/** Two output folders: artifacts by their manifests, workbooks by their cells, releases by their words. */
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { khabar } from '../support/khabar.ts'

let root = ''
const at = (...path: readonly string[]): string => join(root, ...path)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-folders-'))
  await cp(join(import.meta.dirname, '../../data'), at('data'), { recursive: true })
  const build = (out: string) =>
    khabar([
      '--root',
      root,
      'build',
      '--only',
      'workbook',
      '--year',
      '2022',
      '--partner',
      'icrc',
      '--lang',
      'en',
      '--out',
      out,
    ])
  expect((await build('one')).code).toBe(0)
  const file = at('data/activities/2022/icrc-first-aid.yaml')
  await writeFile(file, (await readFile(file, 'utf8')).replace('total: 73\n', 'total: 83\n'))
  expect((await build('two')).code).toBe(0)
  await addText('one', 'Nine teams met.\n')
  await addText('two', 'Ten teams met.\n')
})
afterAll(() => rm(root, { recursive: true, force: true }))

/** Beside what was built, a release as a build would list it. */
async function addText(folder: string, text: string): Promise<void> {
  const path = 'press/2022/2022-08-15-icrc.en.txt'
  await mkdir(dirname(at(folder, path)), { recursive: true })
  await writeFile(at(folder, path), text)
  const manifest = JSON.parse(await readFile(at(folder, 'manifest.json'), 'utf8')) as { artifacts: object[] }
  const sha256 = createHash('sha256').update(text).digest('hex')
  manifest.artifacts.push({ path, sha256, bytes: text.length, records: [], fingerprint: sha256 })
  await writeFile(at(folder, 'manifest.json'), JSON.stringify(manifest))
}

it('tells artifacts, cells and words', async () => {
  const { code, stdout } = await khabar(['--root', root, 'diff', 'one', 'two', '--format', 'json'])
  expect(code).toBe(0)
  const told = JSON.parse(stdout) as {
    artifacts: { path: string; status: string }[]
    figures: { cell: string; before: number; after: number; change: number }[]
    releases: { release: string; words: { kind: string; text: string }[] }[]
  }
  expect(told.artifacts).toEqual([
    { path: 'press/2022/2022-08-15-icrc.en.txt', status: 'changed' },
    { path: 'reports/2022/icrc-2022.en.xlsx', status: 'changed' },
  ])
  expect(told.figures.filter(({ before, after }) => before === 73 && after === 83).length).toBeGreaterThan(3)
  expect(told.figures.every(({ before, after }) => before !== after)).toBe(true)
  expect(told.releases).toMatchObject([{ release: 'press/2022/2022-08-15-icrc.en' }])
  expect(told.releases[0]?.words).toContainEqual({ kind: 'added', text: 'Ten ' })
})

it('an output folder goes with another one alone', async () => {
  const [alone, mixed] = [
    await khabar(['--root', root, 'diff', 'one']),
    await khabar(['--root', root, 'diff', 'one', 'HEAD']),
  ]
  expect([alone.code, mixed.code]).toEqual([2, 2])
  expect(alone.stderr).toContain('Name both')
  expect((await khabar(['--root', root, 'diff', 'one', 'one', '--exit-code'])).stdout).toContain('No difference.')
})
