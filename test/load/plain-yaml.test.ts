/** What is read plainly is what all of YAML reads, and nothing is to be told of it: held against the whole reader. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/load/draft.ts'
import { checkNumbers } from '../../src/load/exact-numbers.ts'
import { parse } from '../../src/load/parse.ts'
import { readPlainly } from '../../src/load/plain-yaml.ts'
import { checkWords } from '../../src/load/swallowed.ts'

const repository = join(import.meta.dirname, '../..')
const textsIn = (folder: string): readonly string[] =>
  readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .toSorted()
    .map(path => readFileSync(join(repository, folder, path), 'utf8'))

const sample = textsIn('data')
const shipped = textsIn('templates')
const cases = textsIn('test/cases')

/** All that reading a record tells of its text, whatever its schema. */
function wholly(text: string): { readonly value: unknown; readonly told: readonly string[] } {
  const file = { path: 'data/areas/x.yaml', text }
  const { value, spans, diagnostics } = parse(file)
  const draft: Draft = { kind: 'area', id: 'x', data: value, origin: { file, pointer: '', spans }, isMisnamed: false }
  const ofWords = value === undefined ? [] : [...checkNumbers(draft), ...checkWords(draft, {})]
  return { value, told: [...diagnostics, ...ofWords].map(({ code }) => code) }
}

function expectAlike(text: string): boolean {
  const value = readPlainly(text)
  if (value === undefined) return false
  expect(wholly(text)).toStrictEqual({ value, told: [] })
  // The order of fields is that in which they are shown.
  expect(JSON.stringify(value)).toBe(JSON.stringify(wholly(text).value))
  return true
}

test('every text of the sample and of the cases is read alike, or not at all', () => {
  for (const text of [...cases, ...shipped]) expectAlike(text)
  const read = sample.filter(expectAlike)
  // Were most of them left to the whole reader, nothing would be gained.
  expect(read.length / sample.length).toBeGreaterThan(0.9)
})

test('what is long and says little is read once, not at each of its lines', () => {
  const many = 200_000
  expect(readPlainly(`a: b\n${'\n'.repeat(many)}  c\n`)).toEqual({ a: `b${'\n'.repeat(many)}c` })
  expect(readPlainly(`a: "b\n${' \n'.repeat(many)}  c"\n`)).toEqual({ a: `b${'\n'.repeat(many)}c` })
  const apart = `b${' '.repeat(many)}c`
  expect(readPlainly(`a: ${apart}\n`)).toEqual({ a: apart })
})

const scraps = [
  ' ',
  '  ',
  '\n',
  '\n\n',
  ' \n',
  '- ',
  '-',
  ': ',
  ':',
  ',',
  '#',
  ' # c',
  '\n# c\n',
  '  # c\n',
  '"',
  "'",
  '\\',
  '|',
  '>',
  '|-',
  '>-',
  '[',
  ']',
  '{',
  '}',
  '&a ',
  '*a',
  '!x ',
  '<<: ',
  '? ',
  '%',
  '---\n',
  '...\n',
  '@',
  '`',
  'null',
  '~',
  'true',
  'True',
  '1.50',
  '007',
  '-0',
  '-5',
  '+1',
  '1e3',
  '0x1f',
  '.5',
  '1.',
  '1,5',
  '.inf',
  '12:30',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\ufeff',
  '\t',
  '\r',
  '\u0085',
  '\u2028',
  '\ud800',
  '：',
  'ː',
  '–',
  '«',
  '№ 5',
  'a: b',
  'a:b',
  '\n  x',
  '\n    y',
  '\n- a',
  '\n    - a',
  '- - a',
  '-role: x',
  '"a" b',
  '"a\n  b"',
  '* x',
  '1) x',
  '__proto__: x',
  'name: x\nname: y',
  '{ a: [b, { c: d }] }',
  '{ a: 1,5 }',
  '[a: b]',
  '[]',
  '{}',
  '[a, ]',
]

type Change = readonly [line: number, column: number, scrap: string]

function changed(text: string, changes: readonly Change[]): string {
  const lines = text.split('\n').slice(0, 80)
  for (const [at, column, scrap] of changes) {
    const index = at % lines.length
    const line = lines[index] ?? ''
    if (scrap === 'cut') lines[index] = line.slice(0, column)
    else if (scrap === 'drop') lines.splice(index, 1)
    else if (scrap === 'deeper') lines[index] = `  ${line}`
    else if (scrap === 'shallower') lines[index] = line.slice(1)
    else lines[index] = line.slice(0, column) + scrap + line.slice(column)
  }
  return lines.join('\n')
}

describe('any text', () => {
  test('is read alike, or not at all', () => {
    const change = fc.tuple(fc.nat(80), fc.nat(60), fc.constantFrom(...scraps, 'cut', 'drop', 'deeper', 'shallower'))
    const spoilt = fc
      .tuple(fc.constantFrom(...sample, ...cases, ...shipped), fc.array(change, { minLength: 1, maxLength: 3 }))
      .map(([text, changes]) => changed(text, changes))
    let read = 0
    fc.assert(
      fc.property(spoilt, text => {
        if (expectAlike(text)) read += 1
      }),
      { numRuns: 2000 },
    )
    expect(read).toBeGreaterThan(200)
  })

  test.for([
    ['a remark behind words', 'a: b # c\n'],
    ['a space that is a letter behind words', 'a: b\u00a0\n', { a: 'b\u00a0' }],
    ['a number with more digits than are kept', 'a: 1234567890123456\n'],
    ['a list that is joined to one line', 'a: >-\n  - b\n  - c\n'],
    ['a field that stands twice', 'a: b\na: c\n'],
    ['a text without an end of its last line', 'a: |\n  b'],
    ['a colon without its space in an entry', 'a:\n  - b:c\n'],
    ['nothing', 'a:\nb: c\n'],
    ['no field at all', 'words\n'],
    ['an anchor', 'a: &b c\n'],
    ['a document that begins', '---\na: b\n'],
  ] as const)('%s', ([, text, value]) => {
    expect(readPlainly(text)).toStrictEqual(value)
  })

  test('is read in each of the plain forms', () => {
    const text = `# A remark.
a: words – and more
b: # another
  c: "in: quotes" 
  d: 'over
    two lines

    and a third'
list:
- one
- { two: 2.50, yes: true, no: "a, b", or: 'c' } # d
- three: [x, -3]
  four: >-
    folded
    words

    and more
literal: |
  - as
     it is

folded: words
  that go on
e-1: 2022-08-15
`
    expect(expectAlike(text)).toBe(true)
  })
})
