/** Did you mean: what an author slips in is near, and what is not near is not guessed. */

import { array, assert, constantFrom, integer, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { didYouMean, editDistance, nearest, suggest, wasMeant } from '../../src/model/nearest.ts'
import { inEnglish } from '../../src/model/said.ts'

describe('a distance', () => {
  test.each([
    ['', '', 0],
    ['', 'abc', 3],
    ['abc', '', 3],
    ['host', 'host', 0],
    ['host', 'hos', 1],
    ['host', 'hosts', 1],
    ['host', 'host '.trim(), 0],
    ['host', 'most', 1],
    // Neighbours swapped: at the beginning, inside, at the end.
    ['host', 'ohst', 1],
    ['host', 'hsot', 1],
    ['host', 'hots', 1],
    ['abcd', 'badc', 2],
    // Not neighbours.
    ['abc', 'cba', 2],
    ['host', 'tosh', 2],
    // The same letter twice is no swap.
    ['aab', 'bba', 2],
    ['kitten', 'sitting', 3],
    ['partner', 'partners_of', 4],
    ['abcdef', 'bcdefa', 2],
    ['ab', 'cd', 2],
    ['abc', 'bd', 2],
    ['xab', 'yba', 2],
    ['xaby', 'xbaz', 2],
  ])('%j to %j: %i, and the same back', (one, other, expected) => {
    expect(editDistance(one, other)).toBe(expected)
    expect(editDistance(other, one)).toBe(expected)
  })

  test('up to a limit, whatever the limit', () => {
    const word = string({ unit: constantFrom('a', 'b', 'c'), maxLength: 7 })
    assert(
      property(word, word, integer({ min: 1, max: 9 }), (one, other, limit) => {
        expect(editDistance(one, other, limit)).toBe(Math.min(editDistance(one, other), limit))
      }),
    )
  })

  test('one slip is one away, two are at most two', () => {
    const word = string({ unit: constantFrom('a', 'b', 'c', 'd'), minLength: 2, maxLength: 8 })
    const slips: readonly ((text: string, at: number) => string)[] = [
      (text, at) => text.slice(0, at) + text.slice(at + 1),
      (text, at) => `${text.slice(0, at)}z${text.slice(at)}`,
      (text, at) => `${text.slice(0, at)}z${text.slice(at + 1)}`,
    ]
    const slip = constantFrom(...slips)
    assert(
      property(word, slip, slip, integer({ min: 0, max: 7 }), (text, one, other, place) => {
        const once = one(text, place % text.length)
        expect(editDistance(text, once)).toBe(1)
        expect(editDistance(text, other(once, place % Math.max(1, once.length)))).toBeLessThanOrEqual(2)
      }),
    )
  })
})

describe('the nearest name', () => {
  const names = ['partners', 'host', 'start_date', 'id']

  test.each([
    ['partner', 'partners'],
    ['hsot', 'host'],
    // However it is put together.
    ['Start date', 'start_date'],
    ['startDate', 'start_date'],
    ['START--DATE', 'start_date'],
    ['HOST', 'host'],
    // One slip in a word of two letters, two in one of six to eight.
    ['ix', 'id'],
    ['parrtnes', 'partners'],
  ])('%j is %j', (written, meant) => {
    expect(nearest(written, names)).toBe(meant)
    expect(didYouMean(written, names)).toEqual(wasMeant(meant))
  })

  test.each(['xy', 'hxyt', 'venue', 'parxxxrs', '', 'zzz'])('%j is none of them', written => {
    expect(nearest(written, names)).toBeUndefined()
    expect(didYouMean(written, names)).toBeUndefined()
  })

  test('of several that are near it is the nearest, of two as near the first', () => {
    expect(nearest('training', ['trainings', 'training', 'straining'])).toBe('training')
    expect(nearest('host', ['most', 'post'])).toBe('most')
  })

  test('a guess is at most a third of the word away', () => {
    const word = string({ unit: constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 9 })
    assert(
      property(word, array(word, { maxLength: 6 }), (written, among) => {
        const near = (name: string): boolean =>
          editDistance(written, name) <= Math.max(1, Math.floor(written.length / 3))
        const found = nearest(written, among)
        expect(found !== undefined).toBe(among.some(near))
        if (found !== undefined)
          for (const name of among) {
            expect(editDistance(written, found)).toBeLessThanOrEqual(editDistance(written, name))
          }
      }),
    )
  })
})

test('a hint names what is near, or all where they are few; of many, none', () => {
  const names = (count: number) => Array.from({ length: count }, (_, at) => `name-${String.fromCharCode(97 + at)}`)
  expect(suggest('hsot', ['host', 'venue']).map(inEnglish)).toEqual(['Did you mean “host”?'])
  expect(suggest('xyz', ['host', 'venue']).map(inEnglish)).toEqual(['There are: host, venue.'])
  expect(suggest('xyz', []).map(inEnglish)).toEqual(['There are none: add what it names, or remove it.'])
  expect(suggest('xyz', names(24)).map(inEnglish)).toEqual([`There are: ${names(24).join(', ')}.`])
  expect(suggest('xyz', names(25)).map(inEnglish)).toEqual([
    'None of the 25 that there are is like it: add what it names, or correct it.',
  ])
})
