/**
 * Every type of element is one of ISO 32000-1's, or mapped to one.
 * ISO 14289-1, 7.1 (Matterhorn 02-001, 02-003); ISO 19005-3, 6.7.3.4.
 */
import type { Pdf } from './open-pdf.ts'
import { name, unexpected } from './pdf-objects.ts'
import type { StructureTree } from './structure-tree.ts'

const standard = new Set(
  [
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private',
    'P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot',
    'Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form',
  ].flatMap(line => line.split(' ')),
)

/** Chromium's types that only PDF 2.0 knows. */
const mapped = new Map([
  ['Em', 'Span'],
  ['Strong', 'Span'],
  ['Sub', 'Span'],
  ['Aside', 'Div'],
  ['Title', 'P'],
  ['FENote', 'Note'],
  ['DocumentFragment', 'Div'],
])

export function mapRoles(pdf: Pdf, tree: StructureTree): void {
  const roles: { [type: string]: string } = {}
  for (const { type } of tree.elements) {
    if (standard.has(type)) continue
    const role = mapped.get(type)
    if (!role) throw unexpected(`an element of the structure is a ${type}`)
    roles[type] = role
  }
  const sorted = Object.entries(roles).toSorted(([one], [other]) => (one < other ? -1 : 1))
  if (sorted.length > 0) pdf.structRoot.set(name('RoleMap'), pdf.context.obj(Object.fromEntries(sorted)))
}
