/**
 * Thousands of releases in one build, through one renderer: what Node and the browser's processes hold meanwhile, and
 * what is left of them afterwards. Run by itself it prints a table: `node bench/soak.ts 2000`.
 */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from '../src/pipeline/build.ts'
import { openWorkspace } from '../src/pipeline/disk/disk.ts'
import { openOutput } from '../src/pipeline/disk/output-folder.ts'
import { memoOf } from '../src/pipeline/memo/memo-folder.ts'
import { createRenderer } from '../src/render/renderer.ts'
import { descendants, memoryOf } from './process-tree.ts'
import { withCorpus } from './releases.ts'

export interface SoakSample {
  readonly documents: number
  /** Megabytes, shared pages divided among those who share them. */
  readonly nodeMb: number
  readonly browserMb: number
  readonly processes: number
}

export interface SoakReport {
  readonly documents: number
  readonly ms: number
  readonly samples: readonly SoakSample[]
  /** The most that the tree of processes held after the first tenth, to the most that it held within it. */
  readonly growth: number
  /** Commands of processes that outlived the renderer. */
  readonly leftBehind: readonly string[]
}

export interface SoakSize {
  readonly documents: number
  readonly seed: number
  /** A sample after so many documents: by default a hundred. */
  readonly every?: number
  readonly onSample?: (sample: SoakSample) => void
}

const languages = 4
const jobs = 2

export const soak = ({ documents: wanted, seed, every = 100, onSample }: SoakSize): Promise<SoakReport> =>
  withCorpus({ meetings: Math.ceil(wanted / languages), seed }, async root => {
    const samples: SoakSample[] = []
    const others = new Set(descendants().map(each => each.pid))
    const takeSample = (printed: number): void => {
      const sample = sampleOf(printed, others)
      samples.push(sample)
      onSample?.(sample)
    }
    const started = performance.now()
    const documents = await buildAll(root, printed => {
      if (printed % every === 0) takeSample(printed)
    })
    const ms = performance.now() - started
    const leftBehind = descendants().flatMap(each => (others.has(each.pid) ? [] : [each.command]))
    return { documents, ms, samples, growth: growthOf(samples), leftBehind }
  })

/** @returns how many releases were printed. */
async function buildAll(root: string, onPrinted: (printed: number) => void): Promise<number> {
  const renderer = createRenderer({ version: 'soak', sandbox: 'auto', tabs: jobs, environment: process.env })
  const output = join(root, 'output')
  await mkdir(output)
  let printed = 0
  const onProgress = (_done: number, _total: number, path: string): void => {
    if (!path.endsWith('.pdf')) return
    printed += 1
    onPrinted(printed)
  }
  try {
    const workspace = openWorkspace(root, join(import.meta.dirname, '../templates'))
    const options = { force: false, dryRun: false, strict: false, jobs, onProgress, asOf: '2022-12-31T00:00:00Z' }
    const { outcome } = await build(
      { workspace, output: openOutput(output), renderer, memo: memoOf(root) },
      { ...options, selection: { paths: [], only: 'press' } },
    )
    if (outcome !== 'done') throw new Error(`the build is ${outcome}`)
    return printed
  } finally {
    await renderer.close()
  }
}

function sampleOf(documents: number, others: ReadonlySet<number>): SoakSample {
  const browser = descendants().filter(each => !others.has(each.pid))
  const browserMb = browser.reduce((sum, each) => sum + memoryOf(each.pid), 0)
  return { documents, nodeMb: memoryOf(process.pid), browserMb, processes: browser.length }
}

function growthOf(samples: readonly SoakSample[]): number {
  const most = (part: readonly SoakSample[]): number => Math.max(...part.map(each => each.nodeMb + each.browserMb))
  const early = Math.max(1, Math.round(samples.length / 10))
  return most(samples.slice(early)) / most(samples.slice(0, early))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { samples, ...rest } = await soak({ documents: Number(process.argv[2] ?? 2_000), seed: 5 })
  console.table(
    samples.map(({ documents, nodeMb, browserMb, processes }) => ({
      documents,
      'Node, MB': Math.round(nodeMb),
      'browser, MB': Math.round(browserMb),
      processes,
    })),
  )
  console.log(rest)
}
