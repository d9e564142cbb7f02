/** The structure tree itself: its types, its links upward, and that content and elements find each other. */
import type { Cursor } from './cursor.ts'
import { treeLeaves } from './cursor.ts'
import { type Finding, finding, when } from './finding.ts'
import { type Element, standardTypes } from './structure-tree.ts'
import { contentKey, pageWhere, type Subject } from './subject.ts'

export function checkStructure(subject: Subject): readonly Finding[] {
  const { catalog, structure } = subject
  const mark = catalog.get('MarkInfo')
  const hasTree = structure.root.dict !== undefined && structure.elements.length > 0
  return [
    ...when(!mark.get('Marked').isTrue, 'A 6.7.2-1', 'catalog', 'MarkInfo does not say that the file is tagged'),
    ...when(mark.get('Suspects').isTrue, 'UA 7.1-4', 'catalog', 'Suspects is true'),
    ...when(!hasTree, 'UA 7.1-11', 'catalog', 'there is no structure tree with elements'),
    ...roleMap(structure.root),
    ...structure.elements.flatMap(element => [...typeOf(element), ...upward(element, subject)]),
    ...identifiers(subject),
    ...(hasTree ? [...contentFound(subject), ...elementsFound(subject), ...parentTree(subject)] : []),
  ]
}

function roleMap(root: Cursor): readonly Finding[] {
  const map = root.get('RoleMap')
  return map.entries.flatMap(([type, target]) => {
    const path = [type]
    for (let next = target.name; next !== undefined && !standardTypes.has(next); next = map.get(next).name) {
      if (path.includes(next)) return [finding('UA 7.1-6', 'RoleMap', `${[...path, next].join(' -> ')} is a circle`)]
      path.push(next)
    }
    return when(standardTypes.has(type), 'UA 7.1-7', 'RoleMap', `${type} is a standard type, mapped to ${target.name}`)
  })
}

const typeOf = (element: Element): readonly Finding[] =>
  when(
    element.standard === undefined,
    'UA 7.1-5',
    element.where,
    `the type "${element.type}" leads to no standard type`,
  )

function upward(element: Element, { structure }: Subject): readonly Finding[] {
  const parent = element.parent?.cursor ?? structure.root
  return when(!element.cursor.get('P').is(parent), 'PDF 14.7.2-1', element.where, 'P is not the element it lies in')
}

function identifiers({ structure }: Subject): readonly Finding[] {
  const named = new Map(treeLeaves(structure.root.get('IDTree'), 'Names').map(([id, element]) => [id.bytes, element]))
  const seen = new Set<string>()
  return structure.elements.flatMap(({ cursor, where }) => {
    const id = cursor.get('ID').bytes
    if (id === undefined) return []
    const isTwice = seen.has(id)
    seen.add(id)
    const target = named.get(id)
    return [
      ...when(isTwice, 'PDF 14.7.2-2', where, `ID ${JSON.stringify(id)} is another element's too`),
      ...when(
        !isTwice && !target?.is(cursor),
        'PDF 14.7.2-2',
        where,
        `the ID tree does not lead ${JSON.stringify(id)} here`,
      ),
    ]
  })
}

interface Opened {
  readonly stream: number | undefined
  readonly mcid: number
  readonly where: string
}

const openedIn = (subject: Subject): readonly Opened[] =>
  subject.pages.flatMap(page =>
    page.opened.flatMap(({ mark, stream }) =>
      mark.mcid === undefined ? [] : [{ stream, mcid: mark.mcid, where: `${pageWhere(page)}, MCID ${mark.mcid}` }],
    ),
  )

/** Each marked content: unique, owned by one element, and named by the parent tree. */
function contentFound(subject: Subject): readonly Finding[] {
  const seen = new Set<string>()
  return openedIn(subject).flatMap(({ stream, mcid, where }) => {
    const key = contentKey(stream, mcid)
    if (seen.has(key)) return [finding('PDF 14.7.4-3', where, 'the MCID occurs twice in its stream')]
    seen.add(key)
    const owners = subject.owners.get(key) ?? []
    const [owner] = owners
    if (!owner) return []
    if (owners.length > 1)
      return [finding('PDF 14.7.4-4', where, `owned by ${owners.map(each => each.where).join(' and ')}`)]
    const named = parentsOf(subject, stream)?.items[mcid]
    return when(!named?.is(owner.cursor), 'PDF 14.7.4-1', where, `the parent tree does not lead to ${owner.where}`)
  })
}

function parentsOf(subject: Subject, stream: number | undefined): Cursor | undefined {
  const holders = subject.pages.flatMap(page => [page.page, ...page.forms])
  const key = holders.find(each => each.number === stream)?.get('StructParents').integer
  return key === undefined ? undefined : subject.parentTree.get(key)
}

/** Each reference of an element leads to content, and each entry of the parent tree to an element that knows of it. */
function elementsFound(subject: Subject): readonly Finding[] {
  const there = new Set(openedIn(subject).map(({ stream, mcid }) => contentKey(stream, mcid)))
  return subject.structure.elements.flatMap(element =>
    element.kids.flatMap(kid =>
      kid.kind === 'content' && !there.has(contentKey(kid.stream, kid.mcid))
        ? [finding('PDF 14.7.4-2', element.where, `MCID ${kid.mcid} is not on its page`)]
        : [],
    ),
  )
}

function parentTree(subject: Subject): readonly Finding[] {
  const { root } = subject.structure
  const keys = treeLeaves(root.get('ParentTree'), 'Nums').map(([key]) => key.integer ?? -1)
  const next = root.get('ParentTreeNextKey').integer
  const isSorted = keys.every((key, index) => index === 0 || key > (keys[index - 1] ?? -1))
  const isAbove = next === undefined || keys.every(key => key < next)
  return when(!isSorted || !isAbove, 'PDF 14.7.4-5', 'ParentTree', `keys ${keys.join(' ')}, next ${next ?? 'none'}`)
}
