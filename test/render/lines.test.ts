/** How texts are broken into lines: properties that hold for any text in any width. */
import { array, assert, constantFrom, double, property, string, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inkOf, lettersIn } from '../../src/render/workbook/letters.ts'
import { lineStarts, longestWord } from '../../src/render/workbook/lines.ts'

const letters = lettersIn({ style: 'text' })
const inkOfLine = (line: string) => inkOf(line.replace(/[\s\u200b]+$/, ''), letters)

function linesOf(text: string, room: number): readonly string[] {
  const starts = lineStarts(text, room, letters)
  return starts.map((start, index) => text.slice(start, starts[index + 1]))
}

const word = string({
  unit: constantFrom(...Array.from('абвШщўқғҳoʻg-–0123456789.,—«»🚑')),
  minLength: 1,
  maxLength: 24,
})
const gap = constantFrom(' ', ' ', ' ', '  ', '\n', '\u00a0', '\r\n')
const text = array(tuple(word, gap)).map(parts => parts.flat().join(''))
const room = double({ min: 1, max: 300, noNaN: true })

describe('lines', () => {
  it('are the whole text and nothing else, in order', () => {
    assert(
      property(text, room, (words, width) => {
        expect(linesOf(words, width).join('')).toBe(words)
      }),
    )
  })

  it('are no wider than the room, but for a single letter', () => {
    assert(
      property(text, room, (words, width) => {
        const wide = linesOf(words, width).filter(line => inkOfLine(line) > width + 1e-9)
        expect(wide.filter(line => Array.from(line.trim()).length > 1)).toEqual([])
      }),
    )
  })

  it('break no word where the longest has room', () => {
    assert(
      property(text, room, (words, more) => {
        const lines = linesOf(words, longestWord(words, letters) + more / 100 + 1e-9)
        const isBetween = (line: string, next: string) =>
          /[ \n\r\u200b]$/.test(line) || (/[\p{L}\p{N}]-$/u.test(line) && /^\p{L}/u.test(next))
        const broken = lines.slice(0, -1).filter((line, index) => !isBetween(line, lines[index + 1] ?? ''))
        expect(broken).toEqual([])
      }),
    )
  })

  it('are as few as can be: what begins the next one had no room', () => {
    assert(
      property(
        array(
          word.filter(each => !each.includes('-')),
          { minLength: 1 },
        ),
        room,
        (words, more) => {
          const joined = words.join(' ')
          const width = longestWord(joined, letters) + more
          const lines = linesOf(joined, width)
          for (const [index, line] of lines.slice(0, -1).entries()) {
            const [next = ''] = (lines[index + 1] ?? '').split(' ')
            expect(inkOf(line + next, letters)).toBeGreaterThan(width)
          }
        },
      ),
    )
  })

  it('are never more in a wider room', () => {
    assert(
      property(array(word, { minLength: 1 }), room, room, (words, one, other) => {
        const joined = words.join(' ')
        const least = longestWord(joined, letters) + 1e-9
        const [narrow, wide] = [least + Math.min(one, other), least + Math.max(one, other)]
        expect(linesOf(joined, wide).length).toBeLessThanOrEqual(linesOf(joined, narrow).length)
      }),
    )
  })
})

describe('the lines', () => {
  it.each([
    ['', 1],
    ['one', 1],
    ['one\ntwo', 2],
    ['one\n', 2],
    ['one\n\n\ntwo', 4],
    ['one\r\ntwo', 2],
  ])('of %j are %i', (words, count) => expect(linesOf(words, 200)).toHaveLength(count))

  it.each([
    ['Мероприятия проведены', ['Мероприятия ', 'проведены']],
    ['-5 Учения 2022-05-07', ['-5 Учения ', '2022-05-07']],
    ['год-к-году-сравнение', ['год-к-году-', 'сравнение']],
    ['без\u00a0разрыва слово', ['без\u00a0разрыва ', 'слово']],
  ])('of %s are %j', (words, lines) => expect(linesOf(words, 72)).toEqual(lines))
})
