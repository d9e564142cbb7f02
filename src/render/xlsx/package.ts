/** The parts of an Open XML package: out of the zip, and into one that is the same on every machine. */
import { strFromU8, strToU8, unzipSync, Zip, type Zippable, zipSync } from 'fflate'
import { packedBeside, packedHere } from './packing.ts'

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

interface Streamed {
  readonly parts: Parts
  /** Those that come in chunks, by their paths. */
  readonly streams: ReadonlyMap<string, Iterable<string>>
  /** In another thread, while this one makes what is packed next: the bytes are the same. */
  readonly packing: 'here' | 'beside'
}

/** The same, handed on as it is made, so that no part need ever be there whole. */
export async function streamParts(
  { parts, streams, packing }: Streamed,
  write: (chunk: Uint8Array) => void,
): Promise<void> {
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    write(chunk)
  })
  const { open, encoded, left, close } = packing === 'here' ? packedHere() : packedBeside()
  try {
    for (const path of ordered(parts)) {
      const file = Object.assign(open(path), { os: 0, mtime: zipEpoch })
      zip.add(file)
      for (const chunk of streams.get(path) ?? [parts.get(path) ?? '']) {
        file.push(encoded(chunk))
        await left(mostLeft)
      }
      file.push(new Uint8Array(), true)
    }
    zip.end()
    await left(0)
  } finally {
    await close()
  }
}

/** Pieces: enough that neither thread waits for the other, and a few megabytes. */
const mostLeft = 24

const ordered = (parts: Parts) => [...parts.keys()].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))

const rank = (path: string) => (first.includes(path) ? first.indexOf(path) : first.length)

/** fflate reads local fields, so local they are set: in any zone these bytes say 1980-01-01. Noon, which no clock change skips. */
const zipEpoch = new Date(1980, 0, 1, 12)
