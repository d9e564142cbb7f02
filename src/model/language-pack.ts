/**
 * templates/languages/<language>.yaml: how a language writes days, numbers, lists and texts, as data. What a pack does not
 * say is as CLDR has it, so that a language needs no pack to be printed, and a pack only what CLDR has otherwise.
 */
import { type Static, Type } from 'typebox'
import { choice, line, record } from './record/fields.ts'
import type { Language } from './text.ts'

/** Words in which names in braces stand for what is known. */
const pattern = (description: string, ...names: readonly string[]) =>
  Type.String({
    pattern: `^(?:[^{}]|\\{(?:${names.join('|')})\\})+$`,
    description: `${description} It may name: ${names.map(name => `{${name}}`).join(' ')}.`,
  })

const oneDay = ['day', 'month', 'year'] as const
const twoDays = ['from_day', 'from_month', 'from_year', ...oneDay] as const

const signs = (description: string) =>
  Type.Unsafe<readonly [string, string]>({
    type: 'array',
    items: { type: 'string', minLength: 1, description: 'A mark.' },
    minItems: 2,
    maxItems: 2,
    description,
  })
const words = (description: string) => Type.Array(line('A word.'), { description })
const joint = (description: string) =>
  record(description, {
    between: Type.String({ description: 'What parts all but the last two.' }),
    last: Type.String({ description: 'What parts the last two.' }),
  })

/** Those that the library `hyphen` has by the tag of their language. */
export const hyphenationPatterns = [
  'af',
  'as',
  'be',
  'bg',
  'bn',
  'ca',
  'cs',
  'cy',
  'da',
  'de',
  'el',
  'en-gb',
  'en-us',
  'es',
  'et',
  'eu',
  'fi',
  'fr',
  'fur',
  'ga',
  'gl',
  'gu',
  'hi',
  'hr',
  'hsb',
  'hu',
  'hy',
  'ia',
  'id',
  'is',
  'it',
  'ka',
  'kmr',
  'kn',
  'la',
  'lt',
  'lv',
  'mk',
  'ml',
  'mn-cyrl',
  'mr',
  'nb',
  'nl',
  'nn',
  'oc',
  'or',
  'pa',
  'pl',
  'pms',
  'pt',
  'rm',
  'ro',
  'ru',
  'sa',
  'sk',
  'sl',
  'sq',
  'sr-cyrl',
  'sv',
  'ta',
  'te',
  'th',
  'tk',
  'tr',
  'uk',
] as const

const hyphenation = record('Where a line may break a word of running text.', {
  letters: line('The small letters of its words: what has others is not broken.'),
  patterns: Type.Optional(choice(hyphenationPatterns, 'Patterns of TeX; or `syllables`.')),
  syllables: Type.Optional(choice(['uzbek-latin', 'uzbek-cyrillic'], 'Rules of syllables; or `patterns`.')),
})

const byValue = (description: string) =>
  Type.Record(Type.String({ pattern: '^[0-9]{1,15}(?:\\.[0-9]+)?$' }), words('Its forms.'), {
    additionalProperties: false,
    description: `${description} By value: { '1000': [thousand, k] }.`,
  })
const endings = (description: string) =>
  Type.Array(words('Endings, of which a word has one or none.'), { minItems: 1, description })

const numberWords = record(
  'Words for numbers, so that a text is known to tell the same as one in digits. In small letters.',
  {
    words: byValue('Words.'),
    endings: Type.Optional(endings('What may follow a word, group after group.')),
    ten_on_tens: Type.Optional(Type.Boolean({ description: 'true: eleven is ten one.' })),
    ordinals: Type.Optional(
      record('First, second.', {
        stems: byValue('Stems.'),
        endings: endings('Endings, of the first group always one.'),
      }),
    ),
  },
)

const localePattern = '^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?(-u(-[a-z0-9]{2,8})+)?$'

