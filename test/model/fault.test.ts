/** What neither the author nor the code can help keeps what was thrown, and says it in one line. */
import { expect, test } from 'vitest'
import { EnvironmentFault, RenderFailure, reasonOf } from '../../src/model/fault.ts'

test.each([EnvironmentFault, RenderFailure])('%o keeps its cause where there is one', Fault => {
  const cause = new Error('ENOSPC')
  expect(new Fault('The disk is full.', undefined, cause)).toMatchObject({ message: 'The disk is full.', cause })
  expect('cause' in new Fault('The disk is full.')).toBe(false)
  expect(new Fault('The disk is full.').name).toBe(Fault.name)
})

test('hints are as they were given, and none where none was', () => {
  expect(new EnvironmentFault('full', 'Make room.').hint).toBe('Make room.')
  expect(new EnvironmentFault('full').hint).toBeUndefined()
  expect(new RenderFailure('none', ['One.', 'Two.']).hints).toEqual(['One.', 'Two.'])
  expect(new RenderFailure('none').hints).toEqual([])
})

test.each([
  [new Error('one\ntwo'), 'one'],
  [new Error('\n  one  \ntwo'), 'one  '],
  ['thrown as text', 'thrown as text'],
  [7, '7'],
  [new Error(''), ''],
])('the reason of %o is %j', (thrown, reason) => {
  expect(reasonOf(thrown)).toBe(reason)
})
