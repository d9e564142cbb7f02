/** What the glyphs of a text mean: a font's ToUnicode map (ISO 32000-1, 9.10.3). */
import { contentsOf, dictIn, needDict, needRef, needStream, type PDFDict } from './pdf-objects.ts'

/** Hexadecimal digits of glyphs -> text. A glyph without a meaning says nothing. */
export type FontText = (hex: string) => string

/** The fonts of a page by their names there, each read on first need. */
export function fontsOf(page: PDFDict): (font: string) => FontText {
  const read = new Map<string, FontText>()
  return font => {
    let text = read.get(font)
    if (!text) {
      text = fontText(fontIn(page, font))
      read.set(font, text)
    }
    return text
  }
}

/** A font by its name on a page. */
export const fontIn = (page: PDFDict, font: string): PDFDict =>
  needDict(dictIn(needDict(page, 'Resources'), 'Font') ?? page, font)

function fontText(font: PDFDict): FontText {
  const { digits, meanings } = meaningsOf(font)
  return hex =>
    glyphsOf(hex, digits)
      .map(code => meanings.get(code) ?? '')
      .join('')
}

/** A font's map: how many digits a glyph has, and what each means. */
export interface Meanings {
  readonly digits: number
  readonly meanings: ReadonlyMap<number, string>
}

export function meaningsOf(font: PDFDict): Meanings {
  const map = contentsOf(needStream(font.context, needRef(font, 'ToUnicode'))).toString('latin1')
  const digits = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(map)?.[1]?.length ?? 4
  const meanings = new Map<number, string>()
  for (const [, chars = ''] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = '', text = ''] of chars.matchAll(/<([^>]+)>\s*<([^>]+)>/g)) {
      meanings.set(Number.parseInt(code, 16), fromUtf16(text))
    }
  }
  for (const [, ranges = ''] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, first = '', last = '', text = ''] of ranges.matchAll(/<([^>]+)>\s*<([^>]+)>\s*<([^>]+)>/g)) {
      addRange(meanings, Number.parseInt(first, 16), Number.parseInt(last, 16), text)
    }
  }
  return { digits, meanings }
}

function addRange(meanings: Map<number, string>, first: number, last: number, text: string): void {
  const units = fromUtf16(text)
  const final = units.charCodeAt(units.length - 1)
  for (let code = first; code <= last; code += 1) {
    meanings.set(code, units.slice(0, -1) + String.fromCharCode(final + code - first))
  }
}

export function glyphsOf(hex: string, digits: number): readonly number[] {
  const codes: number[] = []
  for (let at = 0; at < hex.length; at += digits) codes.push(Number.parseInt(hex.slice(at, at + digits), 16))
  return codes
}

/** Big-endian, in hexadecimal digits, with or without a byte order mark. */
const fromUtf16 = (hex: string): string =>
  (hex.replace(/\s/g, '').match(/.{4}/g) ?? [])
    .map(unit => String.fromCharCode(Number.parseInt(unit, 16)))
    .join('')
    .replace(/^\uFEFF/, '')
