/**
 * Two hundred activities as different authors write them go out as a table and come back: nothing changes. Then each is
 * changed in the table, and changed back: what the table did not say stays, byte by byte.
 */

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { diff } from 'node:util'
import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorkspace } from '../../src/pipeline/disk/disk.ts'
import { exportTable } from '../../src/pipeline/exchange/export.ts'
import { writeChanged } from '../../src/pipeline/exchange/files.ts'
import { type Imported, importTables } from '../../src/pipeline/exchange/import.ts'
import { layOutCase } from '../support/case-workspace.ts'
import { templates } from '../support/import-case.ts'
import { inWords } from '../support/in-words.ts'
import { variedFile, writtenAs } from '../support/varied-activities.ts'

const wanted = 200
let root = ''
let files = 0

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'khabar-round-'))
  await layOutCase('_base', root)
  let records = 0
  for (const { activities, style } of fc.sample(variedFile, { numRuns: wanted, seed: 20_220_815 })) {
    if (records >= wanted) break
    files += 1
    const [only, ...others] = activities.map((each, index) => ({ id: `varied-${files}-${index}`, ...each }))
    const { id = '', ...alone } = only ?? {}
    const isList = others.length > 0 || files % 3 === 0
    await put(
      `data/activities/2022/${isList ? `list-${files}` : id}.yaml`,
      writtenAs(isList ? [only, ...others] : alone, style),
    )
    records += activities.length
  }
  expect(records).toBeGreaterThanOrEqual(wanted)
})
afterAll(() => rm(root, { recursive: true, force: true }))

async function put(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true })
  await writeFile(join(root, path), text)
}

async function texts(): Promise<ReadonlyMap<string, string>> {
  const folder = join(root, 'data/activities/2022')
  const names = (await readdir(folder)).toSorted()
  return new Map(
    await Promise.all(
      names.map(async name => [`data/activities/2022/${name}`, await readFile(join(folder, name), 'utf8')] as const),
    ),
  )
}

const workspace = () => openWorkspace(root, templates)

async function exported(format: 'xlsx' | 'csv', language?: string): Promise<Uint8Array> {
  const { bytes, diagnostics } = await exportTable(workspace(), {
    format,
    isTemplate: false,
    ...(language && { language }),
  })
  expect(inWords(diagnostics).map(({ code, message, span }) => `${span?.file.path} ${code} ${message}`)).toEqual([])
  return bytes ?? new Uint8Array()
}

/** But for what stays though a table leaves it out. */
const told = ({ diagnostics }: Pick<Imported, 'diagnostics'>): readonly string[] =>
  inWords(diagnostics).flatMap(({ code, message, span }) =>
    code === 'import/blank-kept' ? [] : `${span?.file.path} ${code} ${message}`,
  )

const imported = (path: string, bytes: Uint8Array): Promise<Imported> =>
  importTables(workspace(), { files: [{ path, bytes }], wishes: {}, skipBad: false })

test.for([
  ['xlsx', undefined],
  ['xlsx', 'en'],
  ['csv', 'uz-Cyrl'],
] as const)('%s in %s: what was exported changes nothing', async ([format, language]) => {
  const { files: changes, counts, diagnostics } = await imported(`all.${format}`, await exported(format, language))
  expect(told({ diagnostics })).toEqual([])
  expect(changes.map(({ path }) => path)).toEqual([])
  expect(counts.unchanged).toBeGreaterThanOrEqual(wanted)
})

/** Of `before`, the lines that `after` no longer has where they stood. */
const linesLost = (before: string, after: string): readonly string[] =>
  diff(before.split('\n'), after.split('\n')).flatMap(([kind, line]) => (kind === 1 ? [line] : []))

test('a change touches its own line, and changed back every byte is as it was', async () => {
  const before = await texts()
  const ids = [...before.values()].flatMap(text => text.match(/varied-\d+-\d+/g) ?? [])
  const singles = [...before.keys()].flatMap(path => /(varied-\d+-\d+)\.yaml$/.exec(path)?.[1] ?? [])
  const all = [...new Set([...ids, ...singles])]
  expect(all.length).toBeGreaterThanOrEqual(wanted)
  const columns = 'id,volunteers,staff'
  const rows = all.map((id, index) => `${id},${10_000 + index},${index % 3 === 0 ? 777 : ''}`)
  const original = await exported('csv')
  const changed = await imported('changed.csv', new TextEncoder().encode(`${columns}\n${rows.join('\n')}\n`))
  expect(told(changed)).toEqual([])
  expect(changed.counts).toMatchObject({ updated: all.length, created: 0, skipped: 0 })
  await writeChanged(root, changed.files)
  const after = await texts()
  for (const [path, text] of before) {
    const now = after.get(path) ?? ''
    const records = all.filter(id => text.includes(id) || path.includes(`/${id}.yaml`)).length
    for (const line of linesLost(text, now)) expect(line).toMatch(/volunteers|staff|[{[]/)
    expect(linesLost(text, now).length, path).toBeLessThanOrEqual(records * 2)
  }
  // Back again: of records that had these figures before, nothing is left of the change.
  const back = await imported('back.csv', original)
  expect(told(back)).toEqual([])
  await writeChanged(root, back.files)
  const restored = await texts()
  const whole = [...before].filter(
    ([, text]) => all.every(id => !text.includes(id)) && /^volunteers: \d+/m.test(text) && /^staff: \d+/m.test(text),
  )
  expect(whole.length).toBeGreaterThan(5)
  for (const [path, text] of whole) expect(restored.get(path), path).toBe(text)
})
