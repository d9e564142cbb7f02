/**
 * A press release in one language: every string formatted and typeset, nothing left to work out. Templates and
 * phrases may use exactly the names of this schema, and are held against it.
 */
import { type Static, type TProperties, Type } from 'typebox'
import { subjectKinds } from './record/kinds.ts'

const shape = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })
const text = Type.String()
const maybe = Type.Optional(text)
const literals = <const V extends readonly string[]>(values: V) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values] })

/** A name in the nominative and in each stored case. */
const caseForms = shape({
  name: text,
  genitive: maybe,
  dative: maybe,
  accusative: maybe,
  instrumental: maybe,
  prepositional: maybe,
  definite: maybe,
})

const organization = shape({ id: text, name: text, short: maybe, forms: caseForms })

/** One organization or several, as one part of a sentence. */
const party = shape({
  ...caseForms.properties,
  /** The same for the first mention: an abbreviation in brackets where it is used later. */
  introduced: caseForms,
  /** Whether it is more than one. */
  several: Type.Boolean(),
  members: Type.Array(organization),
})

/** Either `text`, or the facts and the key of the phrase that words them. */
const lead = shape({
  text: maybe,
  key: maybe,
  meetingKind: maybe,
  host: Type.Optional(party),
  partners: Type.Optional(party),
  /** Host and partners together. */
  parties: Type.Optional(party),
  venue: maybe,
})

/**
 * `record`: the person's own, under data/people. Forms are there with what they are forms of; where the name lacks some,
 * `asks` is the field that would tell them, and `field` where the name stands, in that record or else in the release's.
 */
const spoken = {
  roleForms: Type.Optional(caseForms),
  record: maybe,
  asks: Type.Optional(literals(['forms', 'gender'])),
  field: maybe,
}
const person = shape({ name: maybe, forms: Type.Optional(caseForms), honorific: maybe, role: maybe, ...spoken })

const contact = shape({ name: text, role: maybe, phone: maybe, phoneLink: maybe, email: maybe, hours: maybe })

/** Each may have a template and a style of its own. */
export const variants = ['press-release', 'news', 'meeting-note'] as const

export const releaseModel = shape({
  id: text,
  kind: literals(subjectKinds),
  variant: literals(variants),
  language: text,
  headline: text,
  subheadline: maybe,
  /** When it happened: `text` covers all its days, `several` where there is more than one. */
  day: shape({ iso: text, text, several: Type.Boolean() }),
  /** Day of issue. */
  issued: shape({ iso: text, text }),
  /** Town of the dateline, or the region where no town was given. */
  city: text,
  release: shape({
    status: literals(['draft', 'approved', 'withheld']),
    draft: Type.Boolean(),
    embargo: Type.Optional(shape({ iso: text, text })),
    corrected: Type.Optional(shape({ iso: text, day: text, note: text })),
  }),
  letterhead: shape({
    name: text,
    short: maybe,
    address: maybe,
    /** City of the seat. */
    city: text,
    website: maybe,
    websiteText: maybe,
    /** `path` below data/; `src` as the page asks for it. */
    logo: Type.Optional(shape({ path: text, src: text, alt: text })),
  }),
  lead,
  /** Markdown, like `plans`, `closing`, `body`, `boilerplate`, `notesToEditors` and `discussion.after`. */
  background: maybe,
  /** `points`: the topics as a list prints them, each with its stop. */
  discussion: Type.Optional(shape({ intro: maybe, topics: Type.Array(text), points: Type.Array(text), after: maybe })),
  plans: maybe,
  /** Passages that the schema of the record declares, in its order: `text` is Markdown, `heading` a key of the wording. */
  passages: Type.Array(shape({ name: text, heading: text, text })),
  closing: maybe,
  body: maybe,
  /** Guests first, then hosts. */
  participants: Type.Array(shape({ organization, host: Type.Boolean(), people: Type.Array(person) })),
  quotes: Type.Array(
    shape({ text, speaker: maybe, forms: Type.Optional(caseForms), role: maybe, organization: maybe, ...spoken }),
  ),
  nextSteps: Type.Array(text),
  /** Whether it is more than one: a single step has no number. */
  severalSteps: Type.Boolean(),
  /** `path` below data/; `src` as the page asks for it: `photo-1.jpg`. */
  photos: Type.Array(
    shape({ path: text, src: text, alt: text, caption: maybe, credit: maybe, placeholder: Type.Boolean() }),
  ),
  notesToEditors: maybe,
  boilerplate: maybe,
  contact: Type.Optional(contact),
  sample: shape({
    illustrative: Type.Boolean(),
    /** Day of the published text from which the facts are taken. */
    basisDay: maybe,
  }),
  colours: shape({ primary: text, accent: text }),
})

export type ReleaseModel = Static<typeof releaseModel>
export type PartyModel = Static<typeof party>
export type OrganizationModel = Static<typeof organization>
export type LeadModel = Static<typeof lead>
export type PersonModel = Static<typeof person>
export type SideModel = ReleaseModel['participants'][number]
