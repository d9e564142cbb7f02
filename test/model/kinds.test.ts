/** The rows of the kinds against their schemas and each other; and that no two records can claim one output path. */

import { expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { factsOf, idSpaceOf, kindNames, kinds, subjectKinds } from '../../src/model/record/kinds.ts'
import { stemOf } from '../../src/model/work.ts'
import { loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'
import { releases } from '../support/releases.ts'

test.for(kindNames)('%s: its row names fields that its schema has', kind => {
  const { schema, days, oncePer, byYear, lead } = factsOf(kind)
  const fields = Object.keys(schema.properties)
  expect(fields).toEqual(expect.arrayContaining([days?.first, days?.last, ...(oncePer ?? [])].filter(Boolean)))
  expect(schema.required ?? []).toEqual(expect.arrayContaining(days ? [days.first] : []))
  expect(byYear && !days, 'its first day says the year of its folder').toBeFalsy()
  expect(lead !== undefined, 'what has a release says what it begins with').toBe(fields.includes('release'))
  const facts = lead === 'worded' ? ['host', 'partners', 'venue', 'kind'] : []
  expect(schema.required ?? []).toEqual(expect.arrayContaining(facts))
})

test('no two kinds lie in one folder', () => {
  const folders = kindNames.map(kind => factsOf(kind).folder ?? kind)
  expect(new Set(folders).size).toBe(folders.length)
})

test('kinds that have releases share one space of ids, which is no other’s', () => {
  const spaces = new Set(subjectKinds.map(idSpaceOf))
  expect(subjectKinds.length).toBeGreaterThan(1)
  expect(spaces.size).toBe(1)
  const others = kindNames.filter(kind => factsOf(kind).lead === undefined).map(idSpaceOf)
  expect(new Set([...others, ...spaces]).size).toBe(others.length + 1)
})

const told = `name: { ru: Учения, en: Drill }
area: first-aid
type: simulation
start: 2022-08-15
end: 2022-08-15
release:
  status: draft
  headline: { ru: Учения прошли, en: A drill was held }
  lead: { ru: Начало., en: The lead. }
`

test('a meeting and an activity of one id are told, and one path has one release', async () => {
  const { sources, media } = await loadable('_base')
  const other = { path: 'data/activities/2022/2022-08-15-icrc.yaml', text: told }
  const free = load([...sources, { ...other, path: 'data/activities/2022/free.yaml' }], media)
  expect(free.diagnostics).toEqual([])
  const { value, diagnostics } = load([...sources, other], media)
  expect(inWords(diagnostics).map(({ code, hints }) => [code, ...hints])).toEqual([
    ['record/duplicate-id', 'Rename this file.', 'Meetings and activities share one space of ids.'],
  ])
  if (!value || !free.value) throw new Error('not loaded')
  const paths = releases(value).value.map(stemOf)
  expect(new Set(paths).size).toBe(paths.length)
  expect(releases(free.value).value.map(stemOf)).toContain('press/2022/free.en')
})

test('folders are those that authors know', () => {
  expect(Object.fromEntries(kindNames.map(kind => [kind, factsOf(kind).folder]))).toEqual({
    society: undefined,
    organization: 'organizations',
    person: 'people',
    area: 'areas',
    place: 'places',
    agreement: 'agreements',
    meeting: 'meetings',
    activity: 'activities',
  })
  expect(Object.keys(kinds)).toEqual(kindNames)
})
