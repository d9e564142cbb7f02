/** What a font says of a code: the Unicode text, the width promised, and the glyph with its width in the embedded program. */
import { type CharacterMap, readCharacterMap } from './character-map.ts'
import type { Cursor } from './cursor.ts'
import { readTrueType, type TrueType } from './truetype.ts'

export interface Font {
  readonly cursor: Cursor
  readonly subtype: string
  /** The simple font itself, or the CIDFont of a composite one. */
  readonly inner: Cursor
  readonly descriptor: Cursor
  readonly toUnicode: CharacterMap | undefined
  readonly program: TrueType | undefined
  readonly hasProgram: boolean
}

export function readFont(cursor: Cursor): Font {
  const subtype = cursor.get('Subtype').name ?? ''
  const inner = subtype === 'Type0' ? (cursor.get('DescendantFonts').items[0] ?? cursor.get('none')) : cursor
  const descriptor = inner.get('FontDescriptor')
  const map = cursor.get('ToUnicode')
  const file = descriptor.get('FontFile2')
  const hasProgram = ['FontFile', 'FontFile2', 'FontFile3'].some(key => descriptor.get(key).isStream)
  return {
    cursor,
    subtype,
    inner,
    descriptor,
    toUnicode: map.isStream ? readCharacterMap(map.data) : undefined,
    program: file.isStream ? readTrueType(file.data) : undefined,
    hasProgram,
  }
}

/** Two bytes a code in our composite fonts (Identity), one in simple ones. */
export function codesOf(font: Font, bytes: string): readonly number[] {
  const codes: number[] = []
  const size = font.subtype === 'Type0' ? 2 : 1
  for (let at = 0; at + size <= bytes.length; at += size)
    codes.push(size === 1 ? bytes.charCodeAt(at) : bytes.charCodeAt(at) * 256 + bytes.charCodeAt(at + 1))
  return codes
}

export function textOfCode(font: Font, code: number): string | undefined {
  const mapped = font.toUnicode?.get(code)
  if (mapped !== undefined) return mapped
  const isLatin = ['WinAnsiEncoding', 'MacRomanEncoding'].includes(font.cursor.get('Encoding').name ?? '')
  return isLatin && code >= 32 && code < 127 ? String.fromCharCode(code) : undefined
}

/** The glyph that a composite TrueType font draws; other kinds are not looked into. */
export function glyphOf(font: Font, code: number): number | undefined {
  if (font.subtype !== 'Type0' || font.inner.get('Subtype').name !== 'CIDFontType2') return undefined
  const map = font.inner.get('CIDToGIDMap')
  if (!map.isStream) return code
  const { data } = map
  return (data[2 * code] ?? 0) * 256 + (data[2 * code + 1] ?? 0)
}

/** In thousandths of the font's size. */
export function promisedWidth(font: Font, code: number): number | undefined {
  if (font.subtype !== 'Type0') {
    return font.cursor.get('Widths').items[code - (font.cursor.get('FirstChar').integer ?? 0)]?.integer
  }
  const list = font.inner.get('W').items
  for (let index = 0; index < list.length; ) {
    const first = list[index]?.integer ?? 0
    const second = list[index + 1]
    const run = second?.integer
    if (run === undefined) {
      const width = second?.items[code - first]?.integer
      if (width !== undefined) return width
      index += 2
    } else {
      if (code >= first && code <= run) return list[index + 2]?.integer
      index += 3
    }
  }
  return font.inner.get('DW').integer ?? 1000
}
