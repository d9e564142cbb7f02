/** Bytes -> PDF objects and operators: the one grammar of files, object streams, content streams and CMaps. */
import type { PdfDict, PdfObject } from './pdf-objects.ts'

export interface Operator {
  readonly operator: string
}
export type Token = PdfObject | Operator | undefined
/** The end of an array or of a dictionary, met while one is read. */
const closeArray: Operator = { operator: ']' }
const closeDict: Operator = { operator: '>>' }

const bytesOf = (characters: string): ReadonlySet<number> => new Set(Buffer.from(characters, 'latin1'))
/** By byte: 1 is a space, 2 a delimiter, 0 a regular character. A table, because a page asks some hundred thousand times. */
const [spaces, delimiters] = [bytesOf(' \n\r\t\f\0'), bytesOf('()<>[]{}/%')]
const classes = Uint8Array.from({ length: 256 }, (_, byte) => (spaces.has(byte) ? 1 : delimiters.has(byte) ? 2 : 0))
const isSpace = (byte: number): boolean => classes[byte] === 1
const isRegular = (byte: number): boolean => classes[byte] === 0

export const isOperator = (token: Token): token is Operator =>
  typeof token === 'object' && token !== null && 'operator' in token

export class Lexer {
  position: number
  readonly bytes: Buffer
  /** Content streams have no references: there `1 0 R` would be three operands. */
  private readonly hasRefs: boolean

  constructor(bytes: Uint8Array, options: { readonly at?: number; readonly hasRefs?: boolean } = {}) {
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.position = options.at ?? 0
    this.hasRefs = options.hasRefs ?? false
  }

  /** An operand, an operator, or undefined at the end. */
  next(): Token {
    this.skipSpace()
    const byte = this.bytes[this.position]
    if (byte === undefined) return undefined
    if (isRegular(byte)) return this.readWord()
    const char = String.fromCharCode(byte)
    if (char === '/') return { name: this.readName() }
    if (char === '(') return { bytes: this.readLiteral() }
    if (char === '[') return this.readArray()
    if (char === ']') return this.step(1, closeArray)
    if (char === '<') return this.bytes[this.position + 1] === byte ? this.readDict() : { bytes: this.readHex() }
    if (char === '>' && this.bytes[this.position + 1] === byte) return this.step(2, closeDict)
    return this.step(1, { operator: char })
  }

  /** An object, where nothing else may stand. */
  object(): PdfObject {
    const token = this.next()
    if (token === undefined || isOperator(token)) throw new Error(`no object at byte ${this.position}`)
    return token
  }

  skipSpace(): void {
    for (let byte = this.bytes[this.position]; byte !== undefined; byte = this.bytes[this.position]) {
      if (byte === 37) this.skipComment()
      else if (isSpace(byte)) this.position += 1
      else return
    }
  }

  private skipComment(): void {
    while (this.position < this.bytes.length && !isLineEnd(this.bytes[this.position])) this.position += 1
  }

  private step(length: number, token: Operator): Operator {
    this.position += length
    return token
  }

  private slice(start: number, end: number): string {
    return this.bytes.toString('latin1', start, end)
  }

  private take(isWanted: (byte: number) => boolean): string {
    const { bytes, position } = this
    let end = position
    while (end < bytes.length && isWanted(bytes[end] ?? 0)) end += 1
    this.position = end
    return end - position < 12 ? shortText(bytes, position, end) : this.slice(position, end)
  }

  private readName(): string {
    this.position += 1
    const written = this.take(isRegular)
    if (!written.includes('#')) return written
    return written.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  }

  private readWord(): Token {
    const first = this.bytes[this.position] ?? 0
    const word = this.take(isRegular)
    // Digits, signs and the point lie below the letters.
    if (first < 58 && /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word))
      return this.hasRefs ? this.numberOrRef(word) : Number(word)
    if (word === 'true') return true
    if (word === 'false') return false
    return word === 'null' ? null : { operator: word }
  }

  private numberOrRef(word: string): PdfObject {
    if (!/^\d+$/.test(word)) return Number(word)
    const rest = this.slice(this.position, this.position + 16)
    const match = /^\s+(\d+)\s+R(?![^\s()<>[\]{}/%])/.exec(rest)
    if (!match) return Number(word)
    this.position += match[0].length
    return { ref: Number(word) }
  }

  private readArray(): PdfObject[] {
    this.position += 1
    const items: PdfObject[] = []
    for (;;) {
      const token = this.next()
      if (token === closeArray || token === undefined) return items
      if (!isOperator(token)) items.push(token)
    }
  }

  private readDict(): PdfDict {
    this.position += 2
    const entries: PdfDict = new Map()
    for (;;) {
      const key = this.next()
      if (key === closeDict || key === undefined) return entries
      if (isOperator(key) || typeof key !== 'object' || key === null || !('name' in key)) continue
      const value = this.next()
      if (value === closeDict || value === undefined) return entries
      if (!isOperator(value)) entries.set(key.name, value)
    }
  }

  private readHex(): string {
    const digits = this.take(byte => byte !== 62).replace(/[^0-9a-f]/gi, '')
    this.position += 1
    if (digits.length === 4) return String.fromCharCode(parseInt(digits.slice(0, 2), 16), parseInt(digits.slice(2), 16))
    return Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1')
  }

  private readLiteral(): string {
    let read = ''
    let depth = 1
    let from = this.position + 1
    for (this.position = from; this.position < this.bytes.length; this.position += 1) {
      const byte = this.bytes[this.position]
      if (byte === backslash) {
        read += this.slice(from, this.position) + this.readEscape()
        from = this.position + 1
      }
      if (byte === opening) depth += 1
      if (byte === closing) depth -= 1
      if (depth === 0) break
    }
    read += this.slice(from, this.position)
    this.position += 1
    return read
  }

  /** Leaves the position on the escape's last byte. */
  private readEscape(): string {
    const rest = this.slice(this.position + 1, this.position + 4)
    const octal = /^[0-7]{1,3}/.exec(rest)?.[0]
    if (octal) {
      this.position += octal.length
      return String.fromCharCode(parseInt(octal, 8) & 255)
    }
    const isPair = rest.startsWith('\r\n')
    this.position += isPair ? 2 : 1
    const char = rest[0] ?? ''
    return escapes[char] ?? char
  }
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
}

/** Most words have a few letters, for which asking the buffer costs more than the letters. */
function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = ''
  for (let at = start; at < end; at += 1) text += String.fromCharCode(bytes[at] ?? 0)
  return text
}

const [backslash, opening, closing] = Buffer.from('\\()')

const isLineEnd = (byte: number | undefined): boolean => byte === 10 || byte === 13
