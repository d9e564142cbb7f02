/** A communications officer rewords a release and a sheet in the workspace's own templates/, and touches no code. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { need, textOf } from '../render/pdf-judges.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { judge } from '../support/judges.ts'
import { khabar } from '../support/khabar.ts'
import { readWorkbooks } from '../support/spreadsheet.ts'

const packaged = join(import.meta.dirname, '../../templates')
let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-reword-'))
  await layOutCase('_base', root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

/** The workspace's own copy of a template, changed. */
async function reword(path: string, from: string | RegExp, to: string): Promise<void> {
  const text = await readFile(join(packaged, path), 'utf8')
  expect(text).toMatch(from)
  await mkdir(join(root, 'templates', path, '..'), { recursive: true })
  await writeFile(join(root, 'templates', path), text.replace(from, to))
}
const build = (...words: string[]): ReturnType<typeof khabar> =>
  khabar(['build', '--root', root, '--lang', 'ru', ...words])
const release = async (): Promise<string> =>
  textOf(new Uint8Array(await readFile(join(root, 'output/press/2022/2022-08-15-icrc.ru.pdf'))))

test('a word of a release', async ctx => {
  await need(ctx, 'pdftotext')
  expect((await build('--only', 'press')).code).toBe(0)
  expect(await release()).not.toContain('Кто участвовал')
  await reword('wording/ru.yaml', 'participants: Участники', 'participants: Кто участвовал')
  expect((await build('--only', 'press')).code).toBe(0)
  expect(await release()).toContain('Кто участвовал')
})

test('the template of a release', async ctx => {
  await need(ctx, 'pdftotext')
  await reword('press/release.hbs', '<h1>{{headline}}</h1>', '<h1>{{headline}}</h1><p>№ {{id}}</p>')
  expect((await build('--only', 'press')).code).toBe(0)
  expect(await release()).toContain('№ 2022-08-15-icrc')
})

test('a word and the columns of a sheet', async ctx => {
  const python = judge('openpyxl', ctx)
  await reword('wording/ru.yaml', 'name: Сводка', 'name: Итоги года')
  await reword('report/annual.yaml', /^ {6}- people_percent\n/m, '')
  expect((await build('--only', 'report')).code).toBe(0)
  const path = join(root, 'output/reports/2022/icrc-2022.ru.xlsx')
  const [book] = Object.values(readWorkbooks(python, [path]))
  expect(Object.keys(book?.sheets ?? {})).toContain('Итоги года')
  const words = Object.values(book?.sheets['Итоги года']?.cells ?? {}).map(cell => cell.value)
  expect(words).toContain('Люди, план')
  expect(words).not.toContain('Охват, % плана')
})

test('a name that does not exist stops the build at the template’s line', async () => {
  await reword('press/release.hbs', '<h1>{{headline}}</h1>', '<h1>{{hedline}}</h1>')
  const ran = await khabar(['check', '--root', root, '--format', 'concise'])
  expect(ran.code).toBe(1)
  const line =
    (await readFile(join(root, 'templates/press/release.hbs'), 'utf8'))
      .split('\n')
      .findIndex(each => each.includes('hedline')) + 1
  expect(ran.stdout).toMatch(new RegExp(`^templates/press/release\\.hbs:${line}:\\d+ error template/unknown-name`, 'm'))
})

test('a whole copy of the packaged templates builds the same bytes', async () => {
  const hashes = async (): Promise<unknown> => {
    expect((await build('--only', 'report')).code).toBe(0)
    return JSON.parse(await readFile(join(root, 'output/manifest.json'), 'utf8'))
  }
  const before = await hashes()
  await cp(packaged, join(root, 'templates'), { recursive: true })
  expect(await hashes()).toEqual(before)
})
