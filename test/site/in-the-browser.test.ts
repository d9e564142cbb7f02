/**
 * The index in a real browser, off the disk: accessible by axe-core at three widths, in light and dark, in both directions;
 * nothing is asked of the network; the search finds.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import { type Browser, launch, type Page } from 'puppeteer-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBrowser } from '../../src/render/browser/find-browser.ts'
import { createRenderer } from '../../src/render/renderer.ts'
import { meeting, type SiteTrial, siteTrial } from '../support/site.ts'

let browser: Browser
let trials: readonly SiteTrial[]
/** Addresses of pages by language, and the folder of the first. */
const pages: { [language: string]: string } = {}

const long = 'Донаучнотехническоинформационномеждународный'.repeat(3)

beforeAll(async () => {
  // No sandbox: it opens nothing but our own pages, and runs as root in a container.
  const { path, env } = await findBrowser({ environment: process.env })
  const args = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--hide-scrollbars']
  browser = await launch({ executablePath: path, env: { ...process.env, ...env }, args, headless: 'shell' })
  const [left, right] = [await siteTrial('_base'), await siteTrial('arabic')]
  trials = [left, right]
  await left.edit(meeting, text =>
    text
      .replace('ru: Общество приняло партнёров', `ru: 'Общество <b>приняло</b> ${long} партнёров'`)
      .replace('en: The Society received partners', `en: 'The Society received التقى الشركاء partners'`),
  )
  await left.build()
  await right.edit(meeting, text =>
    text.replace(/status: \w+/, 'status: approved').replace(/\n {2}embargo_until: .*/, ''),
  )
  await right.build()
  for (const trial of trials) {
    await trial.site()
    await layOut(trial)
  }
  const at = (trial: SiteTrial, name: string): string => pathToFileURL(join(trial.root, 'out', name)).href
  Object.assign(pages, { ru: at(left, 'index.html'), en: at(left, 'index.en.html'), ar: at(right, 'index.html') })
})
afterAll(async () => {
  await browser.close()
  for (const trial of trials) await trial.close()
})

/** On disk, with pictures that are some. */
async function layOut({ root, output }: SiteTrial): Promise<void> {
  const picture = await sharp({ create: { width: 320, height: 452, channels: 3, background: '#eee' } })
    .webp()
    .toBuffer()
  for (const [path, text] of output.files) {
    await mkdir(dirname(join(root, 'out', path)), { recursive: true })
    await writeFile(join(root, 'out', path), path.endsWith('.webp') ? picture : text)
  }
}

interface Opened {
  readonly page: Page
  /** What the page complained of, and what it asked for that is no file. */
  readonly complaints: string[]
}

async function openPage(language: string, width: number, scheme = 'light'): Promise<Opened> {
  const page = await browser.newPage()
  const complaints: string[] = []
  page.on('console', message => complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(String(error)))
  page.on('request', request => {
    if (!/^(file|data):/.test(request.url())) complaints.push(request.url())
  })
  await page.setViewport({ width, height: 900 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.goto(pages[language] ?? '')
  return { page, complaints }
}

async function violationsOn(page: Page): Promise<readonly string[]> {
  await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true')
  await page.evaluate(axe.source)
  const found = await page.evaluate(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map(each => each.id + ": " + each.nodes[0].html))',
  )
  return found as readonly string[]
}

const widths = [360, 768, 1280]
const looks = ['ru', 'en', 'ar'].flatMap(language => widths.map(width => [language, width] as const))

test.each(looks)(
  '%s at %i pixels: no violation, nothing wider than the page, no complaint',
  async (language, width) => {
    for (const scheme of ['light', 'dark']) {
      const { page, complaints } = await openPage(language, width, scheme)
      expect(await violationsOn(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
      expect(complaints).toEqual([])
      await page.close()
    }
  },
)

test('the judge finds what is wrong', async () => {
  const { page } = await openPage('en', 768)
  await page.evaluate(
    'document.querySelector("#search").previousSibling.remove(); document.querySelector("h1").style.color = "#ddd"; document.documentElement.lang = ""',
  )
  const found = (await violationsOn(page)).map(each => each.split(':')[0])
  expect(found).toEqual(expect.arrayContaining(['color-contrast', 'html-has-lang', 'label']))
  await page.close()
})

test('pictures are shown, off the disk', async () => {
  const { page } = await openPage('en', 1280)
  const shown =
    'Promise.all([...document.images].map(each => { each.loading = "eager"; return each.decode().then(() => each.naturalWidth) }))'
  expect(await page.evaluate(shown)).toEqual([320, 320])
  await page.close()
})

test('the search finds by the beginning of words, without a network, and says how many', async () => {
  const { page, complaints } = await openPage('ru', 768)
  const shown = '[...document.querySelectorAll("[data-names]:not([hidden])")].length'
  const status = 'document.querySelector("[role=status]").textContent'
  expect(await page.evaluate(shown)).toBe(2)
  await page.type('#search', 'приняло ОБЩ')
  expect(await page.evaluate(shown)).toBe(1)
  expect(await page.evaluate(status)).toBe('Найдено: 1')
  await page.type('#search', ' нигденет')
  expect(await page.evaluate(shown)).toBe(0)
  expect(await page.evaluate(status)).toBe('Ничего не найдено.')
  await page.evaluate('document.querySelector("#search").value = ""')
  await page.type('#search', ' ')
  expect(await page.evaluate(shown)).toBe(2)
  expect(complaints).toEqual([])
  await page.close()
})

test('without scripts everything is there but the field', async () => {
  const page = await browser.newPage()
  await page.setJavaScriptEnabled(false)
  await page.goto(pages['en'] ?? '')
  expect(await page.evaluate('getComputedStyle(document.querySelector(".search")).display')).toBe('none')
  expect((await page.$$('[data-names]')).length).toBe(2)
  await page.close()
})

test('a first page is drawn: the same bytes each time, its own size, and its second page is not on it', async () => {
  const renderer = createRenderer({ version: '0', sandbox: 'auto', tabs: 1, environment: process.env })
  try {
    const html = (paper: string, second = '') =>
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><style>@page{margin:30mm 20mm}p{height:200mm;background:${paper};break-inside:avoid;margin:0}</style></head><body><p></p>${second}</body></html>`
    const one = await renderer.picture({ html: html('#0000ff'), assets: [] })
    const two = await renderer.picture({ html: html('#0000ff', '<p style="background:#ff0000"></p>'), assets: [] })
    expect(Buffer.compare(one, await renderer.picture({ html: html('#0000ff'), assets: [] }))).toBe(0)
    expect(Buffer.compare(one, two)).toBe(0)
    expect(Buffer.compare(one, await renderer.picture({ html: html('#00ff00'), assets: [] }))).not.toBe(0)
    const { data, info } = await sharp(one).raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([320, 452])
    const blue = (x: number, y: number): boolean => (data[(y * info.width + x) * info.channels] ?? 255) < 60
    // 20 mm from the left and 30 mm from above, of 210 mm in 320 pixels.
    expect([blue(28, 60), blue(33, 60), blue(160, 43), blue(160, 48), blue(160, 345), blue(160, 355)]).toEqual([
      false,
      true,
      false,
      true,
      true,
      false,
    ])
  } finally {
    await renderer.close()
  }
})
