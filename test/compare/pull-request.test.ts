/** A pull request, played in a repository of its own: what `khabar diff` tells of each change, held against every cell of every report. */
import { execFileSync } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packagedTemplates } from '../../src/cli/setting.ts'
import type { Comparison } from '../../src/compare/comparison.ts'
import { comparisonToMarkdown } from '../../src/compare/told/markdown.ts'
import { inEnglish } from '../../src/model/said.ts'
import { compareStates } from '../../src/pipeline/compare/compare.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { commitNamed } from '../../src/pipeline/disk/git.ts'
import { openRevision } from '../../src/pipeline/disk/revision.ts'
import { memoOf } from '../../src/pipeline/memo/memo-folder.ts'
import { type EveryCell, everyCellOn, movedBetween } from '../support/every-cell.ts'
import { khabar } from '../support/khabar.ts'

const sample = join(import.meta.dirname, '../../data')
let repository = ''
/** The workspace lies in a folder of the repository. */
let root = ''
let asCommitted: EveryCell = new Map()

const git = (...words: readonly string[]): string =>
  execFileSync('git', ['-C', repository, '-c', 'user.name=A', '-c', 'user.email=a@example.org', ...words]).toString()

beforeAll(async () => {
  repository = await mkdtemp(join(tmpdir(), 'khabar-diff-'))
  root = join(repository, 'work', 'uz')
  await mkdir(root, { recursive: true })
  await cp(sample, join(root, 'data'), { recursive: true })
  git('init', '--quiet')
  git('add', '--all')
  git('commit', '--quiet', '--message', 'As it is')
  asCommitted = await everyCellOn(root, 'ru')
})
afterAll(() => rm(repository, { recursive: true, force: true }))

async function change(path: string, from: string | RegExp, to: string): Promise<void> {
  const file = join(root, path)
  const text = await readFile(file, 'utf8')
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  await writeFile(file, changed)
}

/** What differs once the change is made; then all is as it was. */
async function played(
  make: () => Promise<void>,
): Promise<{ readonly told: Comparison; readonly moved: readonly string[] }> {
  await make()
  try {
    const commit = commitNamed(root, 'HEAD')
    const status = git('status', '--porcelain')
    const told = await compareStates(
      {
        workspace: openRevision(root, packagedTemplates, { name: 'HEAD', commit }),
        side: { name: 'HEAD', commit: commit.id },
      },
      { workspace: openWorkspace(root, packagedTemplates), side: { name: 'the working tree' } },
      memoOf(root),
    )
    expect(git('status', '--porcelain')).toBe(status)
    const isRight = told.diagnostics.length === 0
    return { told, moved: isRight ? movedBetween(asCommitted, await everyCellOn(root, 'ru')) : [] }
  } finally {
    git('checkout', '--quiet', '--', '.')
    git('clean', '--quiet', '--force', '-d', 'work/uz/data')
    await rm(join(root, 'templates'), { recursive: true, force: true })
  }
}

const placesOf = ({ figures }: Comparison): readonly string[] =>
  figures.map(each => `${each.report} ${each.sheet}!${each.cell}: ${each.before} -> ${each.after}`).toSorted()
const causesIn = ({ figures }: Comparison): readonly string[] => [
  ...new Set(figures.flatMap(({ causes }) => causes.map(({ kind, id }) => `${kind}/${id}`))),
]

const firstAid = 'data/activities/2022/icrc-first-aid.yaml'
const instructors = 'activity/2022-icrc-fa-instructors'

describe('a change in a pull request', () => {
  it('of how many were reached names every figure that moved, and no other, with its cause', async () => {
    const { told, moved } = await played(() => change(firstAid, 'total: 73\n', 'total: 83\n'))
    expect(moved.length).toBeGreaterThan(20)
    expect(placesOf(told)).toEqual(moved)
    expect(told.figures.every(({ causes }) => causes.length === 1)).toBe(true)
    expect(causesIn(told)).toEqual([instructors])
    expect(told.records).toMatchObject([
      { id: '2022-icrc-fa-instructors', file: firstAid, fields: [{ at: '/reached/total', before: 73, after: 83 }] },
    ])
    expect(told.figures.map(({ report }) => report)).toContain('reports/2022/consolidated.ru.xlsx')
    expect(told.texts).toEqual([])
    expect(told.figures.find(({ before, change: by }) => before === 73 && by === 10)?.percent).toBeCloseTo(13.7, 1)
  })

  it('of a comment, or of how YAML is written, changes nothing', async () => {
    const { told, moved } = await played(async () => {
      await change(firstAid, /^/, '# Seen by the auditor.\n')
      await change(firstAid, 'male: 34', 'male:   34 # of 73')
    })
    expect(moved).toEqual([])
    expect(told).toMatchObject({ artifacts: [], records: [], figures: [], texts: [], releases: [] })
  })

  it('of the name of a partner changes texts in each language that has it, and no figure', async () => {
    const { told, moved } = await played(() => change('data/organizations/icrc.yaml', '  ru: МККК\n', '  ru: МККТ\n'))
    expect(moved).toEqual([])
    expect(told.figures).toEqual([])
    expect(told.texts.some(({ before, after: now }) => before.includes('МККК') && now.includes('МККТ'))).toBe(true)
    expect(told.texts.every(({ report }) => report.endsWith('.ru.xlsx'))).toBe(true)
    expect(told.releases.length).toBeGreaterThan(0)
    const words = told.releases.flatMap(release => release.words)
    // The texts of its authors use the old abbreviation: the new one is introduced nowhere.
    expect(words.some(({ kind, text }) => kind === 'removed' && text.includes('(МККК)'))).toBe(true)
    expect(told.releases.every(({ release }) => release.endsWith('.ru'))).toBe(true)
    expect(comparisonToMarkdown(told, inEnglish).length).toBeLessThan(60_000)
  })
})

