/** How wide the characters of a font are: its `hmtx` (OpenType 1.9; WOFF 2.0, 5.4, may leave the bearings out). */
import type { GlyphRange } from './coverage.ts'

/** In ems; nothing for a character that the font lacks, or where it does not say. */
export type Advance = (code: number) => number | undefined

export function advancesIn(tables: ReadonlyMap<string, DataView>, ranges: readonly GlyphRange[]): Advance {
  const [head, hhea, hmtx] = [tables.get('head'), tables.get('hhea'), tables.get('hmtx')]
  if (!head || !hhea || !hmtx) return () => undefined
  const unitsPerEm = head.getUint16(18)
  const count = hhea.getUint16(34)
  const isWhole = hmtx.byteLength >= count * 4
  return code => {
    const range = ranges.find(({ first, last }) => first <= code && code <= last)
    if (!range) return undefined
    // Those after the last are as wide as it.
    const glyph = Math.min(range.glyphOf(code), count - 1)
    return hmtx.getUint16(isWhole ? glyph * 4 : 1 + glyph * 2) / unitsPerEm
  }
}
