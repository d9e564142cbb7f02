/** What there is to show: the last good artifacts, what is wrong now, and whether a build is under way. */

import type { Diagnostic } from '../model/diagnostic.ts'
import type { Said } from '../model/said.ts'
import type { Artifact, BuildReport } from '../pipeline/request.ts'
import type { SitePreview } from '../pipeline/site/preview-site.ts'

export type Shown = Pick<Artifact, 'path' | 'sha256' | 'records' | 'work' | 'format'>

/** Something outside the data is in the way: no browser, a full disk. */
export interface Fault {
  readonly message: Said
  readonly hints: readonly Said[]
}

/** The index as it is, or why there is none. */
export type IndexShown = SitePreview | Fault

export interface WatchState {
  /** Counts up whenever a page would look different. */
  readonly revision: number
  /** Of the build under way. */
  readonly building: { readonly done: number; readonly total: number; readonly changed: readonly string[] } | undefined
  /** By path. Those of the last build that succeeded, or of the manifest before the first one. */
  readonly artifacts: ReadonlyMap<string, Shown>
  readonly diagnostics: readonly Diagnostic[]
  readonly fault: Fault | undefined
  /** When the artifacts were last found to be what the records say: a time of day. */
  readonly goodAt: string | undefined
  /** Artifacts are older than the records, but for those of `ahead`. */
  readonly isOld: boolean
  /** Paths of what has been built since, while the rest is in error. */
  readonly ahead: ReadonlySet<string>
}

export interface WatchReport extends BuildReport {
  /** Of a build that was refused: what was made all the same, since it rests on nothing in error. */
  readonly meanwhile?: readonly Artifact[]
}

export interface Rebuild {
  readonly at: string
  readonly ms: number
  /** Empty for the first build. */
  readonly changed: readonly string[]
  readonly result: WatchReport | Fault
}

export function firstState(artifacts: readonly Shown[]): WatchState {
  return {
    revision: 1,
    building: undefined,
    artifacts: byPath(artifacts),
    diagnostics: [],
    fault: undefined,
    goodAt: undefined,
    isOld: false,
    ahead: new Set(),
  }
}

export function whenStarted(state: WatchState, changed: readonly string[]): WatchState {
  return { ...state, revision: state.revision + 1, building: { done: 0, total: 0, changed } }
}

/** No new revision: only the count moves. */
export function whenProgressed(state: WatchState, done: number, total: number): WatchState {
  return state.building ? { ...state, building: { ...state.building, done, total } } : state
}

export function whenEnded(state: WatchState, { at, changed, result }: Rebuild): WatchState {
  const next = { ...state, revision: state.revision + 1, building: undefined, fault: undefined }
  if ('message' in result) return { ...next, fault: result, isOld: true }
  const { outcome, diagnostics, meanwhile = [] } = result
  if (outcome === 'refused') {
    // A template stands behind everything: once one has changed, nothing is ahead of it.
    const before = changed.some(path => path.startsWith('templates/')) ? [] : state.ahead
    const ahead = new Set([...before, ...meanwhile.map(each => each.path)])
    return { ...next, diagnostics, isOld: true, ahead, artifacts: byPath(merged(state.artifacts, meanwhile)) }
  }
  const isWhole = outcome === 'done'
  return {
    ...next,
    diagnostics,
    ahead: new Set(),
    artifacts: byPath(isWhole ? kept(result.artifacts) : merged(state.artifacts, result.artifacts)),
    ...(isWhole ? { goodAt: at, isOld: false } : { isOld: true }),
  }
}

const byPath = (artifacts: readonly Shown[]): ReadonlyMap<string, Shown> =>
  new Map(artifacts.map(each => [each.path, each]))

const kept = (artifacts: readonly Artifact[]): readonly Artifact[] =>
  artifacts.filter(each => each.status !== 'removed')

/** What could not be made anew is still there as it was. */
function merged(before: ReadonlyMap<string, Shown>, artifacts: readonly Artifact[]): readonly Shown[] {
  const told = new Set(artifacts.map(each => each.path))
  return [...[...before.values()].filter(each => !told.has(each.path)), ...kept(artifacts)]
}
