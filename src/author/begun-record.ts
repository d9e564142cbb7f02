/** A record that is begun: from nothing, or from another, with what is known of it. */

import { type Dataset, type Entry, recordNamed } from '../model/dataset.ts'
import { EnvironmentFault } from '../model/fault.ts'
import { factsOf, type Kind } from '../model/record/kinds.ts'
import { said } from '../model/said.ts'
import { modelineFor } from './editor-settings.ts'
import type { FieldWords } from './field-blocks.ts'
import { schemaOfKind } from './field-schema.ts'
import type { Said } from './given.ts'
import { idNamed } from './named-records.ts'
import { recordFrom } from './new-from.ts'
import { type Known, newRecord } from './new-record.ts'
import { factsOfTheDay } from './of-the-day.ts'

/** Words for the fields that nearly every kind has, whatever it calls them. */
export interface ShortWords {
  readonly date?: string
  readonly partner?: readonly string[]
  readonly title?: readonly string[]
  readonly headline?: readonly string[]
}

/** `--title ru=…` -> `title/ru`, of an activity `name/ru`; one without a language is in the main one. */
export function saidShortly(kind: Kind, words: ShortWords, { society }: Dataset): readonly Said[] {
  const { schema, days } = factsOf(kind)
  const has = (name: string): boolean => Object.hasOwn(schema.properties, name)
  const fieldFor = (flag: string, ...names: readonly string[]): string => {
    const field = names.find(has)
    if (field !== undefined) return field
    throw new EnvironmentFault(
      said('--{flag} says nothing of {kind}s.', { flag, kind }),
      said('Leave it out; --set field=value names a field.'),
    )
  }
  const { languages } = society.data
  const texts = (all: readonly string[] | undefined, field: () => readonly string[]): readonly Said[] =>
    (all ?? []).map(written => {
      const language = languages.find(each => written.startsWith(`${each}=`))
      const text = language === undefined ? written : written.slice(language.length + 1)
      return { names: [...field(), language ?? languages[0] ?? ''], text }
    })
  return [
    ...(words.date === undefined ? [] : [{ names: [fieldFor('date', days?.first ?? '')], text: words.date }]),
    ...(words.partner ?? []).map(text => ({ names: [fieldFor('partner', 'partners', 'partner')], text })),
    ...texts(words.title, () => [fieldFor('title', 'title', 'name')]),
    ...texts(words.headline, () => [fieldFor('headline', 'release'), 'headline']),
  ]
}

export interface Beginning {
  readonly kind: Kind
  readonly known: Known
  readonly dataset: Dataset
  /** Id of the record that it is made of. */
  readonly from?: string | undefined
  /** What is told of fields to whoever begins it. */
  readonly words?: FieldWords
}

/** @param path of the file that it is to be */
export function begunRecord(beginning: Beginning, path: string): string {
  const { kind, known, dataset, words } = beginning
  const { languages } = dataset.society.data
  const old = madeOf(beginning)
  if (old) return recordFrom(old, known, languages)
  const to = { languages, ...(words && { words }) }
  return `${modelineFor(kind, path)}${newRecord(kind, withDraft(known), to)}`
}

/** With what it has of the one that it is made of. */
export function knownOf(beginning: Beginning): Known {
  const old = madeOf(beginning)
  if (!old) return beginning.known
  const emptied = new Set(factsOfTheDay(old.data, schemaOfKind(old.kind)))
  const kept = Object.entries(old.data).filter(([name]) => !emptied.has(`/${name}`))
  return { ...Object.fromEntries(kept), ...beginning.known }
}

/** By its id, or by its name. */
function madeOf({ kind, dataset, from }: Beginning): Entry | undefined {
  return from === undefined ? undefined : recordNamed(dataset, kind, idNamed(from, { to: kind }, dataset))
}

/** A release that is begun is a draft, until somebody says otherwise. */
function withDraft(known: Known): Known {
  const { release } = known
  return typeof release === 'object' && release !== null
    ? { ...known, release: { status: 'draft', ...release } }
    : known
}
