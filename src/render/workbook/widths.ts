/** How wide columns must be so that no word is broken and no number cut, and which of them stand on both of two pages. */
import type { Language } from '../../model/text.ts'
import type { Cell, StyleName } from '../../model/workbook-sheet.ts'
import { sumOf, widestColumn, widthFor } from './grid.ts'
import { inkOf, lettersIn } from './letters.ts'
import { longestWord } from './lines.ts'
import { printed } from './printed.ts'

/** A label, a number, a day, and room for a sentence. */
export const lineWidths: readonly number[] = [32, 16, 14, 56]
const narrowest = 7
/** Texts wider than this are wrapped, where no width is given. */
const widest: { readonly [style in StyleName]?: number } = { text: 36, code: 24 }
/** A word that is longer is no word: it is broken. */
export const longestUnbroken = 75
/** About so many lines, no more. */
const headerLines = 5

/** Of a column, in characters. */
export interface Need {
  /** What its words and numbers ask for. */
  readonly least: number
  /** With which few of its texts are wrapped. */
  readonly liked: number
}

export const noNeed: Need = { least: 0, liked: 0 }

export const isHeader = ({ style }: Pick<Cell, 'style'>): boolean => style === 'header' || style === 'number-header'

/** `need` of a column, and of one more of its cells. */
export function widened(
  need: Need,
  cell: Cell,
  setting: { readonly language: Language; readonly filter: boolean },
): Need {
  const text = evened(printed(cell, setting.language))
  if (text === '') return need
  const letters = lettersIn(cell)
  const hasButton = setting.filter && isHeader(cell)
  const ink = inkOf(text, letters)
  const whole = widthFor(ink, letters, hasButton)
  if (whole <= need.least) return need
  if (cell.kind !== 'text' || !letters.wraps) return most(need, { least: whole, liked: whole })
  const word = Math.min(longestUnbroken, widthFor(longestWord(text, letters), letters, hasButton))
  if (isHeader(cell)) return most(need, { least: Math.max(word, widthFor(ink / headerLines, letters)), liked: 0 })
  // In place of a number, it is wrapped.
  return most(need, { least: word, liked: letters.isRight ? 0 : Math.min(whole, widest[cell.style] ?? 40) })
}

/** A digest is as wide as any: no width of a sheet hangs on what it is of. */
const evened = (text: string) => (/^[0-9a-f]{64}$/.test(text) ? '0'.repeat(text.length) : text)

const most = (one: Need, other: Need): Need => ({
  least: Math.max(one.least, other.least),
  liked: Math.max(one.liked, other.liked),
})

/** @param given the width that the layout asks for: a column is wider where that would break words or cut numbers */
export function columnWidth({ least, liked }: Need = noNeed, given?: number): number {
  return Math.min(widestColumn, Math.max(given ?? Math.ceil(Math.max(narrowest, liked)), Math.ceil(least)))
}

/** On paper a table as wide as this takes two pages. */
const widestPage = 215
/** Enough to know a row by. */
const repeatedWidth = 45
const mostRepeated = 0.6

/**
 * Columns that stand on both pages of a wide table; none where it fits one.
 * @param title the width that it asks for: it stands over them on one line, where that leaves room for the others
 */
export function repeatedColumns(widths: readonly number[], title: number): number {
  const all = sumOf(widths)
  if (all <= widestPage) return 0
  const until = (width: number) => widths.findIndex((_, column) => sumOf(widths.slice(0, column + 1)) >= width) + 1
  const withTitle = until(Math.max(repeatedWidth, title))
  return withTitle > 0 && sumOf(widths.slice(0, withTitle)) <= all * mostRepeated ? withTitle : until(repeatedWidth)
}
