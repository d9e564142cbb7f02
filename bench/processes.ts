/** Ways measured against each other: each run in a process of its own, in rounds, so that a noisy minute meets them all. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface Run {
  readonly ms: number
  /** Resident memory of the whole process at its highest. */
  readonly peakMb: number
}

interface Setting {
  readonly rounds?: number
  /** Megabytes that JavaScript may hold at most. */
  readonly heap?: number
}

/** @returns the median of each case, in the order of the cases; one case is the words after the script's name */
export function medians(
  script: string,
  cases: readonly (readonly string[])[],
  { rounds = 3, heap }: Setting = {},
): readonly Run[] {
  const path = fileURLToPath(new URL(script, import.meta.url))
  const options = heap === undefined ? [] : [`--max-old-space-size=${heap}`]
  const runs = Array.from({ length: rounds }, () => cases.map(words => run([...options, path, ...words])))
  return cases.map((_, index) => {
    const own = runs.flatMap(round => round.slice(index, index + 1))
    return { ms: median(own.map(({ ms }) => ms)), peakMb: median(own.map(({ peakMb }) => peakMb)) }
  })
}

function run(words: readonly string[]): Run {
  const printed: Run = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8' }))
  return printed
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** What a script prints for `medians`. */
export function printRun(started: number): void {
  const ms = performance.now() - started
  process.stdout.write(JSON.stringify({ ms, peakMb: peakKb() / 1024 }))
}

/** Of this program alone: what `getrusage` says begins with what the program that started it held. */
function peakKb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s*(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS)
}
