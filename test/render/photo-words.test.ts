/** What a photo says of itself, in each block and each encoding: as it was meant, or nothing. */
import { assert, constantFrom, property, string, uint8Array } from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { decode } from '../../src/render/photo-words/decode.ts'
import { exifText } from '../../src/render/photo-words/exif.ts'
import { readIim } from '../../src/render/photo-words/iim.ts'
import { wordsOf } from '../../src/render/photo-words/words.ts'
import { xmpTexts } from '../../src/render/photo-words/xmp.ts'

const picture = sharp({ create: { width: 60, height: 40, channels: 3, background: '#778899' } })
const region = ['ru', 'uz-Latn', 'en']

/** By a table of ours: what a program without UTF-8 wrote. */
function encoded(text: string, encoding: string): Buffer {
  const table = Array.from(new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte)))
  return Buffer.from(Array.from(text, letter => table.indexOf(letter)))
}

const dataset = (record: number, number: number, bytes: Buffer): Buffer => {
  const head = Buffer.from([0x1c, record, number, 0, 0])
  head.writeUInt16BE(bytes.length, 3)
  return Buffer.concat([head, bytes])
}
const utf8Mark = dataset(1, 90, Buffer.from('\x1b%G'))

function resource(number: number, body: Buffer): Buffer {
  const head = Buffer.alloc(12)
  head.write('8BIM')
  head.writeUInt16BE(number, 4)
  head.writeUInt32BE(body.length, 8)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

/** In a JPEG, behind a resource that is something else. */
async function withIim(...datasets: readonly Buffer[]): Promise<Buffer> {
  const other = resource(0x03ed, Buffer.concat([dataset(2, 110, Buffer.from('Not this')), Buffer.from([0])]))
  const body = Buffer.concat([Buffer.from('Photoshop 3.0\0'), other, resource(0x0404, Buffer.concat(datasets))])
  const segment = Buffer.from([0xff, 0xed, 0, 0])
  segment.writeUInt16BE(body.length + 2, 2)
  const jpeg = await picture.clone().jpeg().toBuffer()
  return Buffer.concat([jpeg.subarray(0, 2), segment, body, jpeg.subarray(2)])
}

const packet = (inside: string, attributes = ''): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" ${attributes}>${inside}</rdf:Description></rdf:RDF></x:xmpmeta>`
const withXmp = (inside: string, attributes?: string): Promise<Buffer> =>
  picture.clone().withXmp(packet(inside, attributes)).jpeg().toBuffer()

const creditOf = async (bytes: Uint8Array, languages = region) => (await wordsOf(bytes, languages)).credit
const captionOf = async (bytes: Uint8Array, languages = region) => (await wordsOf(bytes, languages)).caption

test('a file that says nothing, or is no picture, has no words', async () => {
  expect(await wordsOf(await picture.clone().jpeg().toBuffer(), region)).toEqual({ caption: {} })
  expect(await wordsOf(Buffer.from('no picture'), region)).toEqual({ caption: {} })
})

test.for([
  ['UTF-8, marked', [utf8Mark, dataset(2, 110, Buffer.from('Саид Каримов / Общество'))], 'Саид Каримов / Общество'],
  ['UTF-8, not marked', [dataset(2, 110, Buffer.from('Gʻulom Toʻrayev'))], 'Gʻulom Toʻrayev'],
  ['plain letters', [dataset(2, 110, Buffer.from('B. Name / Society\0\0'))], 'B. Name / Society'],
  [
    'windows-1251',
    [dataset(2, 110, encoded('Саид Каримов / «Ҳилол»'.replace('Ҳ', 'Х'), 'windows-1251'))],
    'Саид Каримов / «Хилол»',
  ],
  ['windows-1252', [dataset(2, 110, encoded('José Müller / Society', 'windows-1252'))], 'José Müller / Society'],
  ['cut in a letter', [utf8Mark, dataset(2, 110, Buffer.from('Каримов').subarray(0, 13))], 'Каримо'],
  ['marked as what it is not', [utf8Mark, dataset(2, 110, encoded('Каримов', 'windows-1251'))], undefined],
  ['Cyrillic of a Mac', [dataset(2, 110, encoded('Иван Петров', 'x-mac-cyrillic'))], undefined],
  ['Cyrillic of DOS', [dataset(2, 110, encoded('Иван Петров', 'ibm866'))], undefined],
  ['KOI8-R', [dataset(2, 110, encoded('Иван Петров', 'koi8-r'))], undefined],
  ['letters that were lost', [dataset(2, 110, Buffer.from('???? ???????'))], undefined],
  ['UTF-8 taken for windows-1252', [dataset(2, 110, Buffer.from('Ð˜Ð²Ð°Ð½'))], undefined],
  ['UTF-8 taken for windows-1251', [dataset(2, 110, Buffer.from('РРІР°РЅРѕРІ'))], undefined],
  [
    'no credit, but who took it',
    [dataset(2, 80, Buffer.from('A. One')), dataset(2, 80, Buffer.from('B. Two'))],
    'A. One, B. Two',
  ],
] as const)('IPTC-IIM: %s', async ([, datasets, credit]) => {
  expect(await creditOf(await withIim(...datasets))).toBe(credit)
})

test('the legacy code page is that of a language of the society', async () => {
  const cyrillic = await withIim(dataset(2, 110, encoded('Каримов', 'windows-1251')))
  expect(await creditOf(cyrillic, ['en', 'uz-Cyrl'])).toBe('Каримов')
  expect(await creditOf(cyrillic, ['en'])).toBeUndefined()
  expect(await creditOf(await withIim(dataset(2, 110, encoded('Ağaoğlu Şen', 'windows-1254'))), ['tr'])).toBe(
    'Ağaoğlu Şen',
  )
  expect(await creditOf(await withIim(dataset(2, 110, encoded('الهلال الأحمر', 'windows-1256'))), ['ar'])).toBe(
    'الهلال الأحمر',
  )
})

test.for([
  ['an attribute', await withXmp('', 'photoshop:Credit="A. Name &amp; Co / Society"'), 'A. Name & Co / Society'],
  ['in single quotes', await withXmp('', `photoshop:Credit='A. "Name"'`), 'A. "Name"'],
  ['an element', await withXmp('<photoshop:Credit>A. Name</photoshop:Credit>'), 'A. Name'],
  [
    'entities',
    await withXmp('<photoshop:Credit>&#1057;&#x430;&#x438;&#1076; &lt;1&gt; &apos;&quot;</photoshop:Credit>'),
    `Саид <1> '"`,
  ],
  ['entities of entities, once', await withXmp('', 'photoshop:Credit="A &amp;amp; B"'), 'A &amp; B'],
  ['CDATA', await withXmp('<photoshop:Credit><![CDATA[A & <B> &amp;]]></photoshop:Credit>'), 'A & <B> &amp;'],
  ['what was taken out', await withXmp('<!-- <photoshop:Credit>Old</photoshop:Credit> -->'), undefined],
  [
    'a creator',
    await withXmp('<dc:creator><rdf:Seq><rdf:li>A. One</rdf:li><rdf:li> B. Two </rdf:li></rdf:Seq></dc:creator>'),
    'A. One, B. Two',
  ],
  ['a character that is none', await withXmp('', 'photoshop:Credit="A&#x110000;"'), undefined],
] as const)('XMP: %s', async ([, bytes, credit]) => {
  expect(await creditOf(bytes)).toBe(credit)
})

test('XMP goes by its namespaces, whatever they are called', () => {
  const renamed = packet('<ps:Credit>A. Name</ps:Credit>').replaceAll('xmlns:photoshop', 'xmlns:ps')
  expect(xmpTexts(renamed, 'photoshop:Credit')).toEqual([{ text: 'A. Name' }])
  expect(xmpTexts(renamed, 'dc:creator')).toEqual([])
})

/** A JPEG whose EXIF has these texts, in UTF-8, as the standard of 2023 has them and many wrote before. */
async function withExif(texts: { readonly [tag: number]: string }, order: 'II' | 'MM'): Promise<Buffer> {
  const entries = Object.entries(texts).map(([tag, text]) => ({ tag: Number(tag), value: Buffer.from(`${text}\0`) }))
  const numbers = (size: 2 | 4, ...all: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(size * all.length)
    for (const [index, value] of all.entries())
      if (order === 'II') bytes.writeUIntLE(value, size * index, size)
      else bytes.writeUIntBE(value, size * index, size)
    return bytes
  }
  let at = 8 + 2 + 12 * entries.length + 4
  const directory = entries.map(({ tag, value }) => {
    const entry = Buffer.concat([numbers(2, tag, 2), numbers(4, value.length, at)])
    at += value.length
    return entry
  })
  const tiff = [
    Buffer.from(order),
    numbers(2, 42),
    numbers(4, 8),
    numbers(2, entries.length),
    ...directory,
    numbers(4, 0),
  ]
  const body = Buffer.concat([Buffer.from('Exif\0\0'), ...tiff, ...entries.map(({ value }) => value)])
  const segment = Buffer.from([0xff, 0xe1, 0, 0])
  segment.writeUInt16BE(body.length + 2, 2)
  const jpeg = await picture.clone().jpeg().toBuffer()
  return Buffer.concat([jpeg.subarray(0, 2), segment, body, jpeg.subarray(2)])
}
const [description, artist, copyright] = [0x010e, 0x013b, 0x8298]

test.for(['II', 'MM'] as const)('EXIF (%s): who took it, else whose it is', async order => {
  const said = (texts: { readonly [tag: number]: string }) => withExif(texts, order)
  expect(await creditOf(await said({ [artist]: 'Саид Каримов', [copyright]: '© Society' }))).toBe('Саид Каримов')
  expect(await creditOf(await said({ [artist]: '\0'.repeat(8), [copyright]: '© Society\0© Editor' }))).toBe('© Society')
  expect(await captionOf(await said({ [description]: 'Встреча в Ташкенте' }))).toEqual({ ru: 'Встреча в Ташкенте' })
  expect(await captionOf(await said({ [description]: 'OLYMPUS DIGITAL CAMERA' }))).toEqual({})
})

test('blocks that disagree: a credit before an author, XMP before IIM before EXIF', async () => {
  const author = '<dc:creator><rdf:Seq><rdf:li>XMP author</rdf:li></rdf:Seq></dc:creator>'
  const exif = { IFD0: { Artist: 'EXIF author' } }
  const xmpAndExif = await picture.clone().withExif(exif).withXmp(packet(author)).jpeg().toBuffer()
  expect(await creditOf(xmpAndExif)).toBe('XMP author')
  const iim = await withIim(dataset(2, 80, Buffer.from('IIM author')), dataset(2, 110, Buffer.from('IIM credit')))
  const all = Buffer.concat([
    xmpAndExif.subarray(0, 2),
    iim.subarray(2, iim.indexOf('JFIF') - 6),
    xmpAndExif.subarray(2),
  ])
  expect(await creditOf(all)).toBe('IIM credit')
})

test('a caption is of the language that it says, or of the main one where its letters are', async () => {
  const described = (items: string) => withXmp(`<dc:description><rdf:Alt>${items}</rdf:Alt></dc:description>`)
  const all = await described('<rdf:li xml:lang="x-default">Встреча</rdf:li><rdf:li xml:lang="en-US">Meeting</rdf:li>')
  expect(await captionOf(all)).toEqual({ ru: 'Встреча', en: 'Meeting' })
  expect(await captionOf(await described('<rdf:li xml:lang="x-default">Meeting</rdf:li>'))).toEqual({})
  expect(await captionOf(await described('<rdf:li xml:lang="fr">Réunion</rdf:li>'))).toEqual({})
  expect(await captionOf(await withIim(dataset(2, 120, encoded('Встреча', 'windows-1251'))))).toEqual({ ru: 'Встреча' })
  expect(await captionOf(await withIim(dataset(2, 120, Buffer.from('A meeting'))))).toEqual({})
})

test('whatever the bytes, words are text that can be printed, or none', () => {
  assert(
    property(uint8Array({ maxLength: 60 }), bytes => {
      const text = decode(bytes, region)
      expect(text ?? 'none').toMatch(/^[^\p{Cc}\ufffd]+$/u)
      readIim(bytes)
      exifText(bytes, 0x013b)
    }),
  )
})

test('a name is read back from UTF-8 and from the code page of its language', () => {
  const name = string({
    unit: constantFrom(...Array.from('абвгдежзийклмнопрстуфхцчшщыэюя')),
    minLength: 2,
    maxLength: 12,
  })
  assert(
    property(name, small => {
      const text = small.slice(0, 1).toUpperCase() + small.slice(1)
      expect(decode(Buffer.from(text), region)).toBe(text)
      expect(decode(encoded(text, 'windows-1251'), region)).toBe(text)
    }),
  )
})
