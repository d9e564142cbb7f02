/** The little of a TrueType program that a judge needs: how many glyphs there are and how wide each is. */
export interface TrueType {
  readonly glyphs: number
  /** In thousandths of an em. */
  width(glyph: number): number
  /** Whether the glyph has an outline; a space has none. */
  hasOutline(glyph: number): boolean
}

export function readTrueType(data: Uint8Array): TrueType | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  try {
    return read(view)
  } catch {
    return undefined
  }
}

function read(view: DataView): TrueType | undefined {
  const tables = new Map<string, number>()
  for (let index = 0; index < view.getUint16(4); index += 1) {
    const entry = 12 + 16 * index
    const tag = String.fromCharCode(...[0, 1, 2, 3].map(each => view.getUint8(entry + each)))
    tables.set(tag, view.getUint32(entry + 8))
  }
  const [head, hhea, hmtx, maxp] = ['head', 'hhea', 'hmtx', 'maxp'].map(tag => tables.get(tag))
  if (head === undefined || hhea === undefined || hmtx === undefined || maxp === undefined) return undefined
  const unit = view.getUint16(head + 18)
  const metrics = view.getUint16(hhea + 34)
  const loca = tables.get('loca')
  const isLong = view.getInt16(head + 50) === 1
  const offset = (glyph: number): number =>
    loca === undefined ? 0 : isLong ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph)
  return {
    glyphs: view.getUint16(maxp + 4),
    width: glyph => (view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1)) * 1000) / unit,
    hasOutline: glyph => offset(glyph + 1) > offset(glyph),
  }
}
