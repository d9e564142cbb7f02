/**
 * The tables of a font file, unpacked: OpenType 1.9 as it is, WOFF 1.0 and WOFF 2.0 (W3C). Of WOFF 2.0 the outlines stay as
 * they are packed: nobody asks for them here.
 */
import { brotliDecompressSync, inflateSync } from 'node:zlib'

export type FontType = 'font/ttf' | 'font/otf' | 'font/woff' | 'font/woff2'

export interface FontTables {
  readonly type: FontType
  readonly tables: ReadonlyMap<string, DataView>
}

/** @returns nothing where the bytes are no font. A file that breaks off ends in a RangeError, or in one of zlib's. */
export function tablesOf(bytes: Uint8Array): FontTables | 'collection' | undefined {
  const view = viewOf(bytes)
  const signature = bytes.length < 12 ? '' : tagAt(view, 0)
  if (signature === 'ttcf') return 'collection'
  if (signature === 'wOFF') return { type: 'font/woff', tables: inWoff(view) }
  if (signature === 'wOF2')
    return tagAt(view, 4) === 'ttcf' ? 'collection' : { type: 'font/woff2', tables: inWoff2(view) }
  const type = plain[signature]
  return type && { type, tables: inPlain(view) }
}

const plain: { readonly [signature: string]: FontType } = {
  '\0\u0001\0\0': 'font/ttf',
  true: 'font/ttf',
  OTTO: 'font/otf',
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
const part = (view: DataView, start: number, length: number): DataView =>
  new DataView(view.buffer, view.byteOffset + start, length)
const tagAt = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map(offset => view.getUint8(at + offset)))

const each = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index))

function inPlain(view: DataView): ReadonlyMap<string, DataView> {
  const entries = each(view.getUint16(4), index => {
    const at = 12 + index * 16
    return [tagAt(view, at), inside(view, view.getUint32(at + 8), view.getUint32(at + 12))] as const
  })
  return new Map(entries)
}

function inWoff(view: DataView): ReadonlyMap<string, DataView> {
  const entries = each(view.getUint16(12), index => {
    const at = 44 + index * 20
    const packed = inside(view, view.getUint32(at + 4), view.getUint32(at + 8))
    const length = view.getUint32(at + 12)
    if (packed.byteLength === length) return [tagAt(view, at), packed] as const
    return [tagAt(view, at), viewOf(inflateSync(packed, { maxOutputLength: most(length) }))] as const
  })
  return new Map(entries)
}

/** The whole of a file lies in it. */
function inside(view: DataView, start: number, length: number): DataView {
  if (start + length > view.byteLength) throw new RangeError('a table lies beyond the end of its file')
  return part(view, start, length)
}

/** No font of people is larger. */
const largest = 256 * 1024 * 1024
const most = (length: number): number => Math.min(Math.max(length, 1), largest)

const knownTags =
  'cmap head hhea hmtx maxp name OS/2 post cvt  fpgm glyf loca prep CFF  VORG EBDT EBLC gasp hdmx kern LTSH PCLT VDMX vhea vmtx BASE GDEF GPOS GSUB EBSC JSTF MATH CBDT CBLC COLR CPAL SVG  sbix acnt avar bdat bloc bsln cvar fdsc feat fmtx fvar gvar hsty just lcar mort morx opbd prop trak Zapf Silf Glat Gloc Feat Sill'
const knownTag = (index: number): string => knownTags.slice(index * 5, index * 5 + 4)

/** The tables follow one another in one packed stream, the outlines in a form of their own. */
function inWoff2(view: DataView): ReadonlyMap<string, DataView> {
  const reader = { at: 48 }
  const entries = each(view.getUint16(12), () => entryOf(view, reader))
  const packed = inside(view, reader.at, view.getUint32(20))
  const total = entries.reduce((sum, { length }) => sum + length, 0)
  const stream = viewOf(brotliDecompressSync(packed, { maxOutputLength: most(total) }))
  let start = 0
  return new Map(
    entries.map(({ tag, length }) => {
      start += length
      return [tag, inside(stream, start - length, length)] as const
    }),
  )
}

interface Reader {
  at: number
}

function entryOf(view: DataView, reader: Reader): { readonly tag: string; readonly length: number } {
  const flags = view.getUint8(reader.at)
  reader.at += 1
  const index = flags & 0x3f
  const tag = index === 0x3f ? tagAt(view, reader.at) : knownTag(index)
  if (index === 0x3f) reader.at += 4
  const length = base128(view, reader)
  const isOutline = tag === 'glyf' || tag === 'loca'
  const isTransformed = flags >> 6 !== (isOutline ? 3 : 0)
  return { tag, length: isTransformed ? base128(view, reader) : length }
}

/** UIntBase128: seven bits a byte, the highest tells that more follow. */
function base128(view: DataView, reader: Reader): number {
  let value = 0
  for (let count = 0; count < 5; count += 1) {
    const byte = view.getUint8(reader.at)
    reader.at += 1
    value = value * 128 + (byte & 0x7f)
    if (byte < 0x80) return value
  }
  throw new RangeError('a length of the file has no end')
}
