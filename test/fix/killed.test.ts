/** `check --fix` that is killed while it writes: each file is whole, as it was or as it is to be, and the next run does the rest. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { goodFiles, meeting } from '../mistakes/spoilt.ts'
import { khabar } from '../support/khabar.ts'

const good = await goodFiles()
const text = new TextDecoder().decode(good.get(meeting))
const ids = ['2022-10-05-a', '2022-10-05-b', '2022-10-05-c'] as const
const pathOf = (id: string): string => join(dirname(meeting), `${id}.yaml`)
const spoilt = text.replace('en: Meeting with', 'en: Meeting  with')

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-killed-'))
  for (const [path, bytes] of good) await put(path, bytes)
  for (const id of ids) await put(pathOf(id), spoilt)
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function put(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(join(root, dirname(path)), { recursive: true })
  await writeFile(join(root, path), content)
}

const preload = new URL('../support/kill-at-write.ts', import.meta.url).href
const fix = (killAt = '') =>
  khabar(['check', '--fix', '--root', root], { env: { NODE_OPTIONS: `--import ${preload}`, KILL_AT: killAt } })
const textsNow = () => Promise.all(ids.map(id => readFile(join(root, pathOf(id)), 'utf8')))

test('the texts are those that a fix mends', async () => {
  expect(spoilt).not.toBe(text)
  await fix()
  expect(await textsNow()).toEqual(ids.map(() => text))
})

test.for([
  ['1:halfway', 0],
  ['2:renamed', 2],
  ['3:written', 2],
] as const)('killed at %s', async ([moment, done]) => {
  const { code } = await fix(moment)
  expect(code).not.toBe(0)
  expect(await textsNow()).toEqual(ids.map((_, index) => (index < done ? text : spoilt)))
  // What was begun beside its place is no record, and is told as what it is.
  const { stderr, stdout } = await fix()
  expect((stderr + stdout).split('A command that was broken off left it').length - 1).toBe(
    moment.endsWith('renamed') ? 0 : 1,
  )
  expect(await textsNow()).toEqual(ids.map(() => text))
})
