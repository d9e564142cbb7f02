/**
 * A figure says what it shows, and where it stands.
 * ISO 14289-1, 7.3 (Matterhorn 13-004); ISO 32000-1, 14.8.5.4.3: BBox for a figure that is whole on one page.
 */
import { said } from '../../model/said.ts'
import { union } from './geometry.ts'
import type { Pdf } from './open-pdf.ts'
import type { PageContent } from './page-content.ts'
import { name, PDFArray, PDFDict, textIn, unexpected } from './pdf-objects.ts'
import { type Element, markedBelow, type StructureTree } from './structure-tree.ts'

export function placeFigures(pdf: Pdf, tree: StructureTree, pages: readonly PageContent[]): void {
  for (const figure of tree.elements) {
    if (figure.type !== 'Figure' && figure.type !== 'Formula') continue
    if (textIn(figure.dict, 'Alt').trim() === '') throw unexpected('a picture has no alternative text', hint)
    place(pdf, figure, pages)
  }
}

const hint = said('Every <img> needs an alt text; a <figure> around it needs role=group.')

function place(pdf: Pdf, figure: Element, pages: readonly PageContent[]): void {
  const marked = markedBelow(figure)
  if (marked.some(kid => kid.page !== marked[0]?.page)) return
  const units = marked.flatMap(kid => pages[kid.page]?.sequences.get(kid.mcid)?.units ?? [])
  const box = units.map(unit => unit.box).reduce(union, undefined)
  if (!box) return
  const edges = [box.left, box.bottom, box.right, box.top].map(edge => Math.round(edge * 1000) / 1000)
  const layout = pdf.context.obj({ O: 'Layout', BBox: edges })
  const before = pdf.context.lookup(figure.dict.get(name('A')))
  const others = before instanceof PDFArray ? before.asArray() : before instanceof PDFDict ? [before] : []
  figure.dict.set(name('A'), others.length === 0 ? layout : pdf.context.obj([layout, ...others]))
}
