/** data/society.yaml: the publishing society. Its id is `society`. */
import { type Static, Type } from 'typebox'
import { languagePattern, text } from '../text.ts'
import { accepts, aRegion, contact, firstMonth, id, line, mediaFile, naming, record } from './fields.ts'

const colour = (description: string) => Type.String({ pattern: '^#[0-9a-fA-F]{6}$', description })

export const society = record('The publishing society.', {
  ...naming,
  fdrs_code: Type.Optional(
    Type.String({ pattern: '^D[A-Z]{2}[0-9]{3}$', description: 'Code in FDRS and GO: DUZ001.' }),
  ),
  country: Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2: UZ.' }),
  languages: Type.Array(Type.String({ pattern: languagePattern, description: 'BCP 47 tag.' }), {
    minItems: 1,
    uniqueItems: true,
    description: 'Languages of publication, the main one first.',
  }),
  first_month: Type.Optional(
    firstMonth('First month of its reporting year, 1 to 12. Default: that of each agreement, else January.'),
  ),
  time_zone: line('IANA name: Asia/Tashkent.'),
  seat: record('Where the society sits.', {
    city: text('City, as the letterhead and the dateline print it.'),
    address: Type.Optional(text('Postal address.')),
  }),
  website: Type.Optional(Type.String({ format: 'uri', pattern: '^https?://', description: 'Public site.' })),
  site: Type.Optional(
    Type.String({
      format: 'uri',
      pattern: '^https?://[^?#]+$',
      description:
        'Address at which the output folder is published, for the feeds and the sitemap that khabar site makes: https://news.example.org/.',
    }),
  ),
  press_contact: Type.Optional(contact),
  boilerplate: Type.Optional(text('About the society, in Markdown: the paragraph that closes each release.')),
  colours: Type.Optional(
    record('Colours of the house. No emblem is drawn with them.', {
      primary: colour('Headings and rules: #b01c2e.'),
      accent: Type.Optional(colour('Charts and second-rank marks.')),
    }),
  ),
  logo: Type.Optional(
    record("The society's own logo file, shown once, small, on white.", {
      file: mediaFile,
      alt: Type.Optional(text('Alternative text; default: the name of the society.')),
    }),
  ),
  report_contact: Type.Optional(contact),
  illustrative: Type.Boolean({
    description: 'true: every artifact says that it is a sample, not issued by the society.',
  }),
  default_region: Type.Optional(id('Region of the seat.', aRegion)),
  accepts: Type.Optional(accepts),
})

export type Society = Static<typeof society>
