/** Values and places in the words of what is told; pointers there and back; values by patterns of places. */

import { array, assert, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matches } from '../../src/load/match.ts'
import { namesIn, pointerTo } from '../../src/load/pointer.ts'
import { listed, show, showPlace, withArticle } from '../../src/load/show.ts'
import { inEnglish, inTurn, said, type Value } from '../../src/model/said.ts'

const told = (value: Value): string => inEnglish(inTurn([value], ''))

test.each([
  ['Text', '“Text”'],
  ['  one\n  two  ', '“one two”'],
  ['a'.repeat(60), `“${'a'.repeat(60)}”`],
  ['a'.repeat(61), `“${'a'.repeat(59)}…”`],
  [`${'a'.repeat(58)} bcd`, `“${'a'.repeat(58)}…”`],
  [['a'], 'a list'],
  [{ a: 1 }, 'a map of fields'],
  [12.5, '12.5'],
  [0, '0'],
  [false, 'false'],
  [null, 'nothing'],
  [undefined, 'nothing'],
])('%j is shown as %s', (value, shown) => {
  expect(told(show(value))).toBe(shown)
})

test.each([
  ['', 'the record'],
  ['/name', '“name”'],
  ['/name/ru', '“ru”'],
  ['/0', 'entry 1'],
  ['/partners/1', 'entry 2 of “partners”'],
  ['/a~1b/10', 'entry 11 of “a/b”'],
  ['/q1', '“q1”'],
  ['/13_17', '“13_17”'],
])('%j is %s', (pointer, place) => {
  expect(told(showPlace(pointer))).toBe(place)
})

test('words of a sentence', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(each => told(listed(each)))).toEqual([
    '',
    'a',
    'a and b',
    'a, b and c',
  ])
  expect((['activity', 'meeting', 'organization', 'area'] as const).map(kind => told(withArticle(kind)))).toEqual([
    'an activity',
    'a meeting',
    'an organization',
    'an area',
  ])
  const opened = (place: string) => inEnglish(said('{Place} is empty.', { place }))
  expect(['the record', '“name”', ''].map(opened)).toEqual(['The record is empty.', '“name” is empty.', ' is empty.'])
})

test('a pointer is read back as the names it was made of, and no two paths share one', () => {
  const names = array(string())
  const pointerOf = (path: readonly string[]): string => path.map(pointerTo).join('')
  assert(
    property(names, path => {
      expect(namesIn(pointerOf(path))).toEqual(path)
    }),
  )
  // RFC 6901: ~ before /, and read the other way round.
  expect(pointerTo('a/b~c')).toBe('/a~1b~0c')
  expect(namesIn('/~01')).toEqual(['~1'])
})

describe('values by a pattern of places', () => {
  const record = {
    host: 'society',
    partners: ['icrc', null, 'ifrc'],
    participants: [{ organization: 'icrc' }, { name: 'A' }, 'text', { organization: 'society' }],
    reached: { by_place: { 'uz/tk': 1, 'uz-sa': 0 } },
    empty: null,
  }
  const found = (...places: readonly string[]) => {
    const all: (readonly [string, unknown])[] = []
    matches(record, places, ({ pointer, value }) => all.push([pointer, value]))
    return all
  }

  test.each([
    [['host'], [['/host', 'society']]],
    [[], [['', record]]],
    [
      ['partners', '*'],
      [
        ['/partners/0', 'icrc'],
        ['/partners/2', 'ifrc'],
      ],
    ],
    [
      ['participants', '*', 'organization'],
      [
        ['/participants/0/organization', 'icrc'],
        ['/participants/3/organization', 'society'],
      ],
    ],
    [
      ['reached', 'by_place', '#'],
      [
        ['/reached/by_place/uz~1tk', 'uz/tk'],
        ['/reached/by_place/uz-sa', 'uz-sa'],
      ],
    ],
    // What is not there, not a list, not a map.
    [['empty'], []],
    [['venue'], []],
    [['host', '*'], []],
    [['host', 'name'], []],
    [['reached', '*'], []],
    [['partners', '#'], []],
    [['host', '#'], []],
    [['toString'], []],
  ])('%j', (places, expected) => {
    expect(found(...places)).toEqual(expected)
  })
})
