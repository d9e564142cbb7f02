/** Where the pages of the index stand, below the output folder. The one place where these paths are made. */
import type { Language } from '../model/text.ts'
import type { WorkName } from '../model/work.ts'

/** Of the languages that are asked for the first has the page that a server shows for the folder. */
export const pageOf = (language: Language, [main]: readonly Language[]): string =>
  language === main ? 'index.html' : `index.${language}.html`

export const atomOf = (language: Language): string => `feed.${language}.atom`
export const jsonFeedOf = (language: Language): string => `feed.${language}.json`
export const sitemapPath = 'sitemap.xml'

/** The picture of the first page of a release. */
export const pictureOf = ({ year, id, language }: WorkName): string => `site/${year}/${id}.${language}.webp`

/** What the index may have written, and so may delete: never anything else, whatever its list says. */
export const sitePath =
  /^(index(\.[A-Za-z-]+)?\.html|feed\.[A-Za-z-]+\.(atom|json)|sitemap\.xml|site\/[0-9]{4}\/[A-Za-z0-9.-]+\.webp)$/

/** @param site where the output folder is published; without it the address stays relative to the folder */
export function addressOf(path: string, site: string | undefined): string {
  if (site === undefined) return path
  return new URL(path, site.endsWith('/') ? site : `${site}/`).href
}
