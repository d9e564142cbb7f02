/** A page that holds something wider than its paper is set smaller as a whole, and what is still too wide is cut. */

import { RenderFailure } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { PageContent } from './page-content.ts'

/** A CSS pixel in points: what a page that fits is set at. */
const fitting = 0.75
/** Of it: what rounding may take. */
const least = 0.995

/** Told by the largest that any text of the document is set at: a style may make single ones smaller. */
export function refuseShrunk(pages: readonly PageContent[]): void {
  const texts = pages.flatMap(({ sequences }) => [...sequences.values()].flatMap(({ units }) => units))
  const scales = texts.flatMap(({ scale }) => scale ?? [])
  const part = scales.reduce((most, scale) => Math.max(most, scale), 0) / fitting
  if (scales.length === 0 || part >= least) return
  throw new RenderFailure(
    said('Something is wider than the paper, and the browser sets all of the pages at {floor} % of their size.', {
      floor: Math.floor(part * 100),
    }),
    [said('Look in the styles of templates/ for what is wide: widths, letters of tables, lines that do not break.')],
  )
}
