/** What of a sheet stands on which page of A4. */
import type { Sheet, SheetRow } from '../../model/workbook-sheet.ts'

const mostOnPage = 200
const heightOf = ({ height }: Pick<SheetRow, 'height'>): number => height ?? 15

/** In points of the sheet, which is made smaller until its columns fit. */
function pageHeight({ widths, landscape, repeatedColumns }: Sheet): number {
  const [across, down] = landscape ? [770, 487] : [523, 733]
  const width = widths.reduce((sum, each) => sum + each * 5.25 + 3.75, 0) / (repeatedColumns ? 2 : 1)
  return down / Math.min(1, across / width)
}

/**
 * A chart must not be cut in two, nor a few rows stand on a page of their own: such a sheet goes on one page where that
 * makes it no more than a third, or a seventh, smaller.
 */
export function fitsOnePage(sheet: Sheet): boolean {
  const { charts, rows } = sheet
  // Of a streamed register not all rows are here, and one of so many never fits.
  if (rows.length > mostOnPage) return false
  const pages = [...rows].reduce((sum, row) => sum + heightOf(row), 0) / pageHeight(sheet)
  // What fits anyway is left free to grow by hand.
  return charts ? pages <= 1.5 : pages > 1 && pages <= 1.17
}

/** Programs differ by a tenth in how much of a page they leave to its rows, and so in which row is its last. */
const differing = Array.from({ length: 21 }, (_, step) => 1 + step * 0.005)

/**
 * Charts that would be cut in two go on to the next page, beneath the repeated header: in whichever program the page would
 * end within them.
 */
export function rowsBeforeBreaks(sheet: Sheet): readonly number[] {
  const { charts = [], rows, headerRow } = sheet
  if (charts.length === 0 || fitsOnePage(sheet)) return []
  const pages = differing.map(times => times * pageHeight(sheet))
  const header = headerRow === null ? 0 : heightOf(rows.at(headerRow - 1) ?? {})
  const lines = new Map(charts.map(({ place }) => [place.row, place.rows]))
  const breaks: number[] = []
  let filled = pages.map(() => 0)
  for (const [index, row] of rows.entries()) {
    const together = rows.slice(index, index + (lines.get(index + 1) ?? 1))
    const asked = together.reduce((sum, each) => sum + heightOf(each), 0)
    const isOver = pages.map((page, at) => (filled[at] ?? 0) + asked > page)
    const isCut = lines.has(index + 1) && isOver.includes(true)
    if (isCut) breaks.push(index)
    filled = filled.map((used, at) => (isCut || isOver[at] ? header : used) + heightOf(row))
  }
  return breaks
}
