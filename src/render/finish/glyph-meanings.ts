/**
 * EVERY GLYPH MEANS A TEXT: ISO 14289-1, 7.21.7 (Matterhorn 31-027, 31-028); ISO 19005-3, 6.2.11.7.2.
 *
 * A glyph that a font chooses for what stands beside it (a stress mark over a capital, a ligature) is no character's own,
 * and Skia gives it U+0000. What it means is told by the text which it stands for together with its neighbours:
 *
 *   [А] [0310]  ActualText А́   ->  0310 is U+0301
 */
import { fontIn, glyphsOf, type Meanings, meaningsOf } from './font-text.ts'
import type { Pdf } from './open-pdf.ts'
import { deflated } from './packed-stream.ts'
import type { PageContent, Replaced } from './page-content.ts'
import { needRef, type PDFDict } from './pdf-objects.ts'

interface KnownFont extends Meanings {
  readonly dict: PDFDict
  readonly learned: Map<number, string>
}

export function nameGlyphs(pdf: Pdf, pages: readonly PageContent[]): void {
  const fonts = new Map<PDFDict, KnownFont>()
  pages.forEach(({ replaced }, index) => {
    const page = pdf.pages[index]?.dict
    if (!page) return
    const named = (font: string): KnownFont => {
      const dict = fontIn(page, font)
      const known = fonts.get(dict) ?? { ...meaningsOf(dict), dict, learned: new Map<number, string>() }
      fonts.set(dict, known)
      return known
    }
    for (const each of replaced) learn(each, named)
  })
  for (const { dict, digits, meanings, learned } of fonts.values()) {
    if (learned.size === 0) continue
    const map = Buffer.from(written(new Map([...meanings, ...learned]), digits), 'latin1')
    pdf.context.assign(needRef(dict, 'ToUnicode'), pdf.context.stream(deflated(map), { Filter: 'FlateDecode' }))
  }
}

const isUnknown = (meaning: string | undefined): boolean => meaning === undefined || meaning === '' || meaning === '\0'

/** What is left of the text when the glyphs that are known have said theirs is shared among the unknown ones, in order. */
function learn({ text, runs }: Replaced, named: (font: string) => KnownFont): void {
  const glyphs = runs.flatMap(({ font, hex }) => {
    const known = named(font)
    return glyphsOf(hex, known.digits).map(code => ({ known, code, meaning: known.meanings.get(code) }))
  })
  const unknown = glyphs.filter(({ known, code, meaning }) => isUnknown(meaning) && !known.learned.has(code))
  if (unknown.length === 0) return
  const said = glyphs.map(({ known, code, meaning }) => known.learned.get(code) ?? meaning ?? '').join('')
  const left = remains(text, said)
  unknown.forEach(({ known, code }, index) => {
    const isLast = index === unknown.length - 1
    const meaning = isLast ? left.slice(index).join('') : left[index]
    if (meaning) known.learned.set(code, meaning.normalize('NFC'))
  })
}

/** Characters of a text, letters and marks apart, without those that have been said. */
function remains(text: string, said: string): readonly string[] {
  const left = Array.from(text.normalize('NFD'))
  for (const character of said.normalize('NFD')) {
    const at = left.indexOf(character)
    if (at >= 0) left.splice(at, 1)
  }
  return left
}

function written(meanings: ReadonlyMap<number, string>, digits: number): string {
  const code = (value: number): string => value.toString(16).toUpperCase().padStart(digits, '0')
  const lines = [...meanings]
    .toSorted(([one], [other]) => one - other)
    .map(([glyph, text]) => `<${code(glyph)}> <${utf16(text)}>`)
  const sections: string[] = []
  for (let at = 0; at < lines.length; at += 100) {
    const section = lines.slice(at, at + 100)
    sections.push(`${section.length} beginbfchar`, ...section, 'endbfchar')
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    `<${code(0)}> <${'F'.repeat(digits)}>`,
    'endcodespacerange',
    ...sections,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
    '',
  ].join('\n')
}

const utf16 = (text: string): string =>
  Array.from({ length: text.length }, (_, index) =>
    text.charCodeAt(index).toString(16).toUpperCase().padStart(4, '0'),
  ).join('')
