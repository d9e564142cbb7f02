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
import { compared, type Difference, inYaml } from './comparison.ts'
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
  count: number
  seeds: number[]
}

const isWanted = ({ figure }: { readonly figure: string }): boolean => figure.includes(FIGURES_ONLY)

function gathered(groups: Map<string, Group>, seed: number, differences: readonly Difference[]): void {
  for (const { figure } of differences.filter(isWanted)) {
    const group = groups.get(figure) ?? { figure, count: 0, seeds: [] }
    group.count += 1
    if (group.seeds.at(-1) !== seed) group.seeds.push(seed)
    groups.set(figure, group)
  }
}

/** The smallest of the workspaces, made smaller still. */
function told({ figure, seeds, count }: Group): string {
  const [first] = seeds
    .slice(0, 20)
    .map(workspaceOf)
    .toSorted((a, b) => inYaml(a).length - inYaml(b).length)
  if (!first) throw new Error('a group without a seed')
  const differenceIn = (of: Workspace) => compared(of).differences.find(each => each.figure === figure)
  const workspace = smallest(first, of => differenceIn(of) !== undefined)
  const { where, expected, found } = differenceIn(workspace) ?? {}
  const head = `${figure}: ${count} times, seeds ${seeds.slice(0, 5).join(' ')}`
  const values = `${where}: expected ${String(expected)}, found ${String(found)}`
  return `${head}\n  ${values}\n${inYaml(workspace).replaceAll(/^/gm, '    ')}`
}

it('every figure of random agreements is what the reference finds', () => {
  const groups = new Map<string, Group>()
  const refusals: string[] = []
  const missing = new Set<string>()
  let figures = 0
  const from = Number(FIGURES_FROM)
  for (let seed = from; seed < from + Number(FIGURES_SEEDS); seed += 1) {
    const result = compared(workspaceOf(seed))
    for (const refused of result.refused) refusals.push(`seed ${seed}: ${refused}`)
    figures += result.figures
    for (const each of result.missing) missing.add(each)
    gathered(groups, seed, result.differences)
  }
  const sorted = [...groups.values()].toSorted((a, b) => b.count - a.count)
  const summary = sorted.map(({ figure, count, seeds }) => `${figure}: ${count} in ${seeds.length} workspaces`)
  process.stdout.write(`${figures} figures compared; in no sheet: ${[...missing].toSorted().join(', ') || 'none'}\n`)
  expect(refusals.slice(0, 5), `${refusals.length} refused by the loader`).toEqual([])
  expect([...summary, ...sorted.slice(0, FIGURES_ONLY === '' ? 5 : 12).map(told)].join('\n')).toBe('')
})

it.each(caseNames)('the case %s', name => {
  const { refused, differences } = compared(recordsOf(name))
  expect(refused.length > 0).toBe(['jpy', 'percent'].includes(name))
  expect(differences.filter(isWanted)).toEqual([])
})
