/** A photo is prepared once for its content; whatever becomes of what was kept costs time, never truth. */
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { printConcise } from '../../src/diagnostics/concise.ts'
import { checkWorkspace } from '../../src/pipeline/check.ts'
import { sha256 } from '../../src/pipeline/digest.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { openPhotoFolder } from '../../src/pipeline/memo/photo-folder.ts'
import { openPhotos } from '../../src/pipeline/photos.ts'
import { preparePhoto, UnreadablePhoto } from '../../src/render/photo.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { templates, twoBuilds } from '../support/two-builds.ts'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-photos-'))
  await layOutCase('_base', root)
  await writeFile(photoFile(), await coloured('#337788'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

const path = 'media/2022/meeting.jpg'
const photoFile = (): string => join(root, 'data', path)
const folder = (): string => join(root, '.khabar/photos')
/** With a word of who took it. */
const coloured = (colour: string): Promise<Buffer> =>
  sharp({ create: { width: 120, height: 90, channels: 3, background: colour } })
    .withExif({ IFD0: { Artist: 'A. Photographer' } })
    .jpeg()
    .toBuffer()
const expected = async (): Promise<Uint8Array> => (await preparePhoto(await readFile(photoFile()))).jpeg
const originalOf = async (): Promise<string> => sha256(await readFile(photoFile()))
const keptFile = async (): Promise<string> => join(folder(), await originalOf())
const kept = async (): Promise<readonly string[]> =>
  (await readdir(folder()).catch(() => [])).filter(name => name !== '.gitignore')

/** As a process of its own would: nothing is known but what lies on the disk. */
async function opened({ force = false, code = 'this code', at = folder() } = {}) {
  const workspace = openWorkspace(root, templates)
  const reads: string[] = []
  const readMedia = (file: string): Promise<Uint8Array> => {
    reads.push(file)
    return workspace.readMedia(file)
  }
  const inputs = await workspace.read()
  const photos = openPhotos(
    { workspace: { ...workspace, readMedia }, inputs },
    { folder: openPhotoFolder(at, code), force },
  )
  return { photos, reads }
}

/** What is published, and how often the original was asked for it. */
async function published(options?: Parameters<typeof opened>[0]) {
  const { photos, reads } = await opened(options)
  const digest = await photos.digestOf(path)
  const bytes = await photos.bytesOf(path)
  expect(sha256(bytes)).toBe(digest)
  expect(Buffer.compare(bytes, await expected())).toBe(0)
  await photos.tidy()
  return { prepared: reads.length }
}

describe('a photo that was prepared before', () => {
  test('gives the same bytes, without its original', async () => {
    expect(await published()).toEqual({ prepared: 1 })
    expect(await kept()).toEqual([await originalOf()])
    expect(await published()).toEqual({ prepared: 0 })
  })

  test('goes by its content: under another name it is known, changed it is not', async () => {
    await published()
    const first = await originalOf()
    await writeFile(join(root, 'data/media/2022/copy.jpg'), await readFile(photoFile()))
    const { photos, reads } = await opened()
    await photos.bytesOf('media/2022/copy.jpg')
    expect(reads).toEqual([])
    await rm(join(root, 'data/media/2022/copy.jpg'))
    await writeFile(photoFile(), await coloured('#883377'))
    expect(await published()).toEqual({ prepared: 1 })
    expect(await kept()).toEqual([await originalOf()])
    expect(await kept()).not.toContain(first)
  })

  test('is prepared again by --force, once, and by other code', async () => {
    await published()
    const { photos, reads } = await opened({ force: true })
    await photos.digestOf(path)
    await photos.bytesOf(path)
    expect(reads).toEqual([path])
    expect(await published({ code: 'other code' })).toEqual({ prepared: 1 })
  })

  test('says nothing of who took it', async () => {
    await published()
    expect((await readFile(photoFile())).includes('Photographer')).toBe(true)
    expect((await readFile(await keptFile())).includes('Photographer')).toBe(false)
    expect(await readFile(join(folder(), '.gitignore'), 'utf8')).toBe('*\n')
  })
})

describe('a spoilt photo costs time, never truth', () => {
  test('one bit, in the first line or in the picture; cut off, empty, a folder', async () => {
    await published()
    const file = await keptFile()
    const whole = await readFile(file)
    for (const part of [0, 0.02, 0.1, 0.5, 0.999]) {
      const bytes = Buffer.from(whole)
      const bit = Math.floor(part * bytes.length * 8)
      bytes.writeUInt8(bytes.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      await writeFile(file, bytes)
      expect(await published(), `bit ${bit}`).toEqual({ prepared: 1 })
      expect(await readFile(file)).toEqual(whole)
    }
    for (const bytes of [whole.subarray(0, -1), whole.subarray(0, 100), Buffer.alloc(0)]) {
      await writeFile(file, bytes)
      expect(await published()).toEqual({ prepared: 1 })
    }
    await rm(file)
    await mkdir(file)
    expect(await published()).toEqual({ prepared: 1 })
  })

  test('another photo’s, under its name', async () => {
    await published()
    const other = await keptFile()
    await writeFile(photoFile(), await coloured('#883377'))
    await rename(other, await keptFile())
    expect(await published()).toEqual({ prepared: 1 })
  })

  test('gone half-way through a build', async () => {
    const { photos } = await opened()
    const digest = await photos.digestOf(path)
    await rm(folder(), { recursive: true })
    expect(sha256(await photos.bytesOf(path))).toBe(digest)
    expect(await published()).toEqual({ prepared: 1 })
    expect(await published()).toEqual({ prepared: 0 })
  })
})

describe('where photos are kept', () => {
  test('nothing can be written: it goes on without', async () => {
    await writeFile(join(root, 'file'), '')
    const at = join(root, 'file/photos')
    expect(await published({ at })).toEqual({ prepared: 1 })
    expect(await published({ at })).toEqual({ prepared: 1 })
  })

  test('what is of no photo of the workspace is dropped, and what is not ours is left', async () => {
    await mkdir(folder(), { recursive: true })
    for (const name of ['0'.repeat(64), `${'1'.repeat(64)}.01234567.part`, 'notes.txt', `${'2'.repeat(64)}.jpg`])
      await writeFile(join(folder(), name), 'x')
    await published()
    expect((await kept()).toSorted()).toEqual([`${'2'.repeat(64)}.jpg`, await originalOf(), 'notes.txt'].toSorted())
  })

  test('a link where a photo is kept is replaced, not written through', async () => {
    const outside = join(root, 'outside')
    await writeFile(outside, 'mine')
    await mkdir(folder(), { recursive: true })
    await symlink(outside, await keptFile())
    expect(await published()).toEqual({ prepared: 1 })
    expect(await readFile(outside, 'utf8')).toBe('mine')
    expect(await published()).toEqual({ prepared: 0 })
  })
})

describe('the original', () => {
  test('that is no photo has no digest', async () => {
    await writeFile(photoFile(), 'not a photo')
    const { photos } = await opened()
    expect(await photos.digestOf(path)).toBeInstanceOf(UnreadablePhoto)
    expect(await kept()).toEqual([])
  })

  test('that changes after it was read stops the build, and nothing is kept under what it was', async () => {
    const { photos } = await opened()
    await writeFile(photoFile(), await coloured('#883377'))
    await expect(photos.digestOf(path)).rejects.toThrow('was changed while')
    expect(await kept()).toEqual([])
  })
})

test('check tells of a torn photo what a build does, where the record names it', async () => {
  const whole = await readFile(photoFile())
  await writeFile(photoFile(), whole.subarray(0, -2))
  const { diagnostics } = await checkWorkspace(
    openWorkspace(root, templates),
    openMemo(join(root, '.khabar'), 'x'),
    asOf,
  )
  const torn = 'is torn: the picture breaks off, or a part of it is spoilt.'
  expect(printConcise(diagnostics)).toBe(
    `data/meetings/2022/2022-08-15-icrc.yaml:28:13 error photo/unreadable data/${path} ${torn}\n`,
  )
})
const asOf = '2022-12-31T00:00:00Z'

/** Other systems' disks take them for one. */
const isLinux = process.platform === 'linux'

test('two photos that are one to some disks are both shown, each as its own picture', async () => {
  const names = isLinux ? ['A.JPG', 'a.jpg', '\u0439.jpg', '\u0438\u0306.jpg'] : ['A.JPG', '\u0439.jpg']
  const colours = ['#ff0000', '#00ff00', '#0000ff', '#ffff00']
  const there = join(root, 'data/media/2022')
  for (const [index, name] of names.entries()) await writeFile(join(there, name), await coloured(colours[index] ?? ''))
  const { photos } = await opened()
  const digests = await Promise.all(names.map(name => photos.digestOf(`media/2022/${name}`)))
  expect(new Set(digests).size).toBe(names.length)
})

test('builds with what earlier ones kept, spoilt and gone, are clean ones', async () => {
  const builds = twoBuilds(root)
  await builds.both()
  const [name = ''] = await kept()
  expect(name).toBe(await originalOf())
  await builds.both({ date: '2023-01-01' })
  await writeFile(join(folder(), name), 'spoilt')
  await builds.both({ date: '2023-01-02' })
  await rm(folder(), { recursive: true })
  await builds.both({ date: '2023-01-03', force: true })
  expect(await kept()).toEqual([name])
  await writeFile(photoFile(), await coloured('#883377'))
  await builds.both()
  expect(await kept()).toEqual([await originalOf()])
})

test.each(['.khabar', '.khabar/photos'])('nothing is written, read or dropped behind a link: %s', async link => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'khabar-elsewhere-'))
  await mkdir(join(elsewhere, 'photos'))
  const precious = ['a'.repeat(64), 'photos/'.concat('b'.repeat(64)), '.gitignore']
  for (const name of precious) await writeFile(join(elsewhere, name), 'precious')
  if (link !== '.khabar') await mkdir(join(root, '.khabar'))
  await symlink(elsewhere, join(root, link))
  const photos = openPhotoFolder(folder(), 'this code')
  await photos.keep('c'.repeat(64), Buffer.from('jpeg'))
  await photos.keepOnly(new Set())
  expect(await photos.recall('c'.repeat(64))).toBeUndefined()
  expect((await readdir(elsewhere, { recursive: true })).toSorted()).toEqual([...precious, 'photos'].toSorted())
  for (const name of precious) expect(await readFile(join(elsewhere, name), 'utf8')).toBe('precious')
  await rm(elsewhere, { recursive: true })
})
