/** Shards are put together to what one machine would have made, or it is said why not and nothing is written. */
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openOutput } from '../../src/pipeline/disk/output-folder.ts'
import { openShardFolder } from '../../src/pipeline/disk/shard-folder.ts'
import { announce } from '../../src/pipeline/disk/unfinished.ts'
import type { Manifest } from '../../src/pipeline/manifest.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import { merge } from '../../src/pipeline/merge/merge.ts'
import type { Artifact, BuildOptions } from '../../src/pipeline/request.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { countingRenderer } from '../support/memory.ts'
import { everything, templates } from '../support/two-builds.ts'

let root = ''
const at = (...path: readonly string[]): string => join(root, ...path)
const press: BuildOptions['selection'] = { paths: [], only: 'press' }
const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'

async function run(folder: string, options: Partial<BuildOptions> = {}, version = '1'): Promise<void> {
  const renderer = {
    ...countingRenderer(),
    versions: async (format: string) => ({ [format]: version, khabar: version }),
  }
  const doors = { workspace: openWorkspace(root, templates), output: openOutput(at(folder)), renderer }
  const memo = openMemo(at('.khabar'), 'this code')
  expect((await build({ ...doors, memo }, { ...everything, ...options })).outcome).toBe('done')
}

/** Built once for all tests: `whole`, and `of-5/1` … */
async function buildParts(of: number): Promise<void> {
  for (let part = 1; part <= of; part += 1) await run(`of-${of}/${part}`, { shard: { part, of } })
}
const parts = (of: number): readonly string[] => Array.from({ length: of }, (_, index) => `of-${of}/${index + 1}`)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-merge-'))
  await layOutCase('_base', root)
  await run('whole')
  for (const of of [1, 2, 5, 8]) await buildParts(of)
})
afterAll(() => rm(root, { recursive: true, force: true }))
afterEach(async () => {
  for (const made of ['out', 'copy', 'other']) await rm(at(made), { recursive: true, force: true })
})

const quiet = { dryRun: false, onProgress: () => {} }
const merged = (folders: readonly string[], options = quiet): Promise<readonly Artifact[]> =>
  merge(
    folders.map(folder => openShardFolder(at(folder), folder)),
    openOutput(at('out')),
    options,
  )

