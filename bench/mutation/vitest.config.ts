/** The quick project as `npm run mutation` asks it: the room's judges only, each file by itself, the room's own first. */
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import whole from '../../vitest.config.ts'
import { isRoom, testsOf } from './rooms.ts'

const room = process.env['KHABAR_ROOM']
if (!isRoom(room)) throw new Error('KHABAR_ROOM names no room: this is for npm run mutation.')
const quick = whole.test?.projects?.find(
  each => typeof each === 'object' && 'test' in each && each.test?.name === 'quick',
)
if (typeof quick !== 'object' || !('test' in quick)) throw new Error('vitest.config.ts has no quick project.')

/** A mutant is killed by the first test that turns red: those made for the room come first, whole builds last. */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const distance = ({ moduleId }: TestSpecification): number =>
      moduleId.includes(`/test/${room}/`) ? 0 : moduleId.includes('/test/pipeline/') ? 2 : 1
    return files.toSorted((a, b) => distance(a) - distance(b))
  }
}

export default defineConfig({
  test: {
    ...quick.test,
    root: `${import.meta.dirname}/../..`,
    include: [...testsOf(room)],
    // What a mutant was covered by is told file by file.
    isolate: true,
    // A mutant's output is never taken for what is expected.
    update: 'none',
    testTimeout: 60_000,
    sequence: { sequencer: NearestFirst },
  },
})
