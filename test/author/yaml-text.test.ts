/** What is written as YAML is read as what it was. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { fieldsIn, inFlow, valueFrom, yamlOf } from '../../src/author/yaml-text.ts'
import { parse as parseRecord } from '../../src/load/parse.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.string({ minLength: 1, maxLength: 30 }), { minLength: 6, maxLength: 20 }).map(words => words.join(' ')),
  fc.constantFrom(
    'yes',
    '1e3',
    '0x1f',
    '12:30',
    '- x',
    'a: b',
    'a #b',
    '#b',
    '',
    ' a',
    'a ',
    '2022-08-15',
    '~',
    'null',
    '%',
    '@a',
    '`',
    '"',
    "'",
  ),
)
const plain = fc.letrec(tie => ({
  value: fc.oneof({ maxDepth: 3 }, text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 }), tie('map')),
  map: fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), tie('value'), { minKeys: 1, maxKeys: 4 }),
}))

test('in lines', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/), plain.value, { minKeys: 1, maxKeys: 5 }), map => {
      const written = yamlOf(
        fieldsIn(
          Object.entries(map).map(([name, value]) => ({ name, value: valueFrom(value), about: 'what # it: is' })),
        ),
      )
      expect(parse(written)).toEqual(JSON.parse(JSON.stringify(map)))
    }),
    { numRuns: 300 },
  )
})

test('in braces, and as our own reader takes it', () => {
  fc.assert(
    fc.property(plain.map, map => {
      const written = `x: ${inFlow(valueFrom(map))}\n`
      expect(parse(written)).toEqual({ x: JSON.parse(JSON.stringify(map)) as unknown })
      const { value } = parseRecord({ path: 'data/x.yaml', text: written })
      expect(value === undefined || JSON.stringify(value) === JSON.stringify({ x: map })).toBe(true)
    }),
    { numRuns: 200 },
  )
})

test('a remark on an entry of a list stands above its dash', () => {
  const entry = fieldsIn([
    { name: 'line', value: 'a', about: 'Which.' },
    { name: 'sum', value: 1, about: 'How much.' },
  ])
  expect(yamlOf(fieldsIn([{ name: 'budget', value: [entry] }]))).toBe(
    'budget:\n  # Which.\n  - line: a\n    # How much.\n    sum: 1\n',
  )
})
