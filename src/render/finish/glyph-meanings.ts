/**
 * EVERY GLYPH MEANS A TEXT: ISO 14289-1, 7.21.7 (Matterhorn 31-027, 31-028); ISO 19005-3, 6.2.11.7.2.
 *
 * A glyph that a font chooses for what stands beside it (a stress mark over a capital, a ligature) is no character's own,
 * and Skia gives it U+0000. What it means is told by the text which it stands for together with its neighbours:
 *
 *   [А] [0310]  ActualText А́   ->  0310 is U+0301
 *
 * What is written from right to left is painted from its end. A letter of which font makes several glyphs, dots apart, is
 * said by its first; the others say nothing, which is U+2060: no glyph may have no meaning at all.
 */
import { isFromTheRight } from './bidi.ts'
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
    // A dot is told from the mark over it by a letter that has the dot alone.
    for (const each of replaced.toSorted((one, other) => one.text.length - other.text.length)) learn(each, named)
  })
  for (const { dict, digits, meanings, learned } of fonts.values()) {
    if (learned.size === 0) continue
    const map = Buffer.from(written(new Map([...meanings, ...learned]), digits), 'latin1')
    pdf.context.assign(needRef(dict, 'ToUnicode'), pdf.context.stream(deflated(map), { Filter: 'FlateDecode' }))
  }
}

const isUnknown = (meaning: string | undefined): boolean => meaning === undefined || meaning === '' || meaning === '\0'

interface Glyph {
  readonly known: KnownFont
  readonly code: number
  readonly meaning: string | undefined
}

function learn({ text, runs }: Replaced, named: (font: string) => KnownFont): void {
  const glyphs = runs.flatMap(({ font, hex }) => {
    const known = named(font)
    return glyphsOf(hex, known.digits).map((code): Glyph => ({ known, code, meaning: known.meanings.get(code) }))
  })
  const isLearned = ({ known, code, meaning }: Glyph): boolean => !isUnknown(meaning) || known.learned.has(code)
  if (glyphs.every(isLearned)) return
  const shares = isFromTheRight(text) ? shareFromTheRight(text, glyphs) : shareOut(text, glyphs, isLearned)
  for (const [glyph, share] of shares) if (!isLearned(glyph)) glyph.known.learned.set(glyph.code, share || nothing)
}

type Shares = readonly (readonly [glyph: Glyph, share: string])[]

/** A character to each, and to the last what is left. */
const inTurn = (characters: readonly string[], glyphs: readonly Glyph[]): Shares =>
  glyphs.map((glyph, index) => {
    const isLast = index === glyphs.length - 1
    const share = characters.slice(index, isLast ? undefined : index + 1)
    return [glyph, share.join('').normalize('NFC')]
  })

const shareFromTheRight = (text: string, glyphs: readonly Glyph[]): Shares =>
  inTurn(Array.from(text.normalize('NFC')), glyphs.toReversed())

/** What is left of the text when the glyphs that are known have said theirs is shared among the unknown ones, in order. */
function shareOut(text: string, glyphs: readonly Glyph[], isLearned: (glyph: Glyph) => boolean): Shares {
  const said = glyphs.map(({ known, code, meaning }) => known.learned.get(code) ?? meaning ?? '').join('')
  const unlearned = glyphs.filter(each => !isLearned(each))
  return inTurn(remains(text, said), unlearned)
}

/** U+2060 WORD JOINER: invisible, and no part of a word. */
const nothing = '\u2060'

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
