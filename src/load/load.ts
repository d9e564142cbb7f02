/**
 * Texts -> records. Every mistake of every file in one run.
 *
 *   sources -> classify -> parse -> validate + explain -> link -> Dataset
 */

import type { Dataset, Entry, EntryMap } from '../model/dataset.ts'
import { compare, type Diagnostic, distinct, errorAt, inOrder, type Outcome } from '../model/diagnostic.ts'
import { type LanguagePacks, noPacks } from '../model/language-pack.ts'
import type { Media } from '../model/media.ts'
import { type Memo, noMemo } from '../model/memo.ts'
import { factsOf, type Kind, kindNames, type RecordTypes } from '../model/record/kinds.ts'
import { said } from '../model/said.ts'
import { type SourceFile, spanOfFile } from '../model/source.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Draft } from './draft.ts'
import { ownWordsIn } from './link/own-words.ts'
import { link } from './link.ts'
import { readRecords } from './read-records.ts'

/** A record that is not in the dataset: it is in error, or rests on one that is. */
export interface LeftOut {
  readonly kind: Kind
  readonly id: string
  /** Of its file. */
  readonly path: string
}

interface LoadedWith {
  /** What is known of texts that were read before. */
  readonly memo?: Memo
  /** How languages are written; without them as CLDR has it. */
  readonly packs?: LanguagePacks
  /** Which codes a workspace adds by wording them. */
  readonly wording?: TemplateSet['wording']
}

export interface Loaded extends Outcome<Dataset | undefined> {
  readonly leftOut: readonly LeftOut[]
}

/**
 * The dataset is closed: every reference in it leads to a record in it. What cannot be in it is `leftOut`.
 * `undefined` where the society is missing or does not fit its schema: everything rests on it.
 *
 * @param sources files below data/, with paths such as `data/meetings/2022/x.yaml`, in any order
 * @param media what lies below data/media
 */
export function load(
  sources: readonly SourceFile[],
  media: Media,
  { memo = noMemo, packs = noPacks, wording = new Map() }: LoadedWith = {},
): Loaded {
  const files = sources.toSorted((a, b) => compare(a.path, b.path))
  const read = readRecords(files, memo)
  const ofKind = Map.groupBy(read.drafts, ({ kind }) => kind)
  const links = link(read.drafts, memo, { media, ownWords: ownWordsIn(wording) })
  const broken = new Set([...read.broken, ...links.broken])
  const out = broken.size === 0 ? broken : withDependents(broken, links.restsOn())
  const found = [...read.diagnostics, ...links.diagnostics, ...missingSociety(ofKind)]
  return {
    value: datasetOf(ofKind, { broken: read.broken, out, packs }),
    diagnostics: distinct(inOrder(found)),
    leftOut: [...out].map(({ kind, id, origin }) => ({ kind, id, path: origin.file.path })),
  }
}

type DraftsOfKind = ReadonlyMap<Kind, readonly Draft[]>

function missingSociety(ofKind: DraftsOfKind): readonly Diagnostic[] {
  if (ofKind.has('society')) return []
  const file = { path: 'data/society.yaml', text: '' }
  const message = said('There is no data/society.yaml: who publishes is not known.')
  const hint = said('Write it, or give the folder that holds data/ with --root.')
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

interface Held {
  readonly broken: ReadonlySet<Draft>
  readonly out: ReadonlySet<Draft>
  readonly packs: LanguagePacks
}

/** Of a kind without a folder there is one record, without which there is no dataset. */
function datasetOf(ofKind: DraftsOfKind, { broken, out, packs }: Held): Dataset | undefined {
  const held = kindNames.map((kind): readonly [Kind, Entry | EntryMap<Kind> | undefined] => {
    const own = ofKind.get(kind) ?? []
    if (factsOf(kind).folder !== undefined) return [kind, entriesOf(own.filter(draft => !out.has(draft)))]
    const only = own.find(draft => !broken.has(draft))
    return [kind, only && entryOf(only)]
  })
  if (held.some(([, records]) => records === undefined)) return undefined
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every kind is there, with entries of its own
  return { ...Object.fromEntries(held), packs } as Dataset
}

function entriesOf(drafts: readonly Draft[]): EntryMap<Kind> {
  const found = drafts.map(entryOf).toSorted((a, b) => compare(a.id, b.id))
  return new Map(found.map(entry => [entry.id, entry]))
}

function entryOf({ kind, id, data, origin }: Draft): Entry {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border where data becomes a record: its schema was found to hold
  return { kind, id, data: data as RecordTypes[Kind], origin }
}
