/** A font that no style names joins the families of the styles, for the characters that the named ones lack. */
import { expect, test } from 'vitest'
import type { CodeRange, Font } from '../../src/model/templates.ts'
import { fallbackFaces } from '../../src/render/words/fallback-fonts.ts'

const font = (name: string, covers: readonly CodeRange[], { weight = 400, isItalic = false } = {}): Font => ({
  path: `fonts/${name}`,
  type: 'font/ttf',
  bytes: new Uint8Array(),
  covers,
  advance: () => undefined,
  weight,
  isItalic,
})
const fontsOf = (...all: readonly Font[]) => new Map(all.map(each => [each.path, each]))

const css = `@font-face { font-family: 'Serif'; src: url('fonts/Named.ttf'); font-weight: 400; font-style: normal }
@font-face { font-family: 'Serif'; src: url('fonts/Named.ttf'); font-weight: bold; font-style: italic }`
const named = font('Named.ttf', [[0x20, 0x7e]])

test('each takes what is left and the marks that it has, the nearest in weight first', () => {
  const regular = font('R.ttf', [
    [0x0a, 0x30],
    [0x600, 0x610],
  ])
  const bold = font('B.ttf', [[0x608, 0x620]], { weight: 700 })
  expect(fallbackFaces(css, fontsOf(named, regular, bold)).split('\n')).toEqual([
    "@font-face { font-family: 'Serif'; src: url('fonts/R.ttf'); font-weight: 400; font-style: normal; unicode-range: U+600-610 }",
    "@font-face { font-family: 'Serif'; src: url('fonts/B.ttf'); font-weight: 400; font-style: normal; unicode-range: U+610-620 }",
    "@font-face { font-family: 'Serif'; src: url('fonts/B.ttf'); font-weight: 700; font-style: italic; unicode-range: U+608-620 }",
    "@font-face { font-family: 'Serif'; src: url('fonts/R.ttf'); font-weight: 700; font-style: italic; unicode-range: U+600-607, U+610 }",
  ])
})

test('a mark that a named font has too goes with its letter', () => {
  const withMarks = font('Named.ttf', [
    [0x20, 0x7e],
    [0x300, 0x36f],
  ])
  const syriac = font('Syriac.ttf', [
    [0x20, 0x21],
    [0x304, 0x304],
    [0x323, 0x325],
    [0x710, 0x74a],
  ])
  const ranges = fallbackFaces(css, fontsOf(withMarks, syriac)).match(/unicode-range: [^}]*/g)
  expect(new Set(ranges)).toEqual(new Set(['unicode-range: U+304, U+323-325, U+710-74a ']))
})

test('nothing where every font is named, or has no more than those', () => {
  expect(fallbackFaces(css, fontsOf(named))).toBe('')
  expect(fallbackFaces(css, fontsOf(named, font('Other.ttf', [[0x41, 0x5a]])))).toBe('')
})

test('no name of a file ends the string that it stands in', () => {
  expect(fallbackFaces(css, fontsOf(named, font("a'b.ttf", [[0x600, 0x600]])))).toContain("url('fonts/a\\27 b.ttf')")
})
