/** Which cells stand over more columns than their own, and over how many: paragraphs, and the only text beside a label. */
import type { Cell } from '../../model/workbook-sheet.ts'
import { standardWidth, sumOf, widthFor } from './grid.ts'
import { inkOf, lettersIn } from './letters.ts'
import { longestWord } from './lines.ts'
import type { PlacedRow } from './placed.ts'
import { longestUnbroken } from './widths.ts'

type Cells = readonly (Cell | null)[]

/** Whether the cell in `column`, from 0, is: only the last of a row can be. */
export function isSpread({ part }: PlacedRow, cells: Cells, column: number): boolean {
  const isOpen = part === 'paragraph' || (part === 'line' && cells.length <= 2)
  return isOpen && column === cells.length - 1 && cells[column]?.kind === 'text'
}

/** The columns of a sheet, as far as what is not in a table may use them. */
export interface Span {
  readonly widths: readonly number[]
  /** So many columns are on the page where it stands. */
  readonly across: number
  /** Empty columns to the right are on that page too. */
  readonly isOpen: boolean
}

/** A line that the eye can follow. */
const widestLine = 118
/** Of a page that stands upright. */
const widestPage = 100
const readable = 60
/** A longer one is a sentence: it is wrapped. */
const widestTitle = 150

/** The last column, from 1, for what begins in `from`; over empty columns to the right where the table is too narrow. */
export function spreadOver(cell: Cell, from: number, { widths, across, isOpen }: Span): number {
  const asked = askedBy(cell)
  let sum = 0
  let column = from
  for (const width of widths.slice(from - 1, across)) {
    if (sum >= asked && sum + width > widestLine) break
    sum += width
    column += 1
  }
  if (!isOpen || column <= across || across < widths.length) return Math.max(from, column - 1)
  const before = sumOf(widths.slice(0, from - 1))
  while (sum < asked && before + sum < widestPage) {
    sum += standardWidth
    column += 1
  }
  return Math.max(from, column - 1)
}

/** A title asks for one line, other texts for the width of a word, and of a line that can be read. */
function askedBy(cell: Cell): number {
  if (cell.kind !== 'text') return 0
  const letters = lettersIn(cell)
  const whole = widthFor(inkOf(cell.text, letters), letters)
  if (cell.style === 'title') return Math.min(whole, widestTitle)
  return Math.max(
    Math.min(longestUnbroken, widthFor(longestWord(cell.text, letters), letters)),
    Math.min(readable, whole),
  )
}

export function widthOver({ widths }: Span, from: number, to: number): number {
  let sum = 0
  for (let column = from; column <= to; column += 1) sum += widths[column - 1] ?? standardWidth
  return sum
}
