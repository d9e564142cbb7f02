/** All records of a workspace, validated and linked. */
import type { LanguagePacks } from './language-pack.ts'
import {
  type DatedKind,
  type FolderKind,
  type Kind,
  kindNames,
  kinds,
  type RecordTypes,
  type SubjectKind,
  subjectKinds,
} from './record/kinds.ts'
import type { SourceFile, Span } from './source.ts'

/** Offsets of a node: of its value, and of its key where it has one. */
export interface NodeSpan {
  readonly key?: readonly [start: number, end: number]
  readonly value: readonly [start: number, end: number]
}

/** Where a record was written. `pointer` is '' for a file of its own, `/3` for the fourth entry of a list. */
export interface Origin {
  readonly file: SourceFile
  readonly pointer: string
  readonly spans: Spans
}

/** By JSON pointer (RFC 6901) from the root of the file. */
export type Spans = Pick<ReadonlyMap<string, NodeSpan>, 'get' | 'has'>

export interface Entry<K extends Kind = Kind> {
  readonly kind: K
  readonly id: string
  readonly data: RecordTypes[K]
  readonly origin: Origin
}

export type EntryMap<K extends Kind> = ReadonlyMap<string, Entry<K>>

type Records = { readonly [K in Kind]: K extends FolderKind ? EntryMap<K> : Entry<K> }

/** Every map is ordered by id. `society` is there whenever loading found no error. */
export interface Dataset extends Records {
  /** How each language is written. */
  readonly packs: LanguagePacks
}

/** A record that a release can be about. */
export type Subject = { readonly [K in SubjectKind]: Entry<K> }[SubjectKind]

export const subjectsIn = (dataset: Dataset): readonly Subject[] =>
  subjectKinds.flatMap((kind): readonly Subject[] => [...dataset[kind].values()])

/** By kind, then by id. */
export const allIn = (dataset: Dataset): readonly Entry[] =>
  kindNames.map(kind => heldOf(dataset, kind)).flatMap(held => ('origin' in held ? [held] : [...held.values()]))

const heldOf = (dataset: Dataset, kind: Kind): Entry | ReadonlyMap<string, Entry> => dataset[kind]

export function recordNamed(dataset: Dataset, kind: Kind, id: string): Entry | undefined {
  const held = heldOf(dataset, kind)
  if ('origin' in held) return held.id === id ? held : undefined
  return held.get(id)
}

/** Whatever its kind: all that a release can be about share one space of ids. */
export function subjectNamed(dataset: Dataset, id: string): Subject | undefined {
  return subjectKinds.map(kind => dataset[kind].get(id)).find(found => found !== undefined)
}

export function daysOf({ kind, data }: Entry<DatedKind>): { readonly first: string; readonly last: string } {
  const { first, last } = kinds[kind].days
  const fields: { readonly [name: string]: unknown } = data
  return { first: String(fields[first]), last: String(fields[last] ?? fields[first]) }
}

/** The span of a field of a record, or of the nearest parent that was written. `pointer` starts at the record. */
export function spanOf(entry: Entry, pointer = '', part: 'key' | 'value' = 'value'): Span {
  return spanIn(entry.origin, pointer, part)
}

export function spanIn(origin: Origin, pointer = '', part: 'key' | 'value' = 'value'): Span {
  const { file, spans } = origin
  for (let at = origin.pointer + pointer; ; at = at.slice(0, at.lastIndexOf('/'))) {
    const node = spans.get(at)
    if (node) {
      const [start, end] = part === 'key' && node.key ? node.key : node.value
      return { file, start, end }
    }
    if (at === '') return { file, start: 0, end: 0 }
  }
}

/** By content, where its digest was taken; with the path, because an id is a file's name. */
export function nameOf({ file, pointer }: Pick<Origin, 'file' | 'pointer'>): string | undefined {
  return file.digest === undefined ? undefined : `${file.digest} ${file.path}#${pointer}`
}
