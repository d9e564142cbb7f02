/** Runs the operators of one content stream, and of the form XObjects it draws. */

import { Cursor } from './cursor.ts'
import { isOperator, Lexer } from './lexer.ts'
import { identity, type Matrix, matrixOf, moved, multiply, point, unitSquare } from './matrix.ts'
import type { Content, Frame, Mark, Painted } from './painted.ts'
import { isDict, isName, isString, type PdfObject } from './pdf-objects.ts'

interface State {
  readonly matrix: Matrix
  readonly fill: Colour
  readonly stroke: Colour
  readonly font: Cursor
  readonly size: number
  readonly renderingMode: number
  readonly leading: number
  readonly scale: number
}
/** A device space by name, or the object that defines another one. */
type Colour = string | Cursor

interface Collected {
  painted: Painted[]
  opened: { mark: Mark; around: readonly Mark[]; stream: number | undefined }[]
  states: Cursor[]
  forms: Cursor[]
  operators: Set<string>
  depth: number
  faults: string[]
}

export function runContent(data: Uint8Array, frame: Frame): Content {
  const found: Collected = {
    painted: [],
    opened: [],
    states: [],
    forms: [],
    operators: new Set(),
    depth: 0,
    faults: [],
  }
  new Machine(data, frame, found).run()
  return found
}

type Painting = readonly ('fill' | 'stroke')[]
const [filling, stroking, both]: readonly [Painting, Painting, Painting] = [['fill'], ['stroke'], ['fill', 'stroke']]
const paintings = [
  ...['f', 'F', 'f*'].map(operator => [operator, filling] as const),
  ...['S', 's'].map(operator => [operator, stroking] as const),
  ...['B', 'B*', 'b', 'b*'].map(operator => [operator, both] as const),
]
const devices = [
  ['g', 'DeviceGray'],
  ['rg', 'DeviceRGB'],
  ['k', 'DeviceCMYK'],
] as const
const others = new Set('w J j M d ri i m l c v y h re n W W* sc scn SC SCN Tc Tw Ts d0 d1 MP DP BX EX EI ID'.split(' '))

const bytesIn = (value: PdfObject): string => (isString(value) ? value.bytes : '')

class Machine {
  private readonly lexer: Lexer
  private readonly frame: Frame
  private readonly found: Collected
  private operands: PdfObject[] = []
  private state: State
  private readonly saved: State[] = []
  /** Never changed: what is painted keeps it. */
  private marks: readonly Mark[]
  private line: Matrix = identity
  private text: Matrix = identity

  constructor(data: Uint8Array, frame: Frame, found: Collected) {
    this.lexer = new Lexer(data)
    this.frame = frame
    this.found = found
    this.marks = frame.marks
    const font = new Cursor(frame.resources.file, null)
    const black = 'DeviceGray'
    this.state = {
      matrix: frame.matrix,
      fill: black,
      stroke: black,
      font,
      size: 0,
      renderingMode: 0,
      leading: 0,
      scale: 1,
    }
  }

  run(): void {
    for (let token = this.lexer.next(); token !== undefined; token = this.lexer.next()) {
      if (!isOperator(token)) {
        this.operands.push(token)
        continue
      }
      this.found.operators.add(token.operator)
      this.execute(token.operator)
      this.operands = []
    }
    const open = this.marks.length - this.frame.marks.length
    if (open > 0) this.fault(`${open} marked content sequences are never closed`)
  }

  private fault(message: string): void {
    this.found.faults.push(`${message} (stream of ${this.frame.stream ?? 'a direct object'})`)
  }

  private number(index: number): number {
    const value = this.operands[index]
    return typeof value === 'number' ? value : 0
  }
  private nameAt(index: number): string {
    const value = this.operands.at(index) ?? null
    return isName(value) ? value.name : ''
  }
  private get matrixOperand(): Matrix {
    return matrixOf(this.operands.map((_, index) => this.number(index)))
  }
  private resource(kind: string, key = this.nameAt(0)): Cursor {
    const found = this.frame.resources.get(kind).get(key)
    if (!found.isThere) this.fault(`resource ${kind}/${key} is missing`)
    return found
  }
  private set(change: Partial<State>): void {
    this.state = { ...this.state, ...change }
  }

  private execute(operator: string): void {
    const operate = Machine.operations.get(operator)
    if (operate) operate(this)
    else if (!others.has(operator)) this.fault(`operator ${operator} does not exist`)
  }

