/** How wide columns must be for what stands in them, and how high the paragraphs that are spread over several. */
import type { Cell, SheetRow, StyleName } from '../../model/workbook-sheet.ts'

/** A label, a number, a day, and room for a sentence. */
export const lineWidths: readonly number[] = [32, 16, 14, 56]

const widest: { readonly [style in StyleName]?: number } = { text: 36, code: 24 }
export const narrowest = 7
const filterButton = 2.5
const pointsPerLine = 13.5
/** In points: a row cannot be higher. */
const highestRow = 409

/** How wide a column must be for one of its cells; long texts are wrapped, headers break between words. */
export function needOf(cell: Cell, filter: boolean): number {
  const text = printed(cell)
  if (isHeader(cell)) return longestWord(text) * letter * 1.15 + 1.5 + (filter ? filterButton : 0)
  // In place of a number, it is wrapped.
  const length = cell.kind === 'text' && isNumeric(cell) ? longestWord(text) : text.length
  return Math.min(length + 3, widest[cell.style] ?? 40)
}

const numeric: readonly StyleName[] = ['count', 'plain', 'decimal', 'money', 'percent']
const isNumeric = ({ style }: Cell) => numeric.includes(style)

const isHeader = ({ style }: Cell) => style === 'header' || style === 'number-header'

const longestWord = (text: string) => Math.max(0, ...text.split(/[\s\u2011-]+/).map(word => word.length))

/** About what the program will show; only its length matters. */
function printed(cell: Cell): string {
  if (cell.kind === 'text') return cell.text
  if (cell.kind === 'day') return '00.00.0000'
  const value = cell.kind === 'number' || cell.kind === 'formula' ? cell.value : ''
  if (typeof value === 'string') return value
  if (cell.style === 'rate' || cell.style === 'plain') return String(value)
  if (cell.style === 'percent') return '100.0 %'
  if (cell.style === 'decimal') return `${Math.trunc(value)}.0`
  const digits = String(Math.trunc(Math.abs(value))).length
  return '0'.repeat(digits + Math.floor((digits - 1) / 3) + (cell.style === 'money' ? 3 : 0))
}

/** On paper a table as wide as this takes two pages. */
const widestPage = 215
/** Enough to know a row by, and for a title above it. */
const repeatedWidth = 45

/** Columns that stand on both pages of a wide table; none where it fits one. */
export function repeatedColumns(widths: readonly number[]): number {
  if (widths.reduce((sum, each) => sum + each, 0) <= widestPage) return 0
  let sum = 0
  const last = widths.findIndex(width => {
    sum += width
    return sum >= repeatedWidth
  })
  return last + 1
}

/** The columns that a paragraph is spread over: as many as make a readable line. */
export function spreadOver(widths: readonly number[], from: number): number {
  let sum = 0
  let column = from
  for (const width of widths.slice(from - 1)) {
    if (sum > 0 && sum + width > 118) break
    sum += width
    column += 1
  }
  return column - 1
}

/** Points that a text needs, broken between words. `factor`: how much wider than the page's own its letters are. */
export function heightOf(text: string, width: number, factor = 1): number {
  return Math.min(highestRow, linesOf(text, width / factor) * pointsPerLine * factor + 4)
}

/** The height of a row of a table: that of its highest cell. */
export function rowHeight(row: SheetRow, widths: readonly number[], filter: boolean): number {
  const heights = row.cells.map((cell, index) => {
    if (cell?.kind !== 'text') return 0
    const room = (widths[index] ?? narrowest) - 1.5 - (filter && isHeader(cell) ? filterButton : 0)
    return heightOf(cell.text, room, isHeader(cell) ? 1.05 : 1)
  })
  return Math.min(highestRow, Math.max(pointsPerLine + 4, ...heights))
}

/** Letters are on average narrower than the digit that column widths are counted in. */
const letter = 0.87

function linesOf(text: string, width: number): number {
  // Most cells, told at a glance.
  if (text.length * letter < width - 0.01 && !text.includes('\n')) return 1
  return text.split('\n').reduce((sum, line) => sum + wrappedLines(line, width), 0)
}

function wrappedLines(line: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of line.split(/(?<=[ -])/)) {
    const needed = word.length * letter
    if (used > 0 && used + needed > width) {
      lines += 1
      used = 0
    }
    used += needed
    lines += Math.max(0, Math.ceil(used / width) - 1)
    used = used > width ? used % width : used
  }
  return lines
}
