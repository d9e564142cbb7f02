/**
 * Random agreements through the product and through the reference: every figure of every report is the same.
 *
 *     FIGURES_SEEDS=2000       how many workspaces; 60 unless told
 *     FIGURES_FROM=1000        the first seed
 *     FIGURES_ONLY=balance     only figures and diagnostics with this in their name
 *     FIGURES_KIND=calendar    only what the first release could be told
 *     FIGURES_TOLD=0           of how many figures that differ the smallest workspace is looked for; 8 unless told
 */
import { expect, it } from 'vitest'
import { caseNames, recordsOf } from './case-records.ts'
import { compared, comparedWith, inYaml, readOnce } from './comparison.ts'
import { differing, type Group, workspaceOf } from './differences.ts'
import type { Workspace } from './reference/records.ts'
import { smallest } from './smaller.ts'

const {
  FIGURES_SEEDS = '60',
  FIGURES_FROM = '1',
  FIGURES_ONLY = '',
  FIGURES_KIND = 'any',
  FIGURES_TOLD = '8',
} = process.env
const kind = FIGURES_KIND === 'calendar' ? 'calendar' : 'any'

const isWanted = ({ figure }: { readonly figure: string }): boolean => figure.includes(FIGURES_ONLY)

/** The smallest of the workspaces, made smaller still. */
function told({ figure, seeds, count }: Group): string {
  const [first] = seeds
    .slice(0, 20)
    .map(seed => workspaceOf(seed, kind))
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
  const { groups, refused } = differing({ from: Number(FIGURES_FROM), seeds: Number(FIGURES_SEEDS), kind })
  expect(refused.slice(0, 5), `${refused.length} mistakes found by the loader`).toEqual([])
  const wanted = groups.filter(isWanted)
  const summary = wanted.map(({ figure, count, seeds }) => `${figure}: ${count} in ${seeds.length} workspaces`)
  expect([...summary, ...wanted.slice(0, Number(FIGURES_TOLD)).map(told)].join('\n')).toBe('')
})

it('each figure of the reference is in a sheet, but those that can be had of others', () => {
  const { missing, figures } = differing({ seeds: Math.min(5, Number(FIGURES_SEEDS)) })
  expect(figures).toBeGreaterThan(1000)
  expect(missing).toEqual(['areas.balance', 'budget.life_balance', 'budget.original'])
})

it.each(caseNames)('the case %s', name => {
  const { refused, differences } = comparedWith(readOnce(name, () => recordsOf(name)))
  expect(refused.length > 0).toBe(['jpy', 'percent'].includes(name))
  expect(differences.filter(isWanted)).toEqual([])
})
