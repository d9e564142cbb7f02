/** IPTC-IIM 4.2: datasets, mostly within Photoshop's image resources. */
import { decode } from './decode.ts'

/** By `record:dataset`, each in the order in which it is repeated. */
export type Iim = ReadonlyMap<string, readonly Uint8Array[]>

export function readIim(block: Uint8Array): Iim {
  const found = new Map<string, Uint8Array[]>()
  const bytes = Buffer.from(resourceIn(block) ?? block)
  for (let at = 0; at + 5 <= bytes.length && bytes[at] === 0x1c; ) {
    const length = bytes.readUInt16BE(at + 3)
    // An extended dataset says in how many bytes its length stands; no words of a photo are that long.
    if (length > 0x7fff) break
    const name = `${bytes[at + 1]}:${bytes[at + 2]}`
    found.set(name, [...(found.get(name) ?? []), bytes.subarray(at + 5, at + 5 + length)])
    at += 5 + length
  }
  return found
}

/** Image resource 0x0404: `8BIM`, number, a name of even length with its own, length, contents of even length. */
function resourceIn(block: Uint8Array): Uint8Array | undefined {
  const bytes = Buffer.from(block)
  for (let at = bytes.indexOf('8BIM'); at !== -1 && at + 12 <= bytes.length; ) {
    const name = 1 + (bytes[at + 6] ?? 0)
    const start = at + 6 + name + (name % 2) + 4
    if (start > bytes.length) return undefined
    const length = bytes.readUInt32BE(start - 4)
    if (bytes.readUInt16BE(at + 4) === 0x0404) return bytes.subarray(start, start + length)
    at = bytes.indexOf('8BIM', start + length)
  }
  return undefined
}

/** Dataset 1:90 may say ESC % G: UTF-8. Whoever wrote that and something else wrote what nobody can read. */
export function wordsIn(iim: Iim, name: string, languages: readonly string[]): string | undefined {
  const isUtf8 = iim.get('1:90')?.some(mark => Buffer.from(mark).toString('latin1').startsWith('\x1b%')) ?? false
  const words = (iim.get(name) ?? []).flatMap(bytes => decode(bytes, isUtf8 ? [] : languages) ?? [])
  return words.length === 0 ? undefined : words.join(', ')
}
