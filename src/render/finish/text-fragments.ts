/**
 * Text as Skia paints it, read in pieces: a fragment is what has one direction on one line, painted from left to right
 * whatever it says, in several text objects where it takes several fonts. What is written from right to left is marked:
 *
 *   BT /ReversedChars BMC /F5 18 Tf 1 0 0 -1 529 122 Tm  105 -10 Td <dot> Tj  -4 10 Td <letter> Tj … EMC ET
 */
import { eachOperation, type Operation } from './content-operations.ts'
import { unexpected } from './pdf-objects.ts'
import { decoded } from './scan-marks.ts'

/** One show of glyphs, with where it stands on the page. */
export interface Show {
  /** As written: `/F5 18.66 Tf`. */
  readonly font: string
  readonly glyphs: string
  /** What its glyphs mean by themselves, in the order of the text. */
  readonly said: string
  readonly x: number
  readonly y: number
}

/** What is read as one: a letter with its dots and marks. */
export interface Cluster {
  readonly text: string
  readonly shows: Show[]
}

export interface Fragment {
  /** The first four numbers of its matrix, as written. */
  readonly turn: string
  /** Where its line stands. */
  readonly line: number
  readonly objects: { readonly start: number; readonly end: number }[]
  readonly clusters: Cluster[]
  isReversed: boolean
}

type Fonts = (font: string) => (hex: string) => string

/** Text objects of which one follows right upon the other, each group in the order in which it is painted. */
export function eachGroup(content: string, fonts: Fonts, visit: (group: readonly Fragment[]) => void): void {
  const reader = new Groups(fonts, visit)
  eachOperation(content, operation => reader.read(operation))
  reader.endGroup()
}

class Groups {
  readonly #fonts: Fonts
  readonly #visit: (group: readonly Fragment[]) => void
  #group: Fragment[] = []
  /** The matrix that began the last fragment, as written. */
  #began = ''
  #object: TextObject | undefined

  constructor(fonts: Fonts, visit: (group: readonly Fragment[]) => void) {
    this.#fonts = fonts
    this.#visit = visit
  }

  read(operation: Operation): void {
    const { operator } = operation
    if (operator === 'BT') this.#object = new TextObject(operation.start, this.#fonts)
    else if (!this.#object) this.endGroup()
    else if (operator !== 'ET') this.#object.read(operation)
    else {
      this.#add(this.#object, operation.end)
      this.#object = undefined
    }
  }

  #add({ start, matrix, clusters, isReversed }: TextObject, end: number): void {
    const began = matrix.join(' ')
    const last = began === this.#began ? this.#group.at(-1) : undefined
    const turn = matrix.slice(0, 4).join(' ')
    const fragment = last ?? { turn, line: matrix[5] ?? 0, objects: [], clusters: [], isReversed }
    fragment.objects.push({ start, end })
    fragment.clusters.push(...clusters)
    fragment.isReversed ||= isReversed
    if (!last) this.#group.push(fragment)
    this.#began = began
  }

  endGroup(): void {
    if (this.#group.length > 0) this.#visit(this.#group)
    this.#group = []
    this.#began = ''
  }
}

class TextObject {
  readonly start: number
  readonly clusters: Cluster[] = []
  isReversed = false
  matrix: readonly number[] = []
  readonly #fonts: Fonts
  readonly #marks: ('reversed' | 'replaced')[] = []
  #font: readonly [name: string, size: string] = ['', '']
  #replaced: Cluster | undefined
  #x = 0
  #y = 0

  constructor(start: number, fonts: Fonts) {
    this.start = start
    this.#fonts = fonts
  }

  read(operation: Operation): void {
    const step = steps[operation.operator]
    if (!step) throw unexpected(`a text uses the operator ${operation.operator}`)
    step(this, operation)
  }

  place(operation: Operation): void {
    if (this.matrix.length > 0) throw unexpected('a text has two places')
    this.matrix = [0, 1, 2, 3, 4, 5].map(at => operation.number(at))
    this.#x = operation.number(4)
    this.#y = operation.number(5)
  }

  move(operation: Operation): void {
    const [x, y] = [operation.number(0), operation.number(1)]
    const [a = 1, b = 0, c = 0, d = 1] = this.matrix
    this.#x += a * x + c * y
    this.#y += b * x + d * y
  }

  choose(operation: Operation): void {
    this.#font = [operation.raw(0).slice(1), operation.raw(1)]
  }

  begin(operation: Operation): void {
    const isReversed = operation.operator === 'BMC'
    this.#marks.push(isReversed ? 'reversed' : 'replaced')
    this.isReversed ||= isReversed
    const actual = /\/ActualText\s*(<[0-9A-Fa-f\s]*>|\((?:[^\\()]|\\[\s\S])*\))/.exec(
      operation.raw(isReversed ? 0 : 1),
    )?.[1]
    if (isReversed) return
    if (actual === undefined) throw unexpected('a text holds a mark that tells nothing')
    this.#replaced = { text: decoded(actual), shows: [] }
    this.clusters.push(this.#replaced)
  }

  end(): void {
    if (this.#marks.pop() === 'replaced') this.#replaced = undefined
  }

  show(operation: Operation): void {
    const [font, size] = this.#font
    const glyphs = `${operation.raw(0)} ${operation.operator}`
    const said = this.#said(operation, font)
    const show = { font: `/${font} ${size} Tf`, glyphs, said, x: this.#x, y: this.#y }
    if (this.#replaced) this.#replaced.shows.push(show)
    else this.clusters.push({ text: said, shows: [show] })
  }

  #said(operation: Operation, font: string): string {
    const said = operation.glyphs().map(({ hex }) => this.#fonts(font)(hex))
    return (this.#marks.includes('reversed') ? said.toReversed() : said).join('')
  }
}

type Step = (text: TextObject, operation: Operation) => void
const steps: { readonly [operator: string]: Step } = {
  Tm: (text, operation) => text.place(operation),
  Td: (text, operation) => text.move(operation),
  Tf: (text, operation) => text.choose(operation),
  BMC: (text, operation) => text.begin(operation),
  BDC: (text, operation) => text.begin(operation),
  EMC: text => text.end(),
  Tj: (text, operation) => text.show(operation),
  TJ: (text, operation) => text.show(operation),
}
