/** khabar init --language, on a folder: what it writes, leaves and tells. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { initLanguages } from '../../src/cli/commands/init-language.ts'
import type { Terminal } from '../../src/cli/terminal.ts'
import { inEnglish, type Said } from '../../src/model/said.ts'

const root = mkdtempSync(join(tmpdir(), 'khabar-language-'))
const path = join(root, 'templates/wording/az.yaml')
beforeEach(() => {
  for (const folder of ['data', 'templates/wording']) mkdirSync(join(root, folder), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const told: string[] = []
const keep = (words: string | Said): void => void told.push(typeof words === 'string' ? words : inEnglish(words))
const terminal: Terminal = {
  colour: false,
  interactive: false,
  tell: inEnglish,
  result: keep,
  say: keep,
  complain: keep,
  progress: () => undefined,
}

test('a language that Khabar lacks gets a file, twice the same; one that it has gets none', async () => {
  writeFileSync(path, '# ours\r\npress:\r\n  news: Xəbər # short\r\n')
  expect(await initLanguages(root, ['az', 'fr'], terminal)).toBe(0)
  expect(told).toEqual([
    'templates/wording/az.yaml',
    expect.stringMatching(/^1\d{3} words in az are to be written there; what each says in English stands above it\.$/),
    'Khabar has every word in fr.',
  ])
  const text = readFileSync(path, 'utf8')
  expect(text).toMatch(/^# ours\r\npress:\r\n {2}news: Xəbər # short\r\n {2}# Press release\r\n {2}press_release:\r\n/)
  await initLanguages(root, ['az'], terminal)
  expect(readFileSync(path, 'utf8')).toBe(text)
})

test('a file that cannot be read is left as it is, and told', async () => {
  writeFileSync(path, Uint8Array.of(0xff, 0xfe, 0x41))
  await expect(initLanguages(root, ['az'], terminal)).rejects.toThrow(
    'templates/wording/az.yaml cannot be read as it is.',
  )
})
