/** What a comparison costs grows with what changed: a report is made only where a record that it can depend on differs. */
import { beforeAll, expect, it } from 'vitest'
import { changesOf } from '../../src/compare/causes.ts'
import { changedRecords } from '../../src/compare/records.ts'
import { noMemo } from '../../src/model/memo.ts'
import { changedReports } from '../../src/pipeline/compare/reports.ts'
import { openState, type State } from '../../src/pipeline/compare/state.ts'
import type { Inputs } from '../../src/pipeline/workspace.ts'
import { sampleWorkspace } from '../support/sample-state.ts'

let inputs: Inputs
let before: State

beforeAll(async () => {
  inputs = await sampleWorkspace().read()
  const opened = await openState(inputs, { name: 'a' }, { memo: noMemo, prefix: '' })
  if (!opened.state) throw new Error('the sample has errors')
  before = opened.state
})

/** As it would be with another text in one file. */
async function changed(path: string, from: string, to: string): Promise<State> {
  const sources = inputs.sources()
  const file = sources.files.find(each => each.path === path)
  expect(file?.text).toContain(from)
  const files = sources.files.map(each => (each === file ? { path, text: each.text.replace(from, to) } : each))
  const other: Inputs = { ...inputs, sources: () => ({ ...sources, files }) }
  const { state, diagnostics } = await openState(other, { name: 'b' }, { memo: noMemo, prefix: '' })
  if (!state) throw new Error(JSON.stringify(diagnostics))
  return state
}

/** Stems of the reports that were made for it. */
function madeFor(after: State): readonly string[] {
  const made: string[] = []
  const watched = (state: State): State => ({
    ...state,
    reports: new Map(
      [...state.reports].map(([stem, planned]) => [
        stem,
        {
          ...planned,
          make: () => {
            made.push(stem)
            return planned.make()
          },
        },
      ]),
    ),
  })
  const changes = changesOf(changedRecords(before.dataset, after.dataset))
  changedReports({ before: watched(before), after: watched(after), changes })
  return [...new Set(made)].toSorted()
}

it('of an activity: its agreement and the report over all, in the main language', async () => {
  const after = await changed('data/activities/2022/icrc-first-aid.yaml', 'total: 73\n', 'total: 83\n')
  const made = madeFor(after)
  expect(made).toContain('reports/2022/icrc-2022.ru')
  expect(made).toContain('reports/2022/consolidated.ru')
  expect(made.every(stem => stem.endsWith('.ru'))).toBe(true)
  expect(made.length).toBeLessThan([...before.reports.keys()].filter(stem => stem.endsWith('.ru')).length)
})

it('of a remark: none', async () => {
  const remark = await changed('data/activities/2022/icrc-first-aid.yaml', 'total: 73\n', 'total: 73 # counted twice\n')
  expect(madeFor(remark)).toEqual([])
})

it('of the name of a place: every report that prints places, in each language', async () => {
  const file = [...before.dataset.place.values()].find(({ id }) => id === 'uz-tk')?.origin.file
  const name = /\n {2}en: (.*)\n/.exec(file?.text ?? '')?.[1] ?? ''
  const after = await changed(file?.path ?? '', `  en: ${name}\n`, `  en: ${name} zzz\n`)
  expect(new Set(madeFor(after))).toEqual(new Set(before.reports.keys()))
})
