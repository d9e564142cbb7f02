/** Small font files with the tables that a reader looks at: sound, or wrong in one way. */
import { brotliCompressSync, deflateSync } from 'node:zlib'

type Tables = { readonly [tag: string]: Uint8Array }

const u16 = (...values: number[]): Buffer => Buffer.concat(values.map(value => Buffer.from([value >> 8, value & 0xff])))
const u32 = (...values: number[]): Buffer => Buffer.concat(values.map(value => u16(value >>> 16, value & 0xffff)))

/** Shows the letters of each range. */
export function cmapOf(...ranges: readonly (readonly [first: number, last: number])[]): Buffer {
  const groups = Buffer.concat(ranges.map(([first, last]) => u32(first, last, 1)))
  const subtable = Buffer.concat([u16(12, 0), u32(16 + groups.length, 0, ranges.length), groups])
  return Buffer.concat([u16(0, 1, 3, 10), u32(12), subtable])
}

/** @param rights fsType */
export function os2Of(rights: number, { weight = 400, isItalic = false } = {}): Buffer {
  const table = Buffer.alloc(78)
  table.writeUInt16BE(weight, 4)
  table.writeUInt16BE(rights, 8)
  table.writeUInt16BE(isItalic ? 1 : 0, 62)
  return table
}

export const soundTables: Tables = { cmap: cmapOf([0x621, 0x64a]), 'OS/2': os2Of(0), glyf: Buffer.alloc(4) }

export function fontOf(tables: Tables, signature = '\0\u0001\0\0'): Buffer {
  const entries = Object.entries(tables)
  let at = 12 + entries.length * 16
  const directory = entries.map(([tag, bytes]) => {
    at += bytes.length
    return Buffer.concat([Buffer.from(tag, 'latin1'), u32(0, at - bytes.length, bytes.length)])
  })
  const head = Buffer.concat([Buffer.from(signature, 'latin1'), u16(entries.length, 0, 0, 0)])
  return Buffer.concat([head, ...directory, ...Object.values(tables)])
}

export function woffOf(tables: Tables): Buffer {
  const entries = Object.entries(tables).map(([tag, bytes]) => ({ tag, bytes, packed: deflateSync(bytes) }))
  let at = 44 + entries.length * 20
  const directory = entries.map(({ tag, bytes, packed }) => {
    at += packed.length
    return Buffer.concat([Buffer.from(tag, 'latin1'), u32(at - packed.length, packed.length, bytes.length, 0)])
  })
  const head = Buffer.concat([Buffer.from('wOFF\0\u0001\0\0', 'latin1'), u32(0), u16(entries.length), Buffer.alloc(30)])
  return Buffer.concat([head, ...directory, ...entries.map(({ packed }) => packed)])
}

/** Tags in full, nothing transformed. */
export function woff2Of(tables: Tables): Buffer {
  const entries = Object.entries(tables)
  const directory = entries.map(([tag, { length }]) => {
    // 3: the outlines are as they were.
    const flags = 0x3f | (tag === 'glyf' ? 0xc0 : 0)
    return Buffer.concat([
      Buffer.from([flags]),
      Buffer.from(tag, 'latin1'),
      Buffer.from([0x80 | (length >> 7), length & 0x7f]),
    ])
  })
  const packed = brotliCompressSync(Buffer.concat(Object.values(tables)))
  const head = Buffer.concat([
    Buffer.from('wOF2\0\u0001\0\0', 'latin1'),
    u32(0),
    u16(entries.length, 0),
    u32(0, packed.length),
    Buffer.alloc(24),
  ])
  return Buffer.concat([head, ...directory, packed])
}
