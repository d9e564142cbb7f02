/** Artifacts as a person looks for them: by year, as releases and reports, each in a language. */

import { compare, type Diagnostic } from '../model/diagnostic.ts'
import { inEnglish } from '../model/said.ts'
import { type Format, stemOf, type WorkName } from '../model/work.ts'
import { formats } from '../render/formats.ts'
import type { Shown, WatchState } from './state.ts'

/** A work, and its artifacts by format. */
export interface ShownWork extends WorkName {
  readonly records: readonly string[]
  readonly files: ReadonlyMap<Format, Shown>
}

export type Condition = 'built' | 'building' | 'error'

/** In the order of their paths. What an older version listed does not say what it is, and is shown once it is built again. */
export function worksIn(artifacts: Iterable<Shown>): readonly ShownWork[] {
  const works = new Map<string, ShownWork>()
  for (const artifact of artifacts) {
    const { work, format, records } = artifact
    if (!work || format === undefined) continue
    const known = works.get(stemOf(work)) ?? { ...work, records, files: new Map() }
    works.set(stemOf(work), { ...known, files: new Map(known.files).set(format, artifact) })
  }
  return [...works.values()].toSorted((a, b) => compare(stemOf(a), stemOf(b)))
}

/** What is shown within a page of the preview. */
export const framedOf = ({ files }: ShownWork): Shown | undefined =>
  [...files].find(([format]) => formats[format]?.shown === 'framed')?.[1]

/** Latest first. */
export const yearsOf = (works: readonly ShownWork[]): readonly number[] =>
  [...new Set(works.map(work => work.year))].toSorted((a, b) => b - a)

/** The one in which most is built comes first. */
export function languagesOf(works: readonly ShownWork[]): readonly string[] {
  const counts = Map.groupBy(works, work => work.language)
  const count = (language: string): number => counts.get(language)?.length ?? 0
  return [...counts.keys()].toSorted((a, b) => count(b) - count(a) || compare(a, b))
}

export function conditionOf(work: ShownWork, state: WatchState): Condition {
  const rests = (ids: readonly string[]): boolean => ids.some(id => work.records.includes(id))
  if (state.building?.changed.some(path => rests([idOf(path)]))) return 'building'
  return mistakesOf(work, state.diagnostics).length > 0 ? 'error' : 'built'
}

/** What is shown of it lacks what was written since. */
export function isBehind(work: ShownWork, { isOld, ahead, diagnostics }: WatchState): boolean {
  if (!isOld) return false
  return mistakesOf(work, diagnostics).length > 0 || ![...work.files.values()].some(file => ahead.has(file.path))
}

/** The errors that keep this work from being built anew. */
export function mistakesOf(work: ShownWork, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(each => {
    if (each.severity !== 'error') return false
    if (each.code === 'render/failed') return inEnglish(each.message).startsWith(`${stemOf(work)}.`)
    return idsAt(each).some(id => work.records.includes(id))
  })
}

/** The record is named by its file, or in a list by the last `id` before the mistake. */
function idsAt({ span }: Diagnostic): readonly string[] {
  if (!span?.file.path.startsWith('data/')) return []
  const before = span.file.text.slice(0, span.start)
  const entry = [...before.matchAll(/^(?:- | {2})id: *['"]?([a-z0-9-]+)/gm)].at(-1)?.[1]
  return [idOf(span.file.path), ...(entry === undefined ? [] : [entry])]
}

const idOf = (path: string): string => (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')
