/** The pages, feeds and the sitemap of an index as texts, from what is published. Pure. */
import type { Dataset } from '../../model/dataset.ts'
import { distinct, type Outcome } from '../../model/diagnostic.ts'
import type { TemplateSet } from '../../model/templates.ts'
import type { Language } from '../../model/text.ts'
import { writeSitePage } from '../../render/site/site-page.ts'
import { addressOf, atomOf, jsonFeedOf, pageOf, sitemapPath } from '../../site/addresses.ts'
import { atom } from '../../site/atom.ts'
import { feedIn } from '../../site/feed.ts'
import { jsonFeed } from '../../site/json-feed.ts'
import { type PublishedReport, sitePageIn } from '../../site/page-model.ts'
import type { PublishedRelease } from '../../site/published.ts'
import { sitemap } from '../../site/sitemap.ts'

export interface SiteTexts {
  readonly dataset: Dataset
  readonly templates: TemplateSet
  readonly languages: readonly Language[]
  readonly releases: readonly PublishedRelease[]
  readonly reports: readonly PublishedReport[]
}

/** By path below the output folder. */
export function siteTexts(of: SiteTexts): Outcome<ReadonlyMap<string, string>> {
  const pages = of.languages.map(language => textsIn(language, of))
  const { site, illustrative } = of.dataset.society.data
  // What is a sample asks search engines to stay away: no map leads them to it.
  const map = site === undefined || illustrative ? [] : [[sitemapPath, sitemap({ ...of, site })] as const]
  return {
    value: new Map([...pages.flatMap(({ value }) => value), ...map]),
    diagnostics: distinct(pages.flatMap(({ diagnostics }) => diagnostics)),
  }
}

type Text = readonly [path: string, text: string]

function textsIn(language: Language, { dataset, templates, ...published }: SiteTexts): Outcome<readonly Text[]> {
  const society = dataset.society.data
  const path = pageOf(language, published.languages)
  const facts = { society, packs: templates.packs, ...published }
  const page = sitePageIn(language, facts)
  const canonical = society.site === undefined ? undefined : addressOf(path, society.site)
  const { value: written, diagnostics } = writeSitePage(page, templates, { canonical })
  if (!written) return { value: [], diagnostics }
  const { title, description, notice } = written
  const words = { title, subtitle: notice || description, author: page.society.name }
  const feed = feedIn(language, facts, words)
  const feeds: readonly Text[] = feed
    ? [
        [atomOf(language), atom(feed)],
        [jsonFeedOf(language), jsonFeed(feed)],
      ]
    : []
  return { value: [[path, written.html], ...feeds], diagnostics }
}
