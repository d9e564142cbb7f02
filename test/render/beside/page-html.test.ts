/** The web page: whole, silent towards the network, and understood by machines. */

import { createHash } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { inlinePhotos } from '../../../src/render/beside/inline-photos.ts'
import { inWords } from '../../support/in-words.ts'
import { releaseTemplates, sampleDataset, withMeeting } from '../../support/sample-release.ts'
import { around, articleOf, besideOf, full, packaged } from './sample-beside.ts'

test('one h1, landmarks, a way to skip, and no level of heading left out', () => {
  const { html } = besideOf(full())
  expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
  for (const tag of ['main', 'header', 'footer', 'article', 'h1'])
    expect(html.match(new RegExp(`<${tag}[ >]`, 'g'))).toHaveLength(1)
  expect(html).toContain('href="#story"')
  expect(html).toContain('id="story"')
  const levels = [...html.matchAll(/<h([1-6])/g)].map(match => Number(match[1]))
  for (const [index, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1)
  expect(html.match(/<nav /g)?.length).toBe(html.match(/<nav [^>]*aria-label="[^"]+"/g)?.length)
})

test('its policy allows its own style and pictures inside the page, nothing else', () => {
  const { html } = besideOf(full())
  const style = /<style>(.*)<\/style>/s.exec(html)?.[1] ?? ''
  const hash = createHash('sha256').update(style).digest('base64')
  expect(html).toContain(
    `content="default-src 'none'; img-src data:; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
  )
  expect(html).not.toMatch(/ style="| on[a-z]+="|url\(|@import|<script(?! type="application\/ld\+json")/)
})

test('what authors write can end neither the data nor the style, and stays text', () => {
  const hostile = `'</script><script>alert(1)</script><!-- <style> " & \u2028 src="photo-1.jpg"'`
  const { html } = besideOf(full(text => text.replace(/headline: .*/, `headline: { en: ${hostile} }`)))
  expect(html.match(/<\/script>/g)).toHaveLength(1)
  expect(html.match(/<script/g)).toHaveLength(1)
  expect(html.match(/src="photo-1\.jpg"/g)).toHaveLength(1)
  expect(articleOf(html)['headline']).toContain('</script><script>alert(1)</script>')
})

test('the data tell the article, its pictures and its translations', () => {
  const { html } = besideOf(full(), 'ru')
  expect(articleOf(html)).toMatchObject({
    '@type': 'NewsArticle',
    '@id': 'meeting.ru.html',
    datePublished: '2022-08-15',
    inLanguage: 'ru',
    dateline: 'Ташкент',
    publisher: { '@type': 'Organization', name: 'Общество Помощи' },
    about: [{ name: 'Комитет Содействия' }],
    workTranslation: [
      { '@id': 'meeting.uz-Latn.html' },
      { '@id': 'meeting.uz-Cyrl.html' },
      { '@id': 'meeting.en.html' },
    ],
  })
  const english = articleOf(besideOf(full()).html)
  expect(english).toMatchObject({
    translationOfWork: { '@id': 'meeting.ru.html', inLanguage: 'ru' },
    image: [{ caption: 'The meeting', description: 'People at a table', creditText: 'B. Photographer' }],
    mentions: [{ name: 'M. Aminov', jobTitle: 'staff member' }, { name: 'E. A. Amiralieva' }],
  })
  expect(english['articleBody']).toMatch(/^On 15 August 2022[\s\S]*It ended\.$/)
})

test('only languages in which the release stands are linked', () => {
  const { html } = besideOf(full(), 'en', packaged, { ...around, languages: ['ru', 'en'] })
  expect([...html.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(match => [match[1], match[2]])).toEqual([
    ['ru', 'meeting.ru.html'],
  ])
  expect(html).toContain('<a href="meeting.ru.html" hreflang="ru" lang="ru" rel="alternate">Русский</a>')
  expect(besideOf(full(), 'en', packaged, { ...around, languages: ['en'] }).html).not.toContain('class="languages"')
})

test('samples, drafts, embargoes and corrections are marked, and only they', () => {
  const real = sampleDataset(files => ({
    'data/society.yaml': files['data/society.yaml'].replace('illustrative: true', 'illustrative: false'),
  }))
  expect(besideOf(real).html).not.toMatch(/noindex|class="(?:sample|draft|correction)"|backstory|Embargoed/)
  expect(besideOf(sampleDataset()).html).toMatch(/noindex[\s\S]*role="note">A sample/)
  const marked = besideOf(
    withMeeting(text =>
      text.replace(
        'status: approved',
        'status: draft\n  embargo_until: 2022-08-16T10:00:00+05:00\n  corrected: { on: 2022-08-20, note: { en: The hour } }',
      ),
    ),
  ).html
  expect(marked).toMatch(/class="draft">Draft.*Embargoed until [^<]*16.August.*class="correction">.*The hour/)
  expect(articleOf(marked)).toMatchObject({
    datePublished: '2022-08-16T10:00:00+05:00',
    dateModified: '2022-08-20',
    creativeWorkStatus: 'Draft',
    correction: 'The hour',
  })
})

test('photos are put inside, no larger than a page needs', async () => {
  const bytes = await sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#888' } })
    .jpeg()
    .toBuffer()
  const { html } = besideOf(full())
  const page = await inlinePhotos({
    html,
    assets: [{ path: 'photo-1.jpg', type: 'image/jpeg', bytes }],
  })
  expect(page).toMatch(/<img src="data:image\/jpeg;base64,[^"]+" width="1200" height="600" alt="People at a table">/)
  expect([...page.matchAll(/ src="([a-z]+:)?/g)].map(match => match[1])).toEqual(['data:'])
})

test('a mistake in its template is told at its line; a word changed there shows', () => {
  const wrong = releaseTemplates({ 'press/page.hbs': text => text.replace('{{headline}}', '{{headlin}}') })
  expect(() => besideOf(sampleDataset(), 'en', wrong)).toThrow(/headlin/)
  const other = releaseTemplates({ 'wording/en.yaml': text => text.replace('Skip to the text', 'To the text') })
  expect(besideOf(sampleDataset(), 'en', other).html).toContain('>To the text</a>')
  const missing = releaseTemplates({ 'wording/en.yaml': text => text.replace(/ {4}skip: .*\n/, '') })
  expect(inWords(besideOf(sampleDataset(), 'en', missing).diagnostics).map(each => each.message)).toEqual([
    'There is no wording for “press.page.skip” in en.',
  ])
})

test('the same records give the same bytes', () => {
  const once = besideOf(full(), 'ru', releaseTemplates())
  const again = besideOf(full(), 'ru')
  expect([again.html, again.text, again.json, again.record]).toEqual([once.html, once.text, once.json, once.record])
})
