/**
 * Puts the elements back, numbers the sequences anew, page by page in the order in which they are painted, and makes
 * the parent tree from the elements (ISO 32000-1, 14.7.4.4), so that the two cannot disagree.
 */
import type { Pdf } from './open-pdf.ts'
import type { PageContent, Sequence } from './page-content.ts'
import { name, needNumber, PDFArray, PDFNumber, type PDFRef } from './pdf-objects.ts'
import { drawings } from './real-content.ts'
import { type Element, isWithin, type Kid, type StructureTree } from './structure-tree.ts'

/** How a sequence is marked. */
export interface Tag {
  readonly type: string
  readonly mcid: number
  /** In a drawing lines and grounds are content too. */
  readonly isDrawing: boolean
}

interface Numbering {
  readonly pdf: Pdf
  readonly pages: readonly PageContent[]
  readonly tags: ReadonlyMap<Sequence, Tag>
}

export function writeStructure(
  pdf: Pdf,
  tree: StructureTree,
  content: { readonly pages: readonly PageContent[]; readonly real: ReadonlyMap<Sequence, Element> },
): ReadonlyMap<Sequence, Tag> {
  const parents = new Map<number, PDFRef | PDFArray>()
  const tags = new Map<Sequence, Tag>()
  content.pages.forEach((page, index) => {
    const owners = PDFArray.withContext(pdf.context)
    for (const sequence of page.sequences.values()) {
      const owner = content.real.get(sequence)
      if (!owner) continue
      tags.set(sequence, { type: owner.type, mcid: owners.size(), isDrawing: isWithin(owner, drawings) })
      owners.push(owner.ref)
    }
    const key = pdf.pages[index]?.structParents
    if (key !== undefined) parents.set(key, owners)
  })
  const numbering: Numbering = { pdf, pages: content.pages, tags }
  const write = (element: Element): void => {
    for (const kid of element.kids) {
      if (kid.is === 'element') write(kid)
      if (kid.is === 'annotation') parents.set(needNumber(kid.dict, 'StructParent'), element.ref)
    }
    writeElement(numbering, element)
  }
  for (const root of tree.roots) write(root)
  writeParents(pdf, parents)
  return tags
}

const [pageKey, kidsKey, parentKey] = [name('Pg'), name('K'), name('P')]

function writeElement(numbering: Numbering, { dict, kids, parent }: Element): void {
  const { pdf } = numbering
  const marked = kids.find(kid => kid.is === 'marked')
  const page = marked && pdf.pages[marked.page]?.ref
  if (page) dict.set(pageKey, page)
  else dict.delete(pageKey)
  if (parent) dict.set(parentKey, parent.ref)
  const written = kids.map(kid => writtenKid(numbering, kid, page))
  if (written.length === 0) dict.delete(kidsKey)
  else dict.set(kidsKey, written.length === 1 && written[0] ? written[0] : pdf.context.obj(written))
}

function writtenKid({ pdf, pages, tags }: Numbering, kid: Kid, page: PDFRef | undefined) {
  if (kid.is === 'element') return kid.ref
  if (kid.is === 'annotation') return pdf.context.obj({ Type: 'OBJR', Pg: kid.page.ref, Obj: kid.ref })
  const sequence = pages[kid.page]?.sequences.get(kid.mcid)
  const number = PDFNumber.of((sequence && tags.get(sequence))?.mcid ?? 0)
  const own = pdf.pages[kid.page]?.ref
  return own === page ? number : pdf.context.obj({ Type: 'MCR', Pg: own, MCID: number })
}

function writeParents(pdf: Pdf, parents: ReadonlyMap<number, PDFRef | PDFArray>): void {
  const numbers = PDFArray.withContext(pdf.context)
  const keys = [...parents.keys()].toSorted((one, other) => one - other)
  for (const key of keys) {
    const parent = parents.get(key)
    if (!parent) continue
    numbers.push(PDFNumber.of(key))
    numbers.push(parent instanceof PDFArray ? pdf.context.register(parent) : parent)
  }
  pdf.structRoot.set(name('ParentTree'), pdf.context.register(pdf.context.obj({ Nums: numbers })))
  pdf.structRoot.set(name('ParentTreeNextKey'), PDFNumber.of((keys.at(-1) ?? -1) + 1))
}
