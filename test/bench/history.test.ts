/** What bench runs leave behind: a file a day, in one order; and the plot of the aims, which leaves none of them out. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { aims } from '../../bench/aims.ts'
import { type BenchRun, keepRun, readRuns } from '../../bench/history.ts'
import { aimsOverTime, drawn, pointsOf } from '../../bench/plot.ts'

const runOf = (date: string, figures: BenchRun['figures'] = {}): BenchRun => ({
  date,
  commit: '0123456789ab',
  machine: '2 × a processor',
  figures,
})

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-history-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('the runs', () => {
  test('are read from the oldest on, and the last of a day is that of the day', () => {
    const folder = freshFolder()
    for (const run of [runOf('2026-12-01', { a: 1 }), runOf('2025-12-31'), runOf('2026-12-01', { a: 2 })])
      keepRun(run, folder)
    expect(readRuns(folder)).toEqual([runOf('2025-12-31'), runOf('2026-12-01', { a: 2 })])
  })

  test('are written in one order of names, whichever they are handed over in, at every depth', () => {
    const folder = freshFolder()
    const text = (figures: BenchRun['figures']): string => {
      keepRun(runOf('2026-12-01', figures), folder)
      return readFileSync(join(folder, '2026-12-01.json'), 'utf8')
    }
    const first = text({ b: [{ y: 1, x: 2 }], a: { d: 1, c: 2 } })
    expect(text({ a: { c: 2, d: 1 }, b: [{ x: 2, y: 1 }] })).toBe(first)
    expect(first.indexOf('"a"')).toBeLessThan(first.indexOf('"b"'))
    expect(text({ b: [{ y: 2, x: 1 }], a: { d: 1, c: 2 } })).not.toBe(first)
  })

  test('that are kept in the repository hold figures for each aim', () => {
    const runs = readRuns()
    expect(runs.length).toBeGreaterThanOrEqual(3)
    const told = new Set(pointsOf(runs, aims).map(({ aim }) => aim))
    expect(aims.map(({ name }) => name).filter(name => !told.has(name))).toEqual([])
  })
})

describe('the plot', () => {
  test('is at 1 where the aim is just held, and above it where it is not, whichever way is better', () => {
    const two = [
      { name: 'less', what: '', atMost: 4, of: () => 0 },
      { name: 'more', what: '', atLeast: 4, of: () => 0 },
    ]
    const ratios = (value: number) =>
      pointsOf([runOf('2026-12-01', { less: value, more: value })], two).map(({ ratio, held }) => [ratio, held])
    expect(ratios(4)).toEqual([
      [1, 'held'],
      [1, 'held'],
    ])
    expect(ratios(8)).toEqual([
      [2, 'not held'],
      [0.5, 'held'],
    ])
    expect(pointsOf([runOf('2026-12-01', { less: 1 })], two)).toHaveLength(1)
  })

  test('shows every aim by its name, and the days of the first and the last run', async () => {
    const figures = Object.fromEntries(aims.map(({ name }) => [name, 1]))
    const svg = await drawn(aimsOverTime([runOf('2026-11-22', figures), runOf('2026-12-01', figures)], aims))
    for (const { name } of aims) expect(svg).toContain(`>${name}</text>`)
    for (const day of ['2026-11-22', '2026-12-01']) expect(svg).toContain(`>${day}</text>`)
  })
})
