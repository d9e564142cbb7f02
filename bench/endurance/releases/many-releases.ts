/** Releases of drawn texts, a workspace after another, through one browser. */
import { createRenderer } from '../../../src/render/renderer.ts'
import type { Numbers, StageFigures, StageRun } from '../stages.ts'
import { languages } from './stories.ts'
import { tryReleases } from './try-releases.ts'

const stories = 50
const perWorkspace = stories * languages.length

/** Reports take longer than all the releases beside them: one workspace in five has them. */
const isWhole = (workspace: number): boolean => workspace % 5 === 0

export async function tryManyReleases({ seed, from, to }: StageRun): Promise<StageFigures> {
  const renderer = createRenderer({ version: 'endurance', sandbox: 'auto', tabs: 1, environment: process.env })
  const numbers = { built: 0, told: 0, workbooks: 0 }
  const broken: string[] = []
  try {
    for (let at = from; at < to; at += perWorkspace) {
      const workspace = Math.floor(at / perWorkspace)
      const own = seedOf(seed, workspace)
      const tried = await tryReleases({ seed: own, stories, isWhole: isWhole(workspace), renderer }).catch(
        thrownAs(own),
      )
      numbers.built += tried.built
      numbers.told += tried.told
      numbers.workbooks += tried.workbooks
      broken.push(...tried.faults)
    }
  } finally {
    await renderer.close()
  }
  return { numbers, broken }
}

export const seedOf = (seed: number, workspace: number): number => seed * 1_000_003 + workspace

/** What would be exit 70. */
const thrownAs = (seed: number) => (thrown: unknown) => {
  const why = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)
  return { built: 0, told: 0, workbooks: 0, faults: [`seed ${seed}: ${why}`] }
}

export const releasesTold = ({ built, told, workbooks }: Numbers): string =>
  `${built} releases built and conforming, ${told} told at their lines; ${workbooks} workbooks`
