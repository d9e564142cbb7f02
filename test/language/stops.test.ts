/** How the entries of a list end. */
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { endsAbbreviated, endsWithStop, withStops } from '../../src/language/stops.ts'
import { tongue } from '../support/tongues.ts'

test.each([
  [
    ['one', 'two'],
    ['one;', 'two.'],
  ],
  [
    ['one;', 'two.'],
    ['one;', 'two.'],
  ],
  [
    ['one.', 'two'],
    ['one;', 'two.'],
  ],
  [['one'], ['one.']],
  [
    ['планы на 2023 г.', 'и др.'],
    ['планы на 2023 г.;', 'и др.'],
  ],
  [
    ['who?', 'what'],
    ['who?', 'what.'],
  ],
  [
    ['and so on…', 'etc.'],
    ['and so on…', 'etc.'],
  ],
  [
    ['Whole sentences.', '«Each with its stop!»'],
    ['Whole sentences.', '«Each with its stop!»'],
  ],
  [
    ['Names begin', 'With a capital'],
    ['Names begin;', 'With a capital.'],
  ],
  [[], []],
])('%j', (written, printed) => {
  expect(withStops(written, tongue('ru'))).toEqual(printed)
})

const entry = fc.stringMatching(/^[a-zа-я]{3,9}( [a-zа-я]{3,9}){0,3}[.;,]?$/u).filter(text => !endsAbbreviated(text))

test('every entry ends with a stop, the words stay, and doing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 6 }), entries => {
      const set = withStops(entries, tongue('ru'))
      expect(set.every(endsWithStop)).toBe(true)
      const bare = (texts: readonly string[]) => texts.map(text => text.replace(/[.;,]$/, ''))
      expect(bare(set)).toEqual(bare(entries))
      expect(set.map(text => text.at(-1))).toEqual(set.map((_, index) => (index === set.length - 1 ? '.' : ';')))
      expect(withStops(set, tongue('ru'))).toEqual(set)
    }),
  )
})

test('in the signs of the language', () => {
  expect(withStops(['الأول', 'الثاني؛', 'هل الثالث؟', 'الرابع'], tongue('ar'))).toEqual([
    'الأول؛',
    'الثاني؛',
    'هل الثالث؟',
    'الرابع.',
  ])
  expect(withStops(['قالت الجمعية.', 'وقال الوفد.'], tongue('ar'))).toEqual(['قالت الجمعية.', 'وقال الوفد.'])
})

test('French has a space before a semicolon', () => {
  expect(withStops(['un', 'deux\u00a0;', 'trois'], tongue('fr'))).toEqual(['un\u00a0;', 'deux\u00a0;', 'trois.'])
})
