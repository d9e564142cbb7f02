/**
 * Forms of a society's name, where its first words leave no doubt: what follows them stays as it is.
 *
 *     ru  ->  its cases
 *     fr, es  ->  the name with its article: «le Croissant-Rouge», «la Cruz Roja»
 */
import type { StoredForms } from '../names.ts'

interface CaseForms {
  readonly genitive: string
  readonly dative: string
  readonly accusative: string
  readonly instrumental: string
  readonly prepositional: string
}

type Row = readonly [
  nominative: string,
  genitive: string,
  dative: string,
  accusative: string,
  instrumental: string,
  prepositional: string,
]

/** What the names of National Societies begin with. */
const beginnings: readonly Row[] = [
  [
    'Национальное общество',
    'Национального общества',
    'Национальному обществу',
    'Национальное общество',
    'Национальным обществом',
    'Национальном обществе',
  ],
  ['Общество', 'Общества', 'Обществу', 'Общество', 'Обществом', 'Обществе'],
  [
    'Красный Полумесяц',
    'Красного Полумесяца',
    'Красному Полумесяцу',
    'Красный Полумесяц',
    'Красным Полумесяцем',
    'Красном Полумесяце',
  ],
  ['Красный Крест', 'Красного Креста', 'Красному Кресту', 'Красный Крест', 'Красным Крестом', 'Красном Кресте'],
]

function caseFormsOf(name: string): CaseForms | undefined {
  const row = beginnings.find(([first]) => name === first || name.startsWith(`${first} `))
  if (!row) return undefined
  const [nominative, ...forms] = row
  const [genitive = '', dative = '', accusative = '', instrumental = '', prepositional = ''] = forms.map(
    form => form + name.slice(nominative.length),
  )
  return { genitive, dative, accusative, instrumental, prepositional }
}

/** By language, what the names of National Societies begin with, and the article before it. */
const articles: { readonly [language: string]: { readonly [beginning: string]: string } } = {
  fr: { 'Croix-Rouge': 'la', 'Croissant-Rouge': 'le', Société: 'la' },
  es: { 'Cruz Roja': 'la', 'Media Luna Roja': 'la', Sociedad: 'la' },
}

function definiteOf(name: string, language: string): string | undefined {
  const [article] = Object.entries(articles[language] ?? {}).flatMap(([first, its]) =>
    name === first || name.startsWith(`${first} `) ? [its] : [],
  )
  return article === undefined ? undefined : `${article} ${name}`
}

/** @param names of the society, by language */
export function formsOf(names: { readonly [language: string]: string }): StoredForms {
  return Object.fromEntries(
    Object.entries(names).flatMap(([language, name]) => {
      const forms = language === 'ru' ? caseFormsOf(name) : undefined
      const definite = definiteOf(name, language)
      return [...(forms ? [[language, forms] as const] : []), ...(definite ? [[language, { definite }] as const] : [])]
    }),
  )
}
