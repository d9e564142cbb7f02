/**
 * output/manifest.json: what was built, from what, by which tools. Itself reproducible: sorted, without a clock. Beside it
 * SHA256SUMS, for those who have only coreutils.
 */
import { compare } from '../model/diagnostic.ts'
import { type Format, nameOfWork, type Work, type WorkName } from '../model/work.ts'
import { sha256 as hashOf } from './digest.ts'
import { isShardMark, type ShardMark } from './shard/mark.ts'
import type { OutputFolder } from './workspace.ts'

export interface ManifestEntry {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** Ids of the records behind it. */
  readonly records: readonly string[]
  /** SHA-256 of exactly what the renderer was handed, tools included. */
  readonly fingerprint: string
  /** Which work it is of, in which format; manifests of older versions do not say. */
  readonly work?: WorkName | undefined
  readonly format?: Format | undefined
  /** SHA-256 of the certificate that it is signed with. */
  readonly signedBy?: string | undefined
}

/** What is known of an artifact before it is made. */
export function entryOf(
  job: Pick<ManifestEntry, 'path' | 'signedBy'> & { readonly work: Work; readonly format: Format },
) {
  const { work, format, path, signedBy } = job
  return { path, records: work.records, work: nameOfWork(work), format, ...(signedBy !== undefined && { signedBy }) }
}

export interface Manifest {
  readonly tools: { readonly [tool: string]: string }
  readonly artifacts: readonly ManifestEntry[]
  /** Where it is of a part of a build: which. */
  readonly shard?: ShardMark | undefined
}

export const manifestPath = 'manifest.json'
export const sumsPath = 'SHA256SUMS'

/** What this build may have written, and so may delete: never anything else, whatever a manifest says. */
export const artifactPath = /^(press|reports)\/[0-9]{4}\/[A-Za-z0-9.-]+$/

/** The manifest of the last build. One that is missing or spoilt counts as empty: all is built again, nothing is deleted. */
export async function readManifest(output: OutputFolder): Promise<Manifest> {
  return manifestIn(await output.read(manifestPath)) ?? { tools: {}, artifacts: [] }
}

export function manifestIn(bytes: Uint8Array | undefined): Manifest | undefined {
  const written = bytes && parsed(new TextDecoder().decode(bytes))
  return isManifest(written) ? written : undefined
}

export async function writeManifest(output: OutputFolder, manifest: Manifest): Promise<void> {
  const artifacts = manifest.artifacts.map(inOneOrder).toSorted((a, b) => compare(a.path, b.path))
  const tools = Object.fromEntries(Object.entries(manifest.tools).toSorted(([a], [b]) => compare(a, b)))
  const { shard } = manifest
  const bytes = new TextEncoder().encode(`${JSON.stringify({ tools, shard, artifacts }, null, 2)}\n`)
  // Before the manifest, which tells the next build that all is there.
  await writeWhereOther(output, sumsPath, sumsOf(bytes, artifacts))
  await writeWhereOther(output, manifestPath, bytes)
}

async function writeWhereOther(output: OutputFolder, path: string, bytes: Uint8Array): Promise<void> {
  const before = await output.read(path)
  if (!before || Buffer.compare(before, bytes) !== 0) await output.write(path, bytes)
}

/**
 * As `sha256sum` writes and `sha256sum -c` reads it: all that was built, and the manifest. No name of an artifact holds a
 * character that it would have to escape.
 *
 * @param manifest its bytes
 */
export function sumsOf(manifest: Uint8Array, artifacts: Manifest['artifacts']): Uint8Array {
  const entries = [...artifacts, { path: manifestPath, sha256: hashOf(manifest) }]
  const lines = entries.toSorted((a, b) => compare(a.path, b.path)).map(each => `${each.sha256}  ${each.path}\n`)
  return new TextEncoder().encode(lines.join(''))
}

/** Of its fields, whoever put them together. */
const inOneOrder = (entry: ManifestEntry): ManifestEntry => {
  const { path, sha256, bytes, records, fingerprint, work, format, signedBy } = entry
  return { path, sha256, bytes, records, fingerprint, work, format, signedBy }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isManifest(value: unknown): value is Manifest {
  const { tools, artifacts, shard } = (value ?? {}) as Partial<Manifest>
  if (shard !== undefined && !isShardMark(shard)) return false
  return typeof tools === 'object' && tools !== null && Array.isArray(artifacts) && artifacts.every(isEntry)
}

function isEntry(value: unknown): boolean {
  const { path, sha256, bytes, records, fingerprint } = (value ?? {}) as Partial<ManifestEntry>
  const isText = [path, sha256, fingerprint].every(each => typeof each === 'string')
  return isText && artifactPath.test(path ?? '') && Number.isInteger(bytes) && Array.isArray(records)
}
