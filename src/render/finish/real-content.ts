/**
 * What is content and what is an artifact: ISO 14289-1, 7.1 (Matterhorn 01-003, 01-004, 01-005).
 *
 * - borders and backgrounds, which Chromium numbers as parts of their paragraph or cell, are artifacts
 * - the heading row that a table repeats on its next page, and what stands at the same place of every page, is content
 *   once (ISO 14289-1, 7.8); its copies are artifacts
 */
import type { PageContent, Sequence } from './page-content.ts'
import { unexpected } from './pdf-objects.ts'
import { type Element, isWithin, type Kid, type Marked, type StructureTree } from './structure-tree.ts'

/** Where what is painted without text or picture is content all the same. */
export const drawings = new Set(['Figure', 'Formula', 'Lbl'])
const headings = new Set(['TH', 'THead', 'TFoot'])
const dispensable = new Set(['NonStruct', 'Span', 'Em', 'Strong', 'P', 'Div'])

/** Leaves in the tree what is content, and says which sequences that is. */
export function keepRealContent(tree: StructureTree, pages: readonly PageContent[]): ReadonlyMap<Sequence, Element> {
  const real = new Map<Sequence, Element>()
  const owned = new Set<Sequence>()
  for (const element of tree.elements) {
    const copies = repeated(element, pages)
    element.kids = element.kids.filter(kid => {
      if (kid.is !== 'marked') return true
      const sequence = sequenceOf(kid, pages)
      if (sequence) owned.add(sequence)
      if (!sequence || copies.has(kid) || !saysSomething(sequence, element)) return false
      real.set(sequence, element)
      return true
    })
  }
  for (const element of tree.elements.toReversed()) element.kids = element.kids.filter(isNeeded)
  refuseOrphans(pages, owned)
  return real
}

const sequenceOf = (kid: Marked, pages: readonly PageContent[]): Sequence | undefined =>
  pages[kid.page]?.sequences.get(kid.mcid)

function saysSomething(sequence: Sequence, owner: Element): boolean {
  if (sequence.units.some(unit => unit.kind !== 'path')) return true
  return sequence.units.length > 0 && isWithin(owner, drawings)
}

const isNeeded = (kid: Kid): boolean => kid.is !== 'element' || kid.kids.length > 0 || !dispensable.has(kid.type)

/** What an element shows on a page after its first, if it is the same as on the first. */
function repeated(element: Element, pages: readonly PageContent[]): ReadonlySet<Kid> {
  const marked = element.kids.filter(kid => kid.is === 'marked')
  const first = marked[0]
  if (!first || marked.every(kid => kid.page === first.page)) return new Set()
  const fingerprint = isWithin(element, headings) ? textOn : textAndPlaceOn
  const shown = fingerprint(marked, first.page, pages)
  const copied = (page: number): boolean => page !== first.page && fingerprint(marked, page, pages) === shown
  return new Set(shown === '' ? [] : marked.filter(kid => copied(kid.page)))
}

const textOn = (marked: readonly Marked[], page: number, pages: readonly PageContent[]): string =>
  marked.flatMap(kid => (kid.page === page ? (sequenceOf(kid, pages)?.said ?? []) : [])).join(' ')

function textAndPlaceOn(marked: readonly Marked[], page: number, pages: readonly PageContent[]): string {
  const places = marked.flatMap(kid => {
    const boxes = kid.page === page ? (sequenceOf(kid, pages)?.units ?? []) : []
    return boxes.map(({ box }) => (box ? `${box.left.toFixed(1)} ${box.bottom.toFixed(1)}` : ''))
  })
  return [textOn(marked, page, pages), ...places].join(' ')
}

/** Matterhorn 01-005: text that is neither in the structure nor an artifact. */
function refuseOrphans(pages: readonly PageContent[], owned: ReadonlySet<Sequence>): void {
  for (const sequence of pages.flatMap(page => [...page.sequences.values()])) {
    if (owned.has(sequence) || sequence.units.every(unit => unit.kind === 'path')) continue
    throw unexpected('a text of it has no place in the structure')
  }
}
