/** templates/fonts/: what a font shows is read from each kind of file, and what cannot be used is told at it. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { joined } from '../../src/load/font/coverage.ts'
import { fontsLacking, readFonts } from '../../src/load/fonts.ts'
import { cmapOf, fontOf, os2Of, soundTables, woff2Of, woffOf } from '../support/crafted-font.ts'
import { inWords } from '../support/in-words.ts'

const told = (bytes: Uint8Array, name = 'A.ttf') =>
  inWords(readFonts(new Map([[`fonts/${name}`, bytes]])).diagnostics).map(({ code, message }) => `${code} ${message}`)

test.for([
  ['a plain one', fontOf(soundTables), 'font/ttf'],
  ['one that is called OpenType', fontOf(soundTables, 'OTTO'), 'font/otf'],
  ['WOFF', woffOf(soundTables), 'font/woff'],
  ['WOFF 2', woff2Of(soundTables), 'font/woff2'],
] as const)('%s is read', ([, bytes, type]) => {
  const { value, diagnostics } = readFonts(new Map([['fonts/A', bytes]]))
  expect(diagnostics).toEqual([])
  expect(value.get('fonts/A')).toMatchObject({ type, covers: [[0x621, 0x64a]], weight: 400, isItalic: false })
})

test('weight and slant are those of the file', () => {
  const bytes = fontOf({ ...soundTables, 'OS/2': os2Of(0, { weight: 700, isItalic: true }) })
  expect(readFonts(new Map([['fonts/A', bytes]])).value.get('fonts/A')).toMatchObject({ weight: 700, isItalic: true })
})

test.for([
  ['no font', Buffer.from('not a font at all'), 'is no font'],
  ['nothing', Buffer.alloc(0), 'is no font'],
  ['a page that says that the download failed', Buffer.from('<!doctype html><title>404</title>'), 'is no font'],
  ['several fonts', fontOf(soundTables, 'ttcf'), 'is a collection of several fonts'],
  ['colours', fontOf({ ...soundTables, COLR: Buffer.alloc(4) }), 'is a font of colours or pictures, which'],
  ['pictures', fontOf({ ...soundTables, CBDT: Buffer.alloc(4) }), 'is a font of colours or pictures, which'],
  [
    'PostScript',
    fontOf({ cmap: cmapOf([65, 90]), 'CFF ': Buffer.alloc(4) }, 'OTTO'),
    'has PostScript outlines (CFF), which',
  ],
  ['variable', fontOf({ ...soundTables, fvar: Buffer.alloc(4) }), 'is a variable font, which'],
  ['bitmaps', fontOf({ cmap: cmapOf([65, 90]), EBDT: Buffer.alloc(4) }), 'has no outlines of letters'],
  ['no map', fontOf({ glyf: Buffer.alloc(4) }), 'has no outlines of letters'],
  ['restricted', fontOf({ ...soundTables, 'OS/2': os2Of(0x0002) }), 'may not be embedded'],
  ['whole or not at all', fontOf({ ...soundTables, 'OS/2': os2Of(0x0104) }), 'may not be embedded'],
  ['bitmaps alone may be embedded', fontOf({ ...soundTables, 'OS/2': os2Of(0x0200) }), 'may not be embedded'],
] as const)('%s', ([, bytes, what]) => {
  expect(told(bytes)).toHaveLength(1)
  expect(told(bytes)[0]).toContain(`template/font templates/fonts/A.ttf ${what}`)
})

test.for([0x0000, 0x0004, 0x0008, 0x000a, 0x0006])('rights of %i are enough', rights => {
  expect(told(fontOf({ ...soundTables, 'OS/2': os2Of(rights) }))).toEqual([])
})

test.for([
  ['plain', fontOf(soundTables)],
  ['WOFF', woffOf(soundTables)],
  ['WOFF 2', woff2Of(soundTables)],
] as const)('a file that breaks off anywhere is told, and is no bug: %s', ([, whole]) => {
  for (let length = 12; length < whole.length - 4; length += 1) {
    const [message = ''] = told(whole.subarray(0, length))
    expect(message, String(length)).toMatch(/breaks off or is damaged|is no font|has no outlines/)
  }
})

test('real ones: each shows its script, and the shipped ones lack it', () => {
  const folder = join(import.meta.dirname, '../fonts')
  const files = readdirSync(folder).filter(name => !name.endsWith('.txt'))
  const { value, diagnostics } = readFonts(new Map(files.map(name => [name, readFileSync(join(folder, name))])))
  expect(diagnostics).toEqual([])
  const shows = (name: string, letter: string): boolean => {
    const code = letter.codePointAt(0) ?? 0
    return value.get(name)?.covers.some(([first, last]) => first <= code && code <= last) ?? false
  }
  expect(shows('NotoNaskhArabic-Regular.woff2', 'ع') && shows('NotoNaskhArabic-Bold.woff2', '،')).toBe(true)
  expect(shows('NotoSansHebrew-Regular.woff2', 'ש') && shows('NotoSansGeorgian-Regular.woff', 'თ')).toBe(true)
  expect(shows('NotoSansDevanagari-Regular.woff2', 'क') && !shows('NotoSansDevanagari-Regular.woff2', 'ع')).toBe(true)
  expect(value.get('NotoNaskhArabic-Bold.woff2')?.weight).toBe(700)
})

test('ranges that touch are one', () => {
  expect(
    joined([
      [5, 9],
      [1, 2],
      [10, 12],
      [6, 7],
      [20, 20],
    ]),
  ).toEqual([
    [1, 2],
    [5, 12],
    [20, 20],
  ])
})

test('a style that names a font which is not there is told at its place; comments may name any', () => {
  const text = "/* url('fonts/C.ttf') */ @font-face { src: url('fonts/A.ttf'), url(./fonts/B.ttf) }"
  const found = fontsLacking({ path: 'templates/page.css', text }, new Map([['fonts/A.ttf', new Uint8Array()]]))
  expect(inWords(found).map(({ message, span }) => [message, text.slice(span?.start, span?.end)])).toEqual([
    ['templates/fonts/B.ttf is missing.', 'fonts/B.ttf'],
  ])
})
