/** The story of a build, told with a real workspace on disk and a renderer that only counts. */

import { appendFile, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { EnvironmentFault, RenderFailure } from '../../src/model/fault.ts'
import type { RenderJob } from '../../src/model/render-job.ts'
import { verbatim } from '../../src/model/said.ts'
import { build } from '../../src/pipeline/build.ts'
import { checkWorkspace } from '../../src/pipeline/check.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { openMemo } from '../../src/pipeline/memo/memo-folder.ts'
import type { BuildOptions, BuildReport } from '../../src/pipeline/request.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { countingRenderer, memoryOutput } from '../support/memory.ts'

const templates = join(import.meta.dirname, '../../templates')
let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-build-'))
  await layOutCase('_base', root)
})
afterEach(() => rm(root, { recursive: true, force: true }))

const everything: BuildOptions = {
  selection: { paths: [] },
  asOf: '2022-12-31T00:00:00Z',
  force: false,
  dryRun: false,
  strict: false,
  jobs: 2,
  onProgress: () => {},
}

function run(
  output = memoryOutput(),
  renderer = countingRenderer(),
  options: Partial<BuildOptions> = {},
): Promise<BuildReport> {
  return build({ workspace: openWorkspace(root, templates), output, renderer }, { ...everything, ...options })
}

const edit = async (path: string, from: string | RegExp, to: string): Promise<void> => {
  const text = await readFile(join(root, path), 'utf8')
  expect(text).toMatch(from)
  await writeFile(join(root, path), text.replace(from, to))
}
const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'

describe('what is made', () => {
  test('every language of a release, every language of a report, and a manifest of them', async () => {
    const output = memoryOutput()
    const { outcome, artifacts } = await run(output)
    expect(outcome).toBe('done')
    const made = artifacts.map(each => each.path)
    expect(made).toContain('press/2022/2022-08-15-icrc.ru.pdf')
    expect(made).toContain('reports/2022/icrc-2022.ru.xlsx')
    expect(made).toContain('reports/2022/icrc-2022.ru.pdf')
    expect([...output.files.keys()].toSorted()).toEqual(['SHA256SUMS', 'manifest.json', ...made].toSorted())
    const manifest = JSON.parse(output.files.get('manifest.json') ?? '') as { artifacts: { path: string }[] }
    expect(manifest.artifacts.map(each => each.path)).toEqual(made)
  })

  test('a check counts what a build would make', async () => {
    const { artifacts } = await run()
    const memo = openMemo(join(root, '.khabar'), 'this code')
    const checked = await checkWorkspace(openWorkspace(root, templates), memo, everything.asOf)
    expect(checked.artifacts).toBe(artifacts.length)
    // The same, where it is remembered.
    expect(await checkWorkspace(openWorkspace(root, templates), memo, everything.asOf)).toEqual(checked)
  })

  test('a second build renders nothing, and its manifest is the same', async () => {
    const output = memoryOutput()
    await run(output)
    const manifest = output.files.get('manifest.json')
    const again = countingRenderer()
    const { artifacts } = await run(output, again)
    expect(again.rendered).toEqual([])
    expect(new Set(artifacts.map(each => each.status))).toEqual(new Set(['unchanged']))
    expect(output.files.get('manifest.json')).toBe(manifest)
  })

  test('--force renders all', async () => {
    const output = memoryOutput()
    const { artifacts } = await run(output)
    const again = countingRenderer()
    await run(output, again, { force: true })
    expect(again.rendered.toSorted()).toEqual(artifacts.map(each => each.path).toSorted())
  })

  test('a comment in a record renders nothing', async () => {
    const output = memoryOutput()
    await run(output)
    await appendFile(join(root, meeting), '# seen by the office\n')
    const again = countingRenderer()
    await run(output, again)
    expect(again.rendered).toEqual([])
  })

  test('an artifact that was changed or deleted by hand is made again', async () => {
    const output = memoryOutput()
    const [first, second] = (await run(output)).artifacts
    output.files.set(first?.path ?? '', 'scribbled over')
    output.files.delete(second?.path ?? '')
    const again = countingRenderer()
    await run(output, again)
    expect(again.rendered.toSorted()).toEqual([first?.path, second?.path].toSorted())
  })
})

