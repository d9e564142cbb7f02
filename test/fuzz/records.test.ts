/**
 * A slice of the fuzz over records: every field of every kind, from the schemas themselves, through all that is pure. All
 * of it is `npm run endurance -- --only records`.
 *
 *     FUZZ_SEED=7 FUZZ_PATH=12:3:0    what failed, again: both are told with it
 *     FUZZ_RUNS=1000                  how many workspaces; 10 unless told
 */

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { isMisfit } from '../../bench/endurance/records/misfits.ts'
import { nameOf, slots } from '../../bench/endurance/records/slots.ts'
import { spoiltOf, spoiltWorkspaces } from '../../bench/endurance/records/spoilt.ts'
import { tryRecords } from '../../bench/endurance/records/try-records.ts'
import { faultOf } from '../../bench/endurance/told-rightly.ts'
import { errorAt } from '../../src/model/diagnostic.ts'
import { kindNames } from '../../src/model/record/kinds.ts'
import { verbatim } from '../../src/model/said.ts'
import { fields } from '../support/record-fields.ts'

const { FUZZ_SEED = '20260101', FUZZ_PATH, FUZZ_RUNS = '10' } = process.env

test('records of anything become models or are told of, at a place that is there', async () => {
  const outcomes = new Set<string>()
  const parameters = { seed: Number(FUZZ_SEED), numRuns: Number(FUZZ_RUNS), ...(FUZZ_PATH && { path: FUZZ_PATH }) }
  const property = fc.asyncProperty(spoiltWorkspaces, async spoilt => {
    const { outcome, faults } = await tryRecords(spoilt)
    outcomes.add(outcome)
    expect(faults).toEqual([])
  })
  await fc.assert(property, parameters)
  // Were all of them in error, hardly anything would go through to the words.
  if (!FUZZ_PATH) expect([...outcomes].toSorted()).toEqual(['diagnosed', 'loaded'])
})

test('no field of any kind is left out', () => {
  const spoilt = new Set(slots.map(nameOf))
  const all = fields.flatMap(({ path, of }) => of.map(kind => [kind, path].join('.')))
  expect(all.length).toBeGreaterThan(200)
  expect(all.filter(name => !spoilt.has(name))).toEqual([])
  expect(new Set(slots.map(({ kind }) => kind))).toEqual(new Set(kindNames))
})

test('the same seed spoils in the same way', () => {
  expect(JSON.stringify(spoiltOf(7).changes)).toBe(JSON.stringify(spoiltOf(7).changes))
})

const file = { path: 'data/areas/x.yaml', text: 'name: x\n' }
const texts = new Map([[file.path, file.text]])
const spanOf = (start: number, end: number, of = file) => ({ file: of, start, end })

test.for([
  ['no place', errorAt('record/wrong-type', undefined, verbatim('m'), verbatim('h')), /points nowhere/],
  ['a place behind the end', errorAt('record/wrong-type', spanOf(4, 40), verbatim('m'), verbatim('h')), /lies outside/],
  ['a place backwards', errorAt('record/wrong-type', spanOf(4, 2), verbatim('m'), verbatim('h')), /lies outside/],
  [
    'another text',
    errorAt('record/wrong-type', spanOf(0, 0, { ...file, text: 'y' }), verbatim('m'), verbatim('h')),
    /lies outside/,
  ],
  [
    'a file that is not there',
    errorAt('record/wrong-type', spanOf(0, 0, { ...file, path: 'x' }), verbatim('m'), verbatim('h')),
    /not there/,
  ],
  ['no hint', errorAt('record/wrong-type', spanOf(0, 1), verbatim('m')), /says nothing/],
  ['a failure', errorAt('render/failed', spanOf(0, 1), verbatim('m'), verbatim('h')), /templates that are right/],
] as const)('the judge bites: %s', ([, diagnostic, fault]) => {
  expect(faultOf(diagnostic, texts)).toMatch(fault)
})

test('the judge lets pass what is right', () => {
  expect(faultOf(errorAt('record/wrong-type', spanOf(6, 7), verbatim('m'), verbatim('h')), texts)).toBeUndefined()
})

test('the second opinion finds what does not fit, in a list too', () => {
  const area = 'data/areas/x.yaml'
  const activities = 'data/activities/2022/x.yaml'
  const whole = '{ name: x, area: y, type: training, start: 2022-01-01, end: 2022-01-02 }'
  expect([isMisfit(area, 'name: x'), isMisfit(activities, whole)]).toEqual([false, false])
  expect(isMisfit(activities, `[${whole.replace('{', '{ id: x,')}]`)).toBe(false)
  expect([isMisfit(area, 'nam: x'), isMisfit(area, 'name: { ru: 1 }'), isMisfit(area, '')]).toEqual([true, true, true])
  expect([isMisfit(activities, `[${whole}]`), isMisfit(activities, whole.replace('-01-02', '-02-30'))]).toEqual([
    true,
    true,
  ])
})
