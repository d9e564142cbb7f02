/** Records by the names that people know them by. */

import { allIn, type Dataset, type Entry } from '../model/dataset.ts'
import { EnvironmentFault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import type { Refers } from '../model/record/fields.ts'
import { said } from '../model/said.ts'
import { isText, type Text, textIn } from '../model/text.ts'

export interface NamedRecord {
  readonly id: string
  /** In the main language, or the one that there is. */
  readonly name: string
  /** Every name of it, in every language. */
  readonly names: readonly string[]
}

/** Those that a field may name, the society first. */
export function recordsFor(reference: Refers, dataset: Dataset): readonly NamedRecord[] {
  const { society } = dataset
  const fit = allIn(dataset).filter(
    ({ kind, data }) =>
      kind === reference.to && (reference.type === undefined || !('type' in data) || data.type === reference.type),
  )
  return [...(reference.orSociety ? [society] : []), ...fit].map(entry => named(entry, dataset))
}

export function named({ id, data }: Entry, { society }: Pick<Dataset, 'society'>): NamedRecord {
  const [main = ''] = society.data.languages
  const fields: { readonly [name: string]: unknown } = data
  const written = ['name', 'title', 'short_name'].map(field => fields[field]).filter(isText)
  const names = written.flatMap(textsOf)
  const [first] = written
  return { id, name: (first && textIn(first, main, main)) ?? names[0] ?? id, names }
}

const textsOf = (text: Text): readonly string[] => (typeof text === 'string' ? [text] : Object.values(text))

/** @param text an id, a name in any language, or a part of one name alone */
export function idNamed(text: string, reference: Refers, dataset: Dataset): string {
  const all = recordsFor(reference, dataset)
  const [found] = all.filter(({ id, names }) => id === text || names.some(name => plain(name) === plain(text)))
  if (found) return found.id
  const [byPart, ...others] = all.filter(({ names }) => names.some(name => plain(name).includes(plain(text))))
  if (byPart && others.length === 0) return byPart.id
  const near = nearest(
    text,
    all.flatMap(({ id, names }) => [id, ...names]),
  )
  const meant = all.find(({ id, names }) => id === near || (near !== undefined && names.includes(near)))
  const there = all.map(({ id, name }) => `${id} (${name})`).join(', ')
  const hint = meant
    ? said('Did you mean {id} ({name})?', { id: meant.id, name: meant.name })
    : said('There are: {there}.', { there })
  throw new EnvironmentFault(said('There is no {type} “{text}”.', { type: reference.type ?? reference.to, text }), hint)
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
