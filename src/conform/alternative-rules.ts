/** What is not text has words in its place, and a figure says where it is. */

import { inherited } from './content.ts'
import { type Finding, finding, when } from './finding.ts'
import type { Painted } from './painted.ts'
import { attribute, contentBelow, type Element } from './structure-tree.ts'
import { type Subject, shownBy } from './subject.ts'
import { rawText } from './text.ts'

export function checkAlternatives(subject: Subject): readonly Finding[] {
  const { elements } = subject.structure
  const ids = elements.filter(each => each.standard === 'Note').map(each => each.cursor.get('ID').bytes)
  return elements.flatMap(element => {
    if (element.standard === 'Figure') return figure(element, subject)
    if (element.standard === 'Formula') return when(!hasWords(element), 'UA 7.7-1', element.where, 'no Alt')
    const id = element.cursor.get('ID').bytes
    const isSingle = Boolean(id) && ids.filter(each => each === id).length === 1
    return when(element.standard === 'Note' && !isSingle, 'UA 7.9-1', element.where, 'no ID of its own')
  })
}

export const checkReplacedSpaces = (subject: Subject): readonly Finding[] =>
  subject.pages.flatMap(page => page.painted.flatMap(each => replacedSpaces(each, `page ${page.number}`)))

const wordsOf = ({ cursor }: Element): string => cursor.get('Alt').text ?? cursor.get('ActualText').text ?? ''
const hasWords = (element: Element): boolean => wordsOf(element).trim() !== ''

function figure(element: Element, subject: Subject): readonly Finding[] {
  const alt = wordsOf(element).trim()
  const isEmptyTalk = /\.(jpe?g|png|webp|svg)$|^(image|photo|picture|фото|рисунок|изображение|rasm|расм)$/i.test(alt)
  return [
    ...when(alt === '', 'UA 7.3-1', element.where, 'no Alt'),
    ...when(isEmptyTalk, 'own alt-text', element.where, `"${alt}" tells nothing`),
    ...boundingBox(element, subject),
  ]
}

function boundingBox(element: Element, subject: Subject): readonly Finding[] {
  const [left = 0, bottom = 0, right = 0, top = 0, ...more] = attribute(element, 'Layout', 'BBox').numbers
  if (right <= left || top <= bottom || more.length > 0)
    return [finding('PDF 14.8.5.4-1', element.where, 'no bounding box with an area')]
  const stream = contentBelow(element)[0]?.stream
  const page = subject.pages.find(each => each.page.number === stream)
  if (!page) return []
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = inherited(page.page, 'MediaBox').numbers
  const isInside = left >= x0 - 1 && bottom >= y0 - 1 && right <= x1 + 1 && top <= y1 + 1
  const images = shownBy(element, subject).flatMap(each => (each.box ? [each.box] : []))
  const holds = images.every(([x2, y2, x3, y3]) => {
    const [x, y] = [(x2 + x3) / 2, (y2 + y3) / 2]
    return x > left && x < right && y > bottom && y < top
  })
  return when(!isInside || !holds, 'own figure-bbox', element.where, `the box ${[left, bottom, right, top].join(' ')}`)
}

/** A glyph of letters may not be read as a mere space, which would hide them. */
function replacedSpaces(painted: Painted, where: string): readonly Finding[] {
  const text = painted.marks.findLast(mark => mark.replacement !== undefined)?.replacement
  if (text === undefined || text.trim() !== '') return []
  const shown = rawText(painted)
  return when(/\p{L}/u.test(shown), 'own actual-text', where, `"${shown}" is read as ${JSON.stringify(text)}`)
}