test('pages are written while the first PDF is printed, so that nobody waits for a print to see them', async () => {
  const output = memoryOutput()
  const { promise: allPages, resolve } = Promise.withResolvers<void>()
  const isThere = (path: string) => output.files.has(path)
  const counting = countingRenderer()
  const waiting = {
    ...counting,
    render: async (job: RenderJob) => {
      // Were pages made after it, it would be waited for until the test gives up.
      if (job.format === 'pdf') await allPages
      return counting.render(job)
    },
  }
  const onProgress = () => {
    if (pages.every(isThere)) resolve()
  }
  const pages = ['ru', 'en'].map(language => `press/2022/2022-08-15-icrc.${language}.html`)
  const { outcome } = await run(output, waiting, { selection: { paths: [], only: 'press' }, jobs: 1, onProgress })
  expect(outcome).toBe('done')
}, 300_000)

test('what prints starts beside a build that is sound, and beside no other', async () => {
  const warmed: string[] = []
  const renderer = { ...countingRenderer(), warm: async () => void warmed.push('warm') }
  await run(memoryOutput(), renderer, { dryRun: true })
  await run(memoryOutput(), renderer, { selection: { paths: [], only: 'workbook' } })
  expect(warmed).toEqual([])
  await run(memoryOutput(), renderer)
  expect(warmed).toHaveLength(1)
  await edit(meeting, /^kind: \w+/m, 'kind: workng')
  expect((await run(memoryOutput(), renderer)).outcome).toBe('refused')
  expect(warmed).toHaveLength(1)
})

describe('the manifest of an earlier build', () => {
  test('a manifest that does not say yet which works its artifacts are of is completed, and nothing is rendered', async () => {
    const output = memoryOutput()
    await run(output)
    const manifest = output.files.get('manifest.json') ?? ''
    const { tools, artifacts } = JSON.parse(manifest) as { tools: object; artifacts: Record<string, unknown>[] }
    expect(artifacts.find(each => each['path'] === 'reports/2022/icrc-2022.ru.pdf')).toMatchObject({
      work: { kind: 'report', year: 2022, id: 'icrc-2022', language: 'ru' },
      format: 'pdf',
    })
    const older = artifacts.map(({ work: _work, format: _format, ...each }) => each)
    output.files.set('manifest.json', JSON.stringify({ tools, artifacts: older }))
    const again = countingRenderer()
    await run(output, again)
    expect(again.rendered).toEqual([])
    expect(output.files.get('manifest.json')).toBe(manifest)
  })

  test('a spoilt manifest costs time, never truth', async () => {
    const output = memoryOutput()
    const { artifacts } = await run(output)
    const manifest = output.files.get('manifest.json')
    for (const spoilt of ['', '{', '[]', '{"tools":{},"artifacts":[{"path":"../../etc/passwd"}]}']) {
      output.files.set('manifest.json', spoilt)
      const again = countingRenderer()
      await run(output, again)
      expect(again.rendered).toHaveLength(artifacts.length)
      expect(output.files.get('manifest.json')).toBe(manifest)
    }
  })
})

