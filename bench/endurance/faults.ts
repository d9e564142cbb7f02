/**
 * Faults, one after another: after each, one plain build gives the bytes of a clean one, and in between nobody read half
 * an artifact.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { type Chance, chanceOf } from './chance.ts'
import { artifactsIn, differences, ended, openTrial, type Trial } from './trial.ts'
import { watchOutput } from './watch-output.ts'

export type Fault =
  | 'build killed'
  | 'browser killed'
  | 'manifest spoilt'
  | 'two builds'
  | 'disk full'
  | 'disk read-only'

export interface FaultFigures {
  readonly done: number
  /** How often the fault hit a build at work, and not one that was over or had not begun. */
  readonly hit: number
  readonly reads: number
  /** Must be none. */
  readonly broken: readonly string[]
}

export interface FaultOptions {
  readonly fault: Fault
  readonly times: number
  readonly from?: number
  readonly seed: number
  /** One that is open; who opened it ends it. */
  readonly trial?: Trial
  readonly onProgress?: (done: number) => void
}

export async function endure(options: FaultOptions): Promise<FaultFigures> {
  const { fault, times, from = 0, seed } = options
  const trial = options.trial ?? (await openTrial())
  const watch = watchOutput(trial.out, trial.clean, fault !== 'manifest spoilt')
  const broken: string[] = []
  let hit = 0
  try {
    const standing = await stateIn(trial)
    // Only what a manifest lists is ever deleted: where it is spoilt, no artifact may be due to go.
    const step = fault === 'manifest spoilt' ? 2 : 1
    for (let round = from; round < times; round += 1) {
      const state = (standing + (round - from + 1) * step) % trial.clean.length
      trial.become(state)
      const chance = chanceOf(seed * 7919 + round)
      const act = (): Promise<boolean> => faults[fault](trial, chance)
      if (await (ours.has(fault) ? watch.during(act) : act())) hit += 1
      const code = await trial.build()
      if (code !== 0) broken.push(`round ${round}: the build after it ended with ${code}`)
      const found = differences(artifactsIn(trial.out), trial.clean[state] ?? new Map())
      broken.push(...found.map(line => `round ${round}: ${line}`))
      options.onProgress?.(round + 1)
    }
    const left = await stillThere(trial.temporary)
    if (left.length > 0) broken.push(`processes left behind: ${left.join(', ')}`)
  } finally {
    await watch.stop()
    if (!options.trial) trial.end()
  }
  return { done: times - from, hit, reads: watch.reads(), broken: [...broken, ...watch.broken()] }
}

/** The state that is built there, so that the next is another one; the first where none is. */
async function stateIn(trial: Trial): Promise<number> {
  const found = existsSync(trial.out) ? artifactsIn(trial.out) : new Map<string, string>()
  const state = trial.clean.findIndex(clean => differences(found, clean).length === 0)
  if (state !== -1) return state
  trial.become(0)
  await trial.build()
  return 0
}

/** What these leave is copied back by us; what a spoilt manifest holds is no build's doing. */
const ours: ReadonlySet<Fault> = new Set(['disk full', 'disk read-only'])

type Cause = (trial: Trial, chance: Chance) => Promise<boolean>

const faults: { readonly [fault in Fault]: Cause } = {
  'build killed': async (trial, chance) => {
    const child = trial.start()
    await Promise.race([pause(chance.whole(trial.usualMs)), ended(child)])
    const isHit = child.kill('SIGKILL')
    await ended(child)
    return isHit && child.signalCode === 'SIGKILL'
  },
  'browser killed': async (trial, chance) => {
    const child = trial.start()
    const isOver = (): boolean => child.exitCode !== null
    while (!isOver() && processesOf(trial.temporary).length === 0) await pause(5)
    await Promise.race([pause(chance.whole(1_200)), ended(child)])
    const found = processesOf(trial.temporary)
    const isHit = found.length > 0 && !isOver() && kill(chance.pick(found))
    await ended(child)
    return isHit
  },
  'manifest spoilt': async (trial, chance) => {
    const path = join(trial.out, 'manifest.json')
    const bytes = readFileSync(path)
    for (let flips = 1 + chance.whole(6); flips > 0; flips -= 1) {
      const at = chance.whole(bytes.length)
      bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.whole(8))
    }
    writeFileSync(path, chance.whole(4) === 0 ? bytes.subarray(0, chance.whole(bytes.length)) : bytes)
    return true
  },
  'two builds': async trial => {
    const codes = await Promise.all([trial.build(), trial.build()])
    if (codes.some(code => code !== 0 && code !== 2))
      throw new Error(`two builds at once ended with ${codes.join(', ')}`)
    return codes.includes(2)
  },
  // Any state has another release and another report than the last: these alone take more than what is left.
  'disk full': async (trial, chance) => onDisk(trial, chance.whole(60)),
  'disk read-only': async trial => onDisk(trial, undefined),
}

/**
 * In a mount of its own, read-only or with little to spare: what is there is copied, the build meets the disk as it is, and
 * what it leaves is copied back. `none` is named, or mount takes from its own list the owner that only root may set.
 * Where a user may not mount, the fault is not had, and not counted as hit.
 */
async function onDisk({ root, out, temporary, usualMs }: Trial, spareKb: number | undefined): Promise<boolean> {
  const program = join(import.meta.dirname, '../../src/cli/bin.ts')
  const script = `set -e
    mount -t tmpfs none /mnt && mkdir /mnt/was && cp -a "$OUT/." /mnt/was/
    mount -t tmpfs -o size=${spareKb === undefined ? '64m' : `$(( $(du -sk /mnt/was | cut -f1) + ${spareKb} ))k`} none "$OUT"
    cp -a /mnt/was/. "$OUT/"
    ${spareKb === undefined ? 'mount -o remount,ro none "$OUT"' : ''}
    code=0; "$NODE" "$PROGRAM" build --root "$ROOT" --out "$OUT" >/dev/null 2>&1 || code=$?
    mkdir /mnt/left && cp -a "$OUT/." /mnt/left/ && umount "$OUT"
    find "$OUT" -mindepth 1 -delete && cp -a /mnt/left/. "$OUT/"
    exit $code`
  const ran = spawnSync('unshare', [...ownMounts, 'sh', '-c', script], {
    timeout: 60_000 + 20 * Math.round(usualMs),
    env: { ...process.env, TMPDIR: temporary, OUT: out, ROOT: root, NODE: process.execPath, PROGRAM: program },
  })
  return ran.status === 2
}

const ownMounts = ['--user', '--map-root-user', '--mount']

/** Whether disks can be had in a mount of our own: where not, their faults tell nothing. */
export const mayMount = (): boolean =>
  spawnSync('unshare', [...ownMounts, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

/** Those of ours: the folder stands in their command line, or in that of who started them. */
function processesOf(marker: string): readonly number[] {
  const numbers = readdirSync('/proc').filter(name => /^\d+$/.test(name))
  return numbers
    .filter(name => commandOf(name).includes(`${marker}/`) && !commandOf(name).includes('bin.ts'))
    .map(Number)
}

function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

function kill(pid: number): boolean {
  try {
    return process.kill(pid, 'SIGKILL')
  } catch {
    return false
  }
}

/** A browser whose build was killed notices by itself; it is given a little time. */
async function stillThere(marker: string): Promise<readonly string[]> {
  for (let tries = 0; tries < 50 && processesOf(marker).length > 0; tries += 1) await pause(100)
  return processesOf(marker).map(pid => `${pid} ${commandOf(String(pid)).replaceAll('\0', ' ').slice(0, 80)}`)
}
