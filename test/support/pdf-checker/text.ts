/** What a reader hears: the text of content and elements, with ActualText in place of what it replaces. */
import type { Mark, Painted } from './content.ts'
import { codesOf, type Font, readFont, textOfCode } from './fonts.ts'
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

/** Replaced text is told once, where what it replaces begins. */
export function runsOf(painted: readonly Painted[]): readonly Run[] {
  const told = new Set<Mark>()
  return painted.flatMap(each => {
    if (!each.text) return []
    const replaced = each.marks.findLast(mark => mark.properties.get('ActualText').isThere)
    if (!replaced) return [{ text: rawText(each), painted: each }]
    if (told.has(replaced)) return []
    told.add(replaced)
    return [{ text: replaced.properties.get('ActualText').text ?? '', painted: each }]
  })
}

export function rawText(painted: Painted): string {
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
