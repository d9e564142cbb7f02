/**
 * `npm run endurance`: hours of what can go wrong, seeded, in portions. Interrupted, it goes on where it was.
 *
 *   --seed N        another chance (default 1)
 *   --state FILE    where progress is kept (default: in the folder for temporary files, by seed)
 *   --only NAME     one stage
 *   --times N       fewer of each than the full counts
 *   --first         no further than the first that breaks
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Stage, type StageFigures, stages, together } from './endurance/stages.ts'
import { land } from './results.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    state: { type: 'string' },
    only: { type: 'string' },
    times: { type: 'string' },
    first: { type: 'boolean' },
  },
})
const seed = Number(values.seed ?? 1)
const stateFile = values.state ?? join(tmpdir(), `khabar-endurance-${seed}.json`)

/** By stage: the portions that are done, each with its figures. */
type State = { readonly [stage: string]: readonly (StageFigures & { readonly to: number })[] }

let state: State = existsSync(stateFile) ? (JSON.parse(readFileSync(stateFile, 'utf8')) as State) : {}
const asked = stages.filter(stage => values.only === undefined || stage.name === values.only)
if (asked.length === 0) throw new Error(`There is no stage ${values.only}: ${stages.map(each => each.name).join(', ')}`)

for (const stage of asked) await finish(stage, Math.min(stage.times, Number(values.times ?? stage.times)))
report()

async function finish(stage: Stage, times: number): Promise<void> {
  for (let from = state[stage.name]?.at(-1)?.to ?? 0; from < times; ) {
    const to = Math.min(from + stage.portion, times)
    const figures = await stage.run({ seed, from, to })
    console.log(`${stage.name}: ${to} of ${times}. ${stage.told(figures.numbers)}`)
    for (const line of figures.broken) console.log(`  BROKEN ${line}`)
    state = { ...state, [stage.name]: [...(state[stage.name] ?? []), { ...figures, to }] }
    writeFileSync(stateFile, JSON.stringify(state))
    from = values.first && figures.broken.length > 0 ? times : to
  }
}

function report(): void {
  const rows = asked.map(stage => {
    const portions = state[stage.name] ?? []
    const broken = portions.flatMap(each => each.broken).length
    const figures = stage.told(together(portions.map(each => each.numbers)))
    return { stage: stage.name, figures, broken: broken || 'none' }
  })
  land(values.only ? `Endurance: ${values.only}` : 'Endurance', [{ title: `Seed ${seed}`, rows }])
  rmSync(stateFile)
  process.exitCode = rows.every(row => row.broken === 'none') ? 0 : 1
}
