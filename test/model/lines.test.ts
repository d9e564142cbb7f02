import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesIn, linesOf } from '../../src/model/lines.ts'
import { positionAt } from '../../src/model/source.ts'

const texts = fc
  .array(fc.constantFrom('a', 'ж', '\n', '\r\n', '\u{1f600}'), { maxLength: 30 })
  .map(parts => parts.join(''))

test('each place is where counting from the start finds it, those outside at the ends', () => {
  fc.assert(
    fc.property(texts, text => {
      for (let offset = -1; offset <= text.length + 1; offset += 1)
        expect(linesOf(text).positionAt(offset)).toEqual(positionAt(text, offset))
    }),
  )
})

test('of two files in turn, each has its own lines', () => {
  const [one, other] = [
    { path: 'one.yaml', text: 'a\nb\nc' },
    { path: 'other.yaml', text: 'abc\nd' },
  ]
  for (let turn = 0; turn < 2; turn += 1) {
    expect(linesIn(one).positionAt(4)).toEqual({ line: 3, column: 1 })
    expect(linesIn(other).positionAt(4)).toEqual({ line: 2, column: 1 })
  }
})
