/** What a feed tells, whichever its format: the latest releases in one language. */
import type { Society } from '../model/record/society.ts'
import type { Language } from '../model/text.ts'
import { atomOf, jsonFeedOf, pageOf } from './addresses.ts'
import { latestFirst, type PublishedRelease } from './published.ts'

export interface Feed {
  readonly language: Language
  /** The same wherever it is published: `urn:khabar:duz001:ru`. */
  readonly id: string
  readonly title: string
  readonly subtitle: string
  readonly author: string
  /** Where the output folder is published; without it addresses are relative to the feed. */
  readonly site: string | undefined
  readonly paths: { readonly page: string; readonly atom: string; readonly json: string }
  readonly releases: readonly PublishedRelease[]
}

/** Whoever follows a feed asks for it often; what is older stands in the index. */
const longest = 50

export interface FeedWords {
  readonly title: string
  readonly subtitle: string
  readonly author: string
}

export interface FeedFacts {
  readonly society: Society
  readonly languages: readonly Language[]
  readonly releases: readonly PublishedRelease[]
}

/** Nothing where there is no release in the language. */
export function feedIn(language: Language, { society, languages, releases }: FeedFacts, words: FeedWords) {
  const own = latestFirst(releases.filter(({ work }) => work.language === language)).slice(0, longest)
  if (own.length === 0) return undefined
  const issuer = (society.fdrs_code ?? society.country).toLowerCase()
  const feed: Feed = {
    language,
    id: `urn:khabar:${issuer}:${language}`,
    ...words,
    site: society.site,
    paths: { page: pageOf(language, languages), atom: atomOf(language), json: jsonFeedOf(language) },
    releases: own,
  }
  return feed
}

/** The moment of the last change that readers are told of: no clock is in a feed. */
export const updatedOf = ({ releases }: Feed): string =>
  releases.map(({ told }) => told.changed).reduce((one, other) => (Date.parse(one) < Date.parse(other) ? other : one))
