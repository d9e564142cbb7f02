/** A feed as JSON Feed 1.1 (jsonfeed.org/version/1.1). */
import { addressOf } from './addresses.ts'
import type { Feed } from './feed.ts'
import { firstFileOf, type PublishedRelease } from './published.ts'

export function jsonFeed(feed: Feed): string {
  const { language, title, subtitle, author, site, paths, releases } = feed
  const at = (path: string): string => addressOf(path, site)
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title,
    description: subtitle,
    home_page_url: at(paths.page),
    feed_url: at(paths.json),
    language,
    authors: [{ name: author }],
    items: releases.map(release => item(release, at)),
  }
  return `${JSON.stringify(whole, undefined, 2)}\n`
}

function item(release: PublishedRelease, at: (path: string) => string): object {
  const { told, files } = release
  const page = firstFileOf(release)
  return {
    id: told.uri,
    ...(page && { url: at(page.path) }),
    title: told.headline,
    summary: told.summary,
    content_html: told.html,
    date_published: told.published,
    date_modified: told.changed,
    language: told.language,
    tags: [told.genre],
    attachments: files
      .filter(file => file !== page)
      .map(({ path, mediaType, bytes }) => ({
        url: at(path),
        mime_type: mediaType.split(';')[0],
        size_in_bytes: bytes,
      })),
  }
}