/** Each file below a folder with its bytes. */
async function treeOf(folder: string): Promise<object> {
  const entries = await readdir(at(folder), { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const all = files
    .toSorted()
    .map(async file => [file.slice(at(folder).length), await readFile(file, 'latin1')] as const)
  return Object.fromEntries(await Promise.all(all))
}

const manifestOf = async (folder: string): Promise<Manifest> =>
  JSON.parse(await readFile(at(folder, 'manifest.json'), 'utf8')) as Manifest
const statusesOf = (artifacts: readonly Artifact[]) =>
  Object.fromEntries([...Map.groupBy(artifacts, each => each.status)].map(([status, all]) => [status, all.length]))

describe('what is merged', () => {
  test.each([1, 2, 5, 8])('%i shards are a single build, byte for byte, in whatever order', async of => {
    await merged(parts(of))
    expect(await treeOf('out')).toEqual(await treeOf('whole'))
    await rm(at('out'), { recursive: true })
    await merged(parts(of).toReversed())
    expect(await treeOf('out')).toEqual(await treeOf('whole'))
  })

  test('some of eight shards are empty, and count all the same', async () => {
    const all = await Promise.all(parts(8).map(manifestOf))
    expect(all.some(({ artifacts }) => artifacts.length === 0)).toBe(true)
  })

  test('the same again: nothing is written', async () => {
    const first = await merged(parts(2))
    const again = await merged(parts(2))
    expect(statusesOf(first)).toEqual({ built: first.length })
    expect(statusesOf(again)).toEqual({ unchanged: first.length })
    expect(await merged([...parts(2), 'of-2/1'])).toEqual(again)
  })

  test('what was changed by hand is mended', async () => {
    const [first] = await merged(parts(2))
    await writeFile(at('out', first?.path ?? ''), 'scribbled over')
    expect(statusesOf(await merged(parts(2)))).toMatchObject({ built: 1 })
    expect(await treeOf('out')).toEqual(await treeOf('whole'))
  })

  test('into an earlier output: only what that one lists is taken away', async () => {
    await run('out')
    await writeFile(at('out/press/2022/by-hand.txt'), 'mine')
    const { artifacts, ...rest } = await manifestOf('out')
    const old = { ...artifacts[0], path: 'press/2021/old.ru.txt' }
    await mkdir(at('out/press/2021'))
    await writeFile(at('out', old.path), 'old')
    await writeFile(at('out/manifest.json'), JSON.stringify({ ...rest, artifacts: [...artifacts, old] }))
    expect(statusesOf(await merged(parts(5)))).toEqual({ unchanged: artifacts.length, removed: 1 })
    await rm(at('out/press/2022/by-hand.txt'))
    expect(await treeOf('out')).toEqual(await treeOf('whole'))
  })

  test('a part of a build leaves the rest of an earlier one, as a build of that part does', async () => {
    for (const part of [1, 2]) await run(`copy/${part}`, { selection: press, shard: { part, of: 2 } })
    await run('other', { selection: { paths: [], only: 'workbook' } })
    await cp(at('other'), at('out'), { recursive: true })
    await merged(['copy/1', 'copy/2'])
    await run('other', { selection: press })
    expect(await treeOf('out')).toEqual(await treeOf('other'))
  })

  test('a dry run writes nothing and tells the same', async () => {
    const foretold = await merged(parts(2), { ...quiet, dryRun: true })
    expect(await treeOf('out')).toEqual({})
    expect(await merged(parts(2))).toEqual(foretold)
  })

  test('what a merge that was killed has left is taken away, and nothing else', async () => {
    await announce(openOutput(at('out')), ['press/2022/left.ru.txt'], [])
    await mkdir(at('out/press/2022'), { recursive: true })
    await writeFile(at('out/press/2022/left.ru.txt'), 'left')
    await merged(parts(2))
    expect(await treeOf('out')).toEqual(await treeOf('whole'))
  })
})

/** @returns what is told, where nothing was written for it */
async function refusal(folders: readonly string[]): Promise<string> {
  const before = await treeOf('out')
  const told = await merged(folders).then(
    () => 'merged',
    (thrown: unknown) => (thrown instanceof EnvironmentFault ? thrown.message : Promise.reject(thrown)),
  )
  expect(await treeOf('out')).toEqual(before)
  return told
}

/** The second shard of two, changed. */
async function changed(change: (copy: string) => Promise<void>): Promise<string> {
  await cp(at('of-2/2'), at('copy'), { recursive: true })
  await change(at('copy'))
  const told = await refusal(['of-2/1', 'copy'])
  await rm(at('copy'), { recursive: true })
  return told
}

async function withManifest(copy: string, change: (manifest: Manifest) => unknown): Promise<void> {
  const manifest = JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8')) as Manifest
  await writeFile(join(copy, 'manifest.json'), JSON.stringify(change(manifest)))
}

describe('shards that are not one build are refused, before anything is written', () => {
  test('shards that lack, by number', async () => {
    expect(await refusal(['of-2/1'])).toBe('Shards are missing: 2/2.')
    expect(await refusal(['of-5/2', 'of-5/4'])).toBe('Shards are missing: 1/5, 3/5, 5/5.')
  })

  test('a shard of another number, of other filters, of other records', async () => {
    expect(await refusal(['of-2/1', 'of-5/2'])).toBe(
      'of-2/1 (shard 1/2) and of-5/2 (shard 2/5) are not of the same build.',
    )
    await run('copy', { selection: press, shard: { part: 2, of: 2 } })
    expect(await refusal(['of-2/1', 'copy'])).toMatch(/not of the same build/)
    await rm(at('copy'), { recursive: true })
    const record = await readFile(at(meeting), 'utf8')
    await writeFile(at(meeting), record.replace('received partners', 'received its partners'))
    await run('copy', { shard: { part: 2, of: 2 } })
    await writeFile(at(meeting), record)
    expect(await refusal(['of-2/1', 'copy'])).toMatch(/not of the same build/)
  })

  test('a shard made by other versions', async () => {
    await run('copy', { shard: { part: 2, of: 2 } }, '2')
    expect(await refusal(['of-2/1', 'copy'])).toMatch(/^of-2\/1 and copy were made with different tools: \w+ 1, 2\.$/)
  })

  test('the same shard twice, where one is another', async () => {
    await cp(at('of-2/2'), at('copy'), { recursive: true })
    await withManifest(at('copy'), manifest => manifest)
    expect(await refusal(['of-2/1', 'of-2/2', 'copy'])).toBe('of-2/2 and copy both hold shard 2/2, and differ.')
  })
})

describe('folders that are not as they were built are refused, before anything is written', () => {
  test('an artifact that was altered, or is gone, or is a link', async () => {
    const { artifacts } = await manifestOf('of-2/2')
    const [{ path } = { path: '' }] = artifacts
    const alter = async (copy: string): Promise<void> => {
      const bytes = await readFile(join(copy, path))
      await writeFile(join(copy, path), bytes.with(7, (bytes[7] ?? 0) ^ 1))
    }
    expect(await changed(alter)).toBe(`Altered or missing in copy, shard 2/2: ${path}.`)
    expect(await changed(copy => rm(join(copy, path)))).toBe(`Altered or missing in copy, shard 2/2: ${path}.`)
    const link = async (copy: string): Promise<void> => {
      await rename(join(copy, path), join(copy, 'elsewhere'))
      await symlink(join(copy, 'elsewhere'), join(copy, path))
    }
    expect(await changed(link)).toBe(`${path} in copy is a link, and is not followed.`)
    const [folder = ''] = path.split('/')
    const linkedFolder = async (copy: string): Promise<void> => {
      await rename(join(copy, folder), join(copy, 'elsewhere'))
      await symlink('elsewhere', join(copy, folder))
    }
    expect(await changed(linkedFolder)).toMatch(/ in copy is a link, and is not followed\.$/)
    const all = (copy: string) => Promise.all(artifacts.map(each => rm(join(copy, each.path)))).then(() => undefined)
    expect(await changed(all)).toMatch(/^Altered or missing in copy, shard 2\/2: (\S+, ){3}and \d+ more\.$/)
  })

  test('a folder without a manifest, of a whole build, or of a path that leads out', async () => {
    const none = 'copy has no manifest.json that can be read.'
    expect(await changed(copy => rm(join(copy, 'manifest.json')))).toBe(none)
    expect(await changed(copy => writeFile(join(copy, 'manifest.json'), '{"artifacts":'))).toBe(none)
    for (const path of ['../whole/press/2022/x.txt', '/etc/passwd', 'press/../../x', 'manifest.json', '.khabar-lock'])
      expect(
        await changed(copy =>
          withManifest(copy, ({ artifacts, ...rest }) => ({ ...rest, artifacts: [{ ...artifacts[0], path }] })),
        ),
        path,
      ).toBe(none)
    for (const shard of [{}, { part: 0, of: 2 }, { part: 3, of: 2 }, 'x', null])
      expect(await changed(copy => withManifest(copy, manifest => ({ ...manifest, shard })))).toBe(none)
    expect(await refusal(['of-2/1', 'whole'])).toBe('whole holds a build that is no shard.')
    expect(await refusal(['of-2/1', 'nowhere'])).toBe('nowhere has no manifest.json that can be read.')
    const up = (copy: string) =>
      withManifest(copy, ({ artifacts, ...rest }) => ({
        ...rest,
        artifacts: [{ ...artifacts[0], path: 'press/2022/..' }],
      }))
    expect(await changed(up)).toMatch(/is a link|not of the same build|hold \d+ artifacts/)
  })

  test('a shard that could not be made whole, or with an artifact too many or too few', async () => {
    const lacking = (copy: string) =>
      withManifest(copy, ({ shard, ...rest }) => ({ ...rest, shard: { ...shard, lacks: ['reports/2022/a.ru.pdf'] } }))
    expect(await changed(lacking)).toBe('Shard 2/2 in copy is not whole: reports/2022/a.ru.pdf could not be made.')
    const fewer = (copy: string) =>
      withManifest(copy, ({ artifacts, ...rest }) => ({ ...rest, artifacts: artifacts.slice(1) }))
    expect(await changed(fewer)).toMatch(/^The shards hold \d+ artifacts; the build has \d+\.$/)
    const [foreign] = (await manifestOf('of-2/1')).artifacts
    const twice = (copy: string) =>
      withManifest(copy, ({ artifacts, ...rest }) => ({ ...rest, artifacts: [...artifacts.slice(1), foreign] }))
    expect(await changed(twice)).toBe(`${foreign?.path} is in more than one shard.`)
  })

  test('an output folder that holds a shard', async () => {
    await cp(at('of-2/1'), at('out'), { recursive: true })
    expect(await refusal(parts(2))).toBe('The output folder holds shard 1/2; what is merged would take its place.')
  })
})
