/** Names of organizations in the cases that a sentence asks for: as stored, never guessed. */
import { type Language, type Text, textIn } from '../model/text.ts'
import { factsOf } from './language.ts'
import { typeset } from './typography.ts'

export const cases = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const
export type Case = (typeof cases)[number]

/** What a society or an organization record says of its names. */
export interface Naming {
  readonly name: Text
  readonly short_name?: Text
  readonly forms?: { readonly [language: Language]: { readonly [form in Case]?: string } }
}

/** A name in the nominative, and in each case that is stored. */
export type CaseForms = { readonly name: string } & { readonly [form in Case]?: string }

export interface NameIn {
  readonly full: CaseForms
  readonly short?: string
  /** With the abbreviation in brackets, for the first mention: «Международного Комитета Красного Креста (МККК)». */
  readonly introduced: CaseForms
}

/** Nothing where the record has no name in the language. */
export function nameIn(naming: Naming, language: Language, mainLanguage: Language): NameIn | undefined {
  const written = textIn(naming.name, language, mainLanguage)
  if (written === undefined) return undefined
  const stored = Object.hasOwn(naming.forms ?? {}, language) ? naming.forms?.[language] : undefined
  const full = mapForms({ ...stored, name: written }, form => typeset(form, language))
  const shortened = textIn(naming.short_name, language, mainLanguage)
  if (shortened === undefined) return { full, introduced: full }
  const short = typeset(shortened, language)
  return { full, short, introduced: mapForms(full, form => (form === short ? form : `${form} (${short})`)) }
}

/** Several names as one: a case is there only where every name has it. */
export function joinForms(names: readonly CaseForms[], language: Language): CaseForms {
  const { list, names: join = list } = factsOf(language)
  const joined: Mutable<CaseForms> = { name: join(names.map(each => each.name)) }
  for (const form of cases) {
    const inCase = names.map(each => each[form]).filter(each => each !== undefined)
    if (names.length > 0 && inCase.length === names.length) joined[form] = join(inCase)
  }
  return joined
}

function mapForms(forms: CaseForms, change: (form: string) => string): CaseForms {
  const mapped: Mutable<CaseForms> = { name: change(forms.name) }
  for (const form of cases) {
    const stored = forms[form]
    if (stored !== undefined) mapped[form] = change(stored)
  }
  return mapped
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }
