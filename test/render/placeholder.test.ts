/** A page laid out with placeholders is the page of its photos, and holds them byte for byte. */
import { execFile } from 'node:child_process'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import type { Asset } from '../../src/model/render-job.ts'
import { finishPdf } from '../../src/render/finish/finish-pdf.ts'
import { makePdf, printPdf } from '../../src/render/pdf.ts'
import { preparePhoto } from '../../src/render/photo.ts'
import { placeholdersFor } from '../../src/render/placeholder.ts'
import { freshFolder, job, open } from './browser-fixtures.ts'
import { facts, read } from './finish/finish-fixtures.ts'
import { checkSyntax, need, picturesOf } from './pdf-judges.ts'

const browser = open({ tabs: 2 })
afterAll(() => browser.close())

/** Two colours, so that a photo in the wrong place or turned would be another picture. */
async function photo(width: number, height: number, path = 'photo-1.jpg'): Promise<Asset> {
  const half = { create: { width: Math.ceil(width / 2), height, channels: 3, background: 'teal' } } as const
  const image = sharp({ create: { width, height, channels: 3, background: 'orange' } })
  const bytes = await image
    .composite([{ input: half, left: 0, top: 0 }])
    .png()
    .toBuffer()
  return { path, type: 'image/jpeg', bytes: (await preparePhoto(bytes)).jpeg }
}

const styles = {
  'as our releases do': 'display: block; width: auto; max-width: 100%; max-height: 68mm',
  'by its own size alone': '',
  'by one side': 'height: 40mm',
  'in another aspect': 'width: 50mm; height: 50mm',
  'in a line of text': 'max-width: 3em; vertical-align: middle',
}

/** Holds any photo as large as it is: what is wider than its page would be refused. */
const largePage = '<style>@page { size: 600mm 700mm }</style>'

/** Numbers of a content stream to six digits: a browser multiplies in single precision. */
const rounded = (content: string): string =>
  content.replace(/-?\d*\.\d+/g, number => String(Number(Number(number).toPrecision(6))))

test.for(Object.entries(styles))('a photo laid out %s stands where it would itself', async ([, style]) => {
  for (const [width, height] of [
    [1800, 1200],
    [1999, 1333],
    [90, 60],
    [700, 2000],
  ] as const) {
    const asset = await photo(width, height)
    const body = `${largePage}<h1>Фото</h1><p>до <img src="photo-1.jpg" alt="группа" style="${style}"> после</p><p>${'слово '.repeat(200)}`
    const page = job({ body }, [asset])
    const placed = await read(await makePdf(page, browser, 'Khabar'))
    const itself = await read(await finishPdf(await printPdf(page, browser), { ...facts, attachments: [] }))
    expect(placed.contents.map(rounded)).toEqual(itself.contents.map(rounded))
    expect(placed.outline.replace(/BBox.*/g, '')).toBe(itself.outline.replace(/BBox.*/g, ''))
  }
})

test('the photo in the file is the one handed over, bit by bit; the placeholder is gone', async ctx => {
  await need(ctx, 'pdfimages', 'qpdf')
  const assets = [await photo(1800, 1200), await photo(400, 300, 'logo.jpg')]
  const body =
    '<h1>Фото</h1><p><img src="logo.jpg" alt="знак" height=50><p><img src="photo-1.jpg" alt="группа" width=500>'
  const pdf = await makePdf(job({ body: `${body}${body.replaceAll('h1', 'h2')}` }, assets), browser, 'Khabar')
  const extracted = await extract(pdf)
  expect(new Set(extracted.map(hex))).toEqual(new Set(assets.map(each => hex(each.bytes))))
  expect(Buffer.from(pdf).includes('Exif')).toBe(false)
  expect(await checkSyntax(pdf)).toContain('No syntax or stream encoding errors')
  expect(await checkPdf(pdf)).toEqual([])
})

