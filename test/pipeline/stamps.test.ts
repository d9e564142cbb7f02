/** A file that looks as it did when it was hashed is not read again; whatever makes it look so without being so is found. */
import { mkdtemp, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stampOf } from '../../src/disk/stamp.ts'
import type { Memo } from '../../src/model/memo.ts'
import { sha256 } from '../../src/pipeline/digest.ts'
import { thereOf } from '../../src/pipeline/disk/artifacts.ts'
import { openOutput } from '../../src/pipeline/disk/output-folder.ts'

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'khabar-stamps-'))
  await writeFile(join(folder, name), 'one')
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const name = 'a.txt'

function memory(): Memo {
  const kept = new Map<string, unknown>()
  return { recall: (kind, key) => kept.get(kind + key), keep: (kind, key, value) => kept.set(kind + key, value) }
}

/** @returns whether the file is there as it is said to be, and whether it was read for that. */
async function look(text: string, memo: Memo, isSettled?: boolean) {
  const disk = openOutput(folder)
  const bytes = new TextEncoder().encode(text)
  const entry = { path: name, sha256: sha256(bytes), bytes: bytes.length, records: [], fingerprint: '' }
  let isRead = false
  const output = {
    ...disk,
    read: (path: string) => {
      isRead = true
      return disk.read(path)
    },
    stamp: (path: string) => {
      const stamp = disk.stamp?.(path)
      return stamp && { ...stamp, isSettled: isSettled ?? stamp.isSettled }
    },
  }
  return { isThere: (await thereOf([entry], output, memo)).has(name), isRead }
}

test('a change is believed to be the last when two seconds have passed', async () => {
  const path = join(folder, name)
  const changed = Math.floor((await stat(path)).ctimeMs)
  expect(stampOf(path, changed + 1999)?.isSettled).toBe(false)
  expect(stampOf(path, changed + 2000)?.isSettled).toBe(false)
  expect(stampOf(path, changed + 2001)?.isSettled).toBe(true)
})

test('other bytes of the same length are seen, though the time is set back', async () => {
  const path = join(folder, name)
  const { atime, mtime } = await stat(path)
  await utimes(path, atime, mtime)
  const before = stampOf(path)?.text
  await writeFile(path, 'two')
  await utimes(path, atime, mtime)
  expect(stampOf(path)?.text).not.toBe(before)
})

test('only a file has a stamp: no folder, no link, nothing', async () => {
  await symlink(join(folder, name), join(folder, 'link'))
  for (const path of [folder, join(folder, 'link'), join(folder, 'none'), join(folder, name, 'below')])
    expect(stampOf(path)).toBeUndefined()
})

test('what was hashed once is known by its stamp', async () => {
  const memo = memory()
  expect(await look('one', memo, true)).toEqual({ isThere: true, isRead: true })
  expect(await look('one', memo, true)).toEqual({ isThere: true, isRead: false })
})

test('what was changed a moment ago is read again', async () => {
  const memo = memory()
  expect(await look('one', memo, false)).toEqual({ isThere: true, isRead: true })
  expect(await look('one', memo, false)).toEqual({ isThere: true, isRead: true })
})

test('a manifest that tells of other bytes is not believed for the stamp', async () => {
  const memo = memory()
  await look('one', memo, true)
  expect(await look('two', memo, true)).toEqual({ isThere: false, isRead: true })
})
