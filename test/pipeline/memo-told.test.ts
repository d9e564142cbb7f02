/** What was told is told again at the same places, and only while every text that it points at is the same. */
import { expect, test } from 'vitest'
import { besides, errorAt, warningAt } from '../../src/model/diagnostic.ts'
import { said } from '../../src/model/said.ts'
import type { SourceFile } from '../../src/model/source.ts'
import { tellAgain, toldAs } from '../../src/pipeline/memo/told.ts'

const one: SourceFile = { path: 'data/a.yaml', text: 'a: 1\n', digest: 'a' }
const other: SourceFile = { path: 'data/b.yaml', text: 'b: 2\n', digest: 'b' }
const spanIn = (file: SourceFile) => ({ file, start: 0, end: 1 })
const told = [
  errorAt('yaml/syntax', undefined, said('nothing')),
  besides(warningAt('record/same-name', spanIn(one), said('nothing')), {
    span: spanIn(other),
    message: said('a list'),
  }),
]
const among =
  (...files: readonly SourceFile[]) =>
  (path: string) =>
    files.find(file => file.path === path)
const kept = toldAs(told)

test('all of it comes back', () => {
  expect(kept && tellAgain(kept, among(one, other))).toEqual(told)
})

test.for([
  ['the file of the mistake is another', among({ ...one, digest: 'c' }, other)],
  ['the file of the other place is another', among(one, { ...other, digest: 'c' })],
  ['the file of the other place is gone', among(one)],
] as const)('nothing is told again where %s', ([, fileAt]) => {
  expect(kept && tellAgain(kept, fileAt)).toBeUndefined()
})

test('nothing is kept of a text whose digest nobody took', () => {
  const { path, text } = other
  const [, second] = told
  const place = { span: spanIn({ path, text }), message: said('a list') }
  expect(second && toldAs([besides(second, place)])).toBeUndefined()
})
