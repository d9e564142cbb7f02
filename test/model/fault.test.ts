/** What neither the author nor the code can help keeps what was thrown, and says it in one line. */

import { expect, test } from 'vitest'
import { EnvironmentFault, RenderFailure, reasonOf } from '../../src/model/fault.ts'
import { inEnglish, verbatim } from '../../src/model/said.ts'

test.each([EnvironmentFault, RenderFailure])('%o keeps its cause where there is one', Fault => {
  const cause = new Error('ENOSPC')
  expect(new Fault(verbatim('The disk is full.'), undefined, cause)).toMatchObject({
    message: 'The disk is full.',
    cause,
  })
  expect('cause' in new Fault(verbatim('The disk is full.'))).toBe(false)
  expect(new Fault(verbatim('The disk is full.')).name).toBe(Fault.name)
})

test('hints are as they were given, and none where none was', () => {
  expect(new EnvironmentFault(verbatim('full'), verbatim('Make room.')).hint).toEqual(verbatim('Make room.'))
  expect(new EnvironmentFault(verbatim('full')).hint).toBeUndefined()
  expect(new RenderFailure(verbatim('none'), [verbatim('One.')]).hints).toEqual([verbatim('One.')])
  expect(new RenderFailure(verbatim('none')).hints).toEqual([])
})

test.each([
  [new Error('one\ntwo'), 'one'],
  [new Error('\n  one  \ntwo'), 'one  '],
  ['thrown as text', 'thrown as text'],
  [7, '7'],
  [new Error(''), ''],
])('the reason of %o is %j', (thrown, reason) => {
  expect(inEnglish(reasonOf(thrown))).toBe(reason)
})
