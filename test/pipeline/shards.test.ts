/** A part of a build, in a folder of its own: with a real workspace on disk and a renderer that only counts. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { EnvironmentFault, RenderFailure } from '../../src/model/fault.ts'
import { verbatim } from '../../src/model/said.ts'
import { build } from '../../src/pipeline/build.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import type { Manifest } from '../../src/pipeline/manifest.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import type { BuildOptions, BuildReport } from '../../src/pipeline/request.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { countingRenderer, type MemoryOutput, memoryOutput } from '../support/memory.ts'
import { everything, templates } from '../support/two-builds.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-shards-'))
  await layOutCase('_base', root)
})
afterAll(() => rm(root, { recursive: true, force: true }))

const shardOf = (part: number, of: number) => ({ shard: { part, of } })
const inParts = (of: number): readonly number[] => Array.from({ length: of }, (_, index) => index + 1)

function run(
  options: Partial<BuildOptions>,
  output = memoryOutput(),
  renderer = countingRenderer(),
): Promise<BuildReport> {
  const memo = openMemo(join(root, '.khabar'), 'this code')
  return build({ workspace: openWorkspace(root, templates), output, renderer, memo }, { ...everything, ...options })
}

const manifestOf = ({ files }: MemoryOutput): Manifest => JSON.parse(files.get('manifest.json') ?? '{}') as Manifest
const pathsIn = (output: MemoryOutput): readonly string[] => manifestOf(output).artifacts.map(({ path }) => path)
const artifactsOf = ({ files }: MemoryOutput): object =>
  Object.fromEntries([...files].filter(([path]) => /^(press|reports)\//.test(path)))

const asked: readonly (readonly [string, Partial<BuildOptions>, number])[] = [
  ['all', {}, 1],
  ['all', {}, 2],
  ['all', {}, 5],
  ['all', {}, 12],
  ['releases alone', { selection: { paths: [], only: 'press' } }, 3],
  ['workbooks of a year', { selection: { paths: [], only: 'workbook', year: 2022 } }, 3],
  ['a language with a partner', { selection: { paths: [], languages: ['en'], partner: 'icrc' } }, 3],
  ['a file', { selection: { paths: ['data/meetings/2022/2022-08-15-icrc.yaml'] } }, 3],
  [
    'what is public, dated, by force, one at a time',
    { selection: { paths: [], releaseAsOf: everything.asOf }, date: '2023-01-02', force: true, jobs: 1 },
    2,
  ],
]

describe('parts', () => {
  test.each(asked)('of %s, %#: each artifact is made once, with its bytes', async (_, options, of) => {
    const whole = memoryOutput()
    await run(options, whole)
    const shards = inParts(of).map(() => memoryOutput())
    for (const [index, output] of shards.entries()) {
      const renderer = countingRenderer()
      const { outcome, artifacts } = await run({ ...options, ...shardOf(index + 1, of) }, output, renderer)
      expect(outcome).toBe('done')
      expect(artifacts.map(({ path }) => path)).toEqual(pathsIn(output))
      // Nothing that is another's is made in vain.
      expect(renderer.rendered.toSorted()).toEqual(pathsIn(output).toSorted())
    }
    expect(shards.flatMap(pathsIn).toSorted()).toEqual(pathsIn(whole).toSorted())
    expect(Object.assign({}, ...shards.map(artifactsOf))).toEqual(artifactsOf(whole))
    expect(shards.flatMap(output => manifestOf(output).artifacts)).toEqual(
      expect.arrayContaining([...manifestOf(whole).artifacts]),
    )
    const plans = new Set(shards.map(output => manifestOf(output).shard?.plan))
    expect(plans.size).toBe(1)
    expect(manifestOf(whole).shard).toBeUndefined()
  })
})

describe('the plan', () => {
  const planOf = async (options: Partial<BuildOptions>): Promise<string | undefined> => {
    const output = memoryOutput()
    await run({ ...shardOf(1, 2), ...options }, output)
    return manifestOf(output).shard?.plan
  }

  test('is another one for other filters, another day and other records; the same for other machines', async () => {
    const plain = await planOf({})
    expect(await planOf({ jobs: 1, force: true })).toBe(plain)
    expect(await planOf({ selection: { paths: [], languages: ['ru'] } })).not.toBe(plain)
    expect(await planOf({ date: '2023-01-02' })).not.toBe(plain)
    const record = join(root, 'data/meetings/2022/2022-08-15-icrc.yaml')
    const text = await readFile(record, 'utf8')
    await writeFile(record, text.replace('received partners', 'received its partners'))
    expect(await planOf({})).not.toBe(plain)
    await writeFile(record, text)
    expect(await planOf({})).toBe(plain)
  })
})

describe('a folder', () => {
  afterEach(() => rm(join(root, '.khabar'), { recursive: true, force: true }))

  test('into which the same shard is built again: a build of nothing, not a byte other', async () => {
    const output = memoryOutput()
    await run(shardOf(1, 2), output)
    const before = new Map(output.files)
    const renderer = countingRenderer()
    const { artifacts } = await run(shardOf(1, 2), output, renderer)
    expect(renderer.rendered).toEqual([])
    expect(new Set(artifacts.map(({ status }) => status))).toEqual(new Set(['unchanged']))
    expect(output.files).toEqual(before)
  })

  test.each([
    ['all', {}],
    ['releases', { only: 'press' }],
  ] as const)('of %s keeps what is unchanged of it, and loses what is no longer its own', async (_, filters) => {
    const output = memoryOutput()
    await run({ ...shardOf(1, 1), selection: { paths: [], ...filters } }, output)
    const record = join(root, 'data/meetings/2022/2022-08-15-icrc.yaml')
    const text = await readFile(record, 'utf8')
    await writeFile(record, text.replace('status: approved', 'status: draft'))
    const selection = { paths: [], ...filters, releaseAsOf: everything.asOf }
    const { artifacts } = await run({ ...shardOf(1, 1), selection }, output)
    await writeFile(record, text)
    const removed = artifacts.filter(({ status }) => status === 'removed').map(({ path }) => path)
    expect(removed.length).toBe(8)
    expect(removed.every(path => path.startsWith('press/'))).toBe(true)
    expect(Object.keys(artifactsOf(output)).toSorted()).toEqual([...pathsIn(output)].toSorted())
  })
})

describe('a folder that holds something else', () => {
  const into = async (there: Partial<BuildOptions>, options: Partial<BuildOptions>): Promise<string> => {
    const output = memoryOutput()
    await run(there, output)
    const before = new Map(output.files)
    const told = await run(options, output).then(
      () => 'built',
      (thrown: unknown) => (thrown instanceof EnvironmentFault ? thrown.message : Promise.reject(thrown)),
    )
    if (told !== 'built') expect(output.files).toEqual(before)
    return told
  }

  test('is left as it is: a build, another shard, the same of other filters', async () => {
    expect(await into({}, shardOf(1, 2))).toMatch(/holds a build that is no shard; shard 1\/2/)
    expect(await into({}, { ...shardOf(1, 2), dryRun: true })).toMatch(/holds a build that is no shard/)
    expect(await into(shardOf(2, 2), shardOf(1, 2))).toMatch(/holds shard 2\/2; shard 1\/2/)
    expect(await into(shardOf(1, 3), shardOf(1, 2))).toMatch(/holds shard 1\/3; shard 1\/2/)
    // Be it that there is nothing in it.
    expect(await into(shardOf(40, 40), shardOf(1, 2))).toMatch(/holds shard 40\/40/)
    const russian = { selection: { paths: [], languages: ['ru'] } }
    expect(await into(shardOf(1, 2), { ...russian, ...shardOf(1, 2) })).toMatch(
      /shard 1\/2 of a build with other filters/,
    )
    expect(await into(russian, { ...russian, ...shardOf(1, 2) })).toMatch(/no shard/)
  })

  test('is none where only drafts are left out now', async () => {
    const released = { selection: { paths: [], releaseAsOf: everything.asOf } }
    expect(await into(shardOf(1, 2), { ...released, ...shardOf(1, 2) })).toBe('built')
  })

  test('is completed by a build without parts: nothing of the shard is made again', async () => {
    const [output, whole] = [memoryOutput(), memoryOutput()]
    await run(shardOf(1, 2), output)
    const own = pathsIn(output)
    await run({}, whole)
    const renderer = countingRenderer()
    await run({}, output, renderer)
    expect(renderer.rendered.filter(path => own.includes(path))).toEqual([])
    expect(output.files).toEqual(whole.files)
  })
})

describe('what a shard could not make', () => {
  test('it says, and says no longer when it has made it', async () => {
    const output = memoryOutput()
    const fails = 'reports/2022/icrc-2022.ru.xlsx'
    const failing = countingRenderer(({ path }) => (path === fails ? new RenderFailure(verbatim('no')) : undefined))
    expect((await run(shardOf(1, 1), output, failing)).outcome).toBe('incomplete')
    expect(manifestOf(output).shard?.lacks).toEqual([fails])
    expect((await run(shardOf(1, 1), output)).outcome).toBe('done')
    expect(manifestOf(output).shard?.lacks).toBeUndefined()
  })

  test('because of a full disk it says too, and goes on from there', async () => {
    const output = memoryOutput()
    let written = 0
    const filling = {
      ...output,
      write: async (path: string, bytes: Uint8Array) => {
        const isArtifact = /^(press|reports)\//.test(path)
        written += isArtifact ? 1 : 0
        if (isArtifact && written >= 3) throw new EnvironmentFault(verbatim('the disk is full'))
        await output.write(path, bytes)
      },
    }
    await expect(run({ ...shardOf(1, 1), jobs: 1 }, filling)).rejects.toThrow('the disk is full')
    const all = manifestOf(output).shard?.all
    expect(manifestOf(output).artifacts.length).toBe(2)
    expect(manifestOf(output).shard?.lacks?.length).toBe(Number(all) - 2)
    const renderer = countingRenderer()
    await run(shardOf(1, 1), output, renderer)
    expect(renderer.rendered.length).toBe(Number(all) - 2)
    expect(manifestOf(output).shard?.lacks).toBeUndefined()
  })

  test('a dry run writes nothing, and tells of its part alone', async () => {
    const output = memoryOutput()
    const { artifacts } = await run({ ...shardOf(2, 3), dryRun: true }, output)
    expect(output.files.size).toBe(0)
    await run(shardOf(2, 3), output)
    expect(artifacts.map(({ path }) => path)).toEqual(pathsIn(output))
  })
})
