/** What a reader hears: the text of content and elements, with ActualText in place of what it replaces. */

import { codesOf, type Font, readFont, textOfCode } from './fonts.ts'
import type { Mark, Painted } from './painted.ts'
import type { Element } from './structure-tree.ts'
import { closest } from './structure-tree.ts'
import { type Subject, shownBy } from './subject.ts'

const known = new WeakMap<object, Font>()

function fontOf(painted: Painted): Font | undefined {
  const { font } = painted.text ?? {}
  if (!font?.dict) return undefined
  const read = known.get(font.dict) ?? readFont(font)
  known.set(font.dict, read)
  return read
}

export interface Run {
  readonly text: string
  readonly painted: Painted
}

/** Replaced text is told once, where what it replaces begins; of one in another the outer: ISO 32000-1, 14.9.4. */
export function runsOf(painted: readonly Painted[]): readonly Run[] {
  const told = new Set<Mark>()
  return painted.flatMap(each => {
    if (!each.text) return []
    const replaced = each.marks.find(mark => mark.replacement !== undefined)
    if (!replaced) return [{ text: rawText(each), painted: each }]
    if (told.has(replaced)) return []
    told.add(replaced)
    return [{ text: replaced.replacement ?? '', painted: each }]
  })
}

const raw = new WeakMap<Painted, string>()

/** Found once: many rules ask for it. */
export function rawText(painted: Painted): string {
  const text = raw.get(painted) ?? shownText(painted)
  raw.set(painted, text)
  return text
}

function shownText(painted: Painted): string {
  const font = fontOf(painted)
  if (!font || !painted.text) return ''
  return codesOf(font, painted.text.bytes)
    .map(code => textOfCode(font, code) ?? '')
    .join('')
}

export function textOf(element: Element, subject: Subject): string {
  const replaced = element.cursor.get('ActualText').text ?? element.cursor.get('Alt').text
  if (replaced !== undefined) return replaced
  return runsOf(shownBy(element, subject))
    .map(run => run.text)
    .join('')
}

/** Elements that make a block of text of their own: what stands in two of them is apart anyway. */
const blockTypes = 'P H H1 H2 H3 H4 H5 H6 Lbl LBody TH TD Caption TOCI Note Figure Formula BlockQuote'.split(' ')

export const blockOf = (element: Element): Element | undefined => closest(element, blockTypes)
