/** Where the time of a build went: what its spans add up to, and what a command tells of it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { timingsOf } from '../../src/cli/timings.ts'
import { type Phase, phases, type Span } from '../../src/disk/spans.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { khabar } from '../support/khabar.ts'

const span = (phase: Phase, start: number, ms: number, path?: string): Span => ({ phase, start, ms, path })

test('words that are written while models are made count once; files by format, the slowest ten', () => {
  const files = Array.from({ length: 12 }, (_, index) =>
    span('artifact', 100 + index, index, `press/2022/${index}.pdf`),
  )
  const {
    phases: told,
    formats,
    slowest,
  } = timingsOf([
    span('models', 10, 50),
    span('words', 20, 10, 'press/2022/a.ru'),
    span('words', 70, 5, 'press/2022/b.ru'),
    span('print', 101, 4, 'press/2022/11.pdf'),
    ...files,
    span('artifact', 100, 40, 'reports/2022/a.xlsx'),
  ])
  const ms = Object.fromEntries(told.map(each => [each.phase, each.ms]))
  expect(ms).toEqual({ read: 0, check: 0, models: 40, words: 15, print: 4, finish: 0, write: 0 })
  expect(formats).toEqual([
    { format: 'pdf', files: 12, ms: 66 },
    { format: 'xlsx', files: 1, ms: 40 },
  ])
  expect(slowest).toHaveLength(10)
  expect(slowest.slice(0, 2)).toEqual([
    { path: 'reports/2022/a.xlsx', ms: 40 },
    { path: 'press/2022/11.pdf', ms: 11 },
  ])
})

const root = mkdtempSync(join(tmpdir(), 'khabar-timings-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))

test('a build tells it in words, as JSON and as a trace; one that is not asked tells nothing', async () => {
  await layOutCase('zero-and-blank', root)
  const trace = join(root, 'trace.json')
  const words = ['build', '--root', root, '--out', join(root, 'out'), '--only', 'workbook', '--force']
  const json = await khabar([...words, '--timings', '--trace', trace, '--format', 'json'])
  expect(json.code).toBe(0)
  const { timings, artifacts } = JSON.parse(json.stdout)
  expect(timings.phases.map((each: { phase: string }) => each.phase)).toEqual(
    phases.filter(each => each !== 'artifact'),
  )
  expect(timings.formats).toMatchObject([{ format: 'xlsx', files: artifacts.length }])
  const { traceEvents } = JSON.parse(readFileSync(trace, 'utf8'))
  expect(traceEvents.filter((each: { cat: string }) => each.cat === 'artifact')).toHaveLength(artifacts.length)
  expect((await khabar([...words, '--timings'])).stderr).toMatch(/^ *\d+ ms {2}putting them into words$/m)
  expect(JSON.parse((await khabar([...words, '--format', 'json'])).stdout).timings).toBeUndefined()
  const nowhere = await khabar([...words, '--trace', join(root, 'no/such/trace.json')])
  expect(nowhere.code).toBe(2)
  expect(nowhere.stderr).toContain('trace.json could not be written')
})
