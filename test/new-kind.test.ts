/** A new kind of record is its schema and its row: in a copy of the code it is loaded, checked, named by others and told. */
import { execFile, spawnSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { layOutCase } from './support/case-workspace.ts'

const repository = join(import.meta.dirname, '..')

const schema = `/** data/visits/<year>/<id>.yaml: somebody came and saw. */
import { Type } from 'typebox'
import { text } from '../text.ts'
import { aRegion, aSide, day, id, ids, record } from './fields.ts'
import { release } from './release.ts'

export const visit = record('A visit.', {
  title: text('Short title, for registers.'),
  day: day('First day; its year is the folder.'),
  until: Type.Optional(day('Last day, where it took several.')),
  guests: ids('Who came.', aSide),
  place: Type.Optional(id('Region.', aRegion)),
  after: Type.Optional(id('The visit that it follows.', { to: 'visit' })),
  background: Type.Optional(text('What led to it, in Markdown.')),
  release: Type.Optional(release),
})
`
const row =
  "  visit: { folder: 'visits', schema: visit, byYear: true, days: { first: 'day', last: 'until' }, lead: 'written' },\n"

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-kind-'))
  for (const name of ['src', 'templates', 'package.json', 'tsconfig.json'])
    await cp(join(repository, name), join(folder, name), { recursive: true })
  await symlink(join(repository, 'node_modules'), join(folder, 'node_modules'))
  await write('src/model/record/visit.ts', schema)
  const kinds = await readFile(join(folder, 'src/model/record/kinds.ts'), 'utf8')
  const withRow = kinds
    .replace('} as const satisfies', `${row}$&`)
    .replace(/^import .*society.*$/m, "$&\nimport { visit } from './visit.ts'")
  await write('src/model/record/kinds.ts', withRow)
  await layOutCase('_base', join(folder, 'workspace'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

const visit = (id: string, text: string) => write(`workspace/data/visits/2022/${id}.yaml`, text)

interface Answer {
  readonly artifacts?: readonly { readonly path: string; readonly records: readonly string[] }[]
  readonly diagnostics: readonly {
    readonly code: string
    readonly message: string
    readonly hints: readonly string[]
  }[]
}

/** Asks the copy: by its exit code it says no more than by its answer. */
function khabar(...words: readonly string[]): Promise<Answer> {
  const all = [join(folder, 'src/cli/bin.ts'), ...words, '--root', join(folder, 'workspace'), '--format', 'json']
  return new Promise((resolve, reject) => {
    execFile(process.execPath, all, (failed, stdout, stderr) => {
      if (stdout === '') reject(failed ?? new Error(stderr))
      else resolve(JSON.parse(stdout) as Answer)
    })
  })
}

test('its types are right everywhere', async () => {
  await write('tsconfig.copy.json', '{ "extends": "./tsconfig.json", "include": ["src"] }')
  const tsc = join(repository, 'node_modules/typescript/bin/tsc')
  const run = spawnSync(process.execPath, [tsc, '--singleThreaded', '-p', join(folder, 'tsconfig.copy.json')], {
    encoding: 'utf8',
  })
  expect(run.stdout).toBe('')
})

test('it is loaded, and gets a release in each language', async () => {
  await visit('first', 'title: Приезд\nday: 2022-03-01\nguests: [icrc]\nplace: uz-tk\n')
  await visit(
    'second',
    `title: Второй приезд
day: 2022-04-01
until: 2022-04-02
guests: [ifrc]
after: first
background: { ru: Был первый., en: There was a first. }
release:
  status: approved
  headline: { ru: Гости приехали, en: Guests came }
  lead: { ru: Начало., en: The lead. }
  without: [quote]
`,
  )
  const { artifacts = [], diagnostics } = await khabar('build', '--dry-run', '--only', 'press')
  expect(diagnostics).toEqual([])
  const own = artifacts.filter(({ path }) => path.includes('/second.') && path.endsWith('.txt'))
  expect(own.map(({ path }) => path)).toEqual(['press/2022/second.en.txt', 'press/2022/second.ru.txt'])
  expect(own.every(({ records }) => records.includes('second'))).toBe(true)
  const toPublish = await khabar('build', '--dry-run', '--only', 'press', '--release')
  expect(toPublish.artifacts?.map(({ path }) => path)).toContain('press/2022/second.en.pdf')
})

test('it is checked, and its references with it', async () => {
  await visit(
    '2022-08-15-icrc',
    `title: { ru: Приезд, de: Besuch }
day: 2022-08-15
until: 2022-08-14
guests: [icrk]
after: secnod
place: uz-tk
release: { status: draft, headline: { ru: Гости, en: Guests } }
`,
  )
  await visit('old', 'title: Приезд\nday: 2021-08-15\nguests: [icrc]\nguest: icrc\n')
  const { diagnostics } = await khabar('check')
  expect(diagnostics.map(({ code, message, hints }) => `${code}: ${message} ${hints[0]}`)).toEqual([
    'record/duplicate-id: The id “2022-08-15-icrc” is taken by data/meetings/2022/2022-08-15-icrc.yaml. Rename this file.',
    'record/unknown-language: “de” is not a language the society publishes in. It publishes in: ru, en. A new language goes into “languages” of data/society.yaml.',
    'record/inconsistent: “until” (2022-08-14) is before “day” (2022-08-15). Correct one of the two days.',
    'record/unknown-reference: There is no organization with the id “icrk”. Did you mean “icrc”?',
    'record/unknown-reference: There is no visit with the id “secnod”. Write second.',
    'record/missing-field: The release of a visit has no “lead”. Add “lead”: the first paragraph.',
    'file/wrong-year: This record lies in the folder of 2022, but its day is 2021-08-15. Correct the day, or move the record to data/visits/2021/.',
    'record/unknown-field: “guest” is not a field of this record. Did you mean “guests”?',
  ])
})
