/** How fixes are put into texts: whole or not at all, and never so that a file is read worse than before. */
import { expect, test } from 'vitest'
import { errorAt, mendedBy } from '../../src/model/diagnostic.ts'
import { verbatim } from '../../src/model/said.ts'
import type { Edit, SourceFile } from '../../src/model/source.ts'
import { mendedTexts } from '../../src/pipeline/fix/mended-texts.ts'

const file: SourceFile = { path: 'data/x.yaml', text: 'a: 1\nb: 2\nc: 3\n' }
const told = (fix: readonly Edit[], of: SourceFile = file) =>
  mendedBy(errorAt('record/date', { file: of, start: 0, end: 1 }, verbatim('Wrong.')), fix)
const at = (start: number, text: string): Edit => ({ start, end: start + 1, text })

test('several are put in at once, with all their edits', () => {
  expect(mendedTexts([told([at(13, 'three')]), told([at(3, 'one'), at(8, 'two')])])).toEqual([
    { path: 'data/x.yaml', text: 'a: one\nb: two\nc: three\n', count: 2 },
  ])
})

test('of two that touch each other the second waits, whole', () => {
  expect(mendedTexts([told([at(3, 'one')]), told([at(3, 'uno'), at(8, 'due')])])).toEqual([
    { path: 'data/x.yaml', text: 'a: one\nb: 2\nc: 3\n', count: 1 },
  ])
})

test('what would make YAML unreadable is not put in', () => {
  expect(mendedTexts([told([at(3, '"')])])).toEqual([])
})

test('what changes nothing, came with Khabar or was not read is left', () => {
  expect(mendedTexts([told([at(3, '1')])])).toEqual([])
  expect(mendedTexts([told([at(3, '2')], { ...file, isShipped: true })])).toEqual([])
  expect(mendedTexts([told([at(3, '2')], { ...file, isUnread: true })])).toEqual([])
})
