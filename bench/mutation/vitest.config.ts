/** The quick project as `npm run mutation` asks it: the room's judges only, the quickest first. */
import { relative } from 'node:path'
import { defineConfig, type Plugin } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import whole from '../../vitest.config.ts'
import { endThread, residentThread } from './resident-thread.ts'
import { isRoom, remembering, testsOf, tooSlow } from './rooms.ts'

const room = process.env['KHABAR_ROOM']
if (!isRoom(room)) throw new Error('KHABAR_ROOM names no room: this is for npm run mutation.')
const quick = whole.test?.projects?.find(
  each => typeof each === 'object' && 'test' in each && each.test?.name === 'quick',
)
if (typeof quick !== 'object' || !('test' in quick)) throw new Error('vitest.config.ts has no quick project.')

// Random agreements are asked too, a few of each mutant; nobody reads which of them is the smallest.
process.env['FIGURES_SEEDS'] ??= '8'
process.env['FIGURES_TOLD'] ??= '0'

/** A mutant is killed by the first test that turns red: the quickest file is asked first. */
class QuickestFirst extends BaseSequencer {
  readonly #took = new Map<string, number>()

  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => this.#timeOf(a) - this.#timeOf(b))
  }

  /** Of the first run, when all tests of the file were asked. */
  #timeOf({ moduleId, project }: TestSpecification): number {
    const took =
      this.#took.get(moduleId) ??
      this.ctx.cache.getFileTestResults(`${project.name}:${relative(this.ctx.config.root, moduleId)}`)?.duration ??
      0
    if (took > 0) this.#took.set(moduleId, took)
    return took
  }
}

/** Stryker asks for a pool by name, so ours is put in its place when all is read. */
const resident: Plugin = {
  name: 'resident-thread',
  configureVitest({ vitest, project }) {
    const pool = residentThread(remembering.includes(room) ? 1 : undefined)
    Object.assign(project.config, { pool: pool.name, poolRunner: pool })
    vitest.onClose(endThread)
  },
}

export default defineConfig({
  plugins: [resident],
  test: {
    ...quick.test,
    root: `${import.meta.dirname}/../..`,
    include: [...testsOf(room)],
    exclude: [...(quick.test?.exclude ?? []), ...tooSlow],
    isolate: false,
    setupFiles: ['bench/mutation/setup.ts', ...[quick.test?.setupFiles ?? []].flat()],
    // A mutant's output is never taken for what is expected.
    update: 'none',
    testTimeout: 60_000,
    sequence: { sequencer: QuickestFirst },
  },
})
