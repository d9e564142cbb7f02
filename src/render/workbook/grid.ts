/**
 * From the widths of columns, which are counted in digits of the workbook's own font, to points, and back. Programs
 * differ by a pixel here and a few thousandths there: what is reckoned here is enough for each of them.
 */
import type { Letters } from './letters.ts'

/** A digit of the workbook's own font, Calibri 11: seven pixels. */
const unit = 5.25
/** Two pixels on either side, and the line between two columns. */
const padding = 3.75
/** One step: three spaces of the workbook's own font. */
const indentation = 7.5
/** Letters are fitted to the pixels of a screen: there some texts are as much wider than on paper. */
const slack = 1.04
/** Covers the end of the last line of a header. */
const button = 13.5
/** Of a column that nobody has given a width. */
export const standardWidth = 9
export const widestColumn = 255

/** Points that are left for letters. */
export function roomIn(width: number, { indent }: Letters, hasButton = false): number {
  return Math.max(1, (width * unit - padding - indent * indentation - (hasButton ? button : 0)) / slack)
}

/** The width of a column for a line of so many points. */
export function widthFor(ink: number, { indent }: Letters, hasButton = false): number {
  return (ink * slack + padding + indent * indentation + (hasButton ? button : 0)) / unit
}

export const sumOf = (widths: readonly number[]): number => widths.reduce((sum, each) => sum + each, 0)
