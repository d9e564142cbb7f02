/** A finished file as a whole: marks, soft hyphens, metadata, attachments, photos, the same bytes; and what is refused. */
import { PDFArray, PDFDict, PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { checkPdf } from '../../../src/conform/check-pdf.ts'
import type { Asset } from '../../../src/model/render-job.ts'
import { finishPdf } from '../../../src/render/finish/finish-pdf.ts'
import { open } from '../browser-fixtures.ts'
import { checkSyntax, need, picturesOf, textOf } from '../pdf-judges.ts'
import { facts, printed, read } from './finish-fixtures.ts'

const browser = open()
afterAll(() => browser.close())

const head =
  '<style>p { white-space: pre-wrap } @page { @top-left { content: "Верх"; font-family: "Text Sans" } }</style>'
const page = (body: string, assets: readonly Asset[] = []) => printed(browser, { head, body }, assets)

test('qpdf and our own checker find nothing, and every word is still there', async ctx => {
  await need(ctx, 'qpdf', 'pdftotext')
  const raw = await page(
    '<h1>Заголовок</h1><p>Обсудили ﬁнансы и эффективность, №&nbsp;12.</p><h2>Планы</h2><p>Office staff</p>',
  )
  const pdf = await finishPdf(raw, facts)
  expect(await checkPdf(pdf)).toEqual([])
  expect(await checkSyntax(pdf)).toContain('No syntax or stream encoding errors')
  expect(await textOf(pdf)).toBe(await textOf(raw))
  expect((await checkPdf(raw)).length).toBeGreaterThan(3)
})

test('running headers and footers are told from the text by their place', async () => {
  const { contents } = await read(await finishPdf(await page('<h1>З</h1><p>т<p style="break-before: page">д'), facts))
  for (const content of contents) {
    expect(content.match(/\/Subtype \/Header>>BDC\s+BT/g)).toHaveLength(1)
    expect(content.match(/\/Subtype \/Footer>>BDC\s+BT/g)).toHaveLength(1)
  }
})

test('soft hyphens: unseen ones go, a seen one says what it is, a real hyphen stays', async ctx => {
  await need(ctx, 'pdftotext')
  const words = 'Нью-Йорк Обще|ство Крас|ного Полу|ме|ся|ца под|го|тов|ка'.replaceAll('|', '\u00AD')
  const raw = await page(
    `<h1>С</h1><p style="width: 150px">${words} <a href="https://example.org">Обще\u00ADство Крас\u00ADного</a>`,
  )
  expect(await textOf(raw)).toContain('\u2010')
  const pdf = await finishPdf(raw, facts)
  const text = await textOf(pdf)
  expect(text).not.toContain('\u2010')
  expect(text.match(/\u00AD(?=\n)/g)?.length).toBeGreaterThan(0)
  expect(text).not.toMatch(/\u00AD(?!\n)/)
  const whole = text.replace(/\u00AD\n/g, '').replace(/\s+/g, ' ')
  expect(whole).toContain('Нью-Йорк Общество Красного Полумесяца подготовка Общество Красного')
  const { annotations, contents, text: said } = await read(pdf)
  expect(contents[0]).not.toMatch(/feff2010/i)
  expect(said(annotations[0] ?? PDFDict.prototype, 'Contents')).toBe('Общество Красного')
})

test('Info and XMP say the same, and what the file claims to be', async () => {
  const { catalog, info, text } = await read(await finishPdf(await page('<h1>З</h1>'), facts))
  expect(text(info, 'Title')).toBe('Встреча <в Ташкенте> & планы')
  expect(text(info, 'Keywords')).toBe('первая помощь, МККК')
  expect(text(info, 'ModDate')).toBe("D:20220815000000+00'00'")
  const stream = catalog.lookup(PDFName.of('Metadata'))
  const xmp = stream instanceof PDFRawStream ? Buffer.from(stream.contents).toString() : ''
  expect(xmp).toContain('<rdf:li xml:lang="x-default">Встреча &lt;в Ташкенте&gt; &amp; планы</rdf:li>')
  for (const claim of [
    'pdfaid:part>3<',
    'pdfaid:conformance>A<',
    'pdfuaid:part>1<',
    'pdf:Keywords>первая помощь, МККК<',
  ]) {
    expect(xmp).toContain(claim)
  }
  expect(text(catalog, 'Lang')).toBe('ru')
  expect(String(catalog.get(PDFName.of('PageMode')))).toBe('/UseOutlines')
})

test('the files behind it are attached, in the order of their names', async () => {
  const { catalog, text } = await read(await finishPdf(await page('<h1>З</h1>'), facts))
  const files = catalog.lookup(PDFName.of('AF'), PDFArray)
  const specs = files.asArray().map((_, index) => files.lookup(index, PDFDict))
  expect(specs.map(spec => text(spec, 'UF'))).toEqual(['record.json', 'record.yaml'])
  expect(specs.map(spec => String(spec.get(PDFName.of('AFRelationship'))))).toEqual(['/Source', '/Source'])
})

test('the same page has the same bytes, whatever the tab printed before', async () => {
  const table = '<h1>Т</h1><table><tr><th>b<th>c<tr><td>1<td>2</table><p><a href="https://example.org">ссылка</a>'
  const first = await finishPdf(await page(table), facts)
  await page('<table><tr><th>x<th>y<tr><td>3<td>4</table>')
  const again = await finishPdf(await page(table), facts)
  expect(Buffer.compare(first, again)).toBe(0)
  const other = await finishPdf(await page(table), { ...facts, date: '2022-08-16' })
  const ids = [first, again, other].map(pdf => /\/ID \[<(\w+)>/.exec(Buffer.from(pdf).toString('latin1'))?.[1])
  expect(ids[0]).toMatch(/^[0-9A-F]{32}$/)
  expect(ids[0]).toBe(ids[1])
  expect(ids[0]).not.toBe(ids[2])
})

const image = (width: number, height: number, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: 'teal' } })

