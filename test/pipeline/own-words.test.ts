/** What a workspace words for itself is known to every command that reads it, not to the build alone. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { exportTable } from '../../src/pipeline/exchange/export.ts'
import { importTables } from '../../src/pipeline/exchange/import.ts'
import { mistakesIn, recordsOf } from '../../src/pipeline/records.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { templates } from '../support/import-case.ts'

let root = ''
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-own-words-'))
  await layOutCase('kinds-and-units-of-ones-own', root)
})
afterAll(() => rm(root, { recursive: true, force: true }))

const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'
const workspace = () => openWorkspace(root, templates)

test('a meeting of a kind of its own is a record, and no mistake', async () => {
  expect([...(await recordsOf(workspace())).meeting.keys()]).toContain('2022-08-15-icrc')
  expect(await mistakesIn(workspace(), meeting)).toEqual([])
})

test('its activities go out as a table, and come back', async () => {
  const { bytes, diagnostics } = await exportTable(workspace(), { format: 'csv', isTemplate: false })
  expect(diagnostics).toEqual([])
  const files = [{ path: 'all.csv', bytes: bytes ?? new Uint8Array() }]
  const again = await importTables(workspace(), { files, wishes: {}, skipBad: false })
  expect(again.files).toEqual([])
  expect(again.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
})
