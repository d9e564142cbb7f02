/** Fields that several kinds of record share. */
import { type TProperties, type TSchema, Type } from 'typebox'
import { currencyCodes } from '../currency.ts'
import { codes } from '../diagnostic.ts'
import { largestMinor } from '../money.ts'
import { type Period, periodPattern } from '../period.ts'
import { text } from '../text.ts'

/** No field but those named: a misspelt one is an error, never ignored. */
export const record = <P extends TProperties>(description: string, properties: P) =>
  Type.Object(properties, { additionalProperties: false, description })

/** An id names files, and Windows keeps some names for its devices, whatever ending they have. */
export const idPattern = '^(?!(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$)[a-z0-9-]{1,80}$'
/** Key of what an id names, in the schema of its field: for our own checks, so not a word of the JSON Schema. */
export const refers = Symbol('refers')
export interface Refers {
  /** A kind of record. */
  readonly to: string
  /** The id `society` is meant too. */
  readonly orSociety?: true
  /** Which of the two types of place. */
  readonly type?: PlaceType
}
export type PlaceType = 'region' | 'branch'

export const id = (description: string, to?: Refers) =>
  Type.String({ pattern: idPattern, description, ...(to && { [refers]: to }) })
export const ids = (description: string, to?: Refers) =>
  Type.Array(id('An id.', to), { minItems: 1, uniqueItems: true, description })

export const anArea: Refers = { to: 'area' }
export const anAgreement: Refers = { to: 'agreement' }
export const aPerson: Refers = { to: 'person' }
/** An organization or the society itself. */
export const aSide: Refers = { to: 'organization', orSociety: true }
export const aRegion: Refers = { to: 'place', type: 'region' }

/** Key of what is true of one record alone, in the schema of its field: for records made from others, so not a word of the JSON Schema. */
export const isOfTheDay = Symbol('of the day')
/** What happened on its day or in its year, and whose name it is: a record that is made from another leaves it empty. */
export const ofTheDay = <S extends TSchema>(schema: S): S => ({ ...schema, [isOfTheDay]: true })

/** A calendar day, kept as text: a day has no time zone. */
export const day = (description: string) =>
  ofTheDay(Type.String({ format: 'date', description: `${description} YYYY-MM-DD.` }))
/** RFC 3339 with an offset, so that it means one moment everywhere. */
export const moment = (description: string) =>
  ofTheDay(Type.String({ format: 'date-time', description: `${description} For example 2022-08-15T16:00:00+05:00.` }))
export const monthPattern = '^[0-9]{4}-(0[1-9]|1[0-2])$'
/** A calendar month of a year. */
export const month = (description: string) =>
  Type.String({ pattern: monthPattern, description: `${description} For example 2022-06.` })
/** Both forms in one schema: without quotes, a year is a number. */
export const period = (description: string) =>
  Type.Unsafe<Period>({
    type: ['string', 'integer'],
    pattern: periodPattern,
    minimum: 1900,
    maximum: 2200,
    description: `${description} A calendar year, quarter, month, or months from and to: 2022, 2022-Q3, 2022-11, 2022-04/2023-03.`,
  })
/** The first month of a year that need not begin in January. */
export const firstMonth = (description: string) => Type.Integer({ minimum: 1, maximum: 12, description })
/** @param each by the calendar year in which the reporting year begins */
export const byYear = <T extends TSchema>(each: T, description: string) =>
  Type.Record(Type.String({ pattern: '^[0-9]{4}$' }), each, {
    additionalProperties: false,
    description: `${description} By the calendar year in which the reporting year begins: { '2022': … }.`,
  })

export const count = (description: string) => Type.Integer({ minimum: 0, maximum: 10_000_000_000, description })
/** Key of what makes a text a passage of the story, in the schema of its field: for press, so not a word of the JSON Schema. */
export const isPassage = Symbol('passage')
/**
 * A passage of the story, which every outlet of a release shows after the plans, under the heading `press.passages.<field>`.
 * That it is declared is all that a new one takes, besides its heading in each language.
 */
export const passage = (description: string) => ({ ...text(`${description} In Markdown.`), [isPassage]: true as const })
export const line = (description: string) => Type.String({ minLength: 1, description })
/** Any name that a disk gives; what is wrong with one is told by `load/link/photo.ts`, which knows the files there are. */
export const mediaFile = line('Path below data/ of a JPEG, PNG or WebP picture, for example media/2022/meeting.jpg.')
export const choice = <const V extends readonly string[]>(values: V, description: string) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values], description })

export const currency = choice(currencyCodes, 'ISO 4217 code of a currency: CHF, EUR, USD, UZS.')
/** With the decimals of its currency at most, which no schema can say: held in `load/link/money.ts`, counted in `model/money.ts`. */
export const amount = (description: string) => ofTheDay(Type.Number({ minimum: 0, maximum: largestMinor, description }))
/** May be below zero. */
export const signedAmount = (description: string) =>
  Type.Number({ minimum: -largestMinor, maximum: largestMinor, description })
export const money = (description: string) =>
  record(description, { amount: amount('How much, with the decimals of its currency at most.'), currency })

/** Case forms of a name or a role, or its form with the article, asked for by templates; a missing one is reported, never guessed. */
const caseForms = record('Case forms, each whole.', {
  genitive: Type.Optional(line('Of whom: «Общества Красного Полумесяца».')),
  dative: Type.Optional(line('To whom.')),
  accusative: Type.Optional(line('Whom.')),
  instrumental: Type.Optional(line('With whom.')),
  prepositional: Type.Optional(line('About whom.')),
  definite: Type.Optional(line('With its article, in French and Spanish: «le Comité international».')),
})
export const forms = Type.Record(Type.String({ pattern: '^[a-z]{2,3}(-[A-Z][a-z]{3})?$' }), caseForms, {
  additionalProperties: false,
  description: 'Case forms of the name (`role_forms`: of the role), by language: `ru: { genitive: … }`.',
})

/** All that an editor would say of a record, but for what is an error. */
const remarks = Object.keys(codes).filter(
  code => code.startsWith('editorial/') && !/\/(?:accepted-in-vain|photo-refused|nested-too-deep)$/.test(code),
)
export const accepts = ofTheDay(
  Type.Array(
    record('A remark that is not to be made.', {
      remark: choice(remarks, 'Its code: editorial/numbers-differ.'),
      in: Type.Optional(line('The field that it is about: release/lead. Default: anywhere in the record.')),
    }),
    { minItems: 1, description: 'What an editor would say and what is meant: it is told no more.' },
  ),
)

/** Names of the society or of a partner. */
export const naming = {
  name: ofTheDay(text('Full official name.')),
  short_name: Type.Optional(ofTheDay(text('Abbreviation, as used after the first mention.'))),
  forms: Type.Optional(ofTheDay(forms)),
}

export const contact = record('Whom to ask. Published: a press office, never a private number.', {
  name: text('Name of the office or the person.'),
  role: Type.Optional(text('Job title.')),
  phone: Type.Optional(
    Type.String({ pattern: '^\\+[0-9 ()-]{5,24}$', description: 'International form: +998 71 000-00-00.' }),
  ),
  email: Type.Optional(Type.String({ format: 'email', description: 'E-mail address.' })),
  hours: Type.Optional(text('When someone answers.')),
})
