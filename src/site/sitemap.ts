/** The pages of the index and of its releases, for search engines (sitemaps.org 0.9), each with its translations. */
import type { Language } from '../model/text.ts'
import { addressOf, pageOf } from './addresses.ts'
import { firstFileOf, type PublishedRelease } from './published.ts'
import { xml } from './xml.ts'

export interface SitemapFacts {
  readonly site: string
  readonly languages: readonly Language[]
  readonly releases: readonly PublishedRelease[]
}

interface Page {
  readonly path: string
  readonly language: Language
  /** Day of its last change: YYYY-MM-DD. */
  readonly changed?: string
}

export function sitemap({ site, languages, releases }: SitemapFacts): string {
  const index = languages.map(language => ({ path: pageOf(language, languages), language }))
  const byRecord = [...Map.groupBy(releases, ({ work }) => work.id).values()].map(all => all.flatMap(pageOfRelease))
  const urls = [index, ...byRecord].flatMap(pages => pages.map(page => url(page, pages, site)))
  return `<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`
}

function pageOfRelease(release: PublishedRelease): readonly Page[] {
  const file = firstFileOf(release)
  return file ? [{ path: file.path, language: release.work.language, changed: release.told.changed.slice(0, 10) }] : []
}

function url({ path, changed }: Page, translations: readonly Page[], site: string): string {
  const at = (page: string): string => xml(addressOf(page, site))
  const links = translations.map(
    each => `<xhtml:link rel="alternate" hreflang="${each.language}" href="${at(each.path)}"/>`,
  )
  const lastmod = changed === undefined ? '' : `<lastmod>${changed}</lastmod>`
  return `<url><loc>${at(path)}</loc>${lastmod}${translations.length > 1 ? links.join('') : ''}</url>`
}
