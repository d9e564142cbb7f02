/** THE STRUCTURE TREE as plain elements: read whole, changed by the steps, written back whole (ISO 32000-1, 14.7). */
import type { Page, Pdf } from './open-pdf.ts'
import { name, nameIn, PDFArray, PDFDict, PDFNumber, PDFRef, unexpected } from './pdf-objects.ts'

export interface Element {
  readonly is: 'element'
  readonly ref: PDFRef
  readonly dict: PDFDict
  readonly type: string
  parent: Element | undefined
  kids: readonly Kid[]
}

/** A marked sequence of a page: the page's index and the sequence's number there. */
export interface Marked {
  readonly is: 'marked'
  readonly page: number
  readonly mcid: number
}

/** An annotation that belongs to an element. */
export interface Annotation {
  readonly is: 'annotation'
  readonly page: Page
  readonly ref: PDFRef
  readonly dict: PDFDict
}

export type Kid = Element | Marked | Annotation

export interface StructureTree {
  readonly roots: readonly Element[]
  /** Every element, in reading order, parents first. */
  readonly elements: readonly Element[]
}

interface Reader {
  readonly pdf: Pdf
  readonly pageIndexes: ReadonlyMap<PDFRef, number>
  readonly seen: Set<PDFRef | string>
}

export function readStructure(pdf: Pdf): StructureTree {
  const pageIndexes = new Map(pdf.pages.map((page, index) => [page.ref, index]))
  const reader: Reader = { pdf, pageIndexes, seen: new Set() }
  const roots = kidsOf(pdf.structRoot).map(kid => {
    const root = kidOf(reader, kid, { parent: undefined, page: undefined })
    if (root.is === 'element') return root
    throw unexpected('the structure has no root element')
  })
  return treeOf(roots)
}

interface Surrounding {
  readonly parent: Element | undefined
  readonly page: number | undefined
}

function kidOf(reader: Reader, kid: unknown, around: Surrounding): Kid {
  if (kid instanceof PDFNumber) return markedOf(reader, kid, around.page)
  const dict = kid instanceof PDFRef ? reader.pdf.context.lookup(kid) : kid
  if (!(dict instanceof PDFDict)) throw unexpected('an element of the structure is missing')
  const type = nameIn(dict, 'Type')
  if (type === 'MCR') return markedOf(reader, dict.get(mcidKey), pageOf(reader, dict) ?? around.page)
  if (type === 'OBJR') return annotationOf(reader, dict, pageOf(reader, dict) ?? around.page)
  if (kid instanceof PDFRef) return elementOf(reader, kid, { dict, parent: around.parent })
  throw unexpected('an element of the structure is no object of its own')
}

function elementOf(reader: Reader, ref: PDFRef, { dict, parent }: Pick<Element, 'dict' | 'parent'>): Element {
  const element: Element = { is: 'element', ref, dict, type: nameIn(dict, 'S'), parent, kids: [] }
  if (element.type === '') throw unexpected('an element of the structure has no type')
  firstTime(reader, ref)
  const page = pageOf(reader, dict)
  element.kids = kidsOf(dict).map(kid => kidOf(reader, kid, { parent: element, page }))
  return element
}

function markedOf(reader: Reader, mcid: unknown, page: number | undefined): Marked {
  if (page === undefined || !(mcid instanceof PDFNumber)) throw unexpected('an element of the structure names no page')
  firstTime(reader, `${page} ${mcid.asNumber()}`)
  return { is: 'marked', page, mcid: mcid.asNumber() }
}

function annotationOf(reader: Reader, dict: PDFDict, index: number | undefined): Annotation {
  const ref = dict.get(objKey)
  const annotation = dict.context.lookup(ref)
  const page = index === undefined ? undefined : reader.pdf.pages[index]
  if (!page || !(ref instanceof PDFRef) || !(annotation instanceof PDFDict)) {
    throw unexpected('an element of the structure names a missing annotation')
  }
  firstTime(reader, ref)
  return { is: 'annotation', page, ref, dict: annotation }
}

function firstTime(reader: Reader, kid: PDFRef | string): void {
  if (reader.seen.has(kid)) throw unexpected('two elements of the structure share what they hold')
  reader.seen.add(kid)
}

const mcidKey = name('MCID')
const objKey = name('Obj')
const pageKey = name('Pg')
const kidsKey = name('K')

function pageOf(reader: Reader, dict: PDFDict): number | undefined {
  const ref = dict.get(pageKey)
  return ref instanceof PDFRef ? reader.pageIndexes.get(ref) : undefined
}

function kidsOf(dict: PDFDict): readonly unknown[] {
  const kids = dict.get(kidsKey)
  const array = kids instanceof PDFRef ? dict.context.lookup(kids) : kids
  if (array instanceof PDFArray) return array.asArray()
  return kids === undefined ? [] : [kids]
}

export const treeOf = (roots: readonly Element[]): StructureTree => ({ roots, elements: roots.flatMap(withAllBelow) })

const withAllBelow = (element: Element): readonly Element[] => [
  element,
  ...element.kids.flatMap(kid => (kid.is === 'element' ? withAllBelow(kid) : [])),
]

/** Whether the element, or one above it, is of one of the types. */
export function isWithin(element: Element, types: ReadonlySet<string>): boolean {
  for (let at: Element | undefined = element; at; at = at.parent) if (types.has(at.type)) return true
  return false
}

/** The marked sequences below an element, in reading order. */
export function markedBelow(element: Element): readonly Marked[] {
  return element.kids.flatMap(kid => {
    if (kid.is === 'element') return markedBelow(kid)
    return kid.is === 'marked' ? [kid] : []
  })
}
