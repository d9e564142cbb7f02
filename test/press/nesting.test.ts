/** Markdown's reader leaves out what is nested past its limit, without a word: whatever it leaves out is told before. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Entry } from '../../src/model/dataset.ts'
import { checkNesting } from '../../src/press/editorial-nesting.ts'
import { markdownToText } from '../../src/render/beside/plain-text.ts'
import { markdownToHtml } from '../../src/render/words/markdown.ts'

const file = { path: 'data/meetings/2022/a.yaml', text: '' }
const of = { data: {}, origin: { file, pointer: '', spans: new Map() } } as unknown as Entry
const isTold = (text: string): boolean => checkNesting({ of, pointer: '', language: 'en', text }).length > 0
const word = 'KHABAR'
const isShown = (text: string): boolean => markdownToHtml(text, 3).includes(word) && markdownToText(text).includes(word)

test.each([
  ['quotes', '>'],
  ['quotes with spaces', '> '],
  ['lists on one line', '- '],
  ['numbered lists', '1. '],
  ['quotes and lists in turn', '>- '],
])('%s: none is lost and not told', (_, sign) => {
  const depths = Array.from({ length: 130 }, (_none, at) => at + 1)
  const texts = depths.map(depth => sign.repeat(depth) + word)
  expect(texts.some(text => !isShown(text))).toBe(true)
  expect(texts.filter(text => !isShown(text) && !isTold(text))).toEqual([])
  expect(isTold(texts[9] ?? '')).toBe(false)
})

test.each([
  ['- ', '  '],
  ['1. ', '   '],
  ['* ', '  '],
  ['- ', '\t'],
])('lists by indentation: %j, %j a level', (sign, indent) => {
  const nested = (depth: number): string =>
    [
      ...Array.from({ length: depth }, (_, at) => `${indent.repeat(at)}${sign}a`),
      `${indent.repeat(depth)}${word}`,
    ].join('\n\n')
  const texts = Array.from({ length: 60 }, (_, at) => nested(at + 1))
  expect(texts.some(text => !isShown(text))).toBe(true)
  expect(texts.filter(text => !isShown(text) && !isTold(text))).toEqual([])
})

test('any mixture of signs', () => {
  const signs = fc.array(fc.constantFrom('>', '> ', '- ', '* ', '+ ', '1. ', '12) ', '>-\t'), { maxLength: 120 })
  fc.assert(
    fc.property(signs, fc.boolean(), (before, isBelow) => {
      const text = `${before.join('')}${isBelow ? `\n${' '.repeat(before.join('').length)}` : ''}${word}`
      expect(isShown(text) || isTold(text)).toBe(true)
    }),
  )
})

test.each([
  `${'-'.repeat(200)}\n`,
  `${'- '.repeat(100)}\n`,
  `${'* '.repeat(60)}*`,
  `|${'---|'.repeat(50)}`,
  `${' '.repeat(200)}indented`,
  `> ${'word '.repeat(60)}`,
  `${'1'.repeat(150)}. a`,
])('nothing is said of %j', text => {
  expect(isTold(text)).toBe(false)
})
