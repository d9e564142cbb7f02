/**
 * A link is described in words: ISO 14289-1, 7.18.1 and 7.18.5 (Matterhorn 28-004, 28-012); it is printed, and does
 * nothing but lead somewhere: ISO 19005-3, 6.3.2 and 6.5.1.
 */
import { fontsOf } from './font-text.ts'
import type { Pdf } from './open-pdf.ts'
import { type PageContent, textOf } from './page-content.ts'
import { arrayIn, dictIn, name, nameIn, needNumber, PDFRef, textIn, textString, unexpected } from './pdf-objects.ts'
import { type Element, isWithin, type StructureTree } from './structure-tree.ts'

const links = new Set(['Link'])

export function describeLinks(pdf: Pdf, tree: StructureTree, pages: readonly PageContent[]): void {
  const described = new Set<PDFRef>()
  const fonts = pdf.pages.map(page => fontsOf(page.dict))
  const said = (element: Element): string =>
    element.kids
      .map(kid => {
        if (kid.is === 'element') return textIn(kid.dict, 'Alt') || said(kid)
        const sequence = kid.is === 'marked' ? pages[kid.page]?.sequences.get(kid.mcid) : undefined
        const glyphs = kid.is === 'marked' ? fonts[kid.page] : undefined
        return sequence && glyphs ? textOf(sequence, glyphs) : ''
      })
      .join('')
  for (const element of tree.elements) {
    for (const kid of element.kids) {
      if (kid.is !== 'annotation') continue
      if (!isWithin(element, links)) throw unexpected(`an annotation stands in a ${element.type}`)
      const text = said(element).replaceAll('\uFFFC', '').replace(/\s+/g, ' ').trim()
      describe(kid.dict, text)
      described.add(kid.ref)
    }
  }
  refuseUndescribed(pdf, described)
}

function describe(annotation: Element['dict'], text: string): void {
  const action = dictIn(annotation, 'A')
  const kind = action ? nameIn(action, 'S') : 'Dest'
  if (nameIn(annotation, 'Subtype') !== 'Link' || !['URI', 'GoTo', 'Dest'].includes(kind)) {
    throw unexpected(`an annotation is a ${nameIn(annotation, 'Subtype')} that does ${kind}`)
  }
  if (needNumber(annotation, 'F') !== 4) throw unexpected('a link is not for printing')
  const description = text || (action ? textIn(action, 'URI') : '')
  if (description === '') throw unexpected('a link has neither a text nor an address')
  annotation.set(name('Contents'), textString(description))
}

/** Matterhorn 28-002: an annotation that no element of the structure holds. */
function refuseUndescribed(pdf: Pdf, described: ReadonlySet<PDFRef>): void {
  for (const page of pdf.pages) {
    for (const each of arrayIn(page.dict, 'Annots')?.asArray() ?? []) {
      if (!(each instanceof PDFRef) || !described.has(each)) throw unexpected('a link has no place in the structure')
    }
  }
}
