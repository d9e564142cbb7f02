/** Names of records in the language of a report. One that is missing is the author's to add: nothing is borrowed. */

import { type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import { type Language, type Text, textIn } from '../model/text.ts'
import { apart, type Called } from './apart.ts'

export interface Names {
  readonly area: (id: string) => string
  readonly shortArea: (id: string) => string
  readonly place: (id: string) => string
  /** `society`, or an organization. */
  readonly organization: (id: string) => string
  readonly shortOrganization: (id: string) => string
  /** A text that may be absent in this language. */
  readonly text: (written: Text | undefined) => string | undefined
  /** No name of an area, a place or an organization is missing, whoever is asked for. */
  readonly areWhole: boolean
  /** Names asked for that are not there, each once. */
  readonly diagnostics: () => readonly Diagnostic[]
}

type NamedEntry = Entry & { readonly data: { readonly name: Text; readonly short_name?: Text } }
type Told = ReadonlyMap<string, string>

export function namesIn(language: Language, dataset: Dataset): Names {
  const { area, place, organization, society } = dataset
  const { text, areWhole, ...told } = toldApart(language, dataset)
  const missing = new Map<string, Diagnostic>()
  const long = (names: Told, entry: NamedEntry): string => {
    if (text(entry.data.name) === undefined) missing.set(`${entry.kind}/${entry.id}`, unnamed(entry, language))
    return names.get(entry.id) ?? entry.id
  }
  const short = (names: Told, entry: NamedEntry): string =>
    text(entry.data.short_name) === undefined ? long(names, entry) : (names.get(entry.id) ?? entry.id)
  const side = (id: string) => (id === society.id ? society : entryOf(organization, id, 'organization'))
  return {
    text,
    areWhole,
    area: id => long(told.area, entryOf(area, id, 'area')),
    shortArea: id => short(told.shortArea, entryOf(area, id, 'area')),
    place: id => long(told.place, entryOf(place, id, 'place')),
    organization: id => long(told.organization, side(id)),
    shortOrganization: id => short(told.shortOrganization, side(id)),
    diagnostics: () => [...missing.values()],
  }
}

type Plain = 'text' | 'areWhole'
type ToldApart = Pick<Names, Plain> & { readonly [of in Exclude<keyof Names, Plain | 'diagnostics'>]: Told }

/** The same for all reports in a language. */
const known = new WeakMap<Dataset, Map<Language, ToldApart>>()

function toldApart(language: Language, dataset: Dataset): ToldApart {
  const ofDataset = known.get(dataset) ?? new Map<Language, ToldApart>()
  known.set(dataset, ofDataset)
  const told = ofDataset.get(language) ?? tellApart(language, dataset)
  ofDataset.set(language, told)
  return told
}

/** Of two that are called alike, each by its longer name; where that is alike too, with its id. */
function tellApart(language: Language, { society, area, place, organization }: Dataset): ToldApart {
  const main = society.data.languages[0] ?? language
  const text = (written: Text | undefined) => textIn(written, language, main)
  const long = ({ id, data }: NamedEntry): Called => {
    const name = text(data.name) ?? id
    return { id, forms: [name, `${name} (${id})`] }
  }
  const short = (entry: NamedEntry): Called => {
    const { forms } = long(entry)
    return { id: entry.id, forms: [text(entry.data.short_name) ?? forms[0], ...forms] }
  }
  // The society is called as it calls itself, whoever else is.
  const own = ({ id, forms: [name] }: Called): Called => ({ id, forms: [name] })
  const places = Map.groupBy([...place.values()], ({ data }) => data.type)
  const organizations = [...organization.values()]
  const all = [society, ...area.values(), ...places.values(), ...organizations].flat()
  return {
    text,
    areWhole: all.every(({ data }) => text(data.name) !== undefined),
    area: apart([...area.values()].map(long)),
    shortArea: apart([...area.values()].map(short)),
    place: new Map([...places.values()].flatMap(ofType => [...apart(ofType.map(long))])),
    organization: apart([own(long(society)), ...organizations.map(long)]),
    shortOrganization: apart([own(short(society)), ...organizations.map(short)]),
  }
}

/** References were checked when the records were linked: one that leads nowhere now is a bug. */
function entryOf<E>(entries: ReadonlyMap<string, E>, id: string, kind: string): E {
  const entry = entries.get(id)
  if (entry === undefined) throw new Error(`no ${kind} “${id}”: references are checked before reports are made`)
  return entry
}

function unnamed(entry: Entry, language: Language): Diagnostic {
  const message = said('The name of “{id}” is missing in {language}, and a report prints it.', {
    id: entry.id,
    language,
  })
  return errorAt(
    'record/missing-language',
    spanOf(entry, '/name'),
    message,
    said('Add “{language}:” to the name.', { language }),
  )
}
