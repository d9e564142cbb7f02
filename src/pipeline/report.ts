/** What a build answers. */
import { compare, type Diagnostic, hasErrors, inOrder } from '../model/diagnostic.ts'
import type { ManifestEntry } from './manifest.ts'
import type { Artifact, BuildOptions, BuildReport, Status } from './request.ts'

export function stops(diagnostics: readonly Diagnostic[], { strict }: Pick<BuildOptions, 'strict'>): boolean {
  return hasErrors(diagnostics) || (strict && diagnostics.length > 0)
}

export function refused(diagnostics: readonly Diagnostic[]): BuildReport {
  return { outcome: 'refused', artifacts: [], diagnostics: inOrder(diagnostics) }
}

export interface Fates {
  readonly fresh: readonly ManifestEntry[]
  readonly built?: readonly ManifestEntry[]
  readonly gone?: readonly ManifestEntry[]
}

export function reportOf({ fresh, built = [], gone = [] }: Fates): readonly Artifact[] {
  const as = (entries: readonly ManifestEntry[], status: Status): Artifact[] =>
    entries.map(({ path, sha256: hash, bytes, records, work, format, signedBy }) => {
      return { path, sha256: hash, bytes, status, records, work, format, signedBy }
    })
  const all = [...as(fresh, 'unchanged'), ...as(built, 'built'), ...as(gone, 'removed')]
  return all.toSorted((a, b) => compare(a.path, b.path))
}
