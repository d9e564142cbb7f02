/** Values are changed in a record's text, and every other byte of it stays. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { withValues } from '../../src/author/changed-text.ts'

const changed = (text: string, values: Readonly<Record<string, unknown>>): string =>
  withValues({ path: 'data/x.yaml', text }, new Map(Object.entries(values)))

describe('a field', () => {
  test.for([
    ['a value', 'date: 2022-08-15\nkind: x\n', 'date:\nkind: x\n'],
    ['a block of lines', 'date:\n  - a\n  - b\nkind: x\n', 'date:\nkind: x\n'],
    ['a text of several lines', 'date: >-\n  # no comment\n  b\n\nkind: x\n', 'date:\n\nkind: x\n'],
    ['a comment behind it', 'date: 1 # why\nkind: x\n', '# why\ndate:\nkind: x\n'],
    ['comments inside it', 'date:\n  # one\n  - a # two\nkind: x\n', '# one\n# two\ndate:\nkind: x\n'],
    ['what looks like a comment and is text', 'date: "a # b"\nkind: x\n', 'date:\nkind: x\n'],
    ['lines that end as on Windows', 'date: 1 # why\r\nkind: x\r\n', '# why\r\ndate:\r\nkind: x\r\n'],
    ['an anchor that others repeat', 'date: &d 1\nkind: *d\n', 'date:\nkind:\n'],
  ] as const)('is emptied of %s', ([, text, expected]) => {
    expect(changed(text, { '/date': null })).toBe(expected)
  })

  test('is emptied and filled inside of braces', () => {
    expect(changed('map: { date: 2, b: 3 }\n', { '/map/date': null })).toBe('map: { date: , b: 3 }\n')
    expect(changed('map: { date: 2, b: 3 }\n', { '/map/b': 'x, y' })).toBe('map: { date: 2, b: "x, y" }\n')
  })

  test('is filled with a value, a list, and a text by language', () => {
    expect(
      changed('date: 1\nlist: [a]\ntitle: x\n', {
        '/date': 2,
        '/list': ['b', 'c'],
        '/title': { ru: 'и: я', en: null },
      }),
    ).toBe('date: 2\nlist: [b, c]\ntitle:\n  ru: "и: я"\n  en:\n')
  })

  test('is added where it is not there', () => {
    expect(changed('a: 1', { '/b': 2 })).toBe('a: 1\nb: 2\n')
    expect(changed('release:\n  status: draft\nz: 1\n', { '/release/headline/ru': 'x', '/release/lead/ru': 'z' })).toBe(
      'release:\n  status: draft\n  headline:\n    ru: x\n  lead:\n    ru: z\nz: 1\n',
    )
    expect(changed('map: { a: 1 }\n', { '/map/b': true })).toBe('map: { a: 1, b: true }\n')
  })
})

const word = fc.stringMatching(/^[a-zа-я]{1,6}$/)
const scalar = fc.oneof(
  word,
  fc.integer({ min: 0, max: 9999 }).map(String),
  word.map(text => `"${text} # ${text}: x"`),
  word.map(text => `'${text} ''# ${text}'`),
  fc.tuple(word, word).map(([one, two]) => `>-\n    ${one}\n    # ${two}`),
  fc.tuple(word, word).map(([one, two]) => `|\n    ${one}: ${two}\n\n    ${two}`),
)
const value = fc.oneof(
  scalar,
  fc.array(word, { minLength: 1, maxLength: 3 }).map(all => `[${all.join(', ')}]`),
  fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map(all => `{ ${all.map((each, at) => `k${at}: ${each}`).join(', ')} }`),
  fc.array(word, { minLength: 1, maxLength: 3 }).map(all => all.map(each => `\n  # of ${each}\n  - ${each}`).join('')),
  fc
    .array(word, { minLength: 1, maxLength: 3 })
    .map(all => all.map((each, at) => `\n  k${at}: ${each} # ${each}`).join('')),
)
const gap = fc.constantFrom('', '\n', '# a remark: of its own\n', '\n\n# [two]\n# {lines}\n')
const field = fc.record({ gap, value, isEmptied: fc.boolean(), quoted: fc.boolean() })

test('of 200 texts every byte stays that belongs to no emptied field, and every comment', () => {
  fc.assert(
    fc.property(fc.array(field, { minLength: 1, maxLength: 8 }), fc.constantFrom('\n', '\r\n'), (fields, eol) => {
      const blocks = fields.map(({ gap: before, value: of, quoted }, at) => {
        const name = quoted ? `"f${at}"` : `f${at}`
        return { before, name, text: `${name}:${of.startsWith('\n') ? '' : ' '}${of}\n` }
      })
      const text = blocks
        .map(({ before, text: own }) => before + own)
        .join('')
        .replaceAll('\n', eol)
      const emptied = fields.flatMap(({ isEmptied }, at) => (isEmptied ? [`/f${at}`] : []))
      const result = changed(text, Object.fromEntries(emptied.map(pointer => [pointer, null])))
      // The fields that stay, with all before them, stand there byte for byte and in their order.
      let from = 0
      for (const [at, { before, text: own }] of blocks.entries()) {
        const kept = (before + (fields[at]?.isEmptied ? '' : own)).replaceAll('\n', eol)
        const found = result.indexOf(kept, from)
        expect(found, `${JSON.stringify(kept)} in ${JSON.stringify(result)}`).toBeGreaterThanOrEqual(from)
        from = found + kept.length
      }
      const before = parseYaml(text) as Record<string, unknown>
      const names = new Set(emptied.map(pointer => pointer.slice(1)))
      const expected = Object.fromEntries(
        Object.entries(before).map(([name, was]) => [name, names.has(name) ? null : was]),
      )
      expect(parseYaml(result)).toEqual(expected)
      const comments = (of: string): number => of.split(/(?<=^|\s)# (?:of |a remark|\[two|\{lines)/m).length
      expect(comments(result)).toBe(comments(text))
      expect(changed(result, {})).toBe(result)
    }),
    { numRuns: 200 },
  )
})
