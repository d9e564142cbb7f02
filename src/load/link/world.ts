/**
 * What one record is held against: the records it may name, by kind and id, the society's languages, the photos that exist.
 * Of the many meetings and activities it holds none: no field names one.
 */
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Media } from '../../model/media.ts'
import { type Kind, kindNames } from '../../model/record/kinds.ts'
import type { Language } from '../../model/text.ts'
import { type Draft, entriesAt, textAt } from '../draft.ts'
import { isTarget } from './declared.ts'

export type Check = (draft: Draft, world: World) => readonly Diagnostic[]

/** By key, `report.units.clinics`: in which languages it has words of its own. */
export type OwnWords = ReadonlyMap<string, readonly Language[]>

export interface World {
  readonly byKind: ReadonlyMap<Kind, ReadonlyMap<string, Draft>>
  /** Main first; empty where the society could not be read, and then no language is held against it. */
  readonly languages: readonly string[]
  readonly media: Media
  /** Codes that the workspace has words for. */
  readonly ownWords: OwnWords
}

export function worldOf(drafts: readonly Draft[], media: Media, ownWords: OwnWords): World {
  const byKind = new Map(kindNames.filter(isTarget).map(kind => [kind, new Map<string, Draft>()]))
  const misnamedLast = drafts.toSorted((a, b) => Number(a.isMisnamed) - Number(b.isMisnamed))
  for (const draft of misnamedLast) {
    const known = byKind.get(draft.kind)
    if (draft.id !== '' && !known?.has(draft.id)) known?.set(draft.id, draft)
  }
  const society = byKind.get('society')?.get('society')
  const languages = society ? entriesAt(society, '/languages').flatMap(at => textAt(society, at) ?? []) : []
  return { byKind, languages, media, ownWords }
}

export function find(world: World, kind: Kind, id: string | undefined): Draft | undefined {
  return id === undefined ? undefined : world.byKind.get(kind)?.get(id)
}