describe('a wrong record', () => {
  test('stops the whole build, and yesterday’s artifacts stay', async () => {
    const output = memoryOutput()
    await run(output)
    const before = new Map(output.files)
    await edit(meeting, /^kind: \w+/m, 'kind: workng')
    const renderer = countingRenderer()
    const report = await run(output, renderer, { force: true })
    expect(report.outcome).toBe('refused')
    expect(report.diagnostics.map(each => each.code)).toContain('record/wrong-value')
    expect(renderer.rendered).toEqual([])
    expect(output.files).toEqual(before)
  })

  test('does not stop a build of what does not rest on it', async () => {
    await writeFile(join(root, 'data/people/nobody.yaml'), 'nme: X\n')
    const renderer = countingRenderer()
    const report = await run(memoryOutput(), renderer, { selection: { paths: [meeting], only: 'press' } })
    expect(report.outcome).toBe('done')
    expect(renderer.rendered).not.toEqual([])
    expect((await run()).outcome).toBe('refused')
  })

  test('stops a build of itself', async () => {
    await edit(meeting, /^kind: \w+/m, 'kind: workng')
    const report = await run(memoryOutput(), countingRenderer(), { selection: { paths: [meeting] } })
    expect(report.outcome).toBe('refused')
  })

  test('of another year does not stop a year; one of this year does, though it drops out of the dataset', async () => {
    await mkdir(join(root, 'data/meetings/2021'), { recursive: true })
    await writeFile(join(root, 'data/meetings/2021/old.yaml'), 'kind: workng\n')
    expect((await run(memoryOutput(), countingRenderer(), { selection: { paths: [], year: 2022 } })).outcome).toBe(
      'done',
    )
    await rename(join(root, 'data/meetings/2021/old.yaml'), join(root, 'data/meetings/2022/new.yaml'))
    expect((await run(memoryOutput(), countingRenderer(), { selection: { paths: [], year: 2022 } })).outcome).toBe(
      'refused',
    )
  })
})

describe('what is asked for', () => {
  test('a record that is gone takes its artifacts with it', async () => {
    const output = memoryOutput()
    await run(output)
    await rm(join(root, meeting))
    const { artifacts } = await run(output)
    const removed = artifacts.filter(each => each.status === 'removed').map(each => each.path)
    expect(removed).toContain('press/2022/2022-08-15-icrc.ru.pdf')
    for (const path of removed) expect(output.files.has(path)).toBe(false)
  })

  test('--release leaves drafts and embargoed releases out, and takes them away where they were', async () => {
    const output = memoryOutput()
    await edit(meeting, /status: approved/, 'status: approved\n  embargo_until: 2022-08-16T10:00:00+05:00')
    await run(output)
    const isThere = (): boolean => output.files.has('press/2022/2022-08-15-icrc.ru.pdf')
    expect(isThere()).toBe(true)
    await run(output, countingRenderer(), { selection: { paths: [], releaseAsOf: '2022-08-16T04:59:59Z' } })
    expect(isThere()).toBe(false)
    await run(output, countingRenderer(), { selection: { paths: [], releaseAsOf: '2022-08-16T05:00:00Z' } })
    expect(isThere()).toBe(true)
    await edit(meeting, /status: approved/, 'status: draft')
    await run(output, countingRenderer(), { selection: { paths: [], releaseAsOf: '2023-01-01T00:00:00Z' } })
    expect(isThere()).toBe(false)
  })

  test('--dry-run writes nothing and tells all', async () => {
    const output = memoryOutput()
    const renderer = countingRenderer()
    const report = await run(output, renderer, { dryRun: true })
    expect(report.artifacts.length).toBeGreaterThan(1)
    expect(renderer.rendered).toEqual([])
    expect(output.files.size).toBe(0)
  })
})

