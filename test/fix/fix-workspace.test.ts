/** check --fix on a disk: what is written, what stays, and what is told; the checked mistakes among them. */
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { type Fixes, fixWorkspace } from '../../src/pipeline/fix/fix.ts'
import { decodedAt, writeFixed } from '../../src/pipeline/fix/write-fixed.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { goodFiles, meeting } from '../mistakes/spoilt.ts'
import { everything, templates } from '../support/two-builds.ts'

const good = await goodFiles()
const text = new TextDecoder().decode(good.get(meeting))

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-fix-'))
  for (const [path, bytes] of good) await put(path, bytes)
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function put(path: string, content: Uint8Array | string): Promise<void> {
  await mkdir(join(root, dirname(path)), { recursive: true })
  await writeFile(join(root, path), content)
}

const fixes = (isAsked: (path: string) => boolean = () => true): Promise<Fixes> =>
  fixWorkspace({
    workspace: openWorkspace(root, templates),
    memo: () => openMemo(join(root, '.khabar'), 'this code'),
    asOf: everything.asOf,
    isAsked: ({ span }) => isAsked(span?.file.path ?? ''),
    decoded: path => decodedAt(root, path),
  })

const spoilt = (from: string, to: string): string => {
  expect(text).toContain(from)
  return text.replace(from, () => to)
}
const bytesNow = (): Promise<Buffer> => readFile(join(root, meeting))

describe('of a workspace', () => {
  test('that is right nothing is changed', async () => {
    expect(await fixes()).toMatchObject({ files: [], before: [], after: [] })
  })

  test.for([
    ['two spaces', 'en: Meeting with', 'en: Meeting  with'],
    ['a tab in a text', 'en: Meeting with', 'en: Meeting\twith'],
    ['a zero-width space', 'en: Meeting with', 'en: Meeting \u200bwith'],
    ['a Cyrillic letter in a word', 'en: Meeting with', 'en: Mееting with'],
    ['the capitals of a photo', 'media/2022/meeting.jpg', 'media/2022/Meeting.JPG'],
    ['backslashes', 'media/2022/meeting.jpg', 'media\\2022\\meeting.jpg'],
  ] as const)('%s: mended to the byte', async ([, from, to]) => {
    await put(meeting, spoilt(from, to))
    const { files, after } = await fixes()
    expect(after).toEqual([])
    await writeFixed(root, files)
    expect((await bytesNow()).toString()).toBe(text)
    expect((await fixes()).files).toEqual([])
  })

  test('marks, ends of lines, modes and links stay, and no part is left', async () => {
    const windows = (of: string): string => `\ufeff${of.replaceAll('\n', '\r\n')}`
    const real = 'data/meetings/2022/kept.txt'
    await put(real, windows(spoilt('date: 2022-10-05', 'date: 05.10.2022')))
    await chmod(join(root, real), 0o600)
    await rm(join(root, meeting))
    await symlink('kept.txt', join(root, meeting))
    await writeFixed(root, (await fixes(path => path === meeting)).files)
    expect((await readFile(join(root, real))).toString()).toBe(windows(text))
    expect((await stat(join(root, real))).mode & 0o777).toBe(0o600)
    expect((await readdir(join(root, 'data/meetings/2022'))).filter(name => name.endsWith('.part'))).toEqual([])
  })

  test('only what was asked about is changed', async () => {
    await put(meeting, spoilt('date: 2022-10-05', 'date: 05.10.2022'))
    const { files, before, after } = await fixes(path => path === 'data/society.yaml')
    expect(files).toEqual([])
    expect(after).toEqual(before)
  })
})

describe('of encodings', () => {
  const marked = (of: string): Buffer => Buffer.from(`\ufeff${of}`, 'utf16le')

  test('UTF-16 with its mark becomes UTF-8, and is mended then', async () => {
    for (const bytes of [marked(spoilt('place: uz-tk', 'place: UZ_TK')), marked(text), marked(text).swap16()]) {
      await put(meeting, bytes)
      const { files, after } = await fixes()
      expect(after).toEqual([])
      await writeFixed(root, files)
      expect((await bytesNow()).toString()).toBe(text)
    }
  })

  test('of others nobody is certain', async () => {
    const latin = 'title: Meeting\ndate: 2022-10-05\n'
    for (const bytes of [
      Buffer.from([0xc2, 0xf1, 0xf2]),
      Buffer.from(latin, 'utf16le'),
      marked(text).subarray(0, 41),
    ]) {
      await put(meeting, bytes)
      const { files, after } = await fixes()
      expect(files).toEqual([])
      expect(after.map(({ code }) => code)).toContain('file/encoding')
    }
  })
})

describe('nothing is written', () => {
  const wrong = 'date: 05.10.2022'

  test('over a file that was changed meanwhile, be it by one byte, nor over any beside it', async () => {
    const other = 'data/organizations/ifrc.yaml'
    const own = new TextDecoder().decode(good.get(other))
    await put(meeting, spoilt('date: 2022-10-05', wrong))
    await put(other, `${own}Type: partner\n`.replace(/^type:.*\n/m, ''))
    const { files } = await fixes()
    await put(meeting, `${spoilt('date: 2022-10-05', wrong)}\n`)
    const before = await readFile(join(root, other))
    await expect(writeFixed(root, files)).rejects.toThrow(/was changed while it was looked at/)
    expect(await readFile(join(root, other))).toEqual(before)
    await rm(join(root, meeting))
    await expect(writeFixed(root, files)).rejects.toThrow(/was changed/)
  })

  test('over a file that is read-only', async () => {
    await put(meeting, spoilt('date: 2022-10-05', wrong))
    await chmod(join(root, meeting), 0o444)
    const { files } = await fixes()
    expect(files).toHaveLength(1)
    await expect(writeFixed(root, files)).rejects.toThrow(/is read-only, and stays as it is/)
    expect((await bytesNow()).toString()).toContain(wrong)
  })
})
