/** The fuzz is judged: a fault that is put into a copy of the code makes it red. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { type Change, copyOfTheRepository } from '../contributing/a-copy.ts'

const folder = mkdtempSync(join(tmpdir(), 'khabar-fuzz-faults-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Fault {
  readonly name: string
  readonly stage: 'records' | 'releases'
  /** At most: it goes no further than the first that breaks. */
  readonly times: string
  /** What was drawn before it holds nothing that this fault breaks. */
  readonly from?: number
  readonly change: Change
  readonly says: RegExp
}

const faults: readonly Fault[] = [
  {
    name: 'a record in error is taken as it is',
    stage: 'records',
    times: '12',
    change: {
      in: 'src/load/read-records.ts',
      replace: 'const ofSchema = validate(schema, draft.data, { origin: draft.origin, zoneOf })',
      with: "const ofSchema = draft.kind === 'agreement' ? [] : validate(schema, draft.data, { origin: draft.origin, zoneOf })",
    },
    says: /does not fit its schema, which is not told|TypeError/,
  },
  {
    name: 'one error ends the checks of all that follow',
    stage: 'records',
    times: '30',
    change: {
      in: 'src/load/load.ts',
      replace: 'broken: read.broken, out,',
      with: 'broken: new Set(read.drafts), out,',
    },
    says: /is not told any more/,
  },
  {
    name: 'a value is believed to be there',
    stage: 'records',
    times: '60',
    change: {
      in: 'src/load/draft.ts',
      replace: "return typeof value === 'string' ? value : undefined",
      with: 'return (value as string).trim()',
    },
    says: /TypeError/,
  },
  {
    name: 'a sign of an abbreviation is taken for one of a pattern',
    stage: 'releases',
    times: '2000',
    change: { in: 'src/press/lead.ts', replace: '[\\\\^$.*+?()[\\]{}|/]', with: '[\\\\^$*?[\\]{}|/-]' },
    says: /Invalid regular expression/,
  },
  {
    name: 'a headline of which nothing is left is printed',
    stage: 'releases',
    times: '2000',
    // The workspace before it with reports, and one more, cost minutes and have no such headline.
    from: 300,
    change: { in: 'src/press/editorial-blank.ts', replace: "text.trim() === ''", with: "text !== ''" },
    says: /it is the first heading/,
  },
]

test.for(faults)('it is told: $name', async ({ name, stage, times, from = 0, change, says }) => {
  const copy = await copyOfTheRepository(join(folder, name.replaceAll(' ', '-')))
  copy.change([change])
  const state = join(folder, `${stage}.json`)
  writeFileSync(state, JSON.stringify({ [stage]: [{ numbers: {}, broken: [], to: from }] }))
  const { code, stdout, stderr } = await copy.node(
    'bench/endurance.ts',
    '--only',
    stage,
    '--times',
    times,
    '--first',
    '--state',
    state,
  )
  expect(`${stdout}${stderr}`).toMatch(says)
  expect(code).not.toBe(0)
})
