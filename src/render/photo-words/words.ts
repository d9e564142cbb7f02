/**
 * What a photo says of itself: whom to name, and what is to be seen. Where its blocks disagree, XMP goes before IPTC-IIM,
 * and that before EXIF (as the Metadata Working Group has it); and a credit line before whoever took it, and that before
 * whose it is (docs/photos.md).
 */
import sharp from 'sharp'
import type { PhotoWords } from '../../model/media.ts'
import { limitInputPixels } from '../photo.ts'
import { cleaned, decode } from './decode.ts'
import { exifText } from './exif.ts'
import { readIim, wordsIn } from './iim.ts'
import { type XmpText, xmpTexts } from './xmp.ts'

interface Blocks {
  readonly xmp: string
  readonly iim: ReturnType<typeof readIim>
  readonly exif: Uint8Array
  readonly languages: readonly string[]
}

/**
 * Nothing where the file says nothing, or is no image that can be read: whoever prints it will say so.
 * @param languages of the society, the main one first
 */
export async function wordsOf(bytes: Uint8Array, languages: readonly string[]): Promise<PhotoWords> {
  const read = await metadataOf(bytes).catch(() => undefined)
  const blocks: Blocks = {
    xmp: read?.xmp?.toString('utf8') ?? '',
    iim: readIim(read?.iptc ?? new Uint8Array()),
    exif: read?.exif ?? new Uint8Array(),
    languages,
  }
  const credit = creditIn(blocks)
  return { caption: captionIn(blocks), ...(credit !== undefined && { credit }) }
}

/** Of a file without content sharp throws at once. */
const metadataOf = async (bytes: Uint8Array) => sharp(bytes, { limitInputPixels }).metadata()

const [imageDescription, artist, copyright] = [0x010e, 0x013b, 0x8298]

function creditIn(blocks: Blocks): string | undefined {
  return (
    inXmp(blocks, 'photoshop:Credit') ??
    wordsIn(blocks.iim, '2:110', blocks.languages) ??
    inXmp(blocks, 'dc:creator') ??
    wordsIn(blocks.iim, '2:80', blocks.languages) ??
    inExif(blocks, artist) ??
    inXmp(blocks, 'dc:rights') ??
    wordsIn(blocks.iim, '2:116', blocks.languages) ??
    inExif(blocks, copyright)
  )
}

function captionIn(blocks: Blocks): PhotoWords['caption'] {
  const { languages, iim } = blocks
  const [main = ''] = languages
  const told = xmpTexts(blocks.xmp, 'dc:description')
  const own = languages.flatMap(language => {
    const text = cleaned(told.find(each => isOf(each, language))?.text ?? '')
    return text !== undefined && isWrittenAs(text, language) ? [[language, text] as const] : []
  })
  const byLanguage: PhotoWords['caption'] = Object.fromEntries(own)
  const forAll = cleaned(defaultOf(told)?.text ?? '') ?? wordsIn(iim, '2:120', languages) ?? describedIn(blocks)
  if (byLanguage[main] !== undefined || forAll === undefined || !isWrittenAs(forAll, main)) return byLanguage
  return Object.values(byLanguage).includes(forAll) ? byLanguage : { [main]: forAll, ...byLanguage }
}

/** `ru-RU` is `ru`, and `uz` may be either of its scripts. */
function isOf({ language = '' }: XmpText, wanted: string): boolean {
  const [told, asked] = [language.toLowerCase(), wanted.toLowerCase()]
  return told === asked || told.startsWith(`${asked}-`) || asked.startsWith(`${told}-`)
}

const defaultOf = (texts: readonly XmpText[]): XmpText | undefined =>
  texts.find(({ language = 'x-default' }) => language === 'x-default')

/** Nobody says in which language it is: letters of another script are of another one. */
function isWrittenAs(text: string, language: string): boolean {
  const script = new Intl.Locale(language).maximize().script ?? ''
  const letters = text.match(/\p{L}/gu) ?? []
  const [name] =
    Object.entries({ Latin: 'Latn', Cyrillic: 'Cyrl', Arabic: 'Arab' }).find(([, tag]) => tag === script) ?? []
  const own =
    name === undefined ? letters : letters.filter(letter => new RegExp(`\\p{Script=${name}}`, 'u').test(letter))
  return own.length * 2 > letters.length
}

function inXmp({ xmp }: Blocks, name: Parameters<typeof xmpTexts>[1]): string | undefined {
  const texts = xmpTexts(xmp, name)
  const isByLanguage = texts.some(({ language }) => language !== undefined)
  const [first] = texts
  const said = isByLanguage ? [defaultOf(texts) ?? first] : texts
  const words = said.map(each => each?.text.trim() ?? '').filter(text => text !== '')
  return cleaned(words.join(', '))
}

/** Of two names in one text the first is the photographer's: EXIF 2.3, Copyright. */
const inExif = ({ exif, languages }: Blocks, tag: number): string | undefined =>
  decode(exifText(exif, tag) ?? new Uint8Array(), languages)

/** Cameras write their own name there, all in capitals. */
function describedIn(blocks: Blocks): string | undefined {
  const text = inExif(blocks, imageDescription)
  return text !== undefined && /\p{Ll}/u.test(text) && /\s/.test(text) ? text : undefined
}
