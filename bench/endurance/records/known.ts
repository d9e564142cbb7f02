/** What the records of a workspace hold: values for fields that are to fit, or nearly. */
import { type Refers, refers } from '../../../src/model/record/fields.ts'
import { factsOf, type Kind } from '../../../src/model/record/kinds.ts'
import { type Base, kindAt } from './bases.ts'
import type { Shape } from './slots.ts'

export interface Known {
  /** Ids that a field may name. */
  ids(to: Refers): readonly string[]
  /** All ids, whatever they name. */
  readonly anyId: readonly string[]
  /** Short texts: codes, numbers, names of units. */
  readonly lines: readonly string[]
  readonly media: readonly string[]
  /** Languages of publication. */
  readonly languages: readonly string[]
}

export function knownIn({ files, media }: Base): Known {
  const byKind = new Map<string, Map<string, unknown>>()
  for (const [path, data] of files) {
    const kind = kindAt(path)
    if (kind === undefined) continue
    const own = byKind.get(kind) ?? new Map<string, unknown>()
    byKind.set(kind, own.set(idOf(path), data))
  }
  const lines = new Set<string>()
  for (const data of files.values()) addLines(data, lines)
  const of = (kind: string): readonly (readonly [string, unknown])[] => [...(byKind.get(kind) ?? [])]
  return {
    ids: ({ to, orSociety, type }) => [
      ...of(to).flatMap(([id, data]) => (type === undefined || fieldOf(data, 'type') === type ? [id] : [])),
      ...(orSociety ? ['society'] : []),
    ],
    anyId: [...byKind.values()].flatMap(each => [...each.keys()]),
    lines: [...lines],
    media: [...media.keys()],
    languages: languagesIn(files.get('data/society.yaml')),
  }
}

function languagesIn(society: unknown): readonly string[] {
  const languages = fieldOf(society, 'languages')
  return Array.isArray(languages) ? languages.map(String) : []
}

const idOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1).replace(/\.yaml$/, '')

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined

function addLines(value: unknown, lines: Set<string>): void {
  if (typeof value === 'string' && value.length <= 24 && !value.includes(' ')) lines.add(value)
  else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) addLines(part, lines)
}

/** Ids that the field of a shape may name; none where it names nothing. */
export function idsFor(shape: Shape, known: Known): readonly string[] {
  const to = shape[refers]
  return to ? known.ids(to) : []
}

export const isListed = (kind: Kind): boolean => factsOf(kind).listed === true