test.for([
  ['is cut by its style', 'width: 50mm; height: 50mm; object-fit: cover'],
  ['is not shown', 'display: none'],
])('a photo that %s is printed as it is', async ([, style], ctx) => {
  await need(ctx, 'pdfimages')
  const shown = '<img src="photo-1.jpg" alt="группа" width=300>'
  const body = `<h1>Фото</h1><p>${shown} <img src="photo-1.jpg" alt="часть" style="${style}">${shown.replace('1', '2')}`
  const hidden = `<h1>Фото</h1><p>текст <img src="photo-1.jpg" alt="часть" style="${style}">`
  const assets = [await photo(600, 400), await photo(500, 400, 'photo-2.jpg')]
  for (const each of [body, hidden]) {
    const pictures = await picturesOf(
      await makePdf(job({ body: each }, assets.slice(0, each === body ? 2 : 1)), browser, 'K'),
    )
    expect(pictures).not.toMatch(/image +\d( |\n)/)
    if (each === body) expect(pictures).toMatch(/image +600 +400[\s\S]*image +500 +400/)
  }
})

test.for([
  [1, 1],
  [2000, 1],
  [1, 2000],
  [3, 1999],
] as const)('%i x %i pixels keep their shape', async ([width, height], ctx) => {
  await need(ctx, 'pdfimages')
  const asset = await photo(width, height)
  const page = job({ body: `${largePage}<h1>Ф</h1><p><img src="photo-1.jpg" alt="полоса">` }, [asset])
  const { photos } = placeholdersFor(page)
  expect(photos).toMatchObject([{ width, height }])
  const { pictures } = await browser.use(tab => tab.show({ ...page, assets: placeholdersFor(page).assets }))
  expect(pictures).toEqual([{ path: 'photo-1.jpg', width, height }])
  expect(await picturesOf(await makePdf(page, browser, 'Khabar'))).toMatch(new RegExp(`image +${width} +${height}`))
})

test('two photos of one size do not become one; one photo has one placeholder', async () => {
  const [one, other] = [await photo(300, 200), { ...(await photo(300, 200)), path: 'photo-2.jpg' }]
  const flat = await sharp({ create: { width: 300, height: 200, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  const html = '<img src="photo-1.jpg"><img src="photo-2.jpg">'
  const [first, again] = placeholdersFor({ html, assets: [one, other] }).photos
  expect(first?.placeholder).toEqual(again?.placeholder)
  const [, differs] = placeholdersFor({ html, assets: [one, { ...other, bytes: flat }] }).photos
  expect(differs?.placeholder).not.toEqual(first?.placeholder)
  expect(placeholdersFor({ html, assets: [one] }).assets[0]?.bytes).toBe(first?.placeholder)
})

test('what is not as our photos are is left as it is: grey, CMYK, with a profile, no picture, a picture of CSS', async () => {
  const image = sharp({ create: { width: 30, height: 20, channels: 3, background: 'red' } })
  const grey = await image.clone().toColourspace('b-w').jpeg().toBuffer()
  const cmyk = await image.clone().toColourspace('cmyk').jpeg().toBuffer()
  const profiled = await image.clone().withIccProfile('p3').jpeg().toBuffer()
  // Adobe's own segment, which says how its colours are to be read.
  const plain = await image.clone().jpeg().toBuffer()
  const adobe = Buffer.from('ffee000e41646f626500640000000000', 'hex')
  const told = Buffer.concat([plain.subarray(0, 2), adobe, plain.subarray(2)])
  for (const bytes of [grey, cmyk, profiled, told, Buffer.from('no picture')]) {
    const asset: Asset = { path: 'photo-1.jpg', type: 'image/jpeg', bytes }
    expect(placeholdersFor({ html: '<img src="photo-1.jpg">', assets: [asset] })).toEqual({
      assets: [asset],
      photos: [],
    })
  }
  const asset = await photo(30, 20)
  const html = '<p style="background: url(photo-1.jpg)">'
  expect(placeholdersFor({ html, assets: [asset] })).toEqual({ assets: [asset], photos: [] })
})

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

async function extract(pdf: Uint8Array): Promise<readonly Uint8Array[]> {
  const folder = await freshFolder()
  await writeFile(join(folder, 'a.pdf'), pdf)
  await promisify(execFile)('pdfimages', ['-all', join(folder, 'a.pdf'), join(folder, 'picture')])
  const files = (await readdir(folder)).filter(name => name.startsWith('picture'))
  return Promise.all(files.map(name => readFile(join(folder, name))))
}
