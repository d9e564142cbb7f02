/** Which characters a font shows, and by which of its glyphs: its `cmap` (OpenType 1.9). */
import type { CodeRange } from '../../model/templates.ts'

/** Characters that follow one another, and the glyph of each. */
export interface GlyphRange {
  readonly first: number
  readonly last: number
  readonly glyphOf: (code: number) => number
}

/** Windows and Unicode subtables; format 12 holds what format 4 does, and more. */
export function glyphRangesIn(cmap: DataView): readonly GlyphRange[] {
  const ranges: GlyphRange[] = []
  for (let index = 0; index < cmap.getUint16(2); index += 1) {
    const record = 4 + index * 8
    if (![0, 3].includes(cmap.getUint16(record))) continue
    const subtable = cmap.getUint32(record + 4)
    const format = cmap.getUint16(subtable)
    if (format === 12) ranges.push(...groups(cmap, subtable))
    if (format === 4) ranges.push(...segments(cmap, subtable))
  }
  return ranges
}

export const coveredBy = (ranges: readonly GlyphRange[]): readonly CodeRange[] =>
  joined(ranges.map(({ first, last }) => [first, last]))

function groups(cmap: DataView, subtable: number): readonly GlyphRange[] {
  return Array.from({ length: cmap.getUint32(subtable + 12) }, (_, index) => {
    const group = subtable + 16 + index * 12
    const first = cmap.getUint32(group)
    const glyph = cmap.getUint32(group + 8)
    return { first, last: cmap.getUint32(group + 4), glyphOf: code => glyph + code - first }
  })
}

/** A segment may map some of its characters to glyph 0, which is none: those with an offset are looked up one by one. */
function segments(cmap: DataView, subtable: number): readonly GlyphRange[] {
  const twice = cmap.getUint16(subtable + 6)
  const ranges: GlyphRange[] = []
  for (let at = 0; at < twice; at += 2) {
    const last = cmap.getUint16(subtable + 14 + at)
    const first = cmap.getUint16(subtable + 16 + twice + at)
    const delta = cmap.getUint16(subtable + 16 + 2 * twice + at)
    const offsetAt = subtable + 16 + 3 * twice + at
    const offset = cmap.getUint16(offsetAt)
    if (first === 0xffff) continue
    if (offset === 0) ranges.push({ first, last, glyphOf: code => (code + delta) & 0xffff })
    else
      for (let code = first; code <= last; code += 1) {
        const listed = cmap.getUint16(offsetAt + offset + (code - first) * 2)
        if (listed !== 0) ranges.push({ first: code, last: code, glyphOf: () => (listed + delta) & 0xffff })
      }
  }
  return ranges
}

/** In order, none touching another. */
export function joined(ranges: readonly CodeRange[]): readonly CodeRange[] {
  const all: [number, number][] = []
  for (const [first, last] of ranges.toSorted((one, other) => one[0] - other[0])) {
    const before = all.at(-1)
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last)
    else all.push([first, last])
  }
  return all
}
