/**
 * Texts -> records. Every mistake of every file in one run.
 *
 *   sources -> classify -> parse -> validate + explain -> link -> Dataset
 */
import type { Dataset, Entry } from '../model/dataset.ts'
import { compare, type Diagnostic, distinct, errorAt, inOrder, type Outcome } from '../model/diagnostic.ts'
import { type Memo, noMemo } from '../model/memo.ts'
import type { Kind, RecordTypes } from '../model/record/kinds.ts'
import { type SourceFile, spanOfFile } from '../model/source.ts'
import type { Draft } from './draft.ts'
import { link } from './link.ts'
import { type Drafts, readRecords } from './read-records.ts'

/** A record that is not in the dataset: it is in error, or rests on one that is. */
export interface LeftOut {
  readonly kind: Kind
  readonly id: string
  /** Of its file. */
  readonly path: string
}

export interface Loaded extends Outcome<Dataset | undefined> {
  readonly leftOut: readonly LeftOut[]
}

/**
 * The dataset is closed: every reference in it leads to a record in it. What cannot be in it is `leftOut`.
 * `undefined` where the society is missing or does not fit its schema: everything rests on it.
 *
 * @param sources files below data/, with paths such as `data/meetings/2022/x.yaml`, in any order
 * @param media paths of photos below data/, such as `media/2022/x.jpg`
 * @param memo what is known of texts that were read before
 */
export function load(sources: readonly SourceFile[], media: ReadonlySet<string>, memo: Memo = noMemo): Loaded {
  const files = sources.toSorted((a, b) => compare(a.path, b.path))
  const read = readRecords(files, memo)
  const links = link(read.drafts, media, memo)
  const broken = new Set([...read.broken, ...links.broken])
  const out = broken.size === 0 ? broken : withDependents(broken, links.restsOn())
  const found = [...read.diagnostics, ...links.diagnostics, ...missingSociety(read)]
  return {
    value: datasetOf(read, out),
    diagnostics: distinct(inOrder(found)),
    leftOut: [...out].map(({ kind, id, origin }) => ({ kind, id, path: origin.file.path })),
  }
}

function missingSociety({ drafts }: Drafts): readonly Diagnostic[] {
  if (drafts.some(({ kind }) => kind === 'society')) return []
  const file = { path: 'data/society.yaml', text: '' }
  const message = 'There is no data/society.yaml: who publishes is not known.'
  const hint = 'Write it, or give the folder that holds data/ with --root.'
  return [errorAt('file/missing', spanOfFile(file), message, hint)]
}

/** The broken records and all that rest on them, in the order of `restsOn`. */
function withDependents(broken: ReadonlySet<Draft>, restsOn: ReadonlyMap<Draft, readonly Draft[]>): ReadonlySet<Draft> {
  const dependents = new Map<Draft, Draft[]>()
  for (const [draft, targets] of restsOn) {
    for (const target of targets) {
      const known = dependents.get(target)
      if (known) known.push(draft)
      else dependents.set(target, [draft])
    }
  }
  const out = new Set(broken)
  // A set visits what is added while it is walked.
  for (const draft of out) for (const dependent of dependents.get(draft) ?? []) out.add(dependent)
  return out
}

function datasetOf(read: Drafts, out: ReadonlySet<Draft>): Dataset | undefined {
  const society = read.drafts.find(draft => draft.kind === 'society' && !read.broken.has(draft))
  if (!society) return undefined
  const entries = <K extends Kind>(kind: K) => entriesOf(kind, read.drafts, out)
  return {
    society: entryOf('society', society),
    organization: entries('organization'),
    person: entries('person'),
    area: entries('area'),
    place: entries('place'),
    agreement: entries('agreement'),
    meeting: entries('meeting'),
    activity: entries('activity'),
  }
}

function entriesOf<K extends Kind>(
  kind: K,
  drafts: readonly Draft[],
  out: ReadonlySet<Draft>,
): ReadonlyMap<string, Entry<K>> {
  const found = drafts.filter(draft => draft.kind === kind && !out.has(draft)).map(draft => entryOf(kind, draft))
  return new Map(found.toSorted((a, b) => compare(a.id, b.id)).map(entry => [entry.id, entry]))
}

function entryOf<K extends Kind>(kind: K, { id, data, origin }: Draft): Entry<K> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border where data becomes a record: its schema was found to hold
  return { kind, id, data: data as RecordTypes[K], origin }
}
