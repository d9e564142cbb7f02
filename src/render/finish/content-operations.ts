/** A content stream, operator by operator (ISO 32000-1, 7.8.2), without a copy of what it says. */
import { unexpected } from './pdf-objects.ts'

/** One operator with its operands; the same object is handed out again for the next one. */
export class Operation {
  readonly #content: string
  operator = ''
  /** Of the first operand, or of the operator itself. */
  start = 0
  /** Just after the operator. */
  end = 0
  /** Where each operand starts and ends, in pairs. */
  readonly #operands: number[] = []

  constructor(content: string) {
    this.#content = content
  }

  get count(): number {
    return this.#operands.length / 2
  }

  raw(index: number): string {
    const start = this.#operands[2 * index]
    if (start === undefined) throw unexpected(`${this.operator} lacks an operand`)
    return this.#content.slice(start, this.#operands[2 * index + 1])
  }

  number(index: number): number {
    const value = Number(this.raw(index))
    if (Number.isNaN(value)) throw unexpected(`${this.operator} has ${this.raw(index)} for a number`)
    return value
  }

  /** Where each glyph of a show stands: four hexadecimal digits. */
  glyphs(): readonly { readonly hex: string; readonly start: number; readonly end: number }[] {
    const [from = 0, to = 0] = this.#operands
    const found: { hex: string; start: number; end: number }[] = []
    let isText = false
    for (let at = from; at < to; at += 1) {
      const code = this.#content.charCodeAt(at)
      if (code === less || code === greater) isText = code === less
      else if (isText) {
        found.push({ hex: this.#content.slice(at, at + 4), start: at, end: at + 4 })
        at += 3
      }
    }
    return found
  }

  /** Moves to the next operator after `from`; false at the end. */
  next(from: number): boolean {
    this.#operands.length = 0
    let at = skipSpace(this.#content, from)
    this.start = at
    while (at < this.#content.length) {
      const end = tokenEnd(this.#content, at)
      if (isOperator(this.#content.charCodeAt(at))) {
        this.operator = this.#content.slice(at, end)
        this.end = end
        return true
      }
      this.#operands.push(at, end)
      at = skipSpace(this.#content, end)
    }
    if (this.#operands.length > 0) throw unexpected('a content stream breaks off')
    return false
  }
}

export function eachOperation(content: string, visit: (operation: Operation) => void): void {
  const operation = new Operation(content)
  for (let at = 0; operation.next(at); at = operation.end) visit(operation)
}

const slash = 0x2f
const less = 0x3c
const greater = 0x3e
const open = 0x5b
const close = 0x5d
const parenthesis = 0x28

/** Letters, ' and ". */
const isOperator = (code: number): boolean =>
  (code >= 0x41 && code <= 0x7a && code !== open) || code === 0x27 || code === 0x22

const isSpace = (code: number): boolean => code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09

/** A space, a bracket or a slash. */
const endsWord = (code: number): boolean =>
  isSpace(code) || code === slash || code === less || code === greater || code === open || code === close

function skipSpace(content: string, from: number): number {
  let at = from
  while (at < content.length && isSpace(content.charCodeAt(at))) at += 1
  return at
}

function tokenEnd(content: string, start: number): number {
  const code = content.charCodeAt(start)
  if (code === less)
    return content.charCodeAt(start + 1) === less ? dictEnd(content, start) : after(content, '>', start)
  if (code === open) return after(content, ']', start)
  if (code === parenthesis) return literalEnd(content, start)
  if (code === 0x25 || code === greater || code === close) {
    throw unexpected(`a content stream holds ${content.slice(start, start + 12)}`)
  }
  let at = start + 1
  while (at < content.length && !endsWord(content.charCodeAt(at))) at += 1
  return at
}

function after(content: string, mark: string, start: number): number {
  const at = content.indexOf(mark, start)
  if (at < 0) throw unexpected('a content stream breaks off')
  return at + 1
}

/** Parentheses within are balanced, or escaped. */
function literalEnd(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at += 1) {
    const code = content.charCodeAt(at)
    if (code === 0x5c) at += 1
    else if (code === parenthesis) depth += 1
    else if (code === 0x29) depth -= 1
    if (depth === 0) return at + 1
  }
  throw unexpected('a content stream breaks off')
}

function dictEnd(content: string, start: number): number {
  let depth = 0
  for (let at = start; at < content.length; at += 1) {
    const code = content.charCodeAt(at)
    if (code === less && content.charCodeAt(at + 1) === less) {
      depth += 1
      at += 1
    } else if (code === parenthesis) {
      at = literalEnd(content, at) - 1
    } else if (code === less) {
      at = after(content, '>', at) - 1
    } else if (code === greater && content.charCodeAt(at + 1) === greater) {
      depth -= 1
      at += 1
      if (depth === 0) return at + 1
    }
  }
  throw unexpected('a content stream breaks off')
}
