/** What `npm run endurance` does, stage by stage; the tests do a slice of each. */
import { soak } from '../soak.ts'
import { endure, type Fault } from './faults.ts'
import { fuzz } from './fuzz.ts'

export interface StageFigures {
  /** Short, for a table: `10 000 files: 812 loaded, 9 188 diagnosed, slowest 0.4 s`. */
  readonly told: string
  /** Must be none. */
  readonly broken: readonly string[]
}

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
}

const root = new URL('../..', import.meta.url).pathname

const faultStage = (fault: Fault, times: number, portion: number): Stage => ({
  name: fault,
  times,
  portion,
  run: async ({ seed, from, to }) => {
    const { done, hit, reads, broken } = await endure({ fault, from, times: to, seed })
    return { told: `${done} times, ${hit} of them at work; ${reads} reads of artifacts meanwhile`, broken }
  },
})

export const stages: readonly Stage[] = [
  {
    name: 'fuzz',
    times: 10_000,
    portion: 1_000,
    run: async ({ seed, from, to }) => {
      const { files, loaded, diagnosed, slowestMs, broken } = await fuzz({ root, seed, from, files: to })
      return {
        told: `${files} files: ${loaded} loaded, ${diagnosed} diagnosed; slowest ${Math.round(slowestMs)} ms`,
        broken,
      }
    },
  },
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
  },
]

async function soakStage({ to, seed }: StageRun): Promise<StageFigures> {
  const { ms, samples, growth, leftBehind } = await soak({ documents: to, seed })
  const held = samples
    .filter((_, at) => at % 5 === 0 || at === samples.length - 1)
    .map(each => `${Math.round(each.nodeMb + each.browserMb)} at ${each.documents}`)
  return {
    told: `${to} releases in ${Math.round(ms / 1000)} s; MB of all processes: ${held.join(', ')}`,
    broken: [
      ...leftBehind.map(command => `left behind: ${command}`),
      ...(growth > 1.25 ? [`memory grew to ${growth.toFixed(2)} of what the first tenth took`] : []),
    ],
  }
}
