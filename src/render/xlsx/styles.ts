/** StyleName -> look: the only such table. House colour on rules and headers; everything else in greys that print. */
import type { Alignment, Border, Borders, Fill, Font, Style } from 'exceljs'
import { directionOf, type Language } from '../../model/text.ts'
import type { Cell, StyleName } from '../../model/workbook-sheet.ts'

export interface Look {
  readonly colour: string
  readonly language: Language
  /** Inside a table: with hairlines beneath. */
  readonly inTable: boolean
}

const ink = 'FF1F2328'
const face = { name: 'Arial', family: 2, size: 10, color: { argb: ink } }
const grey = 'FFC9CED6'
const paragraph: Partial<Alignment> = { vertical: 'top', wrapText: true }
/** A space on either side, or a number would touch the text that follows it. */
const left: Partial<Alignment> = { vertical: 'middle', horizontal: 'left', indent: 1, wrapText: true }
/** Words in place of a number are wrapped. */
const right: Partial<Alignment> = { vertical: 'middle', horizontal: 'right', indent: 1, wrapText: true }

const alignments: { readonly [style in StyleName]: Partial<Alignment> } = {
  title: { vertical: 'middle', wrapText: true },
  intro: { vertical: 'bottom', wrapText: true },
  heading: { vertical: 'bottom', wrapText: true },
  notice: left,
  note: paragraph,
  label: paragraph,
  header: left,
  'number-header': right,
  code: left,
  text: left,
  link: paragraph,
  count: right,
  plain: right,
  decimal: right,
  mark: { vertical: 'middle', horizontal: 'center' },
  money: right,
  rate: { ...left, wrapText: false },
  percent: right,
  date: { ...left, wrapText: false },
}

const isStyleName = (name: string): name is StyleName => name in alignments
export const styleNames: readonly StyleName[] = Object.keys(alignments).filter(isStyleName)

export function styleOf(cell: Cell, look: Look): Partial<Style> {
  const format = formatOf(cell, look.language)
  const fill = fillOf(cell, look.colour)
  const border = borderOf(cell, look)
  const alignment = mirroredFor(look.language, look.inTable ? alignments[cell.style] : outsideTable(cell.style))
  return {
    font: isFigure(cell)
      ? { ...fontOf(cell, look.colour), color: { argb: inkOf(cell.style) } }
      : fontOf(cell, look.colour),
    alignment: isFigure(cell) ? { ...alignment, wrapText: false } : alignment,
    ...(format && { numFmt: format }),
    ...(fill && { fill }),
    ...(border && { border }),
  }
}

/** In a language that is written from right to left texts begin on the right and figures end on the left. */
function mirroredFor(language: Language, alignment: Partial<Alignment>): Partial<Alignment> {
  if (directionOf(language) === 'ltr') return alignment
  const { horizontal } = alignment
  const other = horizontal === 'left' ? 'right' : horizontal === 'right' ? 'left' : horizontal
  return { ...alignment, readingOrder: 'rtl', ...(other && { horizontal: other }) }
}

/**
 * LibreOffice forgets the indent on the right of a number that may be wrapped, and of one whose cell differs from that
 * before it in its format alone: a number is not wrapped, and each format has an ink that no eye tells from the others.
 */
const isFigure = ({ kind, style }: Cell): boolean => kind !== 'text' && figureKeys.has(style)
const figureKeys: ReadonlyMap<StyleName, string> = new Map(
  styleNames.filter(style => alignments[style] === right).map(style => [style, `${style}#`]),
)

function inkOf(style: StyleName): string {
  const blue = Number.parseInt(ink.slice(-2), 16) + 1 + [...figureKeys.keys()].indexOf(style)
  return `${ink.slice(0, -2)}${blue.toString(16).toUpperCase()}`
}

/** Beside a label, the first line stands level with it. */
function outsideTable(style: StyleName): Partial<Alignment> {
  const top = ['title', 'intro', 'notice', 'heading'].includes(style) ? {} : ({ vertical: 'top' } as const)
  return { ...alignments[style], ...top }
}

function fontOf({ style, total }: Cell, colour: string): Partial<Font> {
  switch (style) {
    case 'title':
      return { ...face, size: 16, bold: true }
    case 'heading':
      return { ...face, size: 12, bold: true }
    case 'intro':
    case 'note':
      return { ...face, color: { argb: 'FF4A5059' } }
    case 'notice':
      return { ...face, size: 11, bold: true }
    case 'label':
      return { ...face, bold: true }
    case 'header':
    case 'number-header':
      return { ...face, bold: true, color: { argb: readableOn(colour) } }
    case 'link':
      return { ...face, bold: true, underline: true, color: { argb: 'FF0B57A4' } }
    default:
      return { ...face, ...(total && { bold: true }) }
  }
}