describe('a change of what is counted', () => {
  it('that takes an activity away names the totals that it was in, and its own figures as gone', async () => {
    const { told, moved } = await played(async () => {
      const file = join(root, firstAid)
      const records = (await readFile(file, 'utf8')).split(/^(?=- id: )/m)
      await writeFile(file, records.filter(record => !record.startsWith('- id: 2022-icrc-fa-instructors\n')).join(''))
    })
    expect(causesIn(told)).toContain(instructors)
    expect(told.records.map(({ id, status }) => [id, status])).toContainEqual(['2022-icrc-fa-instructors', 'removed'])
    const own = told.figures.filter(({ status }) => status === 'removed')
    expect(own.map(({ before }) => before)).toContain(73)
    // Where no row has moved, every address is told of.
    const still = told.figures.filter(({ status }) => status === 'changed')
    const shifted = new Set(own.map(({ report, sheet }) => `${report} ${sheet}`))
    const isStill = (place: string) => ![...shifted].some(sheet => place.startsWith(`${sheet}!`))
    const places = placesOf({ ...told, figures: still }).filter(isStill)
    expect(places.length).toBeGreaterThan(10)
    expect(places).toEqual(moved.filter(isStill))
  })

  it('of the rule by which quarters are joined names the indicator, and the agreement as the cause', async () => {
    const rule = 'roll_up: { periods: sum, places: sum }'
    const { told, moved } = await played(() =>
      change('data/agreements/icrc-2022.yaml', rule, 'roll_up: { periods: max, places: sum }'),
    )
    expect(moved.length).toBeGreaterThan(0)
    expect(placesOf(told)).toEqual(moved)
    expect(causesIn(told)).toEqual(['agreement/icrc-2022'])
    expect(told.figures.every(({ row }) => row.includes('EPR-1') || row.includes('epr'))).toBe(true)
    expect(told.texts.length).toBeGreaterThan(0)
  })

  it('of a wording changes the words of its language, and no figure', async () => {
    const { told, moved } = await played(async () => {
      await mkdir(join(root, 'templates', 'wording'), { recursive: true })
      const own =
        'press:\n  participants: Кто участвовал\nreport:\n  budget:\n    columns:\n      balance: Не потрачено\n'
      await writeFile(join(root, 'templates', 'wording', 'ru.yaml'), own)
    })
    expect(moved).toEqual([])
    expect(told.figures).toEqual([])
    expect(told.records).toEqual([])
    expect(new Set(told.texts.map(({ after: now }) => now))).toEqual(new Set(['Не потрачено']))
    expect(told.artifacts.every(({ path }) => path.includes('.ru.'))).toBe(true)
    expect(told.releases.flatMap(({ words }) => words).some(({ text }) => text.includes('Кто участвовал'))).toBe(true)
  })
})

describe('on the command line', () => {
  const diff = (...words: readonly string[]) => khabar(['--root', root, 'diff', ...words])

  it('a difference is told and is no failure, but where git would call it one', async () => {
    await change(firstAid, 'total: 73\n', 'total: 83\n')
    try {
      const [json, human] = [await diff('HEAD', '--format', 'json', '--exit-code'), await diff('HEAD')]
      expect([json.code, human.code]).toEqual([1, 0])
      const { summary, b } = JSON.parse(json.stdout) as { summary: { records: number }; b: object }
      expect(summary.records).toBe(1)
      expect(b).toEqual({ name: 'the working tree' })
      expect(human.stdout).toContain(`${firstAid}:23`)
      expect(human.stdout).toContain('73 -> 83 +10 (+13.7 %)')
    } finally {
      git('checkout', '--quiet', '--', '.')
    }
    expect((await diff('HEAD', 'HEAD', '--exit-code')).code).toBe(0)
  })

  it('a mistake is told with the revision that has it', async () => {
    await change(firstAid, 'total: 73\n', 'total: many\n')
    git('commit', '--quiet', '--all', '--message', 'Spoilt')
    try {
      const { code, stdout, stderr } = await diff('HEAD', 'HEAD~1')
      expect(code).toBe(1)
      expect(stdout).toBe('')
      expect(stderr).toContain(`HEAD:work/uz/${firstAid}`.replace('work/uz/', ''))
      expect(stderr).toContain('Nothing was compared')
    } finally {
      git('reset', '--quiet', '--hard', 'HEAD~1')
    }
  })

  it('what there is not is told with what to do', async () => {
    const unknown = await diff('no-such-branch')
    expect([unknown.code, unknown.stderr]).toEqual([2, expect.stringContaining('no revision “no-such-branch”')])
    const option = await diff('--', '--output=x')
    expect([option.code, option.stderr]).toEqual([2, expect.stringContaining('no revision')])
    const elsewhere = await mkdtemp(join(tmpdir(), 'khabar-no-git-'))
    await cp(sample, join(elsewhere, 'data'), { recursive: true })
    const none = await khabar(['diff', 'HEAD', '--root', elsewhere], { env: { GIT_CEILING_DIRECTORIES: tmpdir() } })
    await rm(elsewhere, { recursive: true })
    expect([none.code, none.stderr]).toEqual([2, expect.stringContaining('no git repository')])
    const shallow = `${repository}-shallow`
    execFileSync('git', ['clone', '--quiet', '--depth', '1', `file://${repository}`, shallow])
    const cut = await khabar(['diff', 'HEAD~1', '--root', join(shallow, 'work/uz')])
    await rm(shallow, { recursive: true })
    expect([cut.code, cut.stderr]).toEqual([2, expect.stringContaining('git fetch --unshallow')])
  })
})
