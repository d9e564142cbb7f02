/** A ToUnicode CMap: code -> text. */
import { isOperator, Lexer } from './lexer.ts'
import { isString, type PdfObject, utf16 } from './pdf-objects.ts'

export type CharacterMap = ReadonlyMap<number, string>

export function readCharacterMap(data: Uint8Array): CharacterMap {
  const map = new Map<number, string>()
  const lexer = new Lexer(data)
  let operands: PdfObject[] = []
  for (let token = lexer.next(); token !== undefined; token = lexer.next()) {
    if (!isOperator(token)) {
      operands.push(token)
      continue
    }
    if (token.operator === 'endbfchar') addPairs(map, operands)
    if (token.operator === 'endbfrange') addRanges(map, operands)
    operands = []
  }
  return map
}

function addPairs(map: Map<number, string>, operands: readonly PdfObject[]): void {
  for (let index = 0; index + 1 < operands.length; index += 2)
    map.set(codeOf(operands[index]), textOf(operands[index + 1]))
}

function addRanges(map: Map<number, string>, operands: readonly PdfObject[]): void {
  for (let index = 0; index + 2 < operands.length; index += 3) {
    const first = codeOf(operands[index])
    const target = operands[index + 2]
    for (let code = first; code <= codeOf(operands[index + 1]); code += 1) {
      map.set(code, Array.isArray(target) ? textOf(target[code - first]) : following(textOf(target), code - first))
    }
  }
}

const codeOf = (value: PdfObject | undefined): number =>
  value !== undefined && isString(value) ? parseInt(Buffer.from(value.bytes, 'latin1').toString('hex'), 16) : -1

const textOf = (value: PdfObject | undefined): string =>
  value !== undefined && isString(value) ? utf16(value.bytes) : ''

/** A range counts on in the last code unit. */
const following = (text: string, by: number): string =>
  text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + by)
