/**
 * Random workspaces compared, and what differs by figure. As a program: `node test/figures/differences.ts 60` prints
 * the figures that differ among sixty workspaces as JSON, for whoever changed a copy of the code.
 */
import { sample } from 'fast-check'
import { type Kind, workspaces } from './agreements.ts'
import { comparedWith, readOnce } from './comparison.ts'
import type { Workspace } from './reference/records.ts'

export function workspaceOf(seed: number, kind: Kind): Workspace {
  const [drawn] = sample(workspaces(kind), { seed, numRuns: 1 })
  if (!drawn) throw new Error(`nothing drawn for ${seed}`)
  return drawn
}

export interface Group {
  readonly figure: string
  count: number
  readonly seeds: number[]
}

export interface Differing {
  /** The most frequent first. */
  readonly groups: readonly Group[]
  readonly refused: readonly string[]
  /** Figures that are in no sheet. */
  readonly missing: readonly string[]
  readonly figures: number
}

export function differing({ from = 1, seeds, kind = 'any' }: { from?: number; seeds: number; kind?: Kind }): Differing {
  const groups = new Map<string, Group>()
  const refused: string[] = []
  const missing = new Set<string>()
  let figures = 0
  for (let seed = from; seed < from + seeds; seed += 1) {
    const found = comparedWith(readOnce(`${kind} ${seed}`, () => workspaceOf(seed, kind)))
    for (const each of found.refused) refused.push(`seed ${seed}: ${each}`)
    for (const each of found.missing) missing.add(each)
    figures += found.figures
    for (const { figure } of found.differences) {
      const group = groups.get(figure) ?? { figure, count: 0, seeds: [] }
      group.count += 1
      if (group.seeds.at(-1) !== seed) group.seeds.push(seed)
      groups.set(figure, group)
    }
  }
  const sorted = [...groups.values()].toSorted((a, b) => b.count - a.count)
  return { groups: sorted, refused, missing: [...missing].toSorted(), figures }
}

if (import.meta.main) {
  const { groups } = differing({ seeds: Number(process.argv[2] ?? '60') })
  process.stdout.write(`${JSON.stringify(groups.map(({ figure, count }) => [figure, count]))}\n`)
}
