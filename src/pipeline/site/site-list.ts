/**
 * output/site.json: the files of the index. Apart from manifest.json, since a build neither makes them nor may take them for
 * its own; like it, sorted, without a clock, and the only list of what may be deleted.
 */
import { compare } from '../../model/diagnostic.ts'
import { sitePath } from '../../site/addresses.ts'
import type { OutputFolder } from '../workspace.ts'

export interface SiteEntry {
  readonly path: string
  readonly sha256: string
  readonly bytes: number
  /** SHA-256 of what decides it; of a text, of itself. */
  readonly fingerprint: string
}

export const siteListPath = 'site.json'

/** One that is missing or spoilt counts as empty: all is made again, nothing is deleted. */
export async function readSiteList(output: OutputFolder): Promise<readonly SiteEntry[]> {
  const bytes = await output.read(siteListPath)
  const written = bytes && parsed(new TextDecoder().decode(bytes))
  return isList(written) ? written.files : []
}

export async function writeSiteList(output: OutputFolder, entries: readonly SiteEntry[]): Promise<void> {
  const files = entries
    .map(({ path, sha256, bytes, fingerprint }) => ({ path, sha256, bytes, fingerprint }))
    .toSorted((a, b) => compare(a.path, b.path))
  const text = `${JSON.stringify({ files }, null, 2)}\n`
  const before = await output.read(siteListPath)
  if (before && new TextDecoder().decode(before) === text) return
  await output.write(siteListPath, new TextEncoder().encode(text))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isList(value: unknown): value is { readonly files: readonly SiteEntry[] } {
  const files = typeof value === 'object' && value !== null && 'files' in value ? value.files : undefined
  return Array.isArray(files) && files.every(isEntry)
}

function isEntry(value: unknown): boolean {
  const { path, sha256, bytes, fingerprint } = (value ?? {}) as Partial<SiteEntry>
  const isText = [path, sha256, fingerprint].every(each => typeof each === 'string')
  return isText && sitePath.test(path ?? '') && Number.isInteger(bytes)
}
