/** The release block of a meeting or an activity: what makes a record a press release. */
import { type Static, Type } from 'typebox'
import { languagePattern, text } from '../text.ts'
import { aPerson, aSide, choice, contact, day, forms, id, line, mediaFile, moment, ofTheDay, record } from './fields.ts'

export const photo = record('A photo, with what must be known before it is published (IPTC Photo Metadata 2025.1).', {
  file: mediaFile,
  alt: text('What is to be seen, for those who cannot see it.'),
  caption: Type.Optional(text('Who, what, where, when.')),
  credit: Type.Optional(text('Who is to be named: "Name / Society".')),
  taken_on: Type.Optional(day('Day on which it was taken.')),
  consent: Type.Optional(choice(['yes', 'no', 'not-needed'], 'Whether the people shown agreed. Never published.')),
  minors: Type.Optional(Type.Boolean({ description: 'Whether children are shown. Never published.' })),
  placeholder: Type.Optional(Type.Boolean({ description: 'A stand-in image: the page says so.' })),
})

export const quote = record('Words that somebody said and agreed to see in print.', {
  text: text('The words.'),
  speaker: Type.Optional(text('Full name.')),
  forms: Type.Optional(forms),
  gender: Type.Optional(choice(['female', 'male'], 'For declension only. Never published.')),
  person: Type.Optional(id('Instead of `speaker`: a record under data/people.', aPerson)),
  role: Type.Optional(text('Job title.')),
  role_forms: Type.Optional(forms),
  organization: Type.Optional(id('`society`, or a record under data/organizations.', aSide)),
})

/** Held in `load/link/languages.ts`: the other words of `without` are languages, which no schema knows. */
export const releaseParts = ['quote', 'contact', 'boilerplate'] as const

export const release = record('What makes this record a press release.', {
  status: choice(
    ['draft', 'approved', 'withheld'],
    'draft: marked on the page; approved: fit to publish; withheld: built nowhere public.',
  ),
  issued_on: Type.Optional(day('Day of issue. Default: the last day of what is told, never the first.')),
  dateline: Type.Optional(
    text(
      'Town of the dateline. Default: the region of the record, where it is another than that of the seat; else the seat.',
    ),
  ),
  embargo_until: Type.Optional(moment('Not to be published before.')),
  corrected: Type.Optional(
    ofTheDay(
      record('A correction after publication, shown on the page.', {
        on: day('Day of the correction.'),
        note: text('What was corrected.'),
      }),
    ),
  ),
  variant: Type.Optional(choice(['press-release', 'news', 'meeting-note'], 'Which template. Default: press-release.')),
  headline: ofTheDay(text('The headline, without a full stop.')),
  subheadline: Type.Optional(ofTheDay(text('A line beneath the headline.'))),
  lead: Type.Optional(
    ofTheDay(text('First paragraph, in place of the one worded from the facts. An activity must have it.')),
  ),
  body: Type.Optional(ofTheDay(text('What follows the lead, in Markdown.'))),
  quotes: Type.Optional(ofTheDay(Type.Array(quote, { description: 'Quotes, each agreed with who said it.' }))),
  next_steps: Type.Optional(
    ofTheDay(Type.Array(text('What comes next.'), { minItems: 1, description: 'What comes next, as a list.' })),
  ),
  notes_to_editors: Type.Optional(text('Background for editors, in Markdown.')),
  photos: Type.Optional(ofTheDay(Type.Array(photo, { description: 'Photos, the main one first.' }))),
  contact: Type.Optional(contact),
  without: Type.Optional(
    ofTheDay(
      Type.Array(line('A part of a release, or a language.'), {
        minItems: 1,
        uniqueItems: true,
        description: `What this release does without on purpose, so that no warning asks for it: ${releaseParts.join(', ')}, or a language of the society, in which it is then not built.`,
      }),
    ),
  ),
  /** A language version that no native editor has read yet. Never published; a warning until it is taken out. */
  awaiting_review: Type.Optional(
    ofTheDay(
      Type.Array(Type.String({ pattern: languagePattern }), {
        uniqueItems: true,
        description: 'Languages whose wording awaits a native editor.',
      }),
    ),
  ),
  internal_note: Type.Optional(ofTheDay(line('For colleagues. Never published.'))),
})

export type Release = Static<typeof release>
export type Photo = Static<typeof photo>
export type Quote = Static<typeof quote>
