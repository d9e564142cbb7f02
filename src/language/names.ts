/** Names of organizations, and roles, in the cases that a sentence asks for: as stored, never guessed. */
import { type Language, type Text, textIn } from '../model/text.ts'
import type { Tongue } from './tongue.ts'
import { typeset } from './typography.ts'

export const cases = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const
export type Case = (typeof cases)[number]
/** The cases of Russian, and the name with its article: «le Comité», «el Comité». */
const forms = [...cases, 'definite'] as const
type Form = (typeof forms)[number]

/** What a society or an organization record says of its names. */
export interface Naming {
  readonly name: Text
  readonly short_name?: Text
  readonly forms?: StoredForms
}

export interface StoredForms {
  readonly [language: Language]: { readonly [form in Form]?: string }
}

/** A name in the nominative, and in each form that is stored. */
export type CaseForms = { readonly name: string } & { readonly [form in Form]?: string }

export interface NameIn {
  readonly full: CaseForms
  readonly short?: string
  /** With the abbreviation in brackets, for the first mention: «Международного Комитета Красного Креста (МККК)». */
  readonly introduced: CaseForms
}

/** Nothing where the record has no name in the language. */
export function nameIn(naming: Naming, tongue: Tongue, mainLanguage: Language): NameIn | undefined {
  const { language } = tongue
  const written = textIn(naming.name, language, mainLanguage)
  if (written === undefined) return undefined
  const set = (form: string) => typeset(form, tongue)
  const full = { ...formsIn(naming.forms, language, set), name: set(written) }
  const shortened = textIn(naming.short_name, language, mainLanguage)
  if (shortened === undefined) return { full, introduced: full }
  const short = typeset(shortened, tongue)
  return { full, short, introduced: introduce(full, short) }
}

/** Several names as one: a case is there only where every name has it. */
export function joinForms(names: readonly CaseForms[], { list, names: join = list }: Tongue): CaseForms {
  const joined: Mutable<CaseForms> = { name: join(names.map(each => each.name)) }
  for (const form of forms) {
    const inCase = names.map(each => each[form]).filter(each => each !== undefined)
    if (names.length > 0 && inCase.length === names.length) joined[form] = join(inCase)
  }
  return joined
}

function introduce(full: CaseForms, short: string): CaseForms {
  const withShort = (form: string) => (form === short ? form : `${form} (${short})`)
  return { ...formsIn({ '': full }, '', withShort), name: withShort(full.name) }
}

/** The cases that are stored for a language. */
export function formsIn(stored: StoredForms | undefined, language: Language, set: (form: string) => string) {
  const found: { [form in Form]?: string } = {}
  for (const form of forms) {
    const written = stored && Object.hasOwn(stored, language) ? stored[language]?.[form] : undefined
    if (written !== undefined) found[form] = set(written)
  }
  return found
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
