/** A release for search engines: schema.org's NewsArticle (it knows no press release), its translations linked. */
import type { OrganizationModel, ReleaseModel } from '../../model/document.ts'
import { fileNameOf } from '../../model/work.ts'
import { plain } from './plain-text.ts'
import { type Surroundings, uriOf } from './surroundings.ts'

/** Texts that are worded by templates. */
export interface Worded {
  readonly description: string
  readonly story: string
  readonly dateline: string
  /** What it is called: “Press release”. */
  readonly genre: string
  /** What is said of a photo that stands in for another. */
  readonly placeholder: string
  /** The notice of a sample. */
  readonly notice?: string
  /** Who the society is, and what editors are told. */
  readonly boilerplate?: string
  readonly notesToEditors?: string
}

export function newsArticle(model: ReleaseModel, worded: Worded, around: Surroundings): object {
  const { release, issued, letterhead, language } = model
  const society = {
    '@type': 'Organization',
    name: letterhead.name,
    alternateName: letterhead.short,
    url: letterhead.website,
  }
  const guests = partnersOf(model)
  return cleaned({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': fileNameOf(model.id, language, 'html'),
    identifier: uriOf(model, language, around),
    headline: model.headline,
    alternativeHeadline: model.subheadline,
    description: worded.description,
    backstory: worded.notice,
    creativeWorkStatus: release.draft ? 'Draft' : worded.notice && 'Sample',
    correction: release.corrected?.note,
    inLanguage: language,
    genre: worded.genre,
    dateline: worded.dateline,
    dateCreated: issued.iso,
    datePublished: release.embargo?.iso ?? issued.iso,
    dateModified: release.corrected?.iso,
    locationCreated: { '@type': 'Place', name: model.city },
    author: society,
    publisher: { ...society, ...publisherOf(model, worded) },
    copyrightHolder: society,
    about: guests.map(organization),
    mentions: peopleOf(model),
    image: model.photos.map(photo => picture(photo, worded)),
    articleBody: worded.story,
    encoding: [
      { '@type': 'MediaObject', contentUrl: fileNameOf(model.id, language, 'pdf'), encodingFormat: 'application/pdf' },
      { '@type': 'MediaObject', contentUrl: fileNameOf(model.id, language, 'txt'), encodingFormat: 'text/plain' },
    ],
    ...translationsOf(model, around),
  })
}

/** Where the society is found, and whom to ask. */
function publisherOf({ letterhead, contact }: ReleaseModel, { boilerplate }: Worded): object {
  return {
    description: boilerplate,
    address: letterhead.address ?? letterhead.city,
    contactPoint: contact && {
      '@type': 'ContactPoint',
      contactType: 'press',
      name: contact.name,
      telephone: contact.phone,
      email: contact.email,
    },
  }
}

/** The main language is taken for the original. */
function translationsOf(model: ReleaseModel, { languages }: Surroundings) {
  const work = (language: string) => ({
    '@type': 'NewsArticle',
    '@id': fileNameOf(model.id, language, 'html'),
    url: fileNameOf(model.id, language, 'html'),
    inLanguage: language,
  })
  const [original, ...others] = languages
  if (original === undefined || others.length === 0) return {}
  return original === model.language ? { workTranslation: others.map(work) } : { translationOfWork: work(original) }
}

/** Who took part besides the society that tells of it: its id is reserved. */
export function partnersOf({ lead, participants }: ReleaseModel): readonly OrganizationModel[] {
  const parties = lead.parties?.members ?? participants.map(side => side.organization)
  return parties.filter(({ id }) => id !== 'society')
}

const organization = ({ name, short }: OrganizationModel) => ({ '@type': 'Organization', name, alternateName: short })

/** Only who is named. */
function peopleOf({ participants }: ReleaseModel): readonly object[] {
  return participants.flatMap(side =>
    side.people.flatMap(({ name, honorific, role }) =>
      name === undefined
        ? []
        : [
            {
              '@type': 'Person',
              name,
              honorificPrefix: honorific,
              jobTitle: role,
              affiliation: { '@type': 'Organization', name: side.organization.name },
            },
          ],
    ),
  )
}

const picture = ({ alt, caption, credit, placeholder }: ReleaseModel['photos'][number], worded: Worded) => ({
  '@type': 'ImageObject',
  creativeWorkStatus: placeholder ? worded.placeholder : undefined,
  caption: caption ?? alt,
  description: alt,
  creditText: credit,
})

/** Without absent values and empty lists, and with plain spaces. */
export function cleaned<T extends object>(value: T): T {
  const text = JSON.stringify(value, (_, each: unknown) => {
    if (typeof each === 'string') return plain(each)
    return Array.isArray(each) && each.length === 0 ? undefined : each
  })
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same value, less what is absent
  return JSON.parse(text) as T
}

/** JSON as it may stand in a page: nothing in it can end the element or begin another. */
export function scriptJson(value: object): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
