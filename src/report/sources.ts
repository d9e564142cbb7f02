/** Which records are behind a report, and the hash of the facts of each. */
import { hash } from 'node:crypto'
import { allIn, type Dataset, type Entry } from '../model/dataset.ts'
import { compare } from '../model/diagnostic.ts'
import type { Ledger } from './ledger.ts'
import type { Report } from './report.ts'

/** Everything that the report prints a fact or a name of, or calculates with; by kind, then by id. */
export function sourcesOf({ dataset, ledger, earlier }: Report): readonly Entry[] {
  const wanted = new Set([ledger, ...earlier.map(past => past.ledger)].flatMap(namedIn))
  for (const { id, data } of dataset.place.values()) if (data.type === 'region') wanted.add(`place/${id}`)
  return entriesAmong(dataset, wanted)
}

/** @param wanted `activity/2022-first-aid` and so on; the society is always among them. */
export function entriesAmong(dataset: Dataset, wanted: ReadonlySet<string>): readonly Entry[] {
  const shown = new Set(wanted).add('society/society')
  return allIn(dataset).filter(({ kind, id }) => shown.has(`${kind}/${id}`))
}

/** `place/uz-tk` and so on; organizations also where `society` is meant, which none is called. */
function namedIn({ agreement, activities, meetings }: Ledger): readonly string[] {
  const { partner, budget, indicators } = agreement.data
  const areas = [...budget, ...indicators].map(({ area }) => area)
  return [
    ...of('agreement', [agreement.id]),
    ...of('organization', [partner]),
    ...of('area', areas),
    ...activities.flatMap(({ entry: { id, data } }) => [
      ...of('activity', [id]),
      ...of('area', [data.area]),
      ...of('place', [...(data.places ?? []), ...Object.keys(data.reached?.by_place ?? {})]),
      ...of('organization', data.implementers ?? []),
    ]),
    ...meetings.flatMap(({ id, data }) => [
      ...of('meeting', [id]),
      ...of('organization', [data.host, ...data.partners, ...(data.commitments ?? []).flatMap(({ who }) => who)]),
      ...of('area', data.areas ?? []),
      ...of('place', data.place === undefined ? [] : [data.place]),
    ]),
  ]
}

const of = (kind: Entry['kind'], ids: readonly string[]): readonly string[] => ids.map(id => `${kind}/${id}`)

const known = new WeakMap<object, string>()

/** SHA-256 of its facts, in hexadecimal: once a record, however many reports it is in. */
export function factsHash(entry: Entry): string {
  const digest = known.get(entry.data) ?? hash('sha256', factsText(entry))
  known.set(entry.data, digest)
  return digest
}

/** Its data as JSON with sorted keys. */
export const factsText = ({ data }: Entry): string => JSON.stringify(sorted(data))

function sorted(node: unknown): unknown {
  if (typeof node !== 'object' || node === null) return node
  if (Array.isArray(node)) return node.map(sorted)
  const fields = Object.entries(node).toSorted(([a], [b]) => compare(a, b))
  return Object.fromEntries(fields.map(([name, each]) => [name, sorted(each)]))
}
