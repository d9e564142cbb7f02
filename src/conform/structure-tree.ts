/** The structure tree as elements with standard types, and which element owns which marked content. */
import { Cursor } from './cursor.ts'

export interface ContentRef {
  readonly kind: 'content'
  readonly mcid: number
  /** The page, or the form XObject whose stream holds the content. */
  readonly stream: number | undefined
}
export interface ObjectRef {
  readonly kind: 'object'
  readonly object: Cursor
}
export interface Element {
  readonly kind: 'element'
  readonly cursor: Cursor
  readonly parent: Element | undefined
  /** As written, and as the role map has it in the end. */
  readonly type: string
  readonly standard: string | undefined
  readonly kids: readonly Kid[]
  readonly where: string
}
export type Kid = Element | ContentRef | ObjectRef

export interface StructureTree {
  readonly root: Cursor
  readonly roots: readonly Element[]
  /** In document order. */
  readonly elements: readonly Element[]
}

export const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody
   Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
   Figure Formula Form`.split(/\s+/),
)

export function readStructure(catalog: Cursor): StructureTree {
  const root = catalog.get('StructTreeRoot')
  const seen = new Set<number>()
  const read = (cursor: Cursor, parent: Element | undefined, page: Cursor): Element => {
    const type = cursor.get('S').name ?? ''
    const where = `${type || 'element'} ${cursor.number ?? '(direct)'}`
    const kids: Kid[] = []
    const element: Element = { kind: 'element', cursor, parent, type, standard: standardOf(type, root), kids, where }
    if (cursor.number !== undefined && seen.has(cursor.number)) return element
    if (cursor.number !== undefined) seen.add(cursor.number)
    const own = cursor.get('Pg').isThere ? cursor.get('Pg') : page
    kids.push(...cursor.get('K').list.flatMap(kid => readKid(kid, own, each => read(each, element, own))))
    return element
  }
  const roots = root.get('K').list.map(kid => read(kid, undefined, new Cursor(catalog.file, null)))
  return { root, roots, elements: roots.flatMap(descendants) }
}

function readKid(kid: Cursor, page: Cursor, readElement: (cursor: Cursor) => Element): readonly Kid[] {
  if (kid.integer !== undefined) return [{ kind: 'content', mcid: kid.integer, stream: page.number }]
  if (!kid.dict) return []
  const type = kid.get('Type').name
  if (type === 'OBJR') return [{ kind: 'object', object: kid.get('Obj') }]
  if (type !== 'MCR') return [readElement(kid)]
  const stream = kid.get('Stm').number ?? kid.get('Pg').number ?? page.number
  return [{ kind: 'content', mcid: kid.get('MCID').integer ?? -1, stream }]
}

export const descendants = (element: Element): readonly Element[] => [
  element,
  ...elementKids(element).flatMap(descendants),
]

export const elementKids = (element: Element): readonly Element[] =>
  element.kids.filter((kid): kid is Element => kid.kind === 'element')

/** Content that the element and all below it own, in reading order. */
export const contentBelow = (element: Element): readonly ContentRef[] =>
  element.kids.flatMap(kid => (kid.kind === 'element' ? contentBelow(kid) : kid.kind === 'content' ? [kid] : []))

function standardOf(type: string, root: Cursor): string | undefined {
  const seen = new Set<string>()
  for (let each: string | undefined = type; each !== undefined && !seen.has(each); ) {
    if (standardTypes.has(each)) return each
    seen.add(each)
    each = root.get('RoleMap').get(each).name
  }
  return undefined
}

/** An attribute by owner, from `A`, which is a dictionary, a stream or an array with revision numbers. */
export function attribute(element: Element, owner: string, key: string): Cursor {
  const owned = element.cursor.get('A').list.filter(each => each.get('O').name === owner && each.get(key).isThere)
  return owned[0]?.get(key) ?? new Cursor(element.cursor.file, null)
}

export function closest(element: Element | undefined, types: readonly string[]): Element | undefined {
  if (!element || types.includes(element.standard ?? '')) return element
  return closest(element.parent, types)
}

/** The language that holds for an element, its own or the nearest above it. */
export const languageOf = (element: Element | undefined, otherwise: string | undefined): string | undefined =>
  element ? (element.cursor.get('Lang').text ?? languageOf(element.parent, otherwise)) : otherwise
