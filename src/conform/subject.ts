/** A file as its rules see it: read once, so that each rule only asks. */
import { type PageContent, pagesOf, readContent } from './content.ts'
import { Cursor, treeLeaves } from './cursor.ts'
import { codesOf, type Font, readFont } from './fonts.ts'
import { type Painted, taggedMark } from './painted.ts'
import { type PdfFile, readPdf } from './pdf-file.ts'
import { contentBelow, type Element, readStructure, type StructureTree } from './structure-tree.ts'
import { readXmp, type Xmp } from './xmp.ts'

export interface CheckOptions {
  /** Names of fonts without their subset tags; any where left out. */
  readonly fonts?: readonly string[]
  /** Names of the files that must be attached. */
  readonly attachments?: readonly string[]
  /** The language that the catalog must name. */
  readonly language?: string
}

export interface UsedFont {
  readonly font: Font
  /** Each code with the first place where it is shown. */
  readonly codes: ReadonlyMap<number, string>
  readonly isPainted: boolean
  readonly where: string
}

export interface Subject {
  readonly file: PdfFile
  readonly options: CheckOptions
  readonly catalog: Cursor
  readonly info: Cursor
  readonly pages: readonly PageContent[]
  readonly structure: StructureTree
  /** Elements by the content they own: `stream:mcid`. */
  readonly owners: ReadonlyMap<string, readonly Element[]>
  /** What is painted, by the same key. */
  readonly content: ReadonlyMap<string, readonly Painted[]>
  readonly parentTree: ReadonlyMap<number, Cursor>
  readonly fonts: readonly UsedFont[]
  readonly metadata: Cursor
  readonly xmp: Xmp | undefined
}

export const contentKey = (stream: number | undefined, mcid: number): string => `${stream ?? '?'}:${mcid}`

export const pageWhere = (content: PageContent): string => `page ${content.number}`

export function readSubject(bytes: Uint8Array, options: CheckOptions): Subject {
  const file = readPdf(bytes)
  const catalog = new Cursor(file, file.trailer.get('Root') ?? null)
  const structure = readStructure(catalog)
  const pages = pagesOf(catalog).map((page, index) => readContent(page, index + 1))
  const metadata = catalog.get('Metadata')
  return {
    file,
    options,
    catalog,
    info: new Cursor(file, file.trailer.get('Info') ?? null),
    pages,
    structure,
    owners: readOwners(structure),
    content: readContentByKey(pages),
    parentTree: new Map(
      treeLeaves(structure.root.get('ParentTree'), 'Nums').map(([key, value]) => [key.integer ?? -1, value]),
    ),
    fonts: readFonts(pages),
    metadata,
    xmp: metadata.isStream ? readXmp(metadata.data) : undefined,
  }
}

function readOwners(structure: StructureTree): ReadonlyMap<string, readonly Element[]> {
  const owners = new Map<string, Element[]>()
  for (const element of structure.elements) {
    for (const { stream, mcid } of element.kids.filter(kid => kid.kind === 'content')) {
      const key = contentKey(stream, mcid)
      owners.set(key, [...(owners.get(key) ?? []), element])
    }
  }
  return owners
}

const begun = (font: Cursor) => ({
  font: readFont(font),
  codes: new Map<number, string>(),
  isPainted: false,
  where: `font ${font.get('BaseFont').name ?? font.number ?? '(none)'}`,
})

function readFonts(pages: readonly PageContent[]): readonly UsedFont[] {
  const used = new Map<unknown, ReturnType<typeof begun>>()
  for (const content of pages) {
    const where = `page ${content.number}`
    for (const { text } of content.painted) {
      if (!text) continue
      const entry = used.get(text.font.number ?? text.font.value) ?? begun(text.font)
      used.set(text.font.number ?? text.font.value, entry)
      entry.isPainted ||= text.renderingMode !== 3
      for (const code of codesOf(entry.font, text.bytes)) if (!entry.codes.has(code)) entry.codes.set(code, where)
    }
  }
  return [...used.values()]
}

type Placed = readonly (readonly [Cursor, string])[]

const found = new WeakMap<Subject, Placed>()

/** Every dictionary of the file, direct ones included, with where it is: looked for once, for all rules that ask. */
export function dictionaries(subject: Subject): Placed {
  const all = found.get(subject) ?? findDictionaries(subject)
  found.set(subject, all)
  return all
}

function findDictionaries(subject: Subject): Placed {
  const walk = (value: Cursor, where: string, depth: number): readonly (readonly [Cursor, string])[] => {
    if (depth > 30 || (depth > 0 && value.number !== undefined)) return []
    const below = Array.isArray(value.value) ? value.items : value.entries.map(([, each]) => each)
    return [...(value.dict ? [[value, where] as const] : []), ...below.flatMap(each => walk(each, where, depth + 1))]
  }
  return [...subject.file.objects.keys()].flatMap(number =>
    walk(new Cursor(subject.file, { ref: number }), `object ${number}`, 0),
  )
}

/** What an element and all below it show, in reading order. */
export const shownBy = (element: Element, subject: Subject): readonly Painted[] =>
  contentBelow(element).flatMap(each => subject.content.get(contentKey(each.stream, each.mcid)) ?? [])

function readContentByKey(pages: readonly PageContent[]): ReadonlyMap<string, readonly Painted[]> {
  const byKey = new Map<string, Painted[]>()
  for (const each of pages.flatMap(page => page.painted)) {
    const mark = taggedMark(each.marks)
    if (mark?.mcid === undefined) continue
    const key = contentKey(mark.stream, mark.mcid)
    const list = byKey.get(key) ?? []
    byKey.set(key, list)
    list.push(each)
  }
  return byKey
}
