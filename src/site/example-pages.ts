/**
 * Pages of an index that nobody has made: one where everything is that a page can hold, and one with as little as it can hold.
 * What a template and its words come to shows on them, whatever is published so far.
 */
import type { SiteFile, SitePage, SiteRelease } from '../model/site-page.ts'
import { type SiteFacts, sitePageIn } from './page-model.ts'

type Around = Pick<SiteFacts, 'society' | 'packs' | 'languages'>

export function examplePages(language: string, around: Around): readonly SitePage[] {
  const empty = sitePageIn(language, { ...around, releases: [], reports: [] })
  return [whole(empty), bare(empty)]
}

const href = 'example.html'
const figure = { label: 'example', value: '1' }
const ofYear = { year: '2022', anchor: 'y2022' }

const fileOf = (format: string, main: boolean): SiteFile => ({
  format,
  name: `example.${format}`,
  href,
  type: 'text/plain',
  size: '1',
  sha256: '0'.repeat(64),
  main,
})

const bareRelease: SiteRelease = {
  id: 'example',
  headline: 'example',
  summary: 'example',
  genre: 'example',
  city: 'example',
  day: { iso: '2022-08-15', text: '2022' },
  corrected: false,
  href,
  names: '',
  translations: [],
  files: [],
}

const card = { id: 'example', title: 'example', period: '2022' }

function whole(page: SitePage): SitePage {
  const release: SiteRelease = {
    ...bareRelease,
    language: page.language,
    corrected: true,
    picture: { src: 'example.jpg', width: 2, height: 2, href },
    translations: [{ language: page.language, href }],
    files: ['html', 'pdf', 'txt', 'json'].map(format => fileOf(format, format !== 'json')),
  }
  const report = { ...card, figures: [figure], areas: [figure], files: [fileOf('xlsx', true), fileOf('json', false)] }
  return {
    ...page,
    illustrative: true,
    society: { ...page.society, website: 'https://example.org', website_text: 'example.org' },
    contact: { name: 'example', phone: '1', phone_link: '1', email: 'press@example.org' },
    feeds: { atom: 'example.xml', json: 'example.json' },
    release_years: [{ ...ofYear, releases: [release, bareRelease] }],
    report_years: [{ ...ofYear, reports: [report, { ...card, figures: [], areas: [], files: [] }] }],
  }
}

function bare(page: SitePage): SitePage {
  const { contact: _, feeds: __, ...rest } = page
  return { ...rest, illustrative: false, society: { name: page.society.name }, languages: [] }
}
