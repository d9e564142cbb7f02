/** What is published -> the page of the index in one language, every number and day written out, no word but those of records. */
import { formatDay } from '../language/format.ts'
import { type Tongue, tongueOf } from '../language/tongue.ts'
import { compare } from '../model/diagnostic.ts'
import type { LanguagePacks } from '../model/language-pack.ts'
import type { Society } from '../model/record/society.ts'
import type { ReportCard, SiteFile, SitePage, SiteRelease } from '../model/site-page.ts'
import { type Language, type Text, textIn } from '../model/text.ts'
import { allPartners } from '../model/work.ts'
import { atomOf, jsonFeedOf, pageOf } from './addresses.ts'
import {
  fileIn,
  firstFileOf,
  inOneLanguage,
  type Picture,
  type Published,
  type PublishedFile,
  type PublishedRelease,
} from './published.ts'

export interface PublishedReport extends Published {
  readonly card: ReportCard
}

export interface SiteFacts {
  readonly society: Society
  readonly packs: LanguagePacks
  /** In which there is a page, the main one first. */
  readonly languages: readonly Language[]
  readonly releases: readonly PublishedRelease[]
  readonly reports: readonly PublishedReport[]
}

export function sitePageIn(language: Language, facts: SiteFacts): SitePage {
  const { society, packs, languages, releases, reports } = facts
  const tongue = tongueOf(language, packs)
  const listed = inOneLanguage(releases, language, languages)
  const own = reports.filter(({ work }) => work.language === language)
  const hasFeed = releases.some(({ work }) => work.language === language)
  return {
    language,
    colours: { ...houseColours, ...society.colours },
    illustrative: society.illustrative,
    society: { name: nameIn(society.name, language, society), ...websiteOf(society) },
    ...contactOf(society, language),
    languages: languages.map(each => ({
      language: each,
      href: pageOf(each, languages),
      current: each === language,
    })),
    ...(hasFeed && { feeds: { atom: atomOf(language), json: jsonFeedOf(language) } }),
    release_years: byYear(listed, ({ told }) => told.day.slice(0, 4)).map(([year, ofYear]) => ({
      year,
      anchor: `releases-${year}`,
      releases: ofYear.map(release => releaseItem(release, { language, languages, releases, tongue })),
    })),
    report_years: byYear(own, ({ work }) => String(work.year)).map(([year, ofYear]) => ({
      year,
      anchor: `reports-${year}`,
      reports: ofYear.toSorted(inReportOrder).map(report => reportItem(report, tongue)),
    })),
  }
}

/** As releases have them where the society chose none (press/release.ts). */
const houseColours = { primary: '#8c1d2c', accent: '#3f5263' }

/** A page needs a name, even if the society has none in its language. */
function nameIn(written: Text, language: Language, { languages }: Society): string {
  const [main = language] = languages
  const inAny = typeof written === 'string' ? written : Object.values(written)[0]
  return textIn(written, language, main) ?? textIn(written, main, main) ?? inAny ?? ''
}

function websiteOf({ website }: Society): Partial<SitePage['society']> {
  if (website === undefined) return {}
  return { website, website_text: website.replace(/^https?:\/\/(?:www\.)?|\/$/g, '') }
}

/** Whom the press asks; nobody where there is no name of the office in the language. */
function contactOf({ press_contact: contact, languages }: Society, language: Language): Pick<SitePage, 'contact'> {
  const name = contact && textIn(contact.name, language, languages[0] ?? language)
  if (!contact || name === undefined) return {}
  const { phone, email } = contact
  return {
    contact: {
      name,
      ...(phone !== undefined && { phone, phone_link: phone.replace(/[^+\d]/g, '') }),
      ...(email !== undefined && { email }),
    },
  }
}

function byYear<T>(all: readonly T[], yearOf: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  return [...Map.groupBy(all, yearOf)].toSorted(([a], [b]) => compare(b, a))
}

interface Listing {
  readonly language: Language
  readonly languages: readonly Language[]
  readonly releases: readonly PublishedRelease[]
  readonly tongue: Tongue
}

function releaseItem(release: PublishedRelease, { language, languages, releases, tongue }: Listing): SiteRelease {
  const { work, told, files, picture } = release
  const ofRecord = releases.filter(each => each.work.id === work.id && each !== release)
  const others = languages.flatMap(each => ofRecord.filter(other => other.work.language === each))
  return {
    id: work.id,
    ...(work.language !== language && { language: work.language }),
    headline: told.headline,
    summary: told.summary,
    genre: told.genre,
    city: told.city,
    day: { iso: told.day, text: formatDay(told.day, tongue) },
    corrected: told.corrected,
    href: firstFileOf(release)?.path ?? '',
    ...(picture && { picture: pictureOn(picture, release) }),
    names: [...told.partners, work.id].join(' '),
    translations: others.map(each => ({ language: each.work.language, href: firstFileOf(each)?.path ?? '' })),
    files: files.map(file => fileItem(file, tongue)),
  }
}

function pictureOn({ path, width, height }: Picture, release: PublishedRelease): NonNullable<SiteRelease['picture']> {
  return { src: path, width, height, href: (fileIn(release, 'pdf') ?? firstFileOf(release))?.path ?? '' }
}

function reportItem({ work, card, files }: PublishedReport, tongue: Tongue) {
  const id = work.period === undefined ? work.id : `${work.id}.${work.period}`
  return { id, ...card, files: files.map(file => fileItem(file, tongue)) }
}

/** What the format is for is said by the page; here is what only the file knows. */
function fileItem({ format, path, bytes, mediaType, sha256 }: PublishedFile, tongue: Tongue): SiteFile {
  const [type = ''] = mediaType.split(';')
  return {
    format,
    name: path.slice(path.lastIndexOf('/') + 1),
    href: path,
    type,
    size: tongue.number(Math.max(1, Math.round(bytes / 1000))),
    sha256,
    main: mainFormats.includes(format),
  }
}

/** To keep or to print. Others are found with the checksums; the web page is where the headline leads. */
const mainFormats = ['pdf', 'xlsx']

/** All partners together first. */
function inReportOrder(a: PublishedReport, b: PublishedReport): number {
  const rank = ({ work }: PublishedReport): number => (work.id === allPartners ? 0 : 1)
  return rank(a) - rank(b) || compare(a.work.id, b.work.id) || compare(a.work.period ?? '', b.work.period ?? '')
}