  /** By operator, since a page has some ten thousand. ISO 32000-1, table A.1. */
  private static readonly operations: ReadonlyMap<string, (on: Machine) => void> = new Map<
    string,
    (on: Machine) => void
  >([
    ['q', on => on.save()],
    ['Q', on => on.restore()],
    ['cm', on => on.set({ matrix: multiply(on.matrixOperand, on.state.matrix) })],
    ['gs', on => on.found.states.push(on.resource('ExtGState'))],
    ['sh', on => on.paint('shading', [], { colours: [on.resource('Shading').get('ColorSpace')] })],
    ['Do', on => on.draw(on.resource('XObject'))],
    ['BI', on => on.inlineImage()],
    ...paintings.map(([operator, used]) => [operator, (on: Machine) => on.paint('path', used)] as const),
    ...devices.flatMap(([operator, device]) => [
      [operator, (on: Machine) => on.set({ fill: device })] as const,
      [operator.toUpperCase(), (on: Machine) => on.set({ stroke: device })] as const,
    ]),
    ['cs', on => on.set({ fill: on.space(on.nameAt(0)) })],
    ['CS', on => on.set({ stroke: on.space(on.nameAt(0)) })],
    ['BT', on => on.at(identity)],
    ['ET', () => undefined],
    ['Tf', on => on.set({ font: on.resource('Font'), size: on.number(1) })],
    ['Tr', on => on.set({ renderingMode: on.number(0) })],
    ['TL', on => on.set({ leading: on.number(0) })],
    ['Tz', on => on.set({ scale: on.number(0) / 100 })],
    ['Tm', on => on.at(on.matrixOperand)],
    ['Td', on => on.move()],
    ['TD', on => on.moveLeading()],
    ['T*', on => on.newLine()],
    ['Tj', on => on.show(on.operands[0] ?? null)],
    ['TJ', on => on.show(on.operands[0] ?? null)],
    ["'", on => on.showNext()],
    ['"', on => on.showNext()],
    ['BDC', on => on.openMark()],
    ['BMC', on => on.openMark()],
    ['EMC', on => on.closeMark()],
  ])

  private save(): void {
    this.saved.push(this.state)
    this.found.depth = Math.max(this.found.depth, this.saved.length)
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  private space(key: string): Colour {
    return /^Device|^Pattern$/.test(key) ? key : this.resource('ColorSpace', key)
  }

  private at(matrix: Matrix): void {
    this.line = this.text = matrix
  }

  private move(): void {
    this.at(moved(this.line, this.number(0), this.number(1)))
  }

  private moveLeading(): void {
    this.set({ leading: -this.number(1) })
    this.move()
  }

  private newLine(): void {
    this.at(moved(this.line, 0, -this.state.leading))
  }

  private showNext(): void {
    this.newLine()
    this.show(this.operands.at(-1) ?? null)
  }

  private show(operand: PdfObject): void {
    const bytes = Array.isArray(operand) ? operand.map(bytesIn).join('') : bytesIn(operand)
    if (bytes === '') return
    const { font, size, renderingMode } = this.state
    const whole = multiply(this.text, this.state.matrix)
    const [x, y] = point(whole, 0, 0)
    const height = Math.hypot(whole[2], whole[3]) * size
    const painting = renderingMode === 0 || renderingMode === 4 ? filling : both
    this.paint('text', renderingMode === 3 ? [] : painting, {
      text: { font, bytes, renderingMode, x, y, size: height },
    })
  }

  private paint(
    kind: Painted['kind'],
    painting: Painting,
    more: Pick<Painted, 'text' | 'image' | 'box'> & { readonly colours?: readonly Cursor[] } = {},
  ): void {
    const used = painting.map(each => this.state[each])
    const spaces = used.filter(each => typeof each !== 'string')
    this.found.painted.push({
      kind,
      marks: this.marks,
      stream: this.frame.stream,
      text: more.text,
      image: more.image,
      box: more.box,
      colours: more.colours ? [...spaces, ...more.colours] : spaces,
      deviceColours: used.flatMap(each => (typeof each === 'string' && each.startsWith('Device') ? [each] : [])),
    })
  }

  private draw(object: Cursor): void {
    if (object.get('Subtype').name !== 'Form') {
      this.paint('image', object.get('ImageMask').isTrue ? ['fill'] : [], {
        image: object,
        box: unitSquare(this.state.matrix),
        colours: object.get('ImageMask').isTrue ? [] : [object.get('ColorSpace')],
      })
      return
    }
    this.found.forms.push(object)
    if (this.frame.depth > 20) return this.fault('forms are nested without end')
    const own = object.get('Resources')
    const frame: Frame = {
      resources: own.isThere ? own : this.frame.resources,
      stream: object.number,
      matrix: multiply(matrixOf(object.get('Matrix').numbers), this.state.matrix),
      marks: this.marks,
      depth: this.frame.depth + 1,
    }
    new Machine(object.data, frame, this.found).run()
  }

  /** Its data may look like anything, so the end is searched for. */
  private inlineImage(): void {
    const rest = this.lexer.bytes.toString('latin1', this.lexer.position)
    const end = /\sEI(?=\s|$)/.exec(rest)
    this.lexer.position += end ? end.index + end[0].length : rest.length
    this.paint('image', ['fill'])
  }

  private openMark(): void {
    const mark = this.mark()
    this.found.opened.push({ mark, around: this.marks, stream: this.frame.stream })
    this.marks = [...this.marks, mark]
  }

  private closeMark(): void {
    if (this.marks.length > this.frame.marks.length) this.marks = this.marks.slice(0, -1)
    else this.fault('EMC closes nothing')
  }

  private mark(): Mark {
    const operand = this.operands[1] ?? null
    const inline = new Cursor(this.frame.resources.file, isDict(operand) ? operand : null)
    const properties = isName(operand) ? this.resource('Properties', operand.name) : inline
    return {
      tag: this.nameAt(0),
      properties,
      mcid: properties.get('MCID').integer,
      replacement: properties.get('ActualText').text,
      stream: this.frame.stream,
    }
  }
}
