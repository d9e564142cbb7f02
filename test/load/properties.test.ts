/** What holds for every text and every order of files. */

import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { load } from '../../src/load/load.ts'
import { parse } from '../../src/load/parse.ts'
import { editDistance, nearest } from '../../src/model/nearest.ts'
import { caseNames, loadable } from '../support/case-workspace.ts'
import { inWords } from '../support/in-words.ts'

const { sources, media } = await loadable('_base')
const meeting = sources.find(({ path }) => path.startsWith('data/meetings/'))

const lines = (meeting?.text ?? '').split('\n')
const scraps = [
  '\t',
  ': ',
  '- ',
  '"',
  "'",
  '[',
  '}',
  '*a',
  '&a ',
  '!!x ',
  '\n',
  '---\n',
  '#',
  '| ',
  '\u0000',
  '\ud800',
  '<<: ',
  '? ',
  '%',
]

/** The founding text with a few pieces put in, taken out or doubled. */
const mutated = fc
  .array(fc.tuple(fc.nat(lines.length - 1), fc.nat(40), fc.constantFrom(...scraps, 'cut', 'drop', 'double')), {
    minLength: 1,
    maxLength: 4,
  })
  .map(edits => {
    const copy = [...lines]
    for (const [line, column, scrap] of edits) {
      const text = copy[line] ?? ''
      if (scrap === 'cut') copy[line] = text.slice(0, column)
      else if (scrap === 'drop') copy[line] = ''
      else if (scrap === 'double') copy[line] = `${text}\n${text}`
      else copy[line] = text.slice(0, column) + scrap + text.slice(column)
    }
    return copy.join('\n')
  })

describe('any text', () => {
  test('is read without an exception, and every span lies in its file', () => {
    fc.assert(
      fc.property(
        fc.oneof(mutated, fc.string({ maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 60 })),
        text => {
          const path = meeting?.path ?? ''
          const others = sources.filter(source => source.path !== path)
          const { diagnostics } = load([...others, { path, text }], media)
          for (const { span, message, hints } of inWords(diagnostics)) {
            expect(message).not.toBe('')
            expect(hints).not.toEqual([])
            expect(span?.start).toBeGreaterThanOrEqual(0)
            expect(span?.end).toBeGreaterThanOrEqual(span?.start ?? 0)
            expect(span?.end).toBeLessThanOrEqual(span?.file.text.length ?? -1)
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  test('has the same diagnostics twice', () => {
    fc.assert(
      fc.property(mutated, text => {
        const file = { path: 'data/people/x.yaml', text }
        expect(parse(file).diagnostics).toEqual(parse(file).diagnostics)
      }),
      { numRuns: 50 },
    )
  })
})

/** What people, spreadsheets and other programs leave in a field. */
const oddities = [
  '',
  '~',
  '0',
  '-1',
  '1e300',
  '-1e-300',
  '.inf',
  '.nan',
  '99999999999999999999',
  '0.1000000000000000001',
  '0000-01-01',
  '9999-12-31',
  '2022-11/2022-03',
  '2022-Q4',
  '1900',
  'percent',
  'latest',
  'JPY',
  'UYW',
  'true',
  '[]',
  '{}',
  '[{}]',
  "{ '2022': 1 }",
  '{ total: 1.5 }',
]

test('a field of an agreement or an activity that holds anything is told or taken, never a fault of ours', async () => {
  const whole = await loadable('every-field')
  const files = whole.sources.filter(({ path }) => /^data\/(agreements|activities)\//.test(path))
  const changed = fc.constantFrom(...files).chain(({ path, text }) => {
    const fields = [...text.matchAll(/: (?=[^\s{[])[^,{}[\]\n]+/g)].map(({ index, 0: { length } }) => ({
      index,
      length,
    }))
    return fc.tuple(fc.constantFrom(...fields), fc.constantFrom(...oddities)).map(([{ index, length }, odd]) => ({
      path,
      text: `${text.slice(0, index)}: ${odd}${text.slice(index + length)}`,
    }))
  })
  fc.assert(
    fc.property(changed, file => {
      const others = whole.sources.filter(({ path }) => path !== file.path)
      const { diagnostics } = load([...others, file], whole.media)
      for (const { message, hints } of inWords(diagnostics)) expect(hints, message).not.toEqual([])
    }),
    { numRuns: 150 },
  )
})

test('a value written as YAML is read back, and its spans hold its text', () => {
  const key = fc.stringMatching(/^[a-z_]{1,8}$/)
  // What looks like a field that lacks its space, or like an entry that lacks it, is told.
  const text = fc.stringMatching(/^[a-zа-я0-9 :#'"-]{1,20}$/).filter(each => !/^(?:[a-z_][\w-]*:\S|-\S)/.test(each))
  const value = fc.dictionary(key, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 })), {
    noNullPrototype: true,
  })
  fc.assert(
    fc.property(value, written => {
      const file = { path: 'data/x.yaml', text: stringify(written) }
      const parsed = parse(file)
      expect(parsed.diagnostics).toEqual([])
      expect(parsed.value).toEqual(written)
      for (const [pointer, { key: range }] of parsed.spans) {
        if (range)
          expect(file.text.slice(...range).replace(/^"|"$/g, '')).toBe(pointer.slice(pointer.lastIndexOf('/') + 1))
      }
    }),
    { numRuns: 500 },
  )
})

test.for(await caseNames())('the order of files never matters: %s', async name => {
  const workspace = await loadable(name)
  const told = (files: typeof workspace.sources) => {
    const { diagnostics, leftOut } = load(files, workspace.media)
    return JSON.stringify([diagnostics, leftOut])
  }
  const inOrder = told(workspace.sources)
  fc.assert(
    fc.property(fc.shuffledSubarray([...workspace.sources], { minLength: workspace.sources.length }), files => {
      expect(told(files)).toBe(inOrder)
    }),
    { numRuns: 3 },
  )
})

test('the distance of names is one of edits', () => {
  const word = fc.stringMatching(/^[a-c]{0,6}$/)
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b)
      expect(distance).toBe(editDistance(b, a))
      expect(distance === 0).toBe(a === b)
      expect(distance).toBeGreaterThanOrEqual(Math.abs(a.length - b.length))
      expect(editDistance(a, b, 2)).toBe(Math.min(distance, 2))
    }),
  )
  expect(editDistance('hots', 'host')).toBe(1)
  expect(nearest('agremeents', ['areas', 'agreements'])).toBe('agreements')
  expect(nearest('colour', ['title', 'date'])).toBeUndefined()
})
