/** The parts of an Open XML package: out of the zip, and into one that is the same on every machine. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** By path in the package, in no order. */
export type Parts = ReadonlyMap<string, string>

export function unpackParts(zip: Uint8Array): Parts {
  const files = Object.entries(unzipSync(zip)).filter(([path]) => !path.endsWith('/'))
  return new Map(files.map(([path, bytes]) => [path, strFromU8(bytes)]))
}

const first = ['[Content_Types].xml', '_rels/.rels']

/** Sorted; every time is the first moment that a zip can hold; no mark of the system that made it. */
export function packParts(parts: Parts): Uint8Array {
  const paths = [...parts.keys()].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const files: Zippable = {}
  for (const path of paths) files[path] = strToU8(parts.get(path) ?? '')
  return zipSync(files, { level: 6, os: 0, mtime: zipEpoch })
}

const rank = (path: string) => (first.includes(path) ? first.indexOf(path) : first.length)

/** fflate reads local fields, so local they are set: in any zone these bytes say 1980-01-01. Noon, which no clock change skips. */
const zipEpoch = new Date(1980, 0, 1, 12)
