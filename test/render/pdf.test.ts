/** A printed page holds what it was handed, in our fonts, tagged, and in the same bytes every time. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import type { Asset } from '../../src/model/render-job.ts'
import { findBrowser } from '../../src/render/browser/find-browser.ts'
import { printPdf } from '../../src/render/pdf.ts'
import { disguised, finished, freshFolder, job, open } from './browser-fixtures.ts'
import { checkSyntax, factsOf, fontsOf, need, picturesOf, structureOf, textOf } from './pdf-judges.ts'

const browser = open({ tabs: 2 })
afterAll(() => browser.close())

const photo = async (width: number, color: string): Promise<Asset> => {
  const image = sharp({ create: { width, height: 100, channels: 3, background: color } })
  return { path: 'photo-1.jpg', type: 'image/jpeg', bytes: await image.jpeg().toBuffer() }
}

const letters = {
  ru: 'АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя «»„“ — № 12',
  'uz-Latn': 'Oʻzbekiston Qizil Yarim Oy Jamiyati, Gʻafur, maʼlumot, Shahar, Chilonzor Ng “” — 30',
  'uz-Cyrl': 'Ўзбекистон Қизил Ярим Ой Жамияти, Ғафур, ҳамкорлик, маълумот ЎўҚқҒғҲҳ — № 7',
  en: 'Preparedness & response, “First aid” — it’s 30 years: £ € naïve',
} as const

test.for(Object.entries(letters))('%s has every letter in our fonts', async ([lang, text], ctx) => {
  await need(ctx, 'pdffonts', 'pdftotext')
  const body = `<h1>${text.replace('&', '&amp;')}</h1><p>${text.replace('&', '&amp;')} <i>${text.replace('&', '&amp;')}</i>`
  const pdf = await printPdf(job({ lang, body }), browser)
  const names = (await fontsOf(pdf)).map(font => font.name)
  expect(names.length).toBeGreaterThan(1)
  expect(names.filter(name => !/^Source(?:Serif4|Sans3)-/.test(name))).toEqual([])
  expect((await fontsOf(pdf)).every(font => font.isEmbedded)).toBe(true)
  const printed = (await textOf(pdf)).replace(/\s+/g, '')
  expect(printed).toContain(text.replace(/\s+/g, ''))
  expect(await factsOf(pdf)).toMatch(/Tagged:\s+yes/)
})

test('a page is tagged, has its outline, size and language', async ctx => {
  await need(ctx, 'pdfinfo', 'qpdf')
  const body =
    '<h1>Заголовок</h1><table><tr><th scope="col">Год</th></tr><tr><td>2022</td></tr></table><ul><li>пункт</ul>'
  const pdf = await printPdf(job({ lang: 'uz-Cyrl', body }), browser)
  const structure = await structureOf(pdf)
  for (const tag of ['H1', 'Table', 'TH', 'TD', 'L (', 'LI']) expect(structure).toContain(tag)
  const facts = await factsOf(pdf)
  expect(facts).toMatch(/Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)/)
  expect(facts).toMatch(/JavaScript:\s+no/)
  const raw = Buffer.from(pdf).toString('latin1')
  expect(raw).toMatch(/\/Lang \(uz-Cyrl\)/)
  expect(raw).toContain('/Outlines')
  expect(await checkSyntax(pdf)).toContain('No syntax or stream encoding errors')
})

test('the same document has the same bytes, in any tab, after any other', async () => {
  const table = job({ body: '<h1>a</h1><table><tr><th>b<th>c<tr><td>1<td>2</table>' }, [await photo(150, 'red')])
  const other = job({ body: `<table>${'<tr><th>x<th>y<tr><td>3<td>4'.repeat(40)}</table><p>z` })
  const [first] = await Promise.all([finished(table, browser), finished(other, browser)])
  const again = await Promise.all([other, table, other, table, table].map(each => finished(each, browser)))
  const fresh = open()
  const elsewhere = await finished(table, fresh)
  await fresh.close()
  for (const pdf of [again[1], again[3], again[4], elsewhere]) expect(Buffer.compare(pdf ?? first, first)).toBe(0)
  expect(Buffer.compare(again[0] ?? first, again[2] ?? first)).toBe(0)
})

test('each document shows its own photo, though all are called photo-1.jpg', async ctx => {
  await need(ctx, 'pdfimages')
  const body = '<p>Фото <img src="photo-1.jpg" alt="группа">'
  for (const width of [110, 120, 130, 120]) {
    const pdf = await printPdf(job({ body }, [await photo(width, 'blue')]), browser)
    expect(await picturesOf(pdf)).toMatch(new RegExp(`image\\s+${width}\\s+100`))
  }
})

test('a photo that CSS refers to is its document’s own too', async () => {
  const body = '<p style="background: url(photo-1.jpg); height: 100px">Фото'
  const one = open()
  for (const width of [110, 120]) {
    const pdf = await printPdf(job({ body }, [await photo(width, 'blue')]), one)
    expect(Buffer.from(pdf).toString('latin1')).toContain(`/Width ${width}`)
  }
  await one.close()
})

test('a photo that is missing or broken stops its document and is named', async () => {
  const body = '<p>Фото <img src="photo-1.jpg" alt="x">'
  await expect(printPdf(job({ body }), browser)).rejects.toThrow(/picture photo-1.jpg could not be shown/)
  const broken: Asset = { path: 'photo-1.jpg', type: 'image/jpeg', bytes: Buffer.from('not a picture') }
  await expect(printPdf(job({ body }, [broken]), browser)).rejects.toThrow(/picture photo-1.jpg could not be shown/)
  expect((await printPdf(job({ body }, [await photo(50, 'red')]), browser)).length).toBeGreaterThan(1000)
})

test('blank pages are an error: no font for the browser to see', async ctx => {
  const { kind } = await findBrowser({ environment: process.env })
  ctx.skip(kind !== 'embedded', 'no embedded browser here')
  const fontless = join(await freshFolder(), 'fonts.conf')
  await writeFile(fontless, '<fontconfig></fontconfig>')
  const blind = open({ browserPath: await disguised('blind', `export FONTCONFIG_FILE='${fontless}'`) })
  const html = '<!doctype html><html lang="ru"><title>Проба</title><body><h1>Текст</h1></body></html>'
  await expect(printPdf({ ...job({ body: '' }), html }, blind)).rejects.toThrow(/blank pages/)
  await blind.close()
})

test('an empty page needs no font', async () => {
  const empty = {
    ...job({ body: '' }),
    html: '<!doctype html><html lang="ru"><title>пусто</title><body></body></html>',
  }
  expect((await printPdf(empty, browser)).length).toBeGreaterThan(500)
})
