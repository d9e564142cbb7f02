/** A feed as Atom (RFC 4287): of each release its summary, its whole text, its page and its PDF. */
import { addressOf } from './addresses.ts'
import { type Feed, updatedOf } from './feed.ts'
import { fileIn, firstFileOf, type PublishedRelease } from './published.ts'
import { xml } from './xml.ts'

export function atom(feed: Feed): string {
  const { language, id, title, subtitle, author, site, paths } = feed
  const at = (path: string): string => xml(addressOf(path, site))
  const head = [
    `<id>${xml(id)}</id>`,
    `<title>${xml(title)}</title>`,
    `<subtitle>${xml(subtitle)}</subtitle>`,
    `<updated>${updatedOf(feed)}</updated>`,
    `<author><name>${xml(author)}</name></author>`,
    `<link rel="self" type="application/atom+xml" href="${at(paths.atom)}"/>`,
    `<link rel="alternate" type="text/html" hreflang="${language}" href="${at(paths.page)}"/>`,
  ]
  const entries = feed.releases.map(release => entry(release, at))
  return `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">\n${[...head, ...entries].join('\n')}\n</feed>\n`
}

function entry(release: PublishedRelease, at: (path: string) => string): string {
  const { told, work } = release
  const page = firstFileOf(release)
  const pdf = fileIn(release, 'pdf')
  return [
    '<entry>',
    `<id>${xml(told.uri)}</id>`,
    `<title>${xml(told.headline)}</title>`,
    `<published>${told.published}</published>`,
    `<updated>${told.changed}</updated>`,
    ...(page ? [`<link rel="alternate" type="text/html" hreflang="${work.language}" href="${at(page.path)}"/>`] : []),
    ...(pdf ? [`<link rel="enclosure" type="application/pdf" length="${pdf.bytes}" href="${at(pdf.path)}"/>`] : []),
    `<category term="${xml(told.genre)}"/>`,
    `<summary>${xml(told.summary)}</summary>`,
    `<content type="html">${xml(told.html)}</content>`,
    '</entry>',
  ].join('\n')
}
