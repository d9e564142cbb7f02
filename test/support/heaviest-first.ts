/** Which test files begin first: those that take minutes, so that none of them is left for the end, alone. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By the end of their paths, the longest first. Others follow as Vitest has them: by what they took last, or by their size. */
const heaviest: readonly string[] = [
  'cli/newcomer',
  'contributing/contributing',
  'workspace/reports',
  'cli/cli',
  'endurance/faults',
  'endurance/fuzz-faults',
  'hostile/hostile',
  'queue/workers',
  'guides/commands',
  'cli/shards',
  'render/paper-holds',
  'pipeline/incremental',
  'figures/faults',
  'render/sheets-in-libreoffice',
  'report/scale',
].map(path => `/test/${path}.test.ts`)

const rankOf = ({ moduleId }: TestSpecification): number => {
  const at = heaviest.findIndex(path => moduleId.endsWith(path))
  return at === -1 ? heaviest.length : at
}

export class HeaviestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- no array's
    const usual = await super.sort(files)
    return usual.toSorted((one, other) => rankOf(one) - rankOf(other))
  }
}
