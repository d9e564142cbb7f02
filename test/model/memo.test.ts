/** What is kept is what was found: under its kind and key, and again only where something was new. */
import { beforeEach, expect, test } from 'vitest'
import { cleanOnes, drawer, type Memo, noMemo } from '../../src/model/memo.ts'

const kept = new Map<string, unknown>()
const memo: Memo = {
  recall: (kind, key) => kept.get(`${kind} ${key}`),
  keep: (kind, key, value) => void kept.set(`${kind} ${key}`, value),
}
beforeEach(() => kept.clear())

test('a drawer recalls what was put into it, and nothing of another', () => {
  drawer<readonly number[]>(memo, 'release').keep('a', [1, 2])
  expect(drawer<readonly number[]>(memo, 'release').recall('a')).toEqual([1, 2])
  expect(drawer(memo, 'release').recall('b')).toBeUndefined()
  expect(drawer(memo, 'page').recall('a')).toBeUndefined()
})

test('without a memo nothing is recalled', () => {
  drawer(noMemo, 'page').keep('a', 1)
  expect(drawer(noMemo, 'page').recall('a')).toBeUndefined()
})

test('what was clean before is known by its name; who has none is always looked at', () => {
  const first = cleanOnes(memo, 'checked', 'rules')
  expect(first.isClean('a')).toBe(false)
  for (const name of ['a', undefined, 'b']) first.addClean(name)
  first.keep()
  expect(kept.get('checked rules')).toEqual(['a', 'b'])
  const second = cleanOnes(memo, 'checked', 'rules')
  expect([second.isClean('a'), second.isClean('c'), second.isClean(undefined)]).toEqual([true, false, false])
  expect(cleanOnes(memo, 'checked', 'other rules').isClean('a')).toBe(false)
})

test('it is kept anew only where one more is clean, and then with those that were asked for', () => {
  kept.set('checked rules', ['a', 'gone'])
  const same = cleanOnes(memo, 'checked', 'rules')
  same.isClean('a')
  same.addClean(undefined)
  same.keep()
  expect(kept.get('checked rules')).toEqual(['a', 'gone'])
  const more = cleanOnes(memo, 'checked', 'rules')
  more.isClean('a')
  more.addClean('new')
  more.keep()
  expect(kept.get('checked rules')).toEqual(['a', 'new'])
})

test('what is no list of names says nothing', () => {
  kept.set('checked rules', 'a')
  expect(cleanOnes(memo, 'checked', 'rules').isClean('a')).toBe(false)
})
