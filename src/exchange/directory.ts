/** What a name in a cell may mean: records by name, abbreviation or code, words of a list, in any language. */

import { nearest } from '../model/nearest.ts'
import type { Said } from '../model/said.ts'
import { type Language, type Text, textIn } from '../model/text.ts'

export interface Named {
  readonly id: string
  /** Names and abbreviations, the full name first. */
  readonly texts: readonly (Text | undefined)[]
  /** Codes of other systems. */
  readonly codes?: readonly (string | undefined)[]
  /** What is shared with others: it means this one where no other has it. */
  readonly shared?: readonly (string | undefined)[]
}

export type Found =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'several'; readonly ids: readonly string[] }
  | { readonly kind: 'none'; readonly near: readonly string[] }

export interface Directory {
  /** For messages: `region`. */
  readonly what: Said
  readonly find: (written: string) => Found
  /** As it is shown in a language: by its name, or by its id where the name leads elsewhere. */
  readonly shown: (id: string, language: Language) => string
  /** In the order of the entries. */
  readonly ids: readonly string[]
}

export function directoryOf(what: Said, entries: readonly Named[], main: Language): Directory {
  const exact = meanings(entries, each => [each.id, ...(each.codes ?? []), ...each.texts.flatMap(textsOf)], plainName)
  const loose = meanings(entries, each => [...(each.shared ?? []), ...each.texts.flatMap(textsOf)], coreName)
  const find = (written: string): Found => {
    const ids = exact.get(plainName(written)) ?? loose.get(coreName(written))
    const [id, other] = ids ?? []
    if (id === undefined) return { kind: 'none', near: nearOf(written, entries, main) }
    return other === undefined ? { kind: 'one', id } : { kind: 'several', ids: [...(ids ?? [])] }
  }
  const shown = (id: string, language: Language): string => {
    const name = nameOf(
      entries.find(each => each.id === id),
      language,
      main,
    )
    const found = name === undefined || /[;\n|]/.test(name) ? undefined : find(name)
    return found?.kind === 'one' && found.id === id && name !== undefined ? name : id
  }
  return { what, find, shown, ids: entries.map(({ id }) => id) }
}

function meanings(
  entries: readonly Named[],
  namesOf: (each: Named) => readonly (string | undefined)[],
  form: (name: string) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>()
  for (const entry of entries)
    for (const name of namesOf(entry)) {
      const key = form(name ?? '')
      if (key !== '') found.set(key, (found.get(key) ?? new Set()).add(entry.id))
    }
  return found
}

const textsOf = (text: Text | undefined): readonly string[] =>
  text === undefined ? [] : typeof text === 'string' ? [text] : Object.values(text)

function nameOf(entry: Named | undefined, language: Language, main: Language): string | undefined {
  const [full] = entry?.texts ?? []
  return textIn(full, language, main) ?? textsOf(full)[0]
}

const mostNamed = 16

/** The nearest, or all where they are few. */
function nearOf(written: string, entries: readonly Named[], main: Language): readonly string[] {
  const names = entries.flatMap(each => [each.id, ...each.texts.flatMap(textsOf)].map(name => [name, each] as const))
  const near = nearest(
    written,
    names.map(([name]) => name),
  )
  const core = coreName(written)
  const longer = names.filter(([name]) => core.length >= 4 && coreName(name).startsWith(core)).map(([, each]) => each)
  const meant = near === undefined ? longer : names.filter(([name]) => name === near).map(([, each]) => each)
  if (meant.length > 0) return [...new Set(meant)].map(each => namedWithId(each, main))
  return entries.length <= mostNamed ? entries.map(each => namedWithId(each, main)) : entries.map(({ id }) => id)
}

const namedWithId = (each: Named, main: Language): string => {
  const name = nameOf(each, main, main)
  return name === undefined || name === each.id ? each.id : `${name} (${each.id})`
}

/** Letters and digits alone, in small letters: apostrophes and dashes are written in many ways. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/g, 'е')
    .replace(/[‘’'ʻʼ`´]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()

/** What kind of region it is, which one table says and another does not. */
const kindsOfRegion = new Set(
  (
    'region regional oblast province governorate district city state republic of the r область обл край город г республика ' +
    'viloyati viloyat shahri shahar respublikasi вилояти вилоят шаҳри шаҳар республикаси marz'
  ).split(' '),
)

function coreName(name: string): string {
  const words = plainName(name).split(' ')
  const core = words.filter(word => !kindsOfRegion.has(word))
  return core.length > 0 ? core.join(' ') : words.join(' ')
}