export const languagePack = record('How a language is written. What is not said is as CLDR has it.', {
  awaiting_review: Type.Optional(
    Type.Boolean({
      description: 'true: no native editor has read the wording, and each release says so in a warning.',
    }),
  ),
  locale: Type.Optional(
    Type.String({
      pattern: localePattern,
      description:
        'Whose forms of CLDR are meant, with digits and calendar: ar-SY, ar-u-nu-arab. Default: the language.',
    }),
  ),
  locale_in: Type.Optional(
    Type.Record(Type.String({ pattern: '^[A-Z]{2}$' }), Type.String({ pattern: localePattern }), {
      additionalProperties: false,
      description:
        'Whose forms are meant instead by a society of a country: { JO: ar-JO-u-nu-latn }. By ISO 3166-1 code.',
    }),
  ),
  months: Type.Optional(
    Type.Array(line('A month.'), { minItems: 12, maxItems: 12, description: 'Months, as they stand in a date.' }),
  ),
  day_numbers: Type.Optional(
    Type.Record(Type.String({ pattern: '^(?:[1-9]|[12][0-9]|3[01])$' }), line('As it is written.'), {
      additionalProperties: false,
      description: "Days of the month that are not written as their number: { '1': 1er }.",
    }),
  ),
  day: Type.Optional(pattern('A day.', ...oneDay)),
  days: Type.Optional(
    record('Two days, the first and the last.', {
      of_one_month: pattern('Of one month.', ...twoDays),
      of_one_year: pattern('Of one year.', ...twoDays),
      of_two_years: pattern('Of two years.', ...twoDays),
    }),
  ),
  moment: Type.Optional(pattern('An hour of a day, in a zone: 16:00, UTC+5.', 'day', 'time', 'zone')),
  list: Type.Optional(joint('How things are listed.')),
  names: Type.Optional(joint('How names of organizations are listed, where that is otherwise: “, the ”.')),
  number: Type.Optional(
    record('How numbers are written.', {
      group: Type.String({ description: 'What parts thousands.' }),
      decimal: line('What parts decimals.'),
      from: Type.Integer({ minimum: 4, maximum: 9, description: 'From how many digits on thousands are parted.' }),
    }),
  ),
  percent: Type.Optional(pattern('A percentage.', 'number')),
  initials: Type.Optional(words('Initials of several letters: Sh, Oʻ.')),
  not_initials: Type.Optional(words('What looks like initials and is none: U.S.')),
  never_last: Type.Optional(words('Words that never end a line: titles, signs, prepositions.')),
  after_number: Type.Optional(words('What never parts from the number before it.')),
  never_first: Type.Optional(words('Words that never begin a line: particles that lean on the word before.')),
  spaced: Type.Optional(words('Signs with a space before them that does not break: `;` in French.')),
  quotes: Type.Optional(
    record('Quotation marks, whichever were typed. Default: left as typed.', {
      outer: signs('Of a quotation.'),
      inner: signs('Of a quotation in a quotation.'),
    }),
  ),
  dash: Type.Optional(choice(['em'], 'em: an em dash in spaces, whatever stood for it. Default: as typed.')),
  apostrophes: Type.Optional(
    choice(['uzbek', 'english', 'french'], 'What the apostrophes of the keyboard stand for. Default: left as typed.'),
  ),
  hyphenation: Type.Optional(hyphenation),
  number_words: Type.Optional(numberWords),
})

export type LanguagePack = Static<typeof languagePack>
export type Hyphenation = NonNullable<LanguagePack['hyphenation']>
export type NumberWords = Static<typeof numberWords>
export type Quotes = NonNullable<LanguagePack['quotes']>
/** By the tag of the language. */
export type LanguagePacks = ReadonlyMap<Language, LanguagePack>
export const noPacks: LanguagePacks = new Map()

/** As a society of the country writes. The same packs where none of them is written otherwise there. */
export function packsIn(country: string | undefined, packs: LanguagePacks): LanguagePacks {
  const own = [...packs].flatMap(([language, pack]) => {
    const locale = country === undefined ? undefined : pack.locale_in?.[country]
    return locale === undefined ? [] : [[language, { ...pack, locale }] as const]
  })
  return own.length === 0 ? packs : new Map([...packs, ...own])
}

const nothingSaid: LanguagePack = {}

/** `uz-Cyrl-UZ` is looked for as itself, then as `uz-Cyrl`, then as `uz`; and last in the script in which CLDR knows it. */
export function packOf(language: Language, packs: LanguagePacks): LanguagePack {
  return nearest(language, packs) ?? nearest(new Intl.Locale(language).maximize().baseName, packs) ?? nothingSaid
}

function nearest<T>(language: Language, known: ReadonlyMap<Language, T>): T | undefined {
  for (let tag = language; tag !== ''; tag = tag.slice(0, Math.max(tag.lastIndexOf('-'), 0))) {
    const found = known.get(tag)
    if (found) return found
  }
  return undefined
}
