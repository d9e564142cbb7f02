/** Each kind of mistake is told once, at its line, by its cause; and its hint, done as it says, mends it. */
import { describe, expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { loadableFiles } from '../support/case-workspace.ts'
import { familiesIn, type Mistake } from './mistake.ts'
import { complaints, goodFiles, type Telling } from './spoilt.ts'

const good = await goodFiles()
const families = await familiesIn('loaded')
const telling: Telling = async files => {
  const { sources, media } = loadableFiles([...files])
  return load(sources, media).diagnostics
}

test('the workspace is good', async () => {
  expect(await telling(good)).toEqual([])
})

test('there are as many kinds of mistakes as were promised, each told apart', () => {
  const all = families.flatMap(({ name, mistakes }) => mistakes.map(({ what }) => `${name}: ${what}`))
  expect(all.length).toBeGreaterThanOrEqual(300)
  expect(all.filter((each, index) => all.indexOf(each) < index)).toEqual([])
})

describe.for(families)('$name', ({ mistakes }) => {
  test.for(mistakes)('$what', async mistake => {
    expect(await complaints(mistake, good, telling)).toEqual([])
  })
})

describe('what is not as it was said is complained of', () => {
  const [mistake] = families.find(({ name }) => name === 'colons')?.mistakes ?? []
  const otherwise: readonly (readonly [string, Partial<Mistake>, RegExp])[] = [
    ['another code', { told: 'yaml/tab' }, /told otherwise/],
    ['another line', { line: 6 }, /told otherwise/],
    ['a hint that is not given', { hint: 'kind: review' }, /hinted otherwise/],
    ['a hint that does not mend', { put: 'kind  working' }, /still told/],
    ['a mend that is nowhere to be done', { over: 'kind = working' }, /nowhere/],
    ['a place that is not there', { from: 'kind: visit' }, /does not stand once/],
    ['another mistake beside it', { to: 'kind working\nhosts: society' }, /told beside it/],
  ]
  test.for(otherwise)('%s', async ([, wrong, complaint]) => {
    expect(mistake).toBeDefined()
    if (mistake) expect((await complaints({ ...mistake, ...wrong }, good, telling)).join('\n')).toMatch(complaint)
  })
})
