/**
 * What one record is held against: the records it may name, by kind and id, the society's languages, the photos that exist.
 * Nothing names a meeting or an activity.
 */
import type { Diagnostic } from '../../model/diagnostic.ts'
import { type Kind, kindNames } from '../../model/record/kinds.ts'
import { type Draft, entriesAt, textAt } from '../draft.ts'

export type Check = (draft: Draft, world: World) => readonly Diagnostic[]

export type Target = Exclude<Kind, 'meeting' | 'activity'>

export const isTarget = (kind: Kind): kind is Target => kind !== 'meeting' && kind !== 'activity'

export interface World {
  readonly byKind: ReadonlyMap<Target, ReadonlyMap<string, Draft>>
  /** Main first; empty where the society could not be read, and then no language is held against it. */
  readonly languages: readonly string[]
  readonly media: ReadonlySet<string>
}

export function worldOf(drafts: readonly Draft[], media: ReadonlySet<string>): World {
  const byKind = new Map<Target, Map<string, Draft>>(kindNames.filter(isTarget).map(kind => [kind, new Map()]))
  const misnamedLast = drafts.toSorted((a, b) => Number(a.isMisnamed) - Number(b.isMisnamed))
  for (const draft of misnamedLast) {
    const known = isTarget(draft.kind) ? byKind.get(draft.kind) : undefined
    if (draft.id !== '' && !known?.has(draft.id)) known?.set(draft.id, draft)
  }
  const society = byKind.get('society')?.get('society')
  const languages = society ? entriesAt(society, '/languages').flatMap(at => textAt(society, at) ?? []) : []
  return { byKind, languages, media }
}

export function find(world: World, kind: Target, id: string | undefined): Draft | undefined {
  return id === undefined ? undefined : world.byKind.get(kind)?.get(id)
}
