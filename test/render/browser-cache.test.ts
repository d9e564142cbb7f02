/** The embedded browser is unpacked whole, once, by whoever comes first, or not at all. */
import { execFile } from 'node:child_process'
import { chmod, mkdir, readdir, readFile, rename, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cachedFolder, isWhole } from '../../src/render/browser/cache-folder.ts'
import {
  cacheParents,
  embeddedBrowser,
  embeddedFonts,
  isEmbeddedSupported,
} from '../../src/render/browser/embedded-browser.ts'
import { probeBrowser } from '../../src/render/browser/probe-browser.ts'
import { freshFolder, run } from './browser-fixtures.ts'

const isSupported = await isEmbeddedSupported()
const nothing = {}

describe.runIf(isSupported)('the embedded browser', () => {
  let parent: string
  beforeAll(async () => {
    parent = await freshFolder()
  })
  afterAll(() => rm(parent, { recursive: true, force: true }))

  test('is unpacked by three processes at once, which all find it whole', async () => {
    const source = fileURLToPath(new URL('../../src/render/browser/embedded-browser.ts', import.meta.url))
    const script = `import { embeddedBrowser } from ${JSON.stringify(source)}
      const { executable } = await embeddedBrowser({ parents: [${JSON.stringify(parent)}], environment: {} })
      const { execFileSync } = await import('node:child_process')
      console.log(executable, execFileSync(executable, ['--version'], { env: { LD_LIBRARY_PATH: executable.replace(/chromium$/, 'lib') } }).toString().trim())`
    const one = () => promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
    const answers = (await Promise.all([one(), one(), one()])).map(answer => answer.stdout)
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toMatch(/chromium-[\d.]+-linux-x64\/chromium Chromium \d+\./)
    expect(await readdir(parent)).toHaveLength(1)
  })

  test('may be run by everybody, and starts with its own libraries', async () => {
    const { executable, libraries, path } = await embeddedBrowser({ parents: [parent], environment: nothing })
    expect((await stat(path)).mode & 0o777).toBe(0o755)
    expect((await stat(executable)).mode & 0o777).toBe(0o755)
    expect(await readdir(libraries)).toEqual(expect.arrayContaining(['libexpat.so.1', 'libnspr4.so', 'libnss3.so']))
    expect(await probeBrowser(executable, { LD_LIBRARY_PATH: libraries })).toMatchObject({ starts: true })
  })

  test('is repaired when it was cut short, and says how far it is', async () => {
    const before = await embeddedBrowser({ parents: [parent], environment: nothing })
    await truncate(before.executable, 1_000_000)
    expect(await isWhole(before.path)).toBe(false)
    const seen: number[] = []
    const after = await embeddedBrowser({ parents: [parent], environment: nothing }, (done, total) => {
      seen.push(done / total)
    })
    expect(seen.at(-1)).toBe(1)
    expect(seen.length).toBeGreaterThan(100)
    expect(await probeBrowser(after.executable, { LD_LIBRARY_PATH: after.libraries })).toMatchObject({ starts: true })
    expect(await readdir(parent)).toHaveLength(1)
  })

  test('is not unpacked again once it is there, even where nothing can be written', async () => {
    await chmod(parent, 0o555)
    try {
      const other = join(parent, 'other')
      const found = await embeddedBrowser({ parents: [other, parent], environment: nothing }, () => expect.fail())
      expect(found.path.startsWith(`${parent}/chromium-`)).toBe(true)
    } finally {
      await chmod(parent, 0o755)
    }
  })

  test('says that the disk is full, and leaves nothing on it', async ctx => {
    const small = join(await freshFolder(), 'small')
    await mkdir(small)
    ctx.skip(process.getuid?.() !== 0, 'only root can mount a small disk')
    const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', small]).catch(() => undefined)
    ctx.skip(!mounted, 'this machine lets nobody mount a small disk')
    try {
      await expect(embeddedBrowser({ parents: [small], environment: nothing })).rejects.toMatchObject({
        message: expect.stringMatching(/disk is full/),
        hints: [{ sentence: expect.stringMatching(/^Free \{megabytes\} MB/), values: { megabytes: 230 } }],
      })
      expect(await readdir(small)).toEqual([])
    } finally {
      await run('umount', [small])
    }
  })
})

const contents = (text: string) => ({
  name: 'thing-1',
  megabytes: 1,
  fill: (into: string) => writeFile(join(into, 'file'), text),
})

describe('a cached folder', () => {
  test('goes to the first place that can be written to', async () => {
    const parent = await freshFolder()
    await writeFile(join(parent, 'file'), '')
    const found = await cachedFolder(contents('a'), [join(parent, 'file', 'below'), join(parent, 'second')])
    expect(found.path).toBe(join(parent, 'second', 'thing-1'))
  })

  test('avoids names that a library path cannot hold, and says why nothing was left', async () => {
    const parent = join(await freshFolder(), 'a:b')
    await expect(cachedFolder(contents('a'), [parent])).rejects.toThrow(/its name has a “:”/)
  })

  test('without its marker is half made, and is made again', async () => {
    const parent = await freshFolder()
    await mkdir(join(parent, 'thing-1'))
    await writeFile(join(parent, 'thing-1', 'file'), 'ha')
    const { path } = await cachedFolder(contents('half'), [parent])
    expect(await readFile(join(path, 'file'), 'utf8')).toBe('half')
  })

  test('loses a race quietly: the winner’s is used', async () => {
    const parent = await freshFolder()
    const elsewhere = await cachedFolder(contents('winner'), [await freshFolder()])
    const late = {
      ...contents('loser'),
      fill: async (into: string) => {
        await writeFile(join(into, 'file'), 'loser')
        await rename(elsewhere.path, join(parent, 'thing-1'))
      },
    }
    const { path } = await cachedFolder(late, [parent])
    expect(await readFile(join(path, 'file'), 'utf8')).toBe('winner')
    expect(await readdir(parent)).toEqual(['thing-1'])
  })

  test('leaves nothing behind when its making fails', async () => {
    const parent = await freshFolder()
    const failing = { ...contents('a'), fill: () => Promise.reject(new TypeError('a bug')) }
    await expect(cachedFolder(failing, [parent])).rejects.toThrow('a bug')
    expect(await readdir(parent)).toEqual([])
  })
})

test('fonts come with a configuration that names only them', async () => {
  const { configuration, path } = await embeddedFonts({ parents: [await freshFolder()], environment: nothing })
  expect(await readFile(configuration, 'utf8')).toContain('<dir prefix="relative">fc/fonts</dir>')
  expect((await readdir(path, { recursive: true })).filter(file => file.endsWith('.ttf'))).toHaveLength(3)
})

test('the cache is beside the packages, else the user’s own', () => {
  const [beside, ofUser] = cacheParents({ HOME: '/home/a' })
  expect(beside).toMatch(/node_modules\/\.cache\/khabar$/)
  expect(ofUser).toBe('/home/a/.cache/khabar')
  expect(cacheParents({ HOME: '/home/a', XDG_CACHE_HOME: '/var/c' })[1]).toBe('/var/c/khabar')
})
