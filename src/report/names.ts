/** Names of records in the language of a report. One that is missing is the author's to add: nothing is borrowed. */
import { type Dataset, type Entry, spanOf } from '../model/dataset.ts'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import type { Language, Text } from '../model/text.ts'
import { textIn } from '../model/text.ts'

export interface Names {
  readonly area: (id: string) => string
  readonly shortArea: (id: string) => string
  readonly place: (id: string) => string
  /** `society`, or an organization. */
  readonly organization: (id: string) => string
  readonly shortOrganization: (id: string) => string
  /** A text that may be absent in this language. */
  readonly text: (written: Text | undefined) => string | undefined
  /** Names asked for that are not there, each once. */
  readonly diagnostics: () => readonly Diagnostic[]
}

interface Named {
  readonly name: Text
  readonly short_name?: Text
}

export function namesIn(language: Language, dataset: Dataset): Names {
  const main = dataset.society.data.languages[0] ?? language
  const text = (written: Text | undefined) => textIn(written, language, main)
  const missing = new Map<string, Diagnostic>()
  const nameOf = (entry: Entry & { readonly data: Named }): string => {
    const name = text(entry.data.name)
    if (name === undefined) missing.set(`${entry.kind}/${entry.id}`, unnamed(entry, language))
    return name ?? entry.id
  }
  const organization = (id: string) =>
    id === 'society' ? dataset.society : entryOf(dataset.organization, id, 'organization')
  return {
    text,
    area: id => nameOf(entryOf(dataset.area, id, 'area')),
    shortArea: id => {
      const area = entryOf(dataset.area, id, 'area')
      return text(area.data.short_name) ?? nameOf(area)
    },
    place: id => nameOf(entryOf(dataset.place, id, 'place')),
    organization: id => nameOf(organization(id)),
    shortOrganization: id => text(organization(id).data.short_name) ?? nameOf(organization(id)),
    diagnostics: () => [...missing.values()],
  }
}

/** References were checked when the records were linked: one that leads nowhere now is a bug. */
function entryOf<E>(entries: ReadonlyMap<string, E>, id: string, kind: string): E {
  const entry = entries.get(id)
  if (entry === undefined) throw new Error(`no ${kind} “${id}”: references are checked before reports are made`)
  return entry
}

function unnamed(entry: Entry, language: Language): Diagnostic {
  const message = `The name of “${entry.id}” is missing in ${language}, and a report prints it.`
  return errorAt('record/missing-language', spanOf(entry, '/name'), message, `Add “${language}:” to the name.`)
}
