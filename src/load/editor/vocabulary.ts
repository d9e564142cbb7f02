/** What a workspace has that its records may name. */
import type { Refers } from '../../model/record/fields.ts'
import type { Kind } from '../../model/record/kinds.ts'
import type { Language } from '../../model/text.ts'

export interface Nameable {
  readonly kind: Kind
  readonly id: string
  readonly name: string
  /** Of a place. */
  readonly type?: string
}

export interface Vocabulary {
  readonly languages: readonly Language[]
  /** Languages for which there are words. */
  readonly worded: readonly Language[]
  readonly records: readonly Nameable[]
  /** Words of releases and reports in English, by key. */
  readonly phrases: ReadonlyMap<string, string>
}

export function idsFor(
  { to, orSociety, type }: Refers,
  { records }: Vocabulary,
): readonly (readonly [id: string, name: string])[] {
  const fit = records.filter(
    each => each.kind === to && (type === undefined || each.type === undefined || each.type === type),
  )
  const society = orSociety ? records.filter(({ kind }) => kind === 'society') : []
  return [...society, ...fit].map(({ id, name }) => [id, name] as const)
}
