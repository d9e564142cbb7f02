/** The index of what is public: what stands in it. */
import { posix } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256 } from '../../src/pipeline/digest.ts'
import { type SiteTrial, siteTrial } from '../support/site.ts'

let trial: SiteTrial
beforeEach(async () => {
  trial = await siteTrial()
})
afterEach(() => trial.close())

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const linksIn = (html: string): readonly string[] =>
  [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].flatMap(([, link = '']) => link)
const isLocal = (link: string): boolean => !/^(#|[a-z]+:)/.test(link)
const page = (path = 'index.en.html'): string => trial.output.files.get(path) ?? ''

test('a page a language, feeds, and a picture of each release; the list tells them all', async () => {
  const { outcome, artifacts, unlisted } = await trial.site()
  expect(outcome).toBe('done')
  expect(unlisted).toEqual([])
  expect(artifacts.map(({ path }) => path)).toEqual([
    'feed.en.atom',
    'feed.en.json',
    'feed.ru.atom',
    'feed.ru.json',
    'index.en.html',
    'index.html',
    'site/2022/2022-08-15-icrc.en.webp',
    'site/2022/2022-08-15-icrc.ru.webp',
    'site/2022/volunteer-drill.en.webp',
    'site/2022/volunteer-drill.ru.webp',
  ])
  for (const { path, sha256: hash, bytes } of artifacts) {
    const there = bytesOf(trial.output.files.get(path) ?? '')
    expect([path, sha256(there), there.length]).toEqual([path, hash, bytes])
  }
  expect([...trial.files().keys()]).toEqual(artifacts.map(({ path }) => path))
})

test('every link of a page leads to a file or a place that is there', async () => {
  await trial.site()
  for (const path of ['index.html', 'index.en.html']) {
    const links = linksIn(page(path))
    const local = links.filter(isLocal)
    expect(local.length).toBeGreaterThan(10)
    expect(local.filter(link => !trial.output.files.has(posix.normalize(link)))).toEqual([])
    const places = links.filter(link => link.startsWith('#'))
    expect(places.filter(place => !page(path).includes(` id="${place.slice(1)}"`))).toEqual([])
  }
})

test('each download has the size and the checksum of its file', async () => {
  await trial.site()
  const files = [
    ...page().matchAll(
      /<li><a href="([^"]+)" type="[^"]+">[^<]+<\/a> ?<span class="size">(\S+) KB<\/span>.*?<code>([0-9a-f]{64})/g,
    ),
  ]
  const listed = [...trial.output.files.keys()].filter(path => /^(press|reports)\/.*\.en\.[a-z]+$/.test(path))
  expect(files.map(([, href]) => href).toSorted()).toEqual(listed.toSorted())
  for (const [, href = '', size, digest] of files) {
    const bytes = bytesOf(trial.output.files.get(href) ?? '')
    expect([href, digest]).toEqual([href, sha256(bytes)])
    expect(size?.replaceAll(',', '')).toBe(String(Math.max(1, Math.round(bytes.length / 1000))))
  }
})

test('the figures of a report are those of its summary on paper', async () => {
  await trial.site()
  const summary = trial.output.files.get('reports/2022/icrc-2022.en.pdf') ?? ''
  const report = page().slice(page().indexOf('Annual cooperation report 2022'))
  const figures = [...report.matchAll(/<dt>([^<]*)<\/dt><dd><bdi>([^<]*)<\/bdi>/g)].map(([, , value = '']) => value)
  expect(figures.length).toBeGreaterThan(3)
  expect(figures.filter(value => !summary.includes(value))).toEqual([])
})

test('a release in another language alone is listed as what it is, and is in no feed of this one', async () => {
  await trial.add('2022-09-01-ru', text =>
    text
      .replace(/headline: .*/, 'headline: { ru: Только по-русски }')
      .replace('without: [quote]', 'without: [quote, en]'),
  )
  await trial.build()
  await trial.site()
  expect(page()).toMatch(/<a href="press\/2022\/2022-09-01-ru\.ru\.html" lang="ru" hreflang="ru"><bdi>Только по-русски/)
  expect(trial.output.files.get('feed.en.atom')).not.toContain('Только по-русски')
  expect(trial.output.files.get('feed.ru.atom')).toContain('Только по-русски')
})

test('in some languages alone', async () => {
  const { artifacts } = await trial.site({ languages: ['en'] })
  expect(artifacts.map(({ path }) => path)).toEqual([
    'feed.en.atom',
    'feed.en.json',
    'index.html',
    'site/2022/2022-08-15-icrc.en.webp',
    'site/2022/volunteer-drill.en.webp',
  ])
  expect(page('index.html')).not.toContain('.ru.')
})

test('where the society tells its address, feeds and the sitemap name pages in full', async () => {
  await trial.edit(
    'data/society.yaml',
    text => `${text.replace(/illustrative: .*/, 'illustrative: false')}\nsite: https://news.example.org/press\n`,
  )
  await trial.build()
  const { address } = await trial.site()
  expect(address).toBe('https://news.example.org/press')
  const files = trial.output.files
  const base = 'https://news.example.org/press/'
  expect(files.get('feed.en.atom')).toContain(`href="${base}press/2022/2022-08-15-icrc.en.html"`)
  expect(files.get('feed.en.json')).toContain(`"url": "${base}press/2022/2022-08-15-icrc.en.html"`)
  const locations = [...(files.get('sitemap.xml') ?? '').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) => url)
  expect(locations.map(url => url.slice(base.length))).toEqual([
    'index.html',
    'index.en.html',
    'press/2022/2022-08-15-icrc.en.html',
    'press/2022/2022-08-15-icrc.ru.html',
    'press/2022/volunteer-drill.en.html',
    'press/2022/volunteer-drill.ru.html',
  ])
  expect(locations.every(url => url.startsWith(base))).toBe(true)
  expect(page()).toContain(`<link rel="canonical" href="${base}index.en.html">`)
  expect(page()).not.toContain('noindex')
})

test('a sample says so, and no map leads search engines to it', async () => {
  await trial.edit(
    'data/society.yaml',
    text => `${text.replace(/illustrative: .*/, 'illustrative: true')}\nsite: https://news.example.org/\n`,
  )
  await trial.build()
  await trial.site()
  expect(page()).toContain('<meta name="robots" content="noindex">')
  expect(page()).toMatch(/role="note">A sample/)
  expect(trial.output.files.has('sitemap.xml')).toBe(false)
  expect(trial.output.files.get('feed.en.atom')).toContain('<subtitle>A sample')
})
