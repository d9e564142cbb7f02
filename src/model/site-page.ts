/**
 * The index of what a society has published, in one language. The template (templates/site/page.hbs) may use exactly the
 * names of this schema, and is held against it. Addresses are relative to the page.
 */
import { type Static, type TProperties, Type } from 'typebox'

const shape = <P extends TProperties>(properties: P) => Type.Object(properties, { additionalProperties: false })
const text = Type.String()
const maybe = Type.Optional(text)

/** `size` in kilobytes of 1000 bytes, as the language writes numbers. `main`: what is kept or printed. */
const file = shape({
  format: text,
  name: text,
  href: text,
  type: text,
  size: text,
  sha256: text,
  main: Type.Boolean(),
})

/** First page of the PDF; sizes in pixels, two of them for one of CSS. */
const picture = shape({ src: text, width: Type.Integer(), height: Type.Integer(), href: text })

/** `language` is there where it is not that of the page. */
const release = shape({
  id: text,
  language: maybe,
  headline: text,
  summary: text,
  genre: text,
  city: text,
  day: shape({ iso: text, text }),
  corrected: Type.Boolean(),
  href: text,
  picture: Type.Optional(picture),
  /** Names by which it is searched for besides. */
  names: text,
  translations: Type.Array(shape({ language: text, href: text })),
  files: Type.Array(file),
})

const figure = shape({ label: text, value: text })

/** Key figures in words, as the report itself has them. */
const card = {
  title: text,
  period: text,
  figures: Type.Array(figure),
  /** People reached, an area each: they are never added. */
  areas: Type.Array(figure),
}
const report = shape({ id: text, ...card, files: Type.Array(file) })

const ofYear = { year: text, anchor: text }

export const sitePage = shape({
  language: text,
  colours: shape({ primary: text, accent: text }),
  /** Everything is a sample. */
  illustrative: Type.Boolean(),
  society: shape({ name: text, website: maybe, website_text: maybe }),
  contact: Type.Optional(shape({ name: text, phone: maybe, phone_link: maybe, email: maybe })),
  /** The pages of the index, this one among them. */
  languages: Type.Array(shape({ language: text, href: text, current: Type.Boolean() })),
  /** Absent where nothing is published in the language. */
  feeds: Type.Optional(shape({ atom: text, json: text })),
  /** Latest first. */
  release_years: Type.Array(shape({ ...ofYear, releases: Type.Array(release) })),
  report_years: Type.Array(shape({ ...ofYear, reports: Type.Array(report) })),
})

const reportCard = shape(card)

export type SitePage = Static<typeof sitePage>
export type SiteRelease = Static<typeof release>
export type SiteFile = Static<typeof file>
export type ReportCard = Static<typeof reportCard>
