/**
 * Random agreements through the product and through the reference: every figure of every report is the same.
 *
 *     FIGURES_SEEDS=2000 npx vitest run --project …     how many workspaces; 60 unless told
 *     FIGURES_FROM=1000        the first seed
 *     FIGURES_ONLY=balance     only figures and diagnostics with this in their name
 *     FIGURES_KIND=calendar    only what the first release could be told
 */
import { sample } from 'fast-check'
import { expect, it } from 'vitest'
import { type Kind, workspaces } from './agreements.ts'
import { caseNames, recordsOf } from './case-records.ts'
import { type Compared, compared, type Difference, inYaml, refusals, sourcesFor } from './comparison.ts'
import type { Workspace } from './reference/records.ts'
import { smallest } from './smaller.ts'

const { FIGURES_SEEDS = '60', FIGURES_FROM = '1', FIGURES_ONLY = '', FIGURES_KIND = 'any' } = process.env
const kind: Kind = FIGURES_KIND === 'calendar' ? 'calendar' : 'any'

const workspaceOf = (seed: number): Workspace => {
  const [drawn] = sample(workspaces(kind), { seed, numRuns: 1 })
  if (!drawn) throw new Error(`nothing drawn for ${seed}`)
  return drawn
}

interface Group {
  readonly figure: string
  readonly first: Difference
  count: number
  seeds: number[]
}

const isWanted = ({ figure }: { readonly figure: string }): boolean => figure.includes(FIGURES_ONLY)

/** What is written besides in a workspace, as it would be in its files. */
function shownBriefly(workspace: Workspace): string {
  return inYaml({ ...workspace })
}

function told(group: Group): string {
  const { figure, seeds, count } = group
  const workspace = smallest(
    workspaceOf(seeds[0] ?? 0),
    of => refusals(sourcesFor(of)).length === 0 && differs(of, figure),
  )
  const example = compared(workspace).differences.find(each => each.figure === figure)
  const head = `${figure}: ${count} times, seeds ${seeds.slice(0, 5).join(' ')}`
  const values = `${example?.where}: expected ${String(example?.expected)}, found ${String(example?.found)}`
  return `${head}\n  ${values}\n${shownBriefly(workspace).replaceAll(/^/gm, '    ')}`
}

const differs = (of: Workspace, figure: string): boolean =>
  compared(of).differences.some(each => each.figure === figure)

function gathered(groups: Map<string, Group>, seed: number, { differences }: Compared): void {
  for (const difference of differences.filter(isWanted)) {
    const known = groups.get(difference.figure)
    const group = known ?? { figure: difference.figure, first: difference, count: 0, seeds: [] }
    group.count += 1
    if (group.seeds.at(-1) !== seed) group.seeds.push(seed)
    groups.set(difference.figure, group)
  }
}

it('every figure of random agreements is what the reference finds', () => {
  const groups = new Map<string, Group>()
  const refused = new Map<string, number[]>()
  const missing = new Set<string>()
  let figures = 0
  const from = Number(FIGURES_FROM)
  for (let seed = from; seed < from + Number(FIGURES_SEEDS); seed += 1) {
    const workspace = workspaceOf(seed)
    const errors = refusals(sourcesFor(workspace))
    if (errors.length > 0) {
      const [first = ''] = errors
      refused.set(first.split(' ')[0] ?? '', [...(refused.get(first.split(' ')[0] ?? '') ?? []), seed])
      if ((refused.get(first.split(' ')[0] ?? '')?.length ?? 0) === 1)
        process.stdout.write(`refused, seed ${seed}: ${first}\n`)
      continue
    }
    const result = compared(workspace)
    figures += result.figures
    for (const each of result.missing) missing.add(each)
    gathered(groups, seed, result)
  }
  const sorted = [...groups.values()].toSorted((a, b) => b.count - a.count)
  const summary = sorted.map(({ figure, count, seeds }) => `${figure}: ${count} in ${seeds.length} workspaces`)
  process.stdout.write(`${figures} figures compared; in no sheet: ${[...missing].toSorted().join(', ') || 'none'}\n`)
  for (const [code, seeds] of refused) process.stdout.write(`refused by the loader: ${code} ${seeds.length}\n`)
  expect([...summary, ...sorted.slice(0, 12).map(told)].join('\n')).toBe('')
  expect(refused.size).toBe(0)
})

it.each(caseNames)('the case %s', name => {
  const workspace = recordsOf(name)
  const isRefused = refusals(sourcesFor(workspace)).length > 0
  expect(isRefused).toBe(['jpy', 'percent'].includes(name))
  if (!isRefused) expect(compared(workspace).differences.filter(isWanted)).toEqual([])
})
