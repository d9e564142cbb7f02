/** What a check lets go as it goes along is told as a build tells it, and is there all the same for whoever asks. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { noMemo } from '../../src/model/memo.ts'
import { stemOf } from '../../src/model/work.ts'
import { compile } from '../../src/pipeline/compile.ts'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { layOutCase } from '../support/case-workspace.ts'

const templates = join(import.meta.dirname, '../../templates')

test.for(['every-field', 'line-overspent', 'names-of-sheets'])('%s', async name => {
  const root = await mkdtemp(join(tmpdir(), 'khabar-telling-'))
  onTestFinished(() => rm(root, { recursive: true }))
  await layOutCase(name, root)
  const workspace = openWorkspace(root, templates)
  const desk = { workspace, inputs: await workspace.read(), memo: noMemo }
  const asOf = '2026-01-01T00:00:00Z'
  const kept = await compile(desk, { paths: [] }, asOf)
  const told = await compile({ ...desk, isForTelling: true }, { paths: [] }, asOf)
  expect(told.diagnostics).toEqual(kept.diagnostics)
  expect(told.works.map(work => [stemOf(work), work.key, work.formats])).toEqual(
    kept.works.map(work => [stemOf(work), work.key, work.formats]),
  )
  expect(told.works.length).toBeGreaterThan(0)
  const sizes = (works: typeof told.works) => works.map(work => [stemOf(work), [...work.write().keys()]])
  expect(sizes(told.works)).toEqual(sizes(kept.works))
  expect(sizes(told.works).every(([, formats]) => (formats?.length ?? 0) > 0)).toBe(true)
})
