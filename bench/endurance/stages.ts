/** What `npm run endurance` does, stage by stage; the tests do a slice of each. */
import { soak } from '../soak.ts'
import { endure, type Fault } from './faults.ts'
import { fuzz } from './fuzz.ts'
import { releasesTold, tryManyReleases } from './releases/many-releases.ts'

export interface StageFigures {
  /** By name. */
  readonly numbers: Numbers
  /** Must be none. */
  readonly broken: readonly string[]
}

export type Numbers = { readonly [name: string]: number }

export interface StageRun {
  readonly seed: number
  /** The first that is to be done, and the one after the last. */
  readonly from: number
  readonly to: number
}

export interface Stage {
  readonly name: string
  readonly times: number
  /** Done so many at a time; what is done is not done again. */
  readonly portion: number
  run(part: StageRun): Promise<StageFigures>
  /** Short, for a table: `10000 files: 812 loaded, 9188 diagnosed; slowest 400 ms`. */
  told(all: Numbers): string
}

/** Of all portions: added up, but for the slowest, which is the slowest of all. */
export function together(portions: readonly Numbers[]): Numbers {
  const all: { [name: string]: number } = {}
  for (const [name, number] of portions.flatMap(each => Object.entries(each)))
    all[name] = name.startsWith('slowest') ? Math.max(all[name] ?? 0, number) : (all[name] ?? 0) + number
  return all
}

const root = new URL('../..', import.meta.url).pathname

const faultStage = (fault: Fault, times: number, portion: number): Stage => ({
  name: fault,
  times,
  portion,
  run: async ({ seed, from, to }) => {
    const { done, hit, reads, broken } = await endure({ fault, from, times: to, seed })
    return { numbers: { done, hit, reads }, broken }
  },
  told: ({ done, hit, reads }) => `${done} times, ${hit} of them at work; ${reads} reads of artifacts meanwhile`,
})

/** @param what is spoilt */
const fuzzStage = (what: string, stage: Pick<Stage, 'name' | 'times' | 'portion'>, worker?: URL): Stage => ({
  ...stage,
  run: async ({ seed, from, to }) => {
    const options = { root, seed, from, files: to, ...(worker && { worker }) }
    const { files, loaded, diagnosed, slowestMs, broken } = await fuzz(options)
    return { numbers: { files, loaded, diagnosed, slowestMs: Math.round(slowestMs) }, broken }
  },
  told: ({ files, loaded, diagnosed, slowestMs }) =>
    `${files} ${what}: ${loaded} loaded, ${diagnosed} diagnosed; slowest ${slowestMs} ms`,
})

const recordsWorker = new URL('records/records-worker.ts', import.meta.url)

export const stages: readonly Stage[] = [
  fuzzStage('files', { name: 'fuzz', times: 10_000, portion: 1_000 }),
  fuzzStage('workspaces', { name: 'records', times: 5_000, portion: 250 }, recordsWorker),
  { name: 'releases', times: 6_000, portion: 150, run: tryManyReleases, told: releasesTold },
  faultStage('build killed', 100, 10),
  faultStage('browser killed', 50, 10),
  faultStage('manifest spoilt', 50, 25),
  faultStage('two builds', 20, 10),
  faultStage('disk full', 20, 10),
  faultStage('disk read-only', 5, 5),
  {
    name: 'soak',
    times: 2_000,
    portion: 2_000,
    run: soakStage,
    told: ({ releases, seconds, ...held }) => {
      const megabytes = Object.entries(held).map(([documents, most]) => `${most} ${documents}`)
      return `${releases} releases in ${seconds} s; MB of all processes: ${megabytes.join(', ')}`
    },
  },
]

async function soakStage({ to, seed }: StageRun): Promise<StageFigures> {
  const { ms, samples, growth, leftBehind } = await soak({ documents: to, seed })
  const held = samples
    .filter((_, at) => at % 5 === 0 || at === samples.length - 1)
    .map(each => [`at ${each.documents}`, Math.round(each.nodeMb + each.browserMb)] as const)
  return {
    numbers: { releases: to, seconds: Math.round(ms / 1000), ...Object.fromEntries(held) },
    broken: [
      ...leftBehind.map(command => `left behind: ${command}`),
      ...(growth > 1.25 ? [`memory grew to ${growth.toFixed(2)} of what the first tenth took`] : []),
    ],
  }
}
