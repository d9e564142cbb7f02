/** A release for news agencies: IPTC's ninjs 3.1, every field of it from what the page prints. */
import type { ReleaseModel } from '../../model/document.ts'
import { escapeText } from '../words/html.ts'
import { cleaned, partnersOf, type Worded } from './json-ld.ts'
import { changedOn, type Surroundings, startOfDay, uriOf } from './surroundings.ts'

export interface AgencyTexts extends Worded {
  readonly storyHtml: string
  readonly editors: readonly string[]
}

export function ninjs(model: ReleaseModel, texts: AgencyTexts, around: Surroundings): string {
  const { release, issued, letterhead, language } = model
  const uri = uriOf(model, language, around)
  // In the bodies too: an editorial note is not meant to be published, and the notice is.
  const { notice = '' } = texts
  const item = {
    standard: { name: 'ninjs', version: '3.1', schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_3.1.json#' },
    uri,
    type: 'text',
    representationType: 'full',
    language,
    title: model.headline,
    contentCreated: startOfDay(issued.iso, around.timeZone),
    versionCreated: startOfDay(changedOn(model), around.timeZone),
    embargoedUntil: release.embargo?.iso,
    pubStatus: pubStatusOf(model),
    edNote: [texts.editors.join(' '), texts.notesToEditors].filter(Boolean).join('\n\n') || undefined,
    headlines: [
      { role: 'main', contentType: 'text/plain', value: model.headline },
      ...(model.subheadline === undefined
        ? []
        : [{ role: 'subheadline', contentType: 'text/plain', value: model.subheadline }]),
    ],
    descriptions: [{ role: 'summary', contentType: 'text/plain', value: texts.description }],
    bodies: [
      {
        role: 'main',
        contentType: 'text/html',
        value: `${notice && `<p>${escapeText(notice)}</p>`}${texts.storyHtml}`,
      },
      { role: 'main', contentType: 'text/plain', value: `${notice && `[${notice}]\n\n`}${texts.story}` },
      ...(texts.boilerplate === undefined
        ? []
        : [{ role: 'boilerplate', contentType: 'text/plain', value: texts.boilerplate }]),
    ],
    by: letterhead.name,
    located: model.city,
    copyrightHolder: letterhead.name,
    genres: [{ name: texts.genre, literal: model.variant }],
    people: peopleOf(model),
    organisations: [publisher(model), ...partnersOf(model).map(({ name }) => ({ name, rel: 'partner' }))],
    places: [{ name: model.city, rel: 'dateline' }],
    associations: [...photosOf(model, uri, texts), ...translationsOf(model, around)],
    altIds: [{ role: 'record', value: model.id }],
  }
  return `${JSON.stringify(cleaned(item), null, 2)}\n`
}

/** A draft is not to be used; what is withheld for good is built nowhere. */
function pubStatusOf({ release }: ReleaseModel): 'usable' | 'withheld' {
  return release.status === 'approved' ? 'usable' : 'withheld'
}

function peopleOf({ participants, quotes }: ReleaseModel): readonly object[] {
  const present = participants.flatMap(side => side.people.flatMap(({ name }) => name ?? []))
  const quoted = quotes.flatMap(({ speaker }) => speaker ?? []).filter(name => !present.includes(name))
  return [
    ...present.map(name => ({ name, rel: 'participant' })),
    ...[...new Set(quoted)].map(name => ({ name, rel: 'quoted' })),
  ]
}

/** With the press contact, where there is one to reach. */
function publisher({ letterhead, contact }: ReleaseModel): object {
  const ways = [
    ['phone', contact?.phone],
    ['email', contact?.email],
    ['web', letterhead.website],
  ] as const
  const contactInfo = ways.flatMap(([type, value]) =>
    value === undefined ? [] : [{ type, role: 'press', name: type === 'web' ? letterhead.name : contact?.name, value }],
  )
  const seat = { type: 'address', address: { lines: [letterhead.address ?? letterhead.city] } }
  return { name: letterhead.name, rel: 'publisher', contactInfo: [...contactInfo, seat] }
}

function photosOf({ photos, language }: ReleaseModel, uri: string, texts: AgencyTexts): readonly object[] {
  return photos.map(({ alt, caption, credit, placeholder }, index) => ({
    name: `photo-${index + 1}`,
    rel: 'photo',
    uri: `${uri}:photo-${index + 1}`,
    type: 'picture',
    language,
    by: credit,
    edNote: placeholder ? texts.placeholder : undefined,
    descriptions: [
      ...(caption === undefined ? [] : [{ role: 'caption', contentType: 'text/plain', value: caption }]),
      { role: 'alternative', contentType: 'text/plain', value: alt },
    ],
  }))
}

function translationsOf(model: ReleaseModel, around: Surroundings): readonly object[] {
  return around.languages
    .filter(language => language !== model.language)
    .map(language => ({
      name: `translation-${language}`,
      rel: 'translation',
      uri: uriOf(model, language, around),
      type: 'text',
      language,
    }))
}