const solid = (argb: string): Fill => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } })
const line = (width: NonNullable<Border['style']>, argb: string) => ({ style: width, color: { argb } })

function fillOf({ style, total }: Cell, colour: string): Fill | undefined {
  if (style.endsWith('header')) return solid(argbOf(colour))
  if (style === 'notice') return solid('FFF3F4F6')
  return total ? solid('FFEEF0F3') : undefined
}

function borderOf({ style, total }: Cell, { colour, inTable }: Look): Partial<Borders> | undefined {
  if (style === 'title') return { bottom: line('medium', argbOf(colour)) }
  if (style === 'notice') {
    const edge = line('medium', 'FF4A5059')
    return { top: edge, bottom: edge, left: edge, right: edge }
  }
  if (total) return { top: line('medium', 'FF4A5059'), bottom: line('thin', 'FF4A5059') }
  if (style.endsWith('header')) return { left: line('thin', 'FFFFFFFF'), right: line('thin', 'FFFFFFFF') }
  return inTable ? { bottom: line('thin', grey) } : undefined
}

/**
 * LCIDs make the separators those of the report wherever the program lets a file say so. Uzbek in Cyrillic has that of
 * Uzbek in Latin letters: they write numbers alike, and programs that do not know the first (843) fall back to English.
 */
const lcids: { readonly [language: Language]: string } = {
  ru: '419',
  'uz-Latn': '443',
  'uz-Cyrl': '443',
  en: '809',
}

function formatOf(cell: Cell, language: Language): string | undefined {
  const format = numberFormat(cell.style, language)
  return format ?? (cell.kind === 'text' && startsLikeFormula(cell.text) ? '@' : undefined)
}

export function numberFormat(style: StyleName, language: Language): string | undefined {
  const locale = localeOf(language)
  switch (style) {
    case 'count':
    case 'mark':
      return `${locale}#,##0`
    case 'decimal':
      return `${locale}#,##0.0`
    case 'money':
      return `${locale}#,##0.00`
    case 'percent':
      return `${locale}0.0%`
    case 'rate':
      return `${locale}0.##########`
    case 'date':
      return `${locale}${dayFormat(language)}`
    default:
      return undefined
  }
}

/** As the languages that come with Khabar write a day; any other as CLDR says, by the calendar that a sheet has. */
function dayFormat(language: Language): string {
  if (language === 'en') return 'd mmm yyyy'
  if (language in lcids) return 'dd.mm.yyyy'
  const options = { day: '2-digit', month: '2-digit', year: 'numeric', calendar: 'gregory', timeZone: 'UTC' } as const
  const parts = new Intl.DateTimeFormat(language, options).formatToParts(0)
  const written = parts.map(
    ({ type, value }) => dayParts[type] ?? value.replace(/\p{Cf}/gu, '').replace(/[\p{L}"\\]/gu, ''),
  )
  return written.join('').trim()
}

const dayParts: { readonly [type: string]: string } = { day: 'dd', month: 'mm', year: 'yyyy', era: '' }

/** On an axis or a bar: short, and nothing for zero, which a program cannot tell from "not reported" there. */
export function chartFormat(style: StyleName, language: Language): string {
  const format = `${localeOf(language)}${style === 'percent' ? '0%' : '#,##0'}`
  return `${format};-${format};`
}

function localeOf(language: Language): string {
  const lcid = lcids[language]
  return lcid ? `[$-${lcid}]` : ''
}

/** Two cells of one key look the same. */
export function styleKey(cell: Cell): string {
  const isQuoted = cell.kind === 'text' && startsLikeFormula(cell.text)
  // Most cells: a key that need not be put together, half a million times over.
  const key = (cell.kind === 'text' ? undefined : figureKeys.get(cell.style)) ?? cell.style
  if (!isQuoted && !cell.total) return key
  return `${isQuoted ? '=' : ''}${key}${cell.total ? '+' : ''}`
}

/** Such a text is marked as text, so that it stays one when somebody edits it. */
export const startsLikeFormula = (text: string): boolean => /^[=+\-@\t\r]/.test(text)

export const argbOf = (colour: string): string => `FF${colour.slice(1).toUpperCase()}`

/** White or near-black, whichever reads better (WCAG relative luminance). */
export function readableOn(colour: string): string {
  return contrast(luminance(colour), 1) >= 4.5 ? 'FFFFFFFF' : 'FF1F2328'
}

export const contrast = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

export function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