describe('a selection', () => {
  test('a filter makes only what it names, and removes nothing else', async () => {
    const output = memoryOutput()
    const { artifacts } = await run(output)
    await rm(join(root, meeting))
    const some = await run(output, countingRenderer(), {
      selection: { paths: [], only: 'report', languages: ['ru'] },
      force: true,
    })
    expect(some.artifacts.map(each => each.path)).toEqual([
      'reports/2022/icrc-2022.ru.pdf',
      'reports/2022/icrc-2022.ru.xlsx',
    ])
    for (const each of artifacts) expect(output.files.has(each.path)).toBe(true)
  })

  test('a partner’s name selects what is made with it', async () => {
    const withIt = await run(memoryOutput(), countingRenderer(), { selection: { paths: [], partner: 'icrc' } })
    expect(withIt.artifacts.length).toBeGreaterThan(0)
  })

  test.each([
    [{ paths: [], year: 1999 }, 'no artifact is of 1999.', 'khabar build --dry-run'],
    [{ paths: [], partner: 'icr' }, 'no artifact is of “icr”.', 'Did you mean “icrc”?'],
    [{ paths: [], languages: ['fr'] }, 'no artifact is in fr.', 'The society publishes in ru, en.'],
    [{ paths: ['data/media'], only: 'report' as const }, 'no artifact rests on data/media.', 'khabar build --dry-run'],
  ])('what selects nothing is told, and nothing is written: %o', async (selection, says, hint) => {
    const output = memoryOutput()
    const { outcome, diagnostics } = await run(output, countingRenderer(), { selection })
    expect(outcome).toBe('refused')
    expect(inWords(diagnostics).map(({ code, message }) => [code, message])).toEqual([
      ['build/not-selected', `Nothing is selected: ${says}`],
    ])
    expect(inWords(diagnostics)[0]?.hints.join(' ')).toContain(hint)
    expect(output.files.size).toBe(0)
  })

  test('a photo selects the release that shows it', async () => {
    const selection = { paths: ['data/media/2022/meeting.jpg'] }
    const { outcome, artifacts } = await run(memoryOutput(), countingRenderer(), { selection })
    expect(outcome).toBe('done')
    expect(new Set(artifacts.map(({ path }) => path.split('.')[0]))).toEqual(new Set(['press/2022/2022-08-15-icrc']))
  })
})

describe('what fails', () => {
  test('one artifact that cannot be made is told by record; the others are made, the old one stays', async () => {
    const output = memoryOutput()
    await run(output)
    const path = 'press/2022/2022-08-15-icrc.ru.pdf'
    const before = output.files.get(path)
    const renderer = countingRenderer(job =>
      job.path === path ? new RenderFailure(verbatim('the browser broke off')) : undefined,
    )
    const report = await run(output, renderer, { force: true })
    expect(report.outcome).toBe('incomplete')
    expect(inWords(report.diagnostics).find(each => each.code === 'render/failed')?.message).toMatch(/2022-08-15-icrc/)
    expect(output.files.get(path)).toBe(before)
    expect(renderer.rendered.length).toBe(report.artifacts.filter(each => each.status === 'built').length)
  })

  test('a fault half-way is told, and what was made before it is not made again', async () => {
    const output = memoryOutput()
    const path = 'press/2022/2022-08-15-icrc.en.txt'
    const full = new EnvironmentFault(verbatim('the disk is full'))
    const first = countingRenderer(job => (job.path === path ? full : undefined))
    await expect(run(output, first, { jobs: 1 })).rejects.toBe(full)
    expect(first.rendered.length).toBeGreaterThan(0)
    const second = countingRenderer()
    const { artifacts } = await run(output, second)
    expect([...first.rendered, ...second.rendered].toSorted()).toEqual(artifacts.map(each => each.path))
  })

  test('what a killed build left is removed by the next whole build; a filtered one leaves it and still knows of it', async () => {
    const output = memoryOutput()
    const [list, left, listed] = [
      '.khabar-unfinished.json',
      'press/2021/killed.ru.pdf',
      'press/2022/2022-08-15-icrc.ru.pdf',
    ]
    output.files.set(left, 'half of a build')
    output.files.set(list, JSON.stringify([left, listed]))
    await run(output, countingRenderer(), { selection: { paths: [], languages: ['en'] } })
    expect(output.files.has(left)).toBe(true)
    expect(output.files.get(list)).toContain(left)
    await run(output)
    expect(output.files.has(left)).toBe(false)
    expect(output.files.has(list)).toBe(false)
    expect(output.files.has(listed)).toBe(true)
  })

  test('a bug is not swallowed', async () => {
    const renderer = countingRenderer(() => new TypeError('oops'))
    await expect(run(memoryOutput(), renderer)).rejects.toThrow(TypeError)
  })
})
