/** Workspaces as chance spoils them: the same seed, the same workspace. */
import * as fc from 'fast-check'
import { bases } from './bases.ts'
import { changesOf, told } from './changes.ts'
import type { Spoilt } from './try-records.ts'

const seldom = fc.nat(3).map(each => each === 3)

export const spoiltBy = ({ base, changes, isJson, isMistaken }: Spoilt): readonly string[] => [
  base.name,
  ...changes.map(told),
  ...(isJson ? ['as JSON'] : []),
  ...(isMistaken ? ['beside a mistake'] : []),
]

export const spoiltWorkspaces: fc.Arbitrary<Spoilt> = fc
  .oneof(
    ...bases.map(base =>
      fc.record({ base: fc.constant(base), changes: changesOf(base), isJson: fc.boolean(), isMistaken: seldom }),
    ),
  )
  // What is told of one that fails.
  .map(spoilt => ({ ...spoilt, [fc.toStringMethod]: () => spoiltBy(spoilt).join('\n  ') }))

export function spoiltOf(seed: number): Spoilt {
  const [spoilt] = fc.sample(spoiltWorkspaces, { seed, numRuns: 1 })
  if (!spoilt) throw new Error('nothing was drawn')
  return spoilt
}
