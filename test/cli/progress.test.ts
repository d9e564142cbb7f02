/** How far a build is: the line itself, and what a real terminal gets to see of it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Progress, progressLine, quarterLine } from '../../src/cli/progress.ts'
import { widthOf } from '../../src/diagnostics/width.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { khabar } from '../support/khabar.ts'

const erase = '\u001b[K'

const building: Progress = {
  task: 'Building',
  done: 12,
  total: 88,
  detail: 'press/2022/2022-08-15-icrc.ru.pdf',
  elapsedMs: 3000,
}
const line = (change: Partial<Progress>, width = 100): string => progressLine({ ...building, ...change }, width)

describe('the line', () => {
  test('count, rate, time left, the document', () => {
    expect(line({})).toBe('███░░░░░░░░░░░░░░░░░ 12/88  4.0 docs/s  19 s left  press/2022/2022-08-15-icrc.ru.pdf')
  })
  test.for<readonly [string, Partial<Progress>, RegExp]>([
    ['no rate before there is enough to tell it by: time', { elapsedMs: 1400 }, /12\/88 {2}press/],
    ['no rate before there is enough to tell it by: documents', { done: 4 }, /4\/88 {2}press/],
    ['a fast rate is whole', { done: 60, elapsedMs: 2000 }, /30 docs\/s {2}1 s left/],
    ['minutes', { done: 10, total: 2000, elapsedMs: 10_000 }, /33 min 10 s left/],
    ['hours', { done: 10, total: 10_010, elapsedMs: 10_000 }, /2 h 46 min left/],
    ['nothing is left at the end', { done: 88 }, /^█{20} 88\/88 {2}29 docs\/s {2}press/],
    ['parts of a task are told in per cent', { detail: undefined, task: 'Unpacking' }, /^███░+ 13 % Unpacking$/],
    ['a task without a count', { done: undefined, total: undefined, task: 'Looking' }, /^Looking$/],
    ['a total of nothing', { done: 0, total: 0 }, /^Building$/],
    ['more than all', { done: 90 }, /^█{20} 90\/88/],
  ])('%s', ([, change, expected]) => {
    expect(line(change)).toMatch(expected)
  })
  test('it never exceeds the width; what matters least goes first', () => {
    for (let width = 1; width < 120; width += 1) expect(widthOf(line({}, width))).toBeLessThanOrEqual(width)
    expect(line({}, 70)).toMatch(/19 s left {2}….*icrc\.ru\.pdf$/)
    expect(line({}, 40)).toBe('███░░░░░░░░░░░░░░░░░ 12/88  19 s left')
    expect(line({}, 30)).toBe('███░░░░░░░░░░░░░░░░░ 12/88')
  })
  test('in a log only quarters', () => {
    const told = Array.from({ length: 89 }, (_, done) => quarterLine({ ...building, done }))
    expect([...new Set(told)]).toEqual([0, 25, 50, 75, 100].map(quarter => `Building: ${quarter} %`))
  })
})

describe('where it is shown', () => {
  let root = ''
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'khabar-progress-'))
    await layOutCase('_base', root)
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))
  const words = (): readonly string[] => [
    'build',
    '--only',
    'workbook',
    '--force',
    '--root',
    root,
    '--out',
    join(root, 'out'),
  ]
  const main = join(import.meta.dirname, '../../src/cli/bin.ts')
  /** `script` (util-linux) gives the command a terminal of its own. */
  const onTerminal = (env: Readonly<Record<string, string>>): string => {
    const { CI: _ci, ...outer } = process.env
    const quoted = [process.execPath, main, ...words()].map(word => `'${word}'`).join(' ')
    const options = { env: { ...outer, TERM: 'xterm', ...env }, encoding: 'utf8' } as const
    return execFileSync('script', ['-qec', `stty cols 60; ${quoted}`, '/dev/null'], options)
  }

  test('no terminal: plain lines, each quarter once', async () => {
    const { stderr } = await khabar(words())
    const lines = stderr.split('\n').filter(each => each.startsWith('Building'))
    expect(lines.at(-1)).toBe('Building: 100 %')
    expect(new Set(lines).size).toBe(lines.length)
    expect(stderr).not.toContain('\u001b')
  })
  test('--quiet: nothing', async () => {
    expect((await khabar([...words(), '--quiet'])).stderr).not.toContain('Building')
  })
  test('a terminal: a bar within its width, cleared before the words that follow', () => {
    const seen = onTerminal({})
    expect(seen).toMatch(/█|░/)
    const [last = '', ...drawn] = seen.split(erase).toReversed()
    expect(last).toMatch(/^\d+ built/)
    expect(drawn[0]).toBe('\r')
    for (const each of drawn) expect(widthOf(each.slice(each.lastIndexOf('\r') + 1))).toBeLessThan(60)
  })
  test.for([{ TERM: 'dumb' }, { CI: 'true' }])('a terminal that cannot draw, and CI: plain lines (%o)', env => {
    const seen = onTerminal(env)
    expect(seen).toContain('Building: 100 %')
    expect(seen).not.toContain('█')
    expect(seen).not.toContain(erase)
  })
})
