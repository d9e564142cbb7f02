/** Every kind of mistake that the tests know is told whole in each language, and there are as many kinds as were promised. */
import { describe, expect, test } from 'vitest'
import { load } from '../../src/load/load.ts'
import { type Diagnostic, errorAt } from '../../src/model/diagnostic.ts'
import { said } from '../../src/model/said.ts'
import { familiesIn } from '../mistakes/mistake.ts'
import { goodFiles, spoilt } from '../mistakes/spoilt.ts'
import { caseNames, loadable, loadableFiles } from '../support/case-workspace.ts'
import { notWhole, translationIn } from '../support/told-whole.ts'

const good = await goodFiles()
const ofMistakes = (await familiesIn('loaded'))
  .flatMap(({ mistakes }) => mistakes)
  .flatMap(mistake => {
    const { sources, media } = loadableFiles([...spoilt(mistake, good, [])])
    return load(sources, media).diagnostics
  })
const cases = await Promise.all((await caseNames()).map(loadable))
const ofCases = cases.flatMap(({ sources, media }) => load(sources, media).diagnostics)
const told: readonly Diagnostic[] = [...ofMistakes, ...ofCases]
const kinds = new Set(told.map(({ code, message }) => `${code} ${message.sentence}`))

test(`${kinds.size} kinds of mistakes, each a code and a sentence`, () => {
  expect(kinds.size).toBeGreaterThanOrEqual(120)
})

test('all of them are told whole in all four languages', () => {
  expect(notWhole(told)).toEqual([])
})

describe('what is not whole is found', () => {
  const taken = errorAt(
    'record/duplicate-id',
    undefined,
    said('The id “{id}” is taken by {path}.', { id: 'a', path: 'b' }),
  )
  test.for([
    ['a sentence without a translation', taken, [taken.message.sentence], /no words for/],
    ['English in a value', errorAt('yaml/tab', undefined, said('Write {text}.', { text: '1 to 2' })), [], /is English/],
  ] as const)('%s', ([, diagnostic, without, complaint]) => {
    expect(notWhole([diagnostic], [translationIn('ru', without)]).join('\n')).toMatch(complaint)
  })
})
