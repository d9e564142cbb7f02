/** A spoilt memo costs time, never truth: what is recalled from it is what was kept, or nothing. */
import { execFileSync } from 'node:child_process'
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MemoKind } from '../../src/model/memo.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'

let folder = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'khabar-memo-'))
  const memo = openMemo(folder, code)
  for (const [kind, key, value] of kept) memo.keep(kind, key, value)
  memo.save()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const code = 'c0de'
const kept: readonly (readonly [kind: MemoKind, key: string, value: unknown])[] = [
  ['record', 'a1', { name: 'Ўзбекистон', total: 40, none: null }],
  ['record', 'a2', [1, 0.5, true, '\t\n']],
  ['built', 'a1', ''],
  ['built', 'b1', 0],
]

/** Every file that the memo reads, however many it keeps. */
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name !== '.gitignore')
    .map(entry => join(entry.parentPath, entry.name))

/** @returns how many entries were lost; anything else than what was kept, or nothing, is told with its place. */
function lostWith(place: string): number {
  const memo = openMemo(folder, code)
  const found = kept.map(([kind, key]) => memo.recall(kind, key))
  for (const [at, [kind, key, value]] of kept.entries()) {
    if (found[at] !== undefined && JSON.stringify(found[at]) !== JSON.stringify(value))
      expect.fail(`${place}: ${kind} ${key} is recalled as ${JSON.stringify(found[at])}`)
  }
  return found.filter(value => value === undefined).length
}

test('whole, it recalls all', () => {
  expect(files().length).toBeGreaterThan(1)
  expect(lostWith('whole')).toBe(0)
})

test('any one bit of any file', () => {
  for (const path of files()) {
    const whole = readFileSync(path)
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const bytes = Buffer.from(whole)
      bytes.writeUInt8(whole.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      writeFileSync(path, bytes)
      expect(lostWith(`${path}, bit ${bit}`)).toBeGreaterThan(0)
    }
    writeFileSync(path, whole)
  }
})

test('cut off at any length, and with anything behind its end', () => {
  for (const path of files()) {
    const whole = readFileSync(path)
    for (let length = 0; length < whole.length; length += 1) {
      writeFileSync(path, whole.subarray(0, length))
      expect(lostWith(`${path}, ${length} bytes`)).toBeGreaterThan(0)
    }
    for (const more of ['\n', '\0', '0\ta1\t"forged"\n', whole]) {
      writeFileSync(path, Buffer.concat([whole, Buffer.from(more)]))
      lostWith(`${path} and more`)
    }
    writeFileSync(path, whole)
  }
})

test('one file in the place of another', () => {
  const paths = files()
  const whole = new Map(paths.map(path => [path, readFileSync(path)]))
  for (const to of paths) {
    for (const from of paths) {
      writeFileSync(to, whole.get(from) ?? '')
      if (from !== to) lostWith(`${from} as ${to}`)
    }
    writeFileSync(to, whole.get(to) ?? '')
  }
})

test('a folder in the place of any file', () => {
  for (const path of files()) {
    const whole = readFileSync(path)
    rmSync(path)
    mkdirSync(path)
    expect(lostWith(path)).toBeGreaterThan(0)
    rmSync(path, { recursive: true })
    writeFileSync(path, whole)
  }
})

const isPosix = platform() !== 'win32'

test.runIf(isPosix)('a pipe in the place of a file is not waited for', () => {
  for (const path of files()) {
    rmSync(path)
    execFileSync('mkfifo', [path])
  }
  expect(lostWith('pipes')).toBe(kept.length)
})

/** Keeps something new, and writes it. */
async function add(): Promise<void> {
  const memo = openMemo(folder, code)
  memo.recall('record', 'a1')
  memo.keep('record', 'new', 1)
  memo.save()
}

test.runIf(isPosix)('nothing is read or written through a link: the folder itself', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'khabar-elsewhere-'))
  const moved = join(elsewhere, 'memo')
  renameSync(folder, moved)
  symlinkSync(moved, folder)
  const before = new Map(readdirSync(moved).map(name => [name, readFileSync(join(moved, name), 'utf8')]))
  expect(lostWith('a link')).toBe(kept.length)
  await add()
  expect(new Map(readdirSync(moved).map(name => [name, readFileSync(join(moved, name), 'utf8')]))).toEqual(before)
  rmSync(folder)
  rmSync(elsewhere, { recursive: true })
})

test.runIf(isPosix)('nothing is written through a link: any of its files', async () => {
  const elsewhere = mkdtempSync(join(tmpdir(), 'khabar-elsewhere-'))
  const precious = join(elsewhere, 'precious')
  writeFileSync(precious, 'precious')
  for (const path of [...files(), join(folder, '.gitignore')]) {
    rmSync(path)
    symlinkSync(precious, path)
  }
  await add()
  expect(readFileSync(precious, 'utf8')).toBe('precious')
  expect(readdirSync(elsewhere)).toEqual(['precious'])
  expect(lstatSync(join(folder, '.gitignore')).isFile()).toBe(true)
  rmSync(elsewhere, { recursive: true })
})

test('a file in the place of the folder: nothing is kept, nothing is said', async () => {
  rmSync(folder, { recursive: true })
  writeFileSync(folder, '')
  expect(lostWith('a file')).toBe(kept.length)
  await add()
  expect(readFileSync(folder, 'utf8')).toBe('')
})
