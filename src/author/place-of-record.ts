/** The id of a new record, and the file that it goes into. */

import { idFrom } from '../load/id.ts'
import { allIn, type Dataset } from '../model/dataset.ts'
import { EnvironmentFault } from '../model/fault.ts'
import { factsOf, idSpaceOf, type Kind } from '../model/record/kinds.ts'
import { said } from '../model/said.ts'
import type { Known } from './new-record.ts'

export interface RecordPlace {
  readonly id: string
  readonly path: string
}

/** @param asked an id that somebody chose */
export function placeOfRecord(kind: Kind, known: Known, dataset: Dataset, asked?: string): RecordPlace {
  const { folder, byYear, days } = factsOf(kind)
  const id = asked === undefined ? free(kind, idOf(kind, known), dataset) : chosen(kind, asked, dataset)
  const year = byYear && days ? `${String(known[days.first]).slice(0, 4)}/` : ''
  return { id, path: `data/${folder}/${year}${id}.yaml` }
}

/** Fields that must be known before a record has a name: any row of them will do, and the first is asked for. */
export function lackingForId(kind: Kind, known: Known): readonly string[] {
  const { idOf: rows = [], byYear, days } = factsOf(kind)
  const isKnown = (name: string): boolean => partOf(known[name]) !== ''
  const needed = byYear && days ? [days.first] : []
  if (rows.some(row => row.every(isKnown))) return needed.filter(name => !isKnown(name))
  const [row = []] = rows
  return [...new Set([...needed, ...row])].filter(name => !isKnown(name))
}

function idOf(kind: Kind, known: Known): string {
  const { idOf: rows = [], byYear } = factsOf(kind)
  const row = rows.find(fields => fields.every(name => partOf(known[name]) !== '')) ?? []
  const parts = row.map(name => partOf(known[name]))
  // Where records do not lie by year, their years tell them apart, and stand behind the name.
  const inOrder = byYear
    ? parts
    : parts
        .toReversed()
        .map(part => part.replace(/^(\d{4})-\d\d-\d\d$/, '$1'))
        .toReversed()
  return inOrder.join('-').slice(0, 60).replace(/-+$/, '')
}

/** A day as it is, a text by what of it has Latin letters, of a list its first entry. */
function partOf(value: unknown): string {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return isLatin(value) ? idFrom(value) : ''
  if (Array.isArray(value)) return partOf(value[0])
  if (typeof value !== 'object' || value === null) return ''
  return Object.values(value).map(partOf).find(Boolean) ?? ''
}

const isLatin = (text: string): boolean => !/[\p{L}--[\p{Script=Latin}]--[\p{Script=Common}]]/v.test(text)

function isTaken(kind: Kind, id: string, dataset: Dataset): boolean {
  const space = idSpaceOf(kind)
  return allIn(dataset).some(entry => entry.id === id && idSpaceOf(entry.kind) === space)
}

function free(kind: Kind, wanted: string, dataset: Dataset): string {
  for (let count = 1; ; count += 1) {
    const id = count === 1 ? wanted : `${wanted}-${count}`
    if (!isTaken(kind, id, dataset)) return id
  }
}

function chosen(kind: Kind, id: string, dataset: Dataset): string {
  const near = idFrom(id)
  if (near !== id)
    throw new EnvironmentFault(
      said('“{id}” is not an id: lower-case letters a-z, digits, hyphens.', { id }),
      near ? said('Write --id {near}.', { near }) : said('Write one, for example --id annual-review.'),
    )
  const by = factsOf(kind).reserved?.[id]
  if (by !== undefined)
    throw new EnvironmentFault(said('The id “{id}” is reserved for {by}.', { id, by }), said('Choose another.'))
  if (isTaken(kind, id, dataset))
    throw new EnvironmentFault(said('There is a record with the id “{id}” already.', { id }), said('Choose another.'))
  return id
}
