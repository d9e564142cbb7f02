/**
 * What the index tells of a release, off what agencies are sent of it (`.json`, ninjs): the facts that were published, and
 * no others of its record.
 */
export interface Released {
  readonly uri: string
  readonly language: string
  readonly headline: string
  readonly summary: string
  readonly genre: string
  readonly city: string
  /** RFC 3339, like all moments here. Not before its embargo had ended. */
  readonly published: string
  readonly changed: string
  /** Day of issue: YYYY-MM-DD. */
  readonly day: string
  readonly corrected: boolean
  /** The story, as a page shows it. */
  readonly html: string
  readonly partners: readonly string[]
}

/** The fields that are read; `render/beside/ninjs.ts` writes them. */
interface AgencyItem {
  readonly uri: string
  readonly language: string
  readonly title: string
  readonly contentCreated: string
  readonly versionCreated: string
  readonly embargoedUntil?: string
  readonly pubStatus: string
  readonly descriptions: readonly { readonly value: string }[]
  readonly bodies: readonly { readonly contentType: string; readonly value: string }[]
  readonly genres: readonly { readonly name: string }[]
  readonly located: string
  readonly organisations?: readonly { readonly name: string; readonly rel: string }[]
}

export function releasedIn(text: string): Released {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the file is as this very version wrote it: its digest and its fingerprint were held against the manifest
  const item = JSON.parse(text) as AgencyItem
  // What is selected is approved; nobody may come here by another way.
  if (item.pubStatus !== 'usable') throw new Error(`${item.uri} is not fit to publish`)
  const published = item.embargoedUntil ?? item.contentCreated
  return {
    uri: item.uri,
    language: item.language,
    headline: item.title,
    summary: item.descriptions[0]?.value ?? '',
    genre: item.genres[0]?.name ?? '',
    city: item.located,
    published,
    changed: later(published, item.versionCreated),
    day: item.contentCreated.slice(0, 10),
    corrected: item.versionCreated !== item.contentCreated,
    html: item.bodies.find(({ contentType }) => contentType === 'text/html')?.value ?? '',
    partners: (item.organisations ?? []).filter(({ rel }) => rel === 'partner').map(({ name }) => name),
  }
}

const later = (one: string, other: string): string => (Date.parse(one) < Date.parse(other) ? other : one)
