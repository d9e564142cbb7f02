/** What an editor says of a workspace, asked of the language server that editors use, with the settings that are handed out. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { editorSettings } from '../../src/author/editor-settings.ts'
import { khabar } from '../support/khabar.ts'
import { type At, type LanguageServer, languageServer } from '../support/yaml-language-server.ts'

let root = ''
let server: LanguageServer
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-editor-'))
  const society = [
    '--languages',
    'en,ru',
    '--country',
    'MT',
    '--name',
    'en=Malta Red Cross',
    '--name',
    'ru=Красный Крест Мальты',
  ]
  await khabar(['init', ...society, '--seat', 'en=Valletta', '--seat', 'ru=Валлетта', '--currency', 'EUR'], {
    cwd: root,
  })
  await khabar(['check'], { cwd: root })
  const settings = JSON.parse(await readFile(join(root, '.vscode/settings.json'), 'utf8')) as Record<string, unknown>
  server = await languageServer(root, settings)
})
afterAll(async () => {
  await server.close()
  await rm(root, { recursive: true, force: true })
})

let opened = 0
const newPath = (): string => {
  opened += 1
  return `data/meetings/2026/m${opened}.yaml`
}

/** @param marked a record, with `|` where the question is asked */
async function asked(marked: string, path = newPath()): Promise<{ path: string; at: At; problems: readonly string[] }> {
  const before = marked.split('|')[0] ?? ''
  const at = { line: before.split('\n').length - 1, character: before.length - before.lastIndexOf('\n') - 1 }
  const problems = await server.open(path, marked.replace('|', ''))
  return { path, at, problems: problems.map(({ message, range }) => `${range.start.line + 1}: ${message}`) }
}

async function offered(marked: string, path?: string): Promise<ReadonlyMap<string, string>> {
  const { path: place, at } = await asked(marked, path)
  const all = await server.complete(place, at)
  return new Map(
    all.map(({ label, documentation }) => [
      label,
      typeof documentation === 'object' ? documentation.value : (documentation ?? ''),
    ]),
  )
}

test('the ids of the workspace are offered, each with its name', async () => {
  const hosts = await offered('host: |\n')
  expect(hosts.get('icrc')).toContain('International Committee of the Red Cross')
  expect(hosts.get('society')).toContain('Malta Red Cross')
  expect([...(await offered('agreements:\n  - |\n')).keys()]).toContain('icrc-2026')
})

test('fields are offered with what they are for, and choices with what they mean', async () => {
  expect((await offered('date: 2026-03-12\n|\n')).get('venue')).toContain('inside a sentence after the date')
  expect((await offered('release:\n  status: |\n')).get('approved')).toContain('fit to publish')
  expect((await offered('kind: |\n')).get('working')).toContain('working meeting')
})

test('languages are those of the society', async () => {
  const languages = [...(await offered('title:\n  |\n')).keys()]
  expect(languages).toEqual(expect.arrayContaining(['en', 'ru']))
  expect(languages).not.toContain('uz-Latn')
})

test('what must be there is put in as a piece', async () => {
  expect([...(await offered('participants:\n  - |\n')).keys()]).toContain('organization')
  expect([...(await offered('commitments:\n  - |\n')).keys()]).toContain('What somebody promised at the meeting')
})

test('a field says what it is for', async () => {
  const { path, at } = await asked('v|enue: here\n')
  expect(await server.hover(path, at)).toContain('Where, as it stands inside a sentence')
})

test('what is wrong is underlined: an id that no record has, a field, a language; what is right is not', async () => {
  const right = await readFile(join(root, 'data/meetings/2026/2026-02-16-icrc.yaml'), 'utf8')
  expect((await asked(right, 'data/meetings/2026/2026-02-16-icrc.yaml')).problems).toEqual([])
  const lineOf = (text: string): number => right.slice(0, right.indexOf(text)).split('\n').length
  const wrong = await asked(right.replace('partners: [icrc]', 'partners: [icrk]'))
  expect(wrong.problems).toEqual([
    expect.stringMatching(new RegExp(`^${lineOf('partners:')}: .*"society", "icrc"`, 's')),
  ])
  expect((await asked(right.replace('venue:', 'venu:'))).problems.join()).toContain('venu')
  expect((await asked(right.replace('  en: Working', '  fr: Working'))).problems.join()).toContain('fr')
})

test('every record that is handed out is right, by its first line alone', async () => {
  const plain = await languageServer(root, {})
  for (const path of [
    'data/society.yaml',
    'data/agreements/icrc-2026.yaml',
    'data/activities/2026/first-steps.yaml',
    'data/organizations/icrc.yaml',
  ])
    expect(await plain.open(path, await readFile(join(root, path), 'utf8')), path).toEqual([])
  const wrong = (await readFile(join(root, 'data/society.yaml'), 'utf8')).replace('country: MT', 'country: Malta')
  expect(await plain.open('data/other.yaml', wrong)).not.toEqual([])
  await plain.close()
})

test('words and layouts have schemas too', async () => {
  const words = await offered('press:\n  |\n', 'templates/wording/en.yaml')
  expect(words.get('press_release')).toContain('Press release')
  expect((await asked('sheets:\n  - shet: x\n', 'templates/report/annual.yaml')).problems.join()).toContain('shet')
  const sheets = await offered('sheets:\n  - sheet: |\n', 'templates/report/chosen.yaml')
  expect(sheets.get('budget')).toContain('Budget')
  const wrong = await asked('sheets:\n  - sheet: budget\n    columns: [lin]\n', 'templates/report/wrong.yaml')
  expect(wrong.problems.join()).toContain('"line"')
  const fields = await offered('|\n', 'templates/languages/ru.yaml')
  expect(fields.get('never_last')).toContain('never end a line')
})

test('the workspace of this repository has the settings that are handed out', async () => {
  expect(await readFile(join(import.meta.dirname, '../../.vscode/settings.json'), 'utf8')).toBe(editorSettings())
})
