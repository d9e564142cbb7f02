/** One of our faces, whole, as a composite font: how a text becomes codes, and the objects that a PDF needs of it. */
import { readFileSync } from 'node:fs'
import { deflateSync } from 'node:zlib'
import type { PdfObject, PdfRef } from '../../src/conform/pdf-objects.ts'
import { readTrueType } from '../../src/conform/truetype.ts'
import { dict, name } from './objects.ts'

export const sampleFontName = 'SourceSerif4-Regular'
const bytes = readFileSync(new URL(`../../templates/fonts/${sampleFontName}.ttf`, import.meta.url))
const packed = deflateSync(bytes, { level: 6 })

type Add = (object: PdfObject) => PdfRef

/** Codes are glyph numbers, as Chromium writes them. */
export const codesFor = (text: string): string =>
  Array.from(text, each => glyphOf(each).toString(16).padStart(4, '0')).join('')

export function addFont(add: Add, text: string): PdfRef {
  const letters = [...new Set(text)].toSorted((a, b) => glyphOf(a) - glyphOf(b))
  const file = add({ dict: dict({ Filter: name('FlateDecode'), Length1: bytes.length }), data: packed })
  const descriptor = add(
    dict({
      Type: name('FontDescriptor'),
      FontName: name(sampleFontName),
      Flags: 4,
      FontBBox: [-260, -324, 2274, 1010],
      ItalicAngle: 0,
      Ascent: 1036,
      Descent: -335,
      CapHeight: 670,
      StemV: 80,
      FontFile2: file,
    }),
  )
  const inner = add(
    dict({
      Type: name('Font'),
      Subtype: name('CIDFontType2'),
      BaseFont: name(sampleFontName),
      CIDSystemInfo: dict({ Registry: { bytes: 'Adobe' }, Ordering: { bytes: 'Identity' }, Supplement: 0 }),
      CIDToGIDMap: name('Identity'),
      FontDescriptor: descriptor,
      DW: 500,
      W: letters.flatMap(each => [glyphOf(each), [Math.round(program.width(glyphOf(each)))]]),
    }),
  )
  return add(
    dict({
      Type: name('Font'),
      Subtype: name('Type0'),
      BaseFont: name(sampleFontName),
      Encoding: name('Identity-H'),
      DescendantFonts: [inner],
      ToUnicode: add({ dict: dict({}), data: Buffer.from(toUnicode(letters)) }),
    }),
  )
}

const toUnicode = (letters: readonly string[]): string => `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
${letters.length} beginbfchar
${letters.map(each => `<${codesFor(each)}> <${each.charCodeAt(0).toString(16).padStart(4, '0')}>`).join('\n')}
endbfchar
endcmap
end
end
`

const program = readTrueType(bytes) ?? missing('metrics')
const glyphs = readGlyphs(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))

const glyphOf = (letter: string): number => glyphs.get(letter.charCodeAt(0)) ?? missing(letter)

function missing(what: string): never {
  throw new Error(`the sample font has no ${what}`)
}

/** The font's own map of the basic plane (cmap format 4). */
function readGlyphs(view: DataView): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  const at = format4(view)
  const segments = view.getUint16(at + 6) / 2
  const field = (row: number, segment: number): number => at + 14 + 2 * (row * segments + segment) + (row > 0 ? 2 : 0)
  for (let segment = 0; segment < segments; segment += 1) {
    const value = (row: number): number => view.getUint16(field(row, segment))
    const [end, first, delta] = [value(0), value(1), value(2)]
    const offset = view.getUint16(field(3, segment))
    for (let code = first; code <= end && code < 0xffff; code += 1) {
      const place = field(3, segment) + offset + 2 * (code - first)
      const glyph = offset === 0 ? code : view.getUint16(place)
      if (glyph !== 0) found.set(code, (glyph + delta) & 0xffff)
    }
  }
  return found
}

function format4(view: DataView): number {
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + 16 * index
    if (view.getUint32(entry) !== 0x636d6170) continue
    const table = view.getUint32(entry + 8)
    for (let map = 0; map < view.getUint16(table + 2); map += 1) {
      const place = table + view.getUint32(table + 8 + 8 * map)
      if (view.getUint16(place) === 4) return place
    }
  }
  return missing('map of the basic plane')
}
