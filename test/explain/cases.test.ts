/** Figures of workspaces of every kind (`test/cases/`): each is explained and adds up; what is left out is told with why. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packagedTemplates } from '../../src/cli/setting.ts'
import { unexplained } from '../../src/explain/recomputed.ts'
import { noMemo } from '../../src/model/memo.ts'
import { openState } from '../../src/pipeline/compare/state.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { caseNames, layOutCase } from '../support/case-workspace.ts'
import { type ExplainedCell, explainedFigures } from '../support/explained-figures.ts'

/** None where the workspace has errors. */
async function figuresOf(name: string): Promise<readonly ExplainedCell[]> {
  const root = await mkdtemp(join(tmpdir(), 'khabar-explained-'))
  try {
    await layOutCase(name, root)
    const inputs = await openWorkspace(root, packagedTemplates).read()
    const { state } = await openState(inputs, { name: '' }, { memo: noMemo, prefix: '' })
    return state ? explainedFigures(state) : []
  } finally {
    await rm(root, { recursive: true, force: true })
  }
}

it('of every case each figure adds up to what its cell shows, by records that are there', async () => {
  const found: { readonly name: string; readonly figures: readonly ExplainedCell[] }[] = []
  for (const name of await caseNames('built')) {
    const figures = await figuresOf(name)
    if (figures.length > 0) found.push({ name, figures })
  }
  expect(found.length).toBeGreaterThan(20)
  const told = found.flatMap(({ name, figures }) =>
    figures.flatMap(({ place, value, figure }) => {
      const isRight = figure.value === value && unexplained(figure).length === 0
      const isNamed = !value || figure.records.length > 0 || figure.rule === 'rate'
      return isRight && isNamed ? [] : [`${name} ${place}`]
    }),
  )
  expect(told).toEqual([])
})

it.for([
  ['cut-off-in-june', 'after-cutoff'],
  ['months-of-a-quarter', 'another-month'],
  ['spent-on-what-was-cancelled', 'cancelled'],
  ['zero-and-blank', 'not-reported'],
  ['cut-off-in-june', 'not-begun'],
] as const)('%s: something is left out, as %s', async ([name, reason]) => {
  const figures = await figuresOf(name)
  const left = figures.flatMap(({ leftOut }) => leftOut)
  expect(left.map(({ why }) => why)).toContain(reason)
  expect(left.every(({ file, line }) => file.startsWith('data/') && line > 0)).toBe(true)
})