test('a photo takes the place of its small picture, byte for byte', async ctx => {
  await need(ctx, 'pdfimages', 'qpdf')
  const placeholder = await image(160, 100).jpeg().toBuffer()
  const original = await image(800, 500).jpeg().toBuffer()
  const asset: Asset = { path: 'photo-1.jpg', type: 'image/jpeg', bytes: placeholder }
  const raw = await page('<h1>Ф</h1><img src="photo-1.jpg" alt="Люди за столом">', [asset])
  const photo = { placeholder, original, width: 800, height: 500 }
  const pdf = await finishPdf(raw, { ...facts, photos: [photo] })
  expect(Buffer.from(pdf).includes(original)).toBe(true)
  expect(Buffer.from(pdf).includes(placeholder)).toBe(false)
  expect(await picturesOf(pdf)).toMatch(/image\s+800\s+500/)
  expect(await checkSyntax(pdf)).toContain('No syntax or stream encoding errors')
  expect(await checkPdf(pdf)).toEqual([])
  const grey = await image(800, 500).toColourspace('b-w').jpeg().toBuffer()
  const located = await image(800, 500)
    .withExif({ IFD0: { Artist: 'Имя' } })
    .jpeg()
    .toBuffer()
  const elsewhere = await image(150, 100).jpeg().toBuffer()
  const refused = (change: object) => finishPdf(raw, { ...facts, photos: [{ ...photo, ...change }] })
  await expect(refused({ original: grey })).rejects.toThrow(/differs from it in channels/)
  await expect(refused({ original: located })).rejects.toThrow(/metadata of its camera or owner/)
  await expect(refused({ width: 801 })).rejects.toThrow(/is 800 × 500 pixels/)
  await expect(refused({ placeholder: elsewhere })).rejects.toThrow(/does not show a photo as it was handed over/)
})

test.for([
  [
    'what is wider than the paper',
    '<h1>О</h1><p style="width: 400mm">широко',
    /all of the pages at \d\d % of their size/,
  ],
  ['text in a group', '<h1>О</h1><p style="opacity: .5">прозрачно', /text stands inside a picture/],
  [
    'a picture without words',
    '<h1>О</h1><figure><svg role="img" width=9 height=9><rect width=9 height=9 /></svg></figure>',
    /no alternative/,
  ],
  ['a character that no font has', '<h1>О</h1><p>конец \u{1F1FA}\u{1F1FF}', /none of the fonts/],
  ['a page without structure', '', /not tagged/],
] as const)('refused: %s', async ([, body, reason]) => {
  await expect(finishPdf(await page(body), facts)).rejects.toThrow(reason)
})

test('refused: what is no PDF, no day, no name', async () => {
  await expect(finishPdf(Buffer.from('not a page'), facts)).rejects.toThrow(/could not be read/)
  const raw = await page('<h1>З</h1>')
  await expect(finishPdf(raw, { ...facts, date: '15.08.2022' })).rejects.toThrow(/neither a day nor an instant/)
  const [file] = facts.attachments
  const attachments = file ? [{ ...file, name: '../a' }] : []
  await expect(finishPdf(raw, { ...facts, attachments })).rejects.toThrow(/no name for an attachment/)
})
