/** Feeds against the rules of their formats: RFC 4287, JSON Feed 1.1, sitemaps.org 0.9, whatever stands in a release. */
import { assert, property, string } from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { atom } from '../../src/site/atom.ts'
import { type Feed, feedIn } from '../../src/site/feed.ts'
import { jsonFeed } from '../../src/site/json-feed.ts'
import type { PublishedRelease } from '../../src/site/published.ts'
import type { Released } from '../../src/site/released.ts'
import { sitemap } from '../../src/site/sitemap.ts'

interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Not well-formed, or of no namespace: an error. */
function parsed(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value])
    const element = { name, attributes: Object.fromEntries(values), children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', text => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root.children[0] ?? root
}

const all = (of: Element, name: string) => of.children.filter(each => each.name === name)
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/

/** What RFC 4287 asks of a feed and of its entries (4.1.1, 4.1.2, 4.2.6, 4.2.7.2), as far as a reader depends on it. */
function faultsOfAtom(xml: string): readonly string[] {
  const feed = parsed(xml)
  const faults: string[] = []
  const need = (isSo: boolean, what: string): void => void (isSo || faults.push(what))
  need(feed.name === 'feed' && feed.attributes['xmlns'] === 'http://www.w3.org/2005/Atom', 'an Atom feed')
  need(all(feed, 'author').length > 0 && all(feed, 'author').every(each => all(each, 'name').length === 1), 'an author')
  for (const each of [feed, ...all(feed, 'entry')]) {
    for (const name of ['id', 'title', 'updated']) need(all(each, name).length === 1, `one ${name} in ${each.name}`)
    need(/^[a-z]+:\S+$/.test(all(each, 'id')[0]?.text ?? ''), 'an absolute id')
    for (const name of ['updated', 'published'])
      need(
        all(each, name).every(({ text }) => rfc3339.test(text)),
        `a moment in ${name}`,
      )
    const links = all(each, 'link')
    need(
      links.every(({ attributes }) => attributes['href'] !== ''),
      'an address in each link',
    )
    const alternates = links.filter(({ attributes }) => attributes['rel'] === 'alternate')
    need(alternates.length === 1, 'one alternate')
  }
  const ids = all(feed, 'entry').map(each => all(each, 'id')[0]?.text)
  need(new Set(ids).size === ids.length, 'ids that differ')
  return faults
}

function faultsOfJsonFeed(text: string): readonly string[] {
  const feed = JSON.parse(text) as Record<string, unknown>
  const items = (feed['items'] ?? []) as Record<string, unknown>[]
  const isText = (value: unknown): boolean => typeof value === 'string' && value !== ''
  const faults = [
    ...(feed['version'] === 'https://jsonfeed.org/version/1.1' ? [] : ['version']),
    ...(isText(feed['title']) ? [] : ['title']),
    ...(Array.isArray(feed['items']) ? [] : ['items']),
  ]
  for (const item of items) {
    if (!isText(item['id'])) faults.push('id')
    if (typeof item['content_html'] !== 'string' && typeof item['content_text'] !== 'string') faults.push('content')
    for (const name of ['date_published', 'date_modified']) if (!rfc3339.test(String(item[name]))) faults.push(name)
    for (const each of (item['attachments'] ?? []) as Record<string, unknown>[])
      if (!isText(each['url']) || !isText(each['mime_type'])) faults.push('attachment')
  }
  return faults
}

const told: Released = {
  uri: 'urn:khabar:dex001:2022-08-15-icrc:en',
  language: 'en',
  headline: 'The Society received partners',
  summary: 'They met.',
  genre: 'Press release',
  city: 'Tashkent',
  published: '2022-08-15T00:00:00+05:00',
  changed: '2022-08-16T00:00:00+05:00',
  day: '2022-08-15',
  corrected: true,
  html: '<p>They met.</p>',
  partners: ['ICRC'],
}

function release(id: string, change: Partial<Released> = {}): PublishedRelease {
  const file = (format: string, mediaType: string) => {
    return { format, path: `press/2022/${id}.en.${format}`, sha256: 'a'.repeat(64), bytes: 1234, mediaType }
  }
  return {
    work: { kind: 'press', year: 2022, id, language: 'en' },
    files: [file('html', 'text/html; charset=utf-8'), file('pdf', 'application/pdf')],
    told: { ...told, uri: `urn:khabar:dex001:${id}:en`, ...change },
    picture: undefined,
  }
}

