/** Artifacts as a person looks for them: by year, as releases and reports, each in a language. */
import { compare, type Diagnostic } from '../model/diagnostic.ts'
import type { Shown, WatchState } from './state.ts'

export type Format = 'html' | 'pdf' | 'txt' | 'json' | 'xlsx'

/** A release or a report in one language. */
export interface Work {
  readonly kind: 'press' | 'reports'
  readonly year: string
  readonly id: string
  readonly language: string
  /** Without its ending: `press/2022/2022-08-15-icrc.ru`. */
  readonly stem: string
  readonly records: readonly string[]
  readonly files: { readonly [format in Format]?: Shown }
}

export type Condition = 'built' | 'building' | 'error'

const artifactPath = /^((press|reports)\/(\d{4})\/([^/]+)\.([A-Za-z-]+))\.(html|pdf|txt|json|xlsx)$/

/** In the order of their paths. */
export function worksIn(artifacts: Iterable<Shown>): readonly Work[] {
  const works = new Map<string, Work>()
  for (const artifact of artifacts) {
    const [, stem = '', kind, year = '', id = '', language = '', format = ''] = artifactPath.exec(artifact.path) ?? []
    if (kind !== 'press' && kind !== 'reports') continue
    const known = works.get(stem) ?? { kind, year, id, language, stem, records: artifact.records, files: {} }
    works.set(stem, { ...known, files: { ...known.files, [format]: artifact } })
  }
  return [...works.values()].toSorted((a, b) => compare(a.stem, b.stem))
}

/** Latest first. */
export const yearsOf = (works: readonly Work[]): readonly string[] =>
  [...new Set(works.map(work => work.year))].toSorted((a, b) => compare(b, a))

/** The one in which most is built comes first. */
export function languagesOf(works: readonly Work[]): readonly string[] {
  const counts = Map.groupBy(works, work => work.language)
  const count = (language: string): number => counts.get(language)?.length ?? 0
  return [...counts.keys()].toSorted((a, b) => count(b) - count(a) || compare(a, b))
}

export function conditionOf(work: Work, state: WatchState): Condition {
  const rests = (ids: readonly string[]): boolean => ids.some(id => work.records.includes(id))
  if (state.building?.changed.some(path => rests([idOf(path)]))) return 'building'
  return mistakesOf(work, state.diagnostics).length > 0 ? 'error' : 'built'
}

/** What is shown of it lacks what was written since. */
export function isBehind(work: Work, { isOld, ahead, diagnostics }: WatchState): boolean {
  if (!isOld) return false
  return mistakesOf(work, diagnostics).length > 0 || !Object.values(work.files).some(file => ahead.has(file.path))
}

/** The errors that keep this work from being built anew. */
export function mistakesOf(work: Work, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(each => {
    if (each.severity !== 'error') return false
    if (each.code === 'render/failed') return each.message.startsWith(`${work.stem}.`)
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
