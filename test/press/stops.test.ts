/** Lists whose entries end some with a stop and some without: told where there are such, and nowhere else. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../src/model/dataset.ts'
import { checkListedStops, checkStops } from '../../src/press/editorial-stops.ts'
import { markdownToHtml } from '../../src/render/words/markdown.ts'

const file = { path: 'data/meetings/2022/a.yaml', text: '' }
const of = { data: {}, origin: { file, pointer: '', spans: new Map() } } as unknown as Entry
const isTold = (text: string): boolean => checkStops({ of, pointer: '', language: 'en', text }).length > 0

test.each([
  ['- one;\n- two;\n- three.', false],
  ['- one\n- two', false],
  ['- one\n- two.', true],
  ['1. One.\n2. Two', true],
  ['- one\n\n- two.', true],
  ['- one over\n  two lines.\n- two.', false],
  ['- one over\n  two lines\n- two.', true],
  ['- one\n- two\n\nA sentence after it.', false],
  ['- one\n- two\n\nBetween.\n\n- three.\n- four.', false],
  ['- one\n- two\n\n* three.\n* four.', false],
  ['- such as:\n  - this\n  - that\n- or else:', false],
  ['- such as:\n  - this\n  - that.', true],
  ['- one\n  - this.\n- two', false],
  ['- in 2022 г.\n- two', false],
  ['- see https://example.org/a.\n- two', false],
  ['No list - at all.\nNor here', false],
])('%j', (text, expected) => {
  expect(isTold(text)).toBe(expected)
})

const word = fc.stringMatching(/^[a-z]{4,8}$/)
const entry = fc.tuple(word, fc.constantFrom('', '', '.', ';')).map(parts => parts.join(''))
const list = fc.array(entry, { minLength: 1, maxLength: 4 })
const document = fc.array(fc.record({ before: word, items: list, isOrdered: fc.boolean() }), { maxLength: 3 })

/** What the page shows as lists, by the reader of Markdown. */
function isMixedOnPage(text: string): boolean {
  const lists = [...markdownToHtml(text, 3).matchAll(/<(?:ul|ol)>(.*?)<\/(?:ul|ol)>/gs)].map(match => match[1] ?? '')
  const ends = lists.map(items => [...items.matchAll(/(.)<\/li>/g)].map(match => /[.;]/.test(match[1] ?? '')))
  return ends.some(each => each.includes(true) && each.includes(false))
}

test('as the page shows them', () => {
  fc.assert(
    fc.property(document, blocks => {
      const text = blocks
        .flatMap(({ before, items, isOrdered }) => [
          before,
          '',
          ...items.map(each => `${isOrdered ? '1.' : '-'} ${each}`),
          '',
        ])
        .join('\n')
      expect(isTold(text)).toBe(isMixedOnPage(text))
    }),
  )
})

test('entries of a record are one list for each language', () => {
  const field = (pointer: string, texts: { readonly [language: string]: string }) =>
    Object.entries(texts).map(([language, text]) => ({ of, pointer: `${pointer}/${language}`, language, text }))
  const listed = (second: string) =>
    checkListedStops([
      field('/release/next_steps/0', { ru: 'Первое.', en: 'The first' }),
      field('/release/next_steps/1', { ru: 'Второе.', en: second }),
      field('/topics/items/0/text', { ru: 'третье', en: 'the third' }),
    ]).map(({ code }) => code)
  expect(listed('The second')).toEqual([])
  expect(listed('The second.')).toEqual(['editorial/list-stops'])
})
