/**
 * What lies in an output folder, held against what its manifest says was built there, and its PDFs against the standards
 * that they name. Nothing is written, and no record is needed: whoever was sent the folder can ask. An index beside it (khabar site) has a list of its own.
 */
import type { Finding } from '../conform/finding.ts'
import { EnvironmentFault, reasonOf } from '../model/fault.ts'
import { type Said, said } from '../model/said.ts'
import { sha256 } from './digest.ts'
import type { Hashed } from './disk/artifacts.ts'
import { filesBelow } from './disk/files-below.ts'
import { openOutput } from './disk/output-folder.ts'
import { manifestIn, manifestPath, sumsOf, sumsPath } from './manifest.ts'
import { readSiteList, siteListPath } from './site/site-list.ts'
import type { OutputFolder } from './workspace.ts'

export type Standing = 'ok' | 'altered' | 'missing' | 'extra' | 'broken'

export interface Verified {
  readonly path: string
  /** `broken`: it is as it was built, and breaks a clause of a standard that it names. */
  readonly status: Standing
  /** Why, one a fault. */
  readonly findings: readonly Said[]
}

/** @returns every file that is or should be in the folder, in the order of the manifest, what nobody lists at the end */
export async function verify(folder: string): Promise<readonly Verified[]> {
  const output = openOutput(folder)
  const bytes = await output.read(manifestPath)
  const manifest = manifestIn(bytes)
  if (!bytes || !manifest)
    throw new EnvironmentFault(
      said('{folder} has no {manifestPath} that can be read.', { folder, manifestPath }),
      said('Name the folder that khabar build has made: khabar verify DIR.'),
    )
  const verified: Verified[] = [await sumsIn(output, sumsOf(bytes, manifest.artifacts))]
  for (const entry of manifest.artifacts) verified.push(await artifactIn(output, entry))
  for (const entry of await readSiteList(output)) verified.push(await artifactIn(output, entry))
  const listed = new Set([manifestPath, siteListPath, ...verified.map(({ path }) => path)])
  const extra = (await filesBelow(folder)).filter(path => !listed.has(path) && !path.startsWith('.'))
  return [...verified, ...extra.map(path => of(path, 'extra', said('No build lists it.')))]
}

const of = (path: string, status: Standing, ...findings: readonly Said[]): Verified => ({ path, status, findings })

async function sumsIn(output: OutputFolder, expected: Uint8Array): Promise<Verified> {
  const bytes = await output.read(sumsPath)
  if (!bytes) return of(sumsPath, 'missing', said('It is not there.'))
  if (Buffer.compare(bytes, expected) === 0) return of(sumsPath, 'ok')
  return of(
    sumsPath,
    'altered',
    said('It does not say of each file what {manifestPath} says, or not of {manifestPath} itself.', { manifestPath }),
  )
}

async function artifactIn(output: OutputFolder, entry: Hashed): Promise<Verified> {
  const { path } = entry
  const bytes = await output.read(path)
  if (!bytes) return of(path, 'missing', said('It is not there.'))
  const hash = sha256(bytes)
  if (hash !== entry.sha256)
    return of(
      path,
      'altered',
      said('Its SHA-256 is {hash}; that of what was built, {built}.', { hash, built: entry.sha256 }),
    )
  const broken = path.endsWith('.pdf') ? await brokenIn(bytes) : []
  return of(path, broken.length > 0 ? 'broken' : 'ok', ...broken)
}

async function brokenIn(pdf: Uint8Array): Promise<readonly Said[]> {
  const { brokenClauses } = await import('../conform/check-pdf.ts')
  try {
    return brokenClauses(pdf).map(({ clause, where, message }: Finding) =>
      said('{clause} ({where}: {message})', { clause, where, message }),
    )
  } catch (thrown) {
    return [said('{clause} ({where}: {message})', { clause: 'ISO 32000-1', where: 'file', message: reasonOf(thrown) })]
  }
}
