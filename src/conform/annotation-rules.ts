/** Annotations: links that say where they lead, tied to their elements. */
import type { PageContent } from './content.ts'
import { Cursor, treeLeaves } from './cursor.ts'
import { type Finding, finding, type Rule, when } from './finding.ts'
import { pageWhere, type Subject } from './subject.ts'

const forbidden = ['3D', 'Sound', 'Screen', 'Movie', 'TrapNet', 'Watermark', 'RichMedia']
const allowed =
  `Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink
  Popup FileAttachment Widget PrinterMark`.split(/\s+/)

export const checkAnnotations = (subject: Subject): readonly Finding[] => [
  ...when(
    subject.catalog
      .get('AcroForm')
      .get('Fields')
      .items.some(field => field.get('FT').name !== 'Sig'),
    'own no-forms',
    'catalog',
    'the file has form fields',
  ),
  ...subject.pages.flatMap(page => {
    const annotations = page.page.get('Annots').items
    const isOrdered = annotations.length === 0 || page.page.get('Tabs').name === 'S'
    return [
      ...when(!isOrdered, 'UA 7.18.3-1', pageWhere(page), 'Tabs is not S'),
      ...annotations.flatMap(each => annotation(each, page, subject)),
    ]
  }),
]

function annotation(each: Cursor, page: PageContent, subject: Subject): readonly Finding[] {
  const subtype = each.get('Subtype').name ?? ''
  const where = `${pageWhere(page)}, ${subtype} ${each.number ?? '(direct)'}`
  const flags = each.get('F').integer
  const isShown = flags !== undefined && (flags & 4) === 4 && (flags & (1 | 2 | 32 | 256)) === 0
  const [left, bottom, right, top] = each.get('Rect').numbers
  const hasSize = left !== right || bottom !== top
  const hasLooks = ['Link', 'Popup'].includes(subtype) || !hasSize || each.get('AP').get('N').isThere
  return [
    ...when(forbidden.includes(subtype) || !allowed.includes(subtype), 'A 6.3.1-1', where, 'a forbidden type'),
    ...when(!isShown && subtype !== 'Popup', 'A 6.3.2-1', where, `F is ${flags ?? 'missing'}`),
    ...when(!hasLooks, 'A 6.3.3-1', where, 'no normal appearance'),
    ...tagged(each, subtype, where, subject),
    ...(subtype === 'Link' ? link(each, where, subject) : []),
  ]
}

/** The element that the parent tree names, if that element refers back. */
function enclosing(each: Cursor, subject: Subject) {
  const named = subject.parentTree.get(each.get('StructParent').integer ?? -1)
  const element = subject.structure.elements.find(one => named !== undefined && one.cursor.is(named))
  return element?.kids.some(kid => kid.kind === 'object' && kid.object.is(each)) ? element : undefined
}

function tagged(each: Cursor, subtype: string, where: string, subject: Subject): readonly Finding[] {
  const element = enclosing(each, subject)
  if (subtype === 'Popup') return []
  if (subtype === 'PrinterMark') return when(element !== undefined, 'UA 7.18.8-1', where, 'it is in the structure')
  const [rule, type]: readonly [Rule, string] =
    subtype === 'Link'
      ? ['UA 7.18.5-1', 'Link']
      : subtype === 'Widget'
        ? ['UA 7.18.4-1', 'Form']
        : ['UA 7.18.1-1', 'Annot']
  const found = element?.standard ?? 'no element that refers to it'
  const words = each.get('Contents').text ?? element?.cursor.get('Alt').text
  return [
    ...when(found !== type, rule, where, `it lies in ${found}`),
    ...when(type === 'Annot' && !words, 'UA 7.18.1-2', where, 'no Contents'),
  ]
}

function link(each: Cursor, where: string, subject: Subject): readonly Finding[] {
  const contents = each.get('Contents').text ?? ''
  return [...when(contents.trim() === '', 'UA 7.18.5-2', where, 'no Contents'), ...target(each, where, subject)]
}

function target(each: Cursor, where: string, subject: Subject): readonly Finding[] {
  const action = each.get('A')
  if (action.get('S').name === 'URI') {
    const uri = action.get('URI').bytes ?? ''
    return when(!/^(https?:\/\/|mailto:|tel:)[!-~]+$/.test(uri), 'own link-target', where, `it leads to "${uri}"`)
  }
  const destination = each.get('Dest').isThere ? each.get('Dest') : action.get('D')
  const key = destination.bytes ?? destination.name
  const named = key === undefined ? destination : namedDestination(key, subject)
  const array = named.get('D').isThere ? named.get('D') : named
  const page = array.items[0]
  const isThere = page !== undefined && subject.pages.some(one => one.page.is(page))
  return isThere || (action.get('S').name !== undefined && action.get('S').name !== 'GoTo')
    ? []
    : [finding('own link-target', where, 'it leads nowhere')]
}

function namedDestination(key: string, { catalog, file }: Subject): Cursor {
  const leaves = treeLeaves(catalog.get('Names').get('Dests'), 'Names')
  const old = catalog.get('Dests').get(key)
  return old.isThere ? old : (leaves.find(([name]) => name.bytes === key)?.[1] ?? new Cursor(file, null))
}
