/** Which artifacts are on disk as the manifest says: by their stamps where those were seen before, else read and hashed. */
import type { Stamp } from '../../disk/stamp.ts'
import { drawer, type Memo } from '../../model/memo.ts'
import { sha256 } from '../digest.ts'
import type { ManifestEntry } from '../manifest.ts'
import type { OutputFolder } from '../workspace.ts'

/** By path: the stamp under which a file was hashed, and what came out. */
interface Seen {
  readonly [path: string]: readonly [stamp: string, sha256: string]
}

export type Hashed = Pick<ManifestEntry, 'path' | 'bytes' | 'sha256'>

/** At a time: reading waits for the disk. */
const together = 32

/** @returns paths of those that are there. */
export async function thereOf(
  entries: readonly Hashed[],
  output: OutputFolder,
  memo: Memo,
): Promise<ReadonlySet<string>> {
  const stamps = drawer<Seen>(memo, 'stamps')
  const seen = stamps.recall('artifacts') ?? {}
  const there = new Set<string>()
  const unknown: (readonly [Hashed, Stamp | undefined])[] = []
  for (const entry of entries) {
    // Before the bytes: a change while they are read gives the file another one.
    const stamp = output.stamp?.(entry.path)
    const [text, hash] = seen[entry.path] ?? []
    if (stamp && stamp.text === text && hash === entry.sha256) there.add(entry.path)
    else unknown.push([entry, stamp])
  }
  const settled: { [path: string]: readonly [stamp: string, sha256: string] } = {}
  const look = async ([entry, stamp]: (typeof unknown)[number]): Promise<void> => {
    if (!(await isThere(entry, output))) return
    there.add(entry.path)
    if (stamp?.isSettled) settled[entry.path] = [stamp.text, entry.sha256]
  }
  for (let at = 0; at < unknown.length; at += together) await Promise.all(unknown.slice(at, at + together).map(look))
  if (Object.keys(settled).length > 0) stamps.keep('artifacts', { ...seen, ...settled })
  return there
}

async function isThere({ path, bytes: length, sha256: hash }: Hashed, output: OutputFolder): Promise<boolean> {
  const bytes = await output.read(path)
  return bytes?.length === length && sha256(bytes) === hash
}
