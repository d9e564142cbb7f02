/**
 * A build of nothing, one change and a check over many records, each as a whole process, beside bare processes that do the
 * least that could be done. Rounds are interleaved, so that what else the machine does falls on all alike; medians.
 *
 * Khabar runs bundled, as the package is published.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { writeCorpus } from './corpus.ts'
import { packed } from './packed.ts'
import { median } from './processes.ts'

export interface IncrementalSize {
  readonly activities: number
  readonly meetings: number
  readonly rounds?: number
}

export interface IncrementalFigures {
  readonly records: number
  readonly artifacts: number
  readonly noopMs: number
  readonly readAndHashMs: number
  readonly gitStatusMs: number
  readonly noopVsReadAndHash: number
  /** The same in processor time, which others on the machine disturb less. */
  readonly noopVsReadAndHashCpu: number
  /** One meeting changed, its four releases rendered anew, workbooks apart (`--only press`). */
  readonly oneChangeMs: number
  readonly oneChangeBeyondNoopMs: number
  readonly checkMs: number
  readonly checkColdMs: number
  readonly bareParseMs: number
  readonly checkVsBareParse: number
  readonly checkColdVsBareParse: number
  /** Largest resident set, MiB. */
  readonly noopMiB: number
  readonly oneChangeMiB: number
  readonly checkColdMiB: number
}

export async function benchIncremental(size: IncrementalSize): Promise<IncrementalFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-bench-'))
  try {
    const khabar = await packed(join(folder, 'package'))
    const root = join(folder, 'workspace')
    await writeCorpus(root, { ...size, photos: Math.min(20, size.meetings), seed: 1 })
    return await measure(khabar, root, size)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(khabar: string, root: string, size: IncrementalSize): Promise<IncrementalFigures> {
  const { rounds = 7 } = size
  const press = [khabar, 'build', '--root', root, '--only', 'press']
  const check = [khabar, 'check', '--root', root]
  const least = [join(import.meta.dirname, 'read-and-hash.mjs'), join(root, 'data'), join(khabar, '../../../templates')]
  const parse = [join(import.meta.dirname, 'parse-and-validate.ts'), join(root, 'data')]
  git(root, 'init', '-q')
  writeFileSync(join(root, '.gitignore'), 'output/\n.khabar/\n')
  git(root, 'add', '-A')
  // Before anything else: afterwards much of what a check finds out is known.
  const checkCold = node(check)
  rmSync(join(root, '.khabar'), { recursive: true })
  node(press)
  // Stamps are believed when they are two seconds old: the first build of nothing still hashes every artifact.
  await pause(2500)
  node(press)
  const taken: { [name: string]: Taken[] } = {
    noop: [],
    least: [],
    git: [],
    parse: [],
    check: [],
    change: [],
    build: [],
  }
  for (let round = 0; round < rounds; round += 1) {
    taken['noop']?.push(node(press))
    taken['least']?.push(node(least))
    taken['git']?.push(git(root, 'status', '--porcelain'))
    taken['check']?.push(node(check))
    if (round < 3) taken['parse']?.push(node(parse))
  }
  for (let round = 0; round < rounds; round += 1) {
    change(root, round)
    taken['change']?.push(node(press))
    await pause(2500)
    node(press)
  }
  const ms = (name: string): number => median((taken[name] ?? []).map(each => each.ms))
  const cpu = (name: string): number => median((taken[name] ?? []).map(each => each.cpuMs))
  const mib = (name: string): number => Math.max(...(taken[name] ?? []).map(each => each.mib))
  return {
    records: size.activities + size.meetings,
    artifacts: size.meetings * 16,
    noopMs: ms('noop'),
    readAndHashMs: ms('least'),
    gitStatusMs: ms('git'),
    noopVsReadAndHash: ms('noop') / ms('least'),
    noopVsReadAndHashCpu: cpu('noop') / cpu('least'),
    oneChangeMs: ms('change'),
    oneChangeBeyondNoopMs: ms('change') - ms('noop'),
    checkMs: ms('check'),
    checkColdMs: checkCold.ms,
    bareParseMs: ms('parse'),
    checkVsBareParse: ms('check') / ms('parse'),
    checkColdVsBareParse: checkCold.ms / ms('parse'),
    noopMiB: mib('noop'),
    oneChangeMiB: mib('change'),
    checkColdMiB: checkCold.mib,
  }
}

/** A number more in the background of the first meeting, in every language: all its releases print it. */
function change(root: string, round: number): void {
  const folder = join(root, 'data/meetings/2022')
  const path = join(folder, readdirSync(folder).toSorted()[0] ?? '')
  const text = readFileSync(path, 'utf8')
  const background = /(?<=^background:\n)(?: {2}.*\n)+/m
  if (!background.test(text)) throw new Error(`${path} has no background`)
  writeFileSync(
    path,
    text.replace(background, told => told.replaceAll(/( \d+)?\n(?= {2}\w|$)/g, ` ${round}\n`)),
  )
}

interface Taken {
  readonly ms: number
  readonly cpuMs: number
  readonly mib: number
}

/**
 * Loaded before the program: as it ends, it says what it took, on a pipe of its own. Memory as /proc has it: what `getrusage`
 * says begins with what the program that started it held.
 */
const says = `import { existsSync, readFileSync, writeSync } from 'node:fs'
process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage()
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  const peak = Number(/^VmHWM:\\s*(\\d+)/m.exec(status)?.[1] ?? maxRSS)
  writeSync(3, [(userCPUTime + systemCPUTime) / 1000, peak / 1024].join(' '))
})`
const hook = `data:text/javascript,${encodeURIComponent(says)}`

const node = (words: readonly string[]): Taken => run(process.execPath, ['--import', hook, ...words])
const git = (root: string, ...words: readonly string[]): Taken => run('git', ['-C', root, ...words])

function run(command: string, words: readonly string[]): Taken {
  const start = performance.now()
  const { status, stderr, output } = spawnSync(command, words, {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const ms = performance.now() - start
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${stderr.slice(-2000)}`)
  const [cpuMs = 0, mib = 0] = (output[3] ?? '').split(' ').map(Number)
  return { ms, cpuMs, mib }
}

if (import.meta.main) {
  const [records = '10000', meetings = '300'] = process.argv.slice(2).filter(word => /^\d+$/.test(word))
  const size = { activities: Number(records) - Number(meetings), meetings: Number(meetings) }
  console.log(JSON.stringify(await benchIncremental(size), null, 2))
}