function feedOf(releases: readonly PublishedRelease[], site?: string, title = 'News'): Feed {
  const society = { fdrs_code: 'DEX001', country: 'UZ', ...(site && { site }) } as Parameters<
    typeof feedIn
  >[1]['society']
  const feed = feedIn('en', { society, languages: ['ru', 'en'], releases }, { title, subtitle: 'All', author: 'RCSE' })
  if (!feed) throw new Error('no feed')
  return feed
}

test('feeds keep the rules of their formats', () => {
  const feed = feedOf([release('a'), release('b')])
  expect(faultsOfAtom(atom(feed))).toEqual([])
  expect(faultsOfJsonFeed(jsonFeed(feed))).toEqual([])
})

test('the judges find what is wrong', () => {
  const good = atom(feedOf([release('a'), release('b')]))
  expect(faultsOfAtom(good.replace(/<updated>[^<]*<\/updated>/, ''))).toContain('one updated in feed')
  expect(faultsOfAtom(good.replace('2022-08-16T00:00:00+05:00', '16 August 2022'))).toContain('a moment in updated')
  expect(faultsOfAtom(good.replaceAll(':b:en', ':a:en'))).toContain('ids that differ')
  expect(() => faultsOfAtom(good.replace('</summary>', ''))).toThrow()
  expect(faultsOfJsonFeed(jsonFeed(feedOf([release('a')])).replaceAll('content_html', 'content'))).toEqual(['content'])
})

test('whatever stands in a release, feeds stay whole and say it', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 40 }), string({ unit: 'binary', maxLength: 40 }), (headline, html) => {
      const feed = feedOf([release('a', { headline, summary: headline, html, genre: headline })], 'https://example.org')
      const xml = atom(feed)
      expect(faultsOfAtom(xml)).toEqual([])
      const [entry] = all(parsed(xml), 'entry')
      const kept = headline.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
      expect(all(entry as Element, 'title')[0]?.text).toBe(kept.replace(/\r\n?/g, '\n'))
      const json = jsonFeed(feed)
      expect(faultsOfJsonFeed(json)).toEqual([])
      expect((JSON.parse(json) as { items: { title: string }[] }).items[0]?.title).toBe(headline)
    }),
  )
})

test('the latest come first, fifty at most, and the feed is as new as its latest change', () => {
  const many = Array.from({ length: 60 }, (_, at) => {
    const moment = `2022-${String(1 + Math.floor(at / 28)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}T00:00:00Z`
    return release(`r${at}`, { published: moment, changed: moment })
  })
  const entries = all(parsed(atom(feedOf(many))), 'entry')
  expect(entries.map(each => all(each, 'id')[0]?.text.split(':')[3])).toEqual(
    Array.from({ length: 50 }, (_, at) => `r${59 - at}`),
  )
  expect(all(parsed(atom(feedOf(many))), 'updated')[0]?.text).toBe('2022-03-04T00:00:00Z')
})

test('addresses are whole where the society tells where it publishes, else relative to the feed', () => {
  const linksOf = (site?: string) =>
    all(parsed(atom(feedOf([release('a')], site))), 'link').map(({ attributes }) => attributes['href'])
  expect(linksOf()).toEqual(['feed.en.atom', 'index.en.html'])
  expect(linksOf('https://example.org/news')).toEqual([
    'https://example.org/news/feed.en.atom',
    'https://example.org/news/index.en.html',
  ])
})

test('nothing is fed in a language in which nothing is told', () => {
  const society = { country: 'UZ' } as Parameters<typeof feedIn>[1]['society']
  const words = { title: '', subtitle: '', author: '' }
  expect(feedIn('ru', { society, languages: ['ru', 'en'], releases: [release('a')] }, words)).toBeUndefined()
})

test('a sitemap names pages in full, with their translations', () => {
  const other = release('a')
  const russian = { ...other, work: { ...other.work, language: 'ru' } }
  const site = 'https://example.org/a&b/'
  const map = parsed(sitemap({ site, languages: ['ru', 'en'], releases: [other, russian] }))
  expect(map.attributes['xmlns']).toBe('http://www.sitemaps.org/schemas/sitemap/0.9')
  const urls = all(map, 'url')
  expect(urls.map(each => all(each, 'loc')[0]?.text.startsWith(site))).toEqual([true, true, true, true])
  expect(urls.map(each => all(each, 'xhtml:link').map(({ attributes }) => attributes['hreflang']))).toEqual([
    ['ru', 'en'],
    ['ru', 'en'],
    ['en', 'ru'],
    ['en', 'ru'],
  ])
  expect(urls.flatMap(each => all(each, 'lastmod').map(({ text }) => text))).toEqual(['2022-08-16', '2022-08-16'])
})
