/**
 * The facts that a release prints, and nothing else of its record, for machines: made from the model of the page, so that
 * what the page does not know cannot stand in them. In one order, whatever that of the record.
 */
import { stringify } from 'yaml'
import type { OrganizationModel, ReleaseModel } from '../../model/document.ts'
import { plain } from './plain-text.ts'

export interface PublishedFacts {
  readonly yaml: string
  readonly json: string
}

export function publishedFacts(model: ReleaseModel): PublishedFacts {
  const facts = present(factsOf(model)) ?? {}
  return { yaml: yamlOf(facts), json: `${JSON.stringify(facts, null, 2)}\n` }
}

/** Every string in double quotes, so that none is read as anything else; what YAML may not hold raw is escaped (1.2.2 §5.1). */
const yamlOf = (facts: Data): string =>
  stringify(facts, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    doubleQuotedAsJSON: true,
    aliasDuplicateObjects: false,
  }).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

type Data = string | number | boolean | readonly Data[] | { readonly [name: string]: Data }
/** Fields may be undefined, and fall out. */
type Loose = string | number | boolean | undefined | readonly Loose[] | { readonly [name: string]: Loose }

function factsOf(model: ReleaseModel): Loose {
  const { letterhead, release, sample } = model
  return {
    id: model.id,
    kind: model.kind,
    language: model.language,
    headline: model.headline,
    subheadline: model.subheadline,
    date: model.day.iso,
    when: model.day.text,
    issued_on: model.issued.iso,
    city: model.city,
    draft: release.draft || undefined,
    embargoed_until: release.embargo?.iso,
    corrected: release.corrected && { on: release.corrected.iso, note: release.corrected.note },
    publisher: {
      name: letterhead.name,
      short_name: letterhead.short,
      address: letterhead.address,
      city: letterhead.city,
      website: letterhead.website,
    },
    ...storyOf(model),
    photos: model.photos.map(({ alt, caption, credit, placeholder }) => ({
      alt,
      caption,
      credit,
      placeholder: placeholder || undefined,
    })),
    notes_to_editors: model.notesToEditors,
    boilerplate: model.boilerplate,
    contact: model.contact && contactOf(model.contact),
    sample: sample.illustrative ? { issued: false, facts_of_release_of: sample.basisDay } : undefined,
  }
}

function storyOf(model: ReleaseModel): { readonly [name: string]: Loose } {
  const { lead } = model
  return {
    lead: lead.text,
    meeting: lead.meetingKind && {
      kind: lead.meetingKind,
      host: lead.host?.members.map(nameOf),
      partners: lead.partners?.members.map(nameOf),
      venue: lead.venue,
    },
    participants: model.participants.map(side => ({
      organization: nameOf(side.organization),
      host: side.host,
      people: side.people.map(({ honorific, name, role }) => ({ honorific, name, role })),
    })),
    background: model.background,
    discussion: model.discussion && {
      intro: model.discussion.intro,
      topics: model.discussion.topics,
      after: model.discussion.after,
    },
    plans: model.plans,
    ...Object.fromEntries(model.passages.map(({ name, text }) => [name, text])),
    body: model.body,
    quotes: model.quotes.map(({ text, speaker, role, organization }) => ({ text, speaker, role, organization })),
    next_steps: model.nextSteps,
    closing: model.closing,
  }
}

const nameOf = ({ name, short }: OrganizationModel): Loose => ({ name, short_name: short })

const contactOf = ({ name, role, phone, email, hours }: NonNullable<ReleaseModel['contact']>): Loose => ({
  name,
  role,
  phone,
  email,
  hours,
})

/** Without undefined values and empty lists, and with the plain spaces of data. */
function present(value: Loose): Data | undefined {
  if (typeof value === 'string') return plain(value)
  if (typeof value !== 'object') return value
  if (isList(value)) {
    const items = value.flatMap(each => present(each) ?? [])
    return items.length > 0 ? items : undefined
  }
  const fields = Object.entries(value).flatMap(([name, each]) => {
    const field = present(each)
    return field === undefined ? [] : [[name, field] as const]
  })
  return fields.length > 0 ? Object.fromEntries(fields) : undefined
}

const isList = (value: object): value is readonly Loose[] => Array.isArray(value)
