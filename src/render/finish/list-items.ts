/**
 * A list item holds a label and a body, nothing else: ISO 14289-1, 7.6; ISO 32000-1, 14.8.4.3.3 (Matterhorn 09-004, 09-006).
 * Chromium puts text and paragraphs right into the item, and draws bullets as circles, without a letter to read.
 */
import type { Pdf } from './open-pdf.ts'
import type { PageContent } from './page-content.ts'
import { arrayIn, name, nameIn, PDFDict, textString } from './pdf-objects.ts'
import { type Element, markedBelow, type StructureTree } from './structure-tree.ts'

const bullets: { readonly [numbering: string]: string } = { Disc: '•', Circle: '◦', Square: '▪' }

export function mendListItems(pdf: Pdf, tree: StructureTree, pages: readonly PageContent[]): void {
  for (const item of tree.elements) {
    if (item.type !== 'LI') continue
    const labels = item.kids.filter(kid => kid.is === 'element' && kid.type === 'Lbl')
    for (const label of labels) if (label.is === 'element') sayBullet(label, pages)
    const rest = item.kids.filter(kid => !labels.includes(kid))
    const isMended = rest.every(kid => kid.is === 'element' && kid.type === 'LBody')
    if (rest.length > 0 && !isMended) item.kids = [...labels, bodyOf(pdf, item, rest)]
  }
}

function bodyOf(pdf: Pdf, item: Element, kids: Element['kids']): Element {
  const dict = pdf.context.obj({ Type: 'StructElem', S: 'LBody' })
  const body: Element = { is: 'element', ref: pdf.context.register(dict), dict, type: 'LBody', parent: item, kids }
  for (const kid of kids) if (kid.is === 'element') kid.parent = body
  return body
}

function sayBullet(label: Element, pages: readonly PageContent[]): void {
  const sequences = markedBelow(label).map(kid => pages[kid.page]?.sequences.get(kid.mcid))
  if (sequences.some(sequence => sequence?.units.some(unit => unit.kind === 'text'))) return
  const list = label.parent?.parent
  label.dict.set(name('ActualText'), textString(bullets[list ? numberingOf(list.dict) : ''] ?? '•'))
}

/** The attribute stands in one dictionary, or in one of several. */
function numberingOf(list: PDFDict): string {
  const attributes = list.context.lookup(list.get(name('A')))
  const dicts = attributes instanceof PDFDict ? [attributes] : (arrayIn(list, 'A')?.asArray() ?? [])
  const named = dicts
    .map(each => list.context.lookup(each))
    .map(each => (each instanceof PDFDict ? nameIn(each, 'ListNumbering') : ''))
  return named.find(each => each !== '') ?? ''
}
