/** The parts of an Open XML package: out of the zip, and into one that is the same on every machine. */
import { strFromU8, strToU8, unzipSync, Zip, ZipDeflate, type Zippable, zipSync } from 'fflate'

/** By path in the package, in no order. */
export type Parts = ReadonlyMap<string, string>

export function unpackParts(zip: Uint8Array): Parts {
  const files = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/'))
  return new Map(files.map(([path, bytes]) => [path, strFromU8(bytes)]))
}

const first = ['[Content_Types].xml', '_rels/.rels']

/** Sorted; every time is the first moment that a zip can hold; no mark of the system that made it. */
export function packParts(parts: Parts): Uint8Array {
  const files: Zippable = {}
  for (const path of ordered(parts)) files[path] = strToU8(parts.get(path) ?? '')
  return zipSync(files, { level: 6, os: 0, mtime: zipEpoch })
}

/**
 * The same, handed on as it is made, so that no part need ever be there whole.
 * @param streams parts that come in chunks, by their paths
 */
export function streamParts(
  parts: Parts,
  streams: ReadonlyMap<string, Iterable<string>>,
  write: (chunk: Uint8Array) => void,
): void {
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    write(chunk)
  })
  const encoded = encoding()
  for (const path of ordered(parts)) {
    const file = Object.assign(new ZipDeflate(path, { level: 3 }), { os: 0, mtime: zipEpoch })
    zip.add(file)
    for (const chunk of streams.get(path) ?? [parts.get(path) ?? '']) file.push(encoded(chunk))
    file.push(new Uint8Array(), true)
  }
  zip.end()
}

/** Fflate copies what it is pushed, so that one room is enough for all. */
function encoding(): (text: string) => Uint8Array {
  const encoder = new TextEncoder()
  let room = new Uint8Array(1 << 18)
  return text => {
    // Three bytes are the most that a letter takes.
    if (text.length * 3 > room.length) room = new Uint8Array(text.length * 3)
    return room.subarray(0, encoder.encodeInto(text, room).written)
  }
}

const ordered = (parts: Parts) => [...parts.keys()].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))

const rank = (path: string) => (first.includes(path) ? first.indexOf(path) : first.length)

/** fflate reads local fields, so local they are set: in any zone these bytes say 1980-01-01. Noon, which no clock change skips. */
const zipEpoch = new Date(1980, 0, 1, 12)
