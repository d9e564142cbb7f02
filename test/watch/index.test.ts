/** The index beside the pages: as `khabar site` would make it, and nothing of it is written. */
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formIn, tellIn } from '../../src/diagnostics/messages.ts'
import { messagesIn } from '../../src/pipeline/messages.ts'
import { templates } from '../support/two-builds.ts'
import { watching } from '../support/watching.ts'

const meeting = 'data/meetings/2022/2022-08-15-icrc.yaml'
/** Reports, too: an index is made of all that is public. */
const watchingAll = () => watching({}, run => run(), 'everything')

test('in a frame, in each language, with its files', async () => {
  const watch = await watchingAll()
  const bar = await watch.page('/preview/index')
  expect(bar).toContain('<iframe id="shown" src="/files/index.html"')
  expect(bar).toContain('<a href="/preview/index.en">English</a>')
  expect(bar).toContain('<a href="/preview/index" aria-current="page">Russian</a>')
  expect(await watch.page('/preview/index.en')).toContain('src="/files/index.en.html"')
  expect(await watch.page('/')).toContain('<a href="/preview/index">Index</a>')
  const index = await watch.page('/files/index.en.html')
  const links = [...index.matchAll(/href="(press[^"]+\.html)"/g)].map(([, href = '']) => href)
  expect(links.length).toBeGreaterThan(0)
  for (const href of links) expect((await fetch(`${watch.address}/files/${href}`)).status).toBe(200)
  expect(index).not.toContain('<img')
  const feed = await fetch(`${watch.address}/files/feed.en.atom`)
  expect([feed.status, feed.headers.get('content-type')]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  expect((await fetch(`${watch.address}/preview/index.fr`)).status).toBe(404)
  const written = await readdir(join(watch.root, 'output'), { recursive: true })
  expect(written.filter(path => /index|feed|site/.test(path))).toEqual([])
})

test('it follows a save', async () => {
  const watch = await watchingAll()
  const before = await watch.page('/preview/index.en')
  await watch.edit(meeting, text => text.replace('The Society received partners', 'Another headline'))
  await watch.rebuild()
  await expect.poll(() => watch.page('/files/index.en.html')).toContain('Another headline')
  expect(await watch.page('/preview/index.en')).not.toBe(before)
})

test('where the folder is behind the records it says so, and the rest goes on', async () => {
  const watch = await watching()
  const page = await watch.page('/preview/index')
  expect(page).toContain('There is no index to show yet.')
  expect(page).toContain('must be built first')
  expect(page).not.toContain('<iframe')
  expect((await fetch(`${watch.address}/files/index.html`)).status).toBe(404)
})

test.each(['ru', 'uz-Latn', 'uz-Cyrl'])(
  'its own pages are told in the language of whoever watches: %s',
  async language => {
    const table = [...messagesIn(templates, language)].flatMap(([sentence, form]) => {
      const read = formIn(form)
      return read === undefined ? [] : [[sentence, read] as const]
    })
    const watch = await watching({ telling: { language, tell: tellIn(language, new Map(table)) } })
    for (const path of [
      '/',
      '/problems',
      '/preview/press/2022/2022-08-15-icrc.en',
      '/preview/none',
      '/preview/index',
    ]) {
      const page = await watch.page(path)
      expect(page).toContain(`<html lang="${language}"`)
      const told = page
        .replace(
          /<(?:style|script)[^>]*>[\s\S]*?<\/(?:style|script)>|<(a class="title"|span class="id")[^>]*>[^<]*|<[^>]+>/g,
          ' ',
        )
        .replace(/Khabar|PDF|JSON|khabar \w+|--[a-z]+|\S+\/\S+|\bicrc\b|O\S*/g, '')
      const english = told.match(/\b(?:the|and|is|are|of|Pages|Index|Problems|Language|Year|Built|Text)\b/g)
      expect([path, english]).toEqual([path, null])
    }
  },
)
