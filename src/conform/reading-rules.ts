/** What a search, a screen reader or a copied passage gets: words parted, characters that mean something. */

import type { Cursor } from './cursor.ts'
import { type Finding, finding, when } from './finding.ts'
import type { Painted } from './painted.ts'
import type { Element } from './structure-tree.ts'
import { contentKey, dictionaries, pageWhere, type Subject } from './subject.ts'
import { blockOf, type Run, rawText, runsOf } from './text.ts'

export const checkReading = (subject: Subject): readonly Finding[] => [
  ...characters(subject),
  ...blocks(subject).flatMap(([element, runs]) => glued(element, runs)),
  ...subject.pages.flatMap(page =>
    page.painted.flatMap((each, index) => parted(each, page.painted[index + 1], pageWhere(page))),
  ),
]

const textKeys = [
  'Alt',
  'ActualText',
  'E',
  'T',
  'Contents',
  'Desc',
  'Title',
  'Author',
  'Subject',
  'Keywords',
  'Creator',
  'Producer',
  'TU',
]

/** Texts of pages as they are shown, of dictionaries and of XMP. */
function texts(subject: Subject): readonly (readonly [string, string])[] {
  const shown = subject.pages.flatMap(page => page.painted.map(each => [`page ${page.number}`, rawText(each)] as const))
  const replaced = subject.pages.flatMap(page =>
    page.opened.map(({ mark }) => [`page ${page.number}`, mark.replacement ?? ''] as const),
  )
  const told = dictionaries(subject).flatMap(([each, where]) =>
    textKeys.map(key => [where, textIn(each, key)] as const),
  )
  const xmp = (subject.xmp?.properties ?? []).flatMap(each => [
    ['XMP', each.text] as const,
    ...each.items.map(item => ['XMP', item.text] as const),
  ])
  return [...shown, ...replaced, ...told, ...xmp].filter(([, text]) => text !== '')
}

/** Of a signature, Contents are no text but bytes (ISO 32000-1, 12.8.1). */
const textIn = (cursor: Cursor, key: string): string =>
  key === 'Contents' && cursor.get('ByteRange').isThere ? '' : (cursor.get(key).text ?? '')

function characters(subject: Subject): readonly Finding[] {
  const found = texts(subject).flatMap(([where, text]) => [
    ...when(text.includes('\u202f'), 'own readable-space', where, 'U+202F'),
    ...when(
      /[\p{Co}\ufffd]|(?![\t\n\r])\p{Cc}/u.test(text),
      'own private-characters',
      where,
      `in ${JSON.stringify(text.slice(0, 40))}`,
    ),
  ])
  return [...new Map(found.map(each => [`${each.rule} ${each.where} ${each.message}`, each])).values()]
}

/** Text by the block it stands in, in reading order. */
function blocks(subject: Subject): readonly (readonly [Element, readonly Run[]])[] {
  const byBlock = new Map<Element, Run[]>()
  for (const element of subject.structure.elements.flatMap(each => (each.parent ? [] : [each])))
    collect(element, subject, byBlock)
  return [...byBlock]
}

function collect(element: Element, subject: Subject, byBlock: Map<Element, Run[]>): void {
  for (const kid of element.kids) {
    if (kid.kind === 'element') collect(kid, subject, byBlock)
    if (kid.kind !== 'content') continue
    const block = blockOf(element) ?? element
    const runs = byBlock.get(block) ?? []
    byBlock.set(block, runs)
    runs.push(...runsOf(subject.content.get(contentKey(kid.stream, kid.mcid)) ?? []))
  }
}

/** A word that fills its whole line may be broken anywhere; any other line ends between words or after a hyphen. */
function glued(element: Element, runs: readonly Run[]): readonly Finding[] {
  let line = ''
  return runs.flatMap((run, index) => {
    const before = runs[index - 1]
    const ended = line
    const isNew = before !== undefined && isNextLine(before, run)
    line = isNew ? run.text : line + run.text
    if (!isNew || !/[\p{L}\p{N}.,;:!?)»”]$/u.test(ended) || !/^[\p{L}\p{N}(«“]/u.test(run.text)) return []
    const isLongWord = /^\S+$/.test(ended) && ended.length > 20
    const words = `${/\S*$/.exec(ended)?.[0]}${/^\S*/.exec(run.text)?.[0]}`
    return isLongWord ? [] : [finding('own glued-lines', element.where, `"${words}" were two words`)]
  })
}

/**
 * A mark stands over the middle of its letter and has no width. Where a text that replaces its glyphs ends with it, what
 * measures the page finds a gap before the next letter: замо́ к.
 */
function parted(mark: Painted, next: Painted | undefined, where: string): readonly Finding[] {
  const replacing = mark.marks.find(each => each.replacement !== undefined)
  if (!replacing || !mark.text || !next?.text || next.marks.includes(replacing)) return []
  const [shown, follows] = [rawText(mark), rawText(next)]
  const gap = next.text.x - mark.text.x
  const isOneLine = Math.abs(next.text.y - mark.text.y) < mark.text.size / 2
  const isOneWord = /\p{M}$/u.test(shown) && /^[\p{L}\p{M}\p{N}]/u.test(follows)
  const words = `${replacing.replacement} ${follows}`
  return when(isOneLine && isOneWord && gap > mark.text.size / 10, 'own whole-words', where, `"${words}" is one word`)
}

function isNextLine(before: Run, run: Run): boolean {
  const [first, second] = [before.painted.text, run.painted.text]
  if (!first || !second) return false
  return (
    before.painted.stream !== run.painted.stream ||
    Math.abs(first.y - second.y) > Math.max(first.size, second.size) * 0.7
  )
}
