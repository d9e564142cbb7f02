/** Text objects: ISO 32000-1, 9.4. */
import { said } from '../../model/said.ts'
import type { Operation } from './content-operations.ts'
import { boxThrough, Extent, identity } from './geometry.ts'
import { unexpected } from './pdf-objects.ts'
import { isReplaced } from './scan-marks.ts'
import { type Handler, matrixOf, paint, type Scan, type TextObject } from './scan-state.ts'

const beginText: Handler = (scan, operation) => {
  if (scan.text) throw unexpected('a text stands in a text')
  const saidBefore = scan.sequence?.said.length ?? 0
  scan.text = { start: operation.start, saidBefore, extent: new Extent(), matrix: identity, x: 0, y: 0, shows: false }
  scan.hyphens.textBegins()
}

const endText: Handler = (scan, operation) => {
  const text = inText(scan, operation)
  if (scan.hyphens.textEnds()) scan.sequence?.said.splice(text.saidBefore)
  scan.text = undefined
  const { box } = text.extent
  if (!text.shows) return
  const scale = Math.hypot(scan.ctm[0], scan.ctm[1])
  paint(scan, { kind: 'text', start: text.start, end: operation.end, box: box && boxThrough(scan.ctm, box), scale })
}

function inText(scan: Scan, operation: Operation): TextObject {
  if (scan.text) return scan.text
  throw unexpected(`${operation.operator} stands outside a text`)
}

const setMatrix: Handler = (scan, operation) => {
  const text = inText(scan, operation)
  text.matrix = matrixOf(operation)
  text.x = text.matrix[4]
  text.y = text.matrix[5]
  scan.hyphens.moved()
}

const move: Handler = (scan, operation) => {
  const text = inText(scan, operation)
  const [x, y] = [operation.number(0), operation.number(1)]
  const [a, b, c, d] = text.matrix
  text.x += a * x + c * y
  text.y += b * x + d * y
  scan.hyphens.moved()
}

const setFont: Handler = (scan, operation) => {
  scan.font = { name: operation.raw(0).slice(1), size: operation.number(1) }
}

const show: Handler = (scan, operation) => {
  const text = inText(scan, operation)
  const hex = glyphsOf(operation)
  if (hex.includes('0000')) refuseNotdef(scan, hex)
  text.shows = true
  reach(text, scan.font.size, hex.length)
  scan.hyphens.shown({ font: scan.font.name, hex, start: operation.start, end: operation.end })
  if (isReplaced(scan)) scan.replaced.at(-1)?.runs.push({ font: scan.font.name, hex })
  else scan.sequence?.said.push(`/${scan.font.name} ${hex}`)
}

/** ISO 14289-1, 7.21.8 (Matterhorn 31-030); ISO 19005-3, 6.2.11.8: the empty box is never shown. */
function refuseNotdef(scan: Scan, hex: string): void {
  const codes: readonly string[] = hex.match(/.{4}/g) ?? []
  if (!codes.includes('0000') || scan.fonts(scan.font.name)('0000') !== '') return
  throw unexpected(
    'a character is in none of the fonts',
    said('Templates bring their fonts in fonts/; emoji are not among them.'),
  )
}

function glyphsOf(operation: Operation): string {
  const operand = operation.raw(0)
  if (operand.startsWith('<')) return operand.slice(1, -1)
  if (operand.startsWith('[')) return [...operand.matchAll(/<([^>]*)>/g)].map(([, glyphs]) => glyphs).join('')
  throw unexpected('a page writes glyphs as letters')
}

/** From a quarter below the line to its full height above; a glyph is taken to be half as wide as high. */
function reach({ extent, matrix: [a, b, c, d], x, y }: TextObject, size: number, digits: number): void {
  const width = (size * digits) / 8
  extent.reach(x - (c * size) / 4, y - (d * size) / 4)
  extent.reach(x + a * width + c * size, y + b * width + d * size)
}

export const textOperators: readonly (readonly [string, Handler])[] = [
  ['BT', beginText],
  ['ET', endText],
  ['Tm', setMatrix],
  ['Td', move],
  ['Tf', setFont],
  ['Tj', show],
  ['TJ', show],
]
