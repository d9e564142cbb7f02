/**
 * The judge is judged: a fault put into a copy of the code makes figures differ that did not. One that the text of the
 * code no longer holds is an error of this test, not a fault that was not found.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { type Change, copyOfTheRepository } from '../contributing/a-copy.ts'
import { differing } from './differences.ts'

const folder = mkdtempSync(join(tmpdir(), 'figures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const faults: { readonly [name: string]: { readonly change: Change; readonly differs: string } } = {
  'the cut-off does not cut': {
    change: { in: 'src/report/fact.ts', replace: 'day > data_cutoff', with: "day > '9999'" },
    differs: 'budget.spent',
  },
  'money is cut and not rounded': {
    change: {
      in: 'src/model/decimal.ts',
      replace: '(magnitude * 2n + by) / (by * 2n)',
      with: 'magnitude / by',
    },
    differs: 'activities.expenditure',
  },
  'the highest of several activities is theirs': {
    change: {
      in: 'src/report/parts.ts',
      replace: "indicator.roll_up.places : 'sum'",
      with: "indicator.roll_up.places : 'max'",
    },
    differs: 'indicators.actual',
  },
}

const seeds = 40
const before = new Map(differing({ seeds }).groups.map(({ figure, count }) => [figure, count]))

it.each(Object.entries(faults))('is told: %s', async (name, { change, differs }) => {
  const copy = await copyOfTheRepository(join(folder, name.replaceAll(' ', '-')))
  copy.change([change])
  const { stdout } = await copy.node('test/figures/differences.ts', String(seeds))
  const after = new Map(JSON.parse(stdout) as readonly (readonly [string, number])[])
  expect(after.get(differs) ?? 0).toBeGreaterThan(before.get(differs) ?? 0)
})
