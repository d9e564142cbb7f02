/**
 * What each whole bench run measured, kept beside the results: `history/<day>.json`, the last run of a day alone. Figures go
 * by the names under which `--json` gives them; a run from before a figure was measured lacks it.
 */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface BenchRun {
  /** YYYY-MM-DD */
  readonly date: string
  /** Of the code that was measured: twelve digits, and `+` where it was changed since. */
  readonly commit: string
  readonly machine: string
  readonly figures: { readonly [name: string]: unknown }
}

export const historyFolder = join(import.meta.dirname, 'history')

export function keepRun(run: BenchRun, folder = historyFolder): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, `${run.date}.json`), `${JSON.stringify(byName(run), null, 2)}\n`)
}

/** The oldest first. */
export function readRuns(folder = historyFolder): readonly BenchRun[] {
  const names = readdirSync(folder).filter(name => /^\d{4}-\d\d-\d\d\.json$/.test(name))
  return names.toSorted().map(name => JSON.parse(readFileSync(join(folder, name), 'utf8')) as BenchRun)
}

export function commitNow(): string {
  const git = (...words: readonly string[]): string =>
    execFileSync('git', words, { cwd: import.meta.dirname, encoding: 'utf8' }).trim()
  const isChanged = git('status', '--porcelain', '--untracked-files=no', '--', '../src', '../templates') !== ''
  return git('rev-parse', '--short=12', 'HEAD') + (isChanged ? '+' : '')
}

/** Names in one order, so that runs differ where their figures do. */
function byName(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(byName)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(entries.map(([name, each]) => [name, byName(each)]))
}
