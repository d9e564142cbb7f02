/**
 * A WORD IS READ AS ONE: ISO 32000-1, 14.9.4. A stress mark is painted in the middle of its letter and has no width, so
 * that to a program which measures the word ends there: замо́ к. The text is told of the whole word instead.
 *
 *   [з] [а] [м] (о́ [о] [mark]) [к]   ->   (замо́к [з] [а] [м] [о] [mark] [к])
 *
 * Where another font goes on with the word, no text can be told of the whole: each glyph says its own, and the programs put
 * a mark over the letter before it.
 *
 * A word that is written from right to left is told as a whole already (`reading-order.ts`).
 *
 * What no program should see at all, the blank glyph that stands for a variation selector, goes.
 */
import { eachOperation, type Operation } from './content-operations.ts'
import { type Edit, edited } from './page-content.ts'
import { decoded } from './scan-marks.ts'

interface Range {
  readonly start: number
  readonly end: number
}

interface Glyph extends Range {
  readonly text: string
  readonly show: Range & { readonly operator: string }
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly span: Span | undefined
}

interface Span extends Range {
  readonly text: string
  readonly glyphs: Glyph[]
  ended: Range | undefined
}

type Fonts = (font: string) => (hex: string) => string

export function wholeWords(content: string, fonts: Fonts): string {
  if (!content.includes('/ActualText')) return content
  const reader = new Words(fonts)
  eachOperation(content, operation => reader.read(operation))
  reader.finish()
  return edited(content, reader.edits)
}

class Words {
  readonly edits: Edit[] = []
  readonly #fonts: Fonts
  #font: (hex: string) => string = () => ''
  #word: Glyph[] = []
  #span: Span | undefined
  /** Marks that are open around what is told as a whole already. */
  #settled = 0
  /** The matrix of the line, as written. */
  #line = ''
  /** Ends with a mark; whether its word goes on in another font is not known yet. */
  #pending: { readonly word: readonly Glyph[]; readonly line: string } | undefined

  constructor(fonts: Fonts) {
    this.#fonts = fonts
  }

  read(operation: Operation): void {
    const { operator } = operation
    if (this.#settled > 0) this.#pass(operator)
    else if (operator === 'Tj' || operator === 'TJ') this.#show(operation)
    else if (operator === 'Tf') this.#setFont(operation)
    else if (operator === 'BDC') this.#open(operation)
    else if (operator === 'EMC') this.#close(operation)
    else if (operator === 'BT' || operator === 'ET') this.#end()
    else if (operator === 'Tm') this.#move(operation)
  }

  #pass(operator: string): void {
    if (operator === 'BDC') this.#settled += 1
    else if (operator === 'EMC') this.#settled -= 1
  }

  finish(): void {
    this.#end()
    this.#settle(false)
  }

  #move(operation: Operation): void {
    this.#end()
    this.#line = Array.from({ length: operation.count }, (_, index) => operation.raw(index)).join(' ')
  }

  #setFont(operation: Operation): void {
    this.#end()
    this.#font = this.#fonts(operation.raw(0).slice(1))
  }

  #open(operation: Operation): void {
    const actual = /\/ActualText\s*(<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\[\s\S])*\))/.exec(operation.raw(1))?.[1]
    if (actual === undefined) return this.#end()
    if (this.#span) return this.#openSettled()
    const { start, end } = operation
    this.#span = { text: decoded(actual), glyphs: [], start, end, ended: undefined }
  }

  /** One text in another: a word that is told already. */
  #openSettled(): void {
    this.#span = undefined
    this.#settled = 2
    this.#endAtSpace()
  }

  #close({ start, end }: Operation): void {
    if (!this.#span) return this.#end()
    this.#span.ended = { start, end }
    this.#span = undefined
  }

  #show(operation: Operation): void {
    const { start, end, operator } = operation
    const show = { start, end, operator }
    const glyphs = operation.glyphs().map((at, index, all): Glyph => {
      const isFirst = index === 0
      const isLast = index === all.length - 1
      return { ...at, text: this.#font(at.hex), show, isFirst, isLast, span: this.#span }
    })
    for (const glyph of glyphs) this.#add(glyph)
  }

  #add(glyph: Glyph): void {
    const { span, text } = glyph
    span?.glyphs.push(glyph)
    if (span && text.trim() === '' && span.glyphs.length > 1 && !/\s/.test(span.text)) this.#leaveOut(glyph)
    else if (text.trim() === '') this.#endAtSpace()
    else {
      if (this.#word.length === 0) this.#settle(true)
      this.#word.push(glyph)
    }
  }

  #leaveOut({ show, isFirst, isLast }: Glyph): void {
    if (isFirst && isLast) this.edits.push({ from: show.start, to: show.end, text: '' })
  }

  #endAtSpace(): void {
    this.#end()
    this.#settle(false)
  }

  #end(): void {
    const word = this.#word
    this.#word = []
    if (word.length === 0) return
    this.#pending = { word, line: this.#line }
  }

  /** @param goesOn in another font, right after the mark */
  #settle(goesOn: boolean): void {
    const { word = [], line = '' } = this.#pending ?? {}
    this.#pending = undefined
    const [first, last] = [word[0], word.at(-1)]
    if (!first || !last || !isWhole(word)) return
    const spans = [...new Set(word.flatMap(({ span }) => span ?? []))]
    if (goesOn && line === this.#line && isMark(last.text) && spans.every(saysItself)) this.#dissolve(spans)
    else if (isBroken(word)) {
      this.#dissolve(spans)
      this.edits.push(opening(first, textOf(word)), closing(last))
    }
  }

  #dissolve(spans: readonly Span[]): void {
    for (const { start, end, ended } of spans) {
      this.edits.push({ from: start, to: end, text: '' })
      if (ended) this.edits.push({ from: ended.start, to: ended.end, text: '' })
    }
  }
}

const isMark = (text: string): boolean => /\p{M}$/u.test(text)

/** Each replaced text lies in the word, and none is a hyphen's. */
const isWhole = (word: readonly Glyph[]): boolean =>
  word.every(({ span }) => span === undefined || (span.ended !== undefined && span.text !== '\u00ad'))

/** A mark is followed by more of its word. */
const isBroken = (word: readonly Glyph[]): boolean =>
  word.some(({ span, text }, index) => span && isMark(text) && word[index + 1] && word[index + 1]?.span !== span)

const saysItself = ({ glyphs, text }: Span): boolean =>
  glyphs
    .map(glyph => glyph.text)
    .join('')
    .normalize('NFC') === text.normalize('NFC')

function textOf(word: readonly Glyph[]): string {
  const told = new Set<Span>()
  return word
    .map(({ span, text }) => {
      if (!span) return text
      if (told.has(span)) return ''
      told.add(span)
      return span.text
    })
    .join('')
}

/** Where a show holds letters of two words, it becomes two. */
function opening({ show, start, isFirst }: Glyph, text: string): Edit {
  const mark = `/Span <</ActualText <FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>>>BDC\n`
  if (isFirst) return { from: show.start, to: show.start, text: mark }
  return { from: start, to: start, text: show.operator === 'TJ' ? `>] TJ\n${mark}[<` : `> Tj\n${mark}<` }
}

function closing({ show, end, isLast }: Glyph): Edit {
  if (isLast) return { from: show.end, to: show.end, text: '\nEMC' }
  return { from: end, to: end, text: show.operator === 'TJ' ? '>] TJ\nEMC\n[<' : '> Tj\nEMC\n<' }
}
