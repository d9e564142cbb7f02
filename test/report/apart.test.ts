/** No two records are called alike: the longer name, and then the id, tells them apart. */
import { array, assert, constantFrom, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { apart, type Called } from '../../src/report/apart.ts'

const called = (...all: readonly (readonly [id: string, ...forms: [string, ...string[]]])[]) => [
  ...apart(all.map(([id, ...forms]): Called => ({ id, forms }))).values(),
]

it('leaves alone what is called as nobody else is', () => {
  expect(called(['a', 'ICRC', 'Committee'], ['b', 'IFRC', 'Federation'])).toEqual(['ICRC', 'IFRC'])
})

it('takes the longer name of all that share the shorter, in whatever case or spaces', () => {
  expect(called(['a', 'RCS', 'Turkish'], ['b', 'rcs', 'Kyrgyz'], ['c', 'R CS', 'Other'])).toEqual([
    'Turkish',
    'Kyrgyz',
    'R CS',
  ])
  expect(called(['a', 'R CS', 'Turkish'], ['b', 'r\u00a0cs ', 'Kyrgyz'])).toEqual(['Turkish', 'Kyrgyz'])
})

it('takes the last where the longer is shared too, also with one that had no need of it', () => {
  expect(called(['a', 'RCS', 'Red', 'Red (a)'], ['b', 'RCS', 'Red', 'Red (b)'])).toEqual(['Red (a)', 'Red (b)'])
  expect(
    called(['a', 'RCS', 'Red', 'Red (a)'], ['b', 'RCS', 'Blue', 'Blue (b)'], ['c', 'Red', 'Reds', 'Reds (c)']),
  ).toEqual(['Red (a)', 'Blue', 'Reds'])
})

it('leaves the name of one that has no other', () => {
  expect(called(['society', 'RCS'], ['b', 'RCS', 'Turkish'])).toEqual(['RCS', 'Turkish'])
})

it('comes to different names for whatever is given, in any order', () => {
  const name = constantFrom('A', 'a', 'B', 'A (x)', 'b ')
  const all = array(tuple(name, name), { maxLength: 6 })
  assert(
    property(all, names => {
      const given = names.map(
        ([short, long], index): Called => ({ id: `${index}`, forms: [short, long, `${long} (#${index})`] }),
      )
      const there = apart(given)
      const folded = [...there.values()].map(each => each.trim().toLowerCase())
      expect(new Set(folded).size).toBe(given.length)
      expect(apart(given.toReversed())).toEqual(there)
    }),
  )
})
