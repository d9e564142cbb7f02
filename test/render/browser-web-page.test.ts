/** A release as a web page on a telephone: what is wide scrolls in a box of its own, and the page never to the side. */
import { afterAll, expect, test } from 'vitest'
import type { ReleaseModel } from '../../src/model/document.ts'
import { namesIn } from '../../src/press/names.ts'
import { writeRelease } from '../../src/render/beside/beside.ts'
import { releaseWriters } from '../../src/render/formats.ts'
import { filledRelease } from '../support/filled-release.ts'
import { releaseTemplates } from '../support/sample-release.ts'
import { open } from './browser-fixtures.ts'

const browser = open()
afterAll(() => browser.close())

const templates = releaseTemplates()
const writers = await releaseWriters()
const around = { issuer: 'uz', timeZone: 'Asia/Tashkent', languages: ['ru', 'en'] }

function pageOf(model: ReleaseModel): string {
  const work = { kind: 'press' as const, year: 2022, id: 'a', language: 'en', date: '2022-08-15', records: [], model }
  const { value, diagnostics } = writeRelease(work, { templates, around, namesIn, writers })
  expect(diagnostics).toEqual([])
  const page = value.get('html')
  return page && 'html' in page ? page.html : ''
}

interface Widths {
  readonly page: number
  readonly wide: readonly string[]
}

/** What asks for more than the window has: the page itself, and boxes that scroll. */
const widthsOn = (html: string): Promise<Widths> =>
  browser.use(async ({ page }) => {
    await page.setViewport({ width: 360, height: 640 })
    await page.setContent(html)
    const asked = await page.evaluate(`({
      page: document.documentElement.scrollWidth,
      wide: [...document.querySelectorAll('table, pre')].filter(each => each.scrollWidth > each.clientWidth).map(each => each.tagName),
    })`)
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- made so above
    return asked as Widths
  })

const table = [0, 1, 2]
  .map(row => `|${Array.from({ length: 14 }, (_, at) => (row === 1 ? '---' : `1234567${at}`)).join('|')}|`)
  .join('\n')
const long = filledRelease(path => (/iso$|^id$|src$/.test(path) ? 'a' : 'w'.repeat(150)))

test('a wide table and a line of code scroll, the page does not', async () => {
  const body = `${table}\n\n- item\n\n${table.replace(/^/gm, '  ')}\n\n${table.replace(/^/gm, '> ')}\n\n    ${'c'.repeat(200)}`
  expect(await widthsOn(pageOf({ ...long, body }))).toEqual({ page: 360, wide: ['TABLE', 'TABLE', 'TABLE', 'PRE'] })
})

test('the judge sees a table that does not scroll', async () => {
  const html = pageOf({ ...long, body: table })
    .replace('</style>', 'table { display: table }</style>')
    .replace(/<meta http-equiv[^>]*>/, '')
  expect((await widthsOn(html)).page).toBeGreaterThan(500)
})
