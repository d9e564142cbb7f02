/** Words of two texts: what is the same, gone and new, and that both texts are whole in it. */
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { markedLines } from '../../src/compare/told/marked.ts'
import { wordsChanged } from '../../src/compare/words.ts'

const text = fc
  .array(fc.constantFrom('a', 'бв', 'слово', ' ', '  ', '\n', '\n\n', '—', '|', '*'), { maxLength: 40 })
  .map(pieces => pieces.join(''))

it('what is the same with what is gone is the one text, with what is new the other', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = wordsChanged(before, after)
      const without = (kind: string) => changes.flatMap(each => (each.kind === kind ? [] : [each.text])).join('')
      expect(without('added')).toBe(before)
      expect(without('removed')).toBe(after)
      expect(changes.every((each, at) => each.kind !== changes[at + 1]?.kind)).toBe(true)
    }),
  )
})

it('one word of a line is one change, and lines that are the same are not shown', () => {
  const changes = wordsChanged('First line.\nThe team met twice.\nLast.', 'First line.\nThe team met once.\nLast.')
  expect(changes).toEqual([
    { kind: 'same', text: 'First line.\nThe team met ' },
    { kind: 'removed', text: 'twice.\n' },
    { kind: 'added', text: 'once.\n' },
    { kind: 'same', text: 'Last.' },
  ])
  expect(markedLines(changes, { removed: ['[-', '-]'], added: ['{+', '+}'] })).toContain('The team met [-twice.-]')
})
