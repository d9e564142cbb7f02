/** Runs the operators of one content stream, and of the form XObjects it draws. */
import type { Content, Frame, Mark, Painted } from './content.ts'
import { Cursor } from './cursor.ts'
import { isOperator, Lexer } from './lexer.ts'
import { identity, type Matrix, matrixOf, multiply, point } from './matrix.ts'
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

const paints: Readonly<Record<string, readonly ('fill' | 'stroke')[]>> = {
  f: ['fill'],
  F: ['fill'],
  'f*': ['fill'],
  S: ['stroke'],
  s: ['stroke'],
  B: ['fill', 'stroke'],
  'B*': ['fill', 'stroke'],
  b: ['fill', 'stroke'],
  'b*': ['fill', 'stroke'],
}
const deviceOf: Readonly<Record<string, string>> = { g: 'DeviceGray', rg: 'DeviceRGB', k: 'DeviceCMYK' }
const others = new Set('w J j M d ri i m l c v y h re n W W* sc scn SC SCN Tc Tw Ts d0 d1 MP DP BX EX EI ID'.split(' '))

/** Where an image comes to lie. */
function unitSquare(matrix: Matrix): readonly [number, number, number, number] {
  const corners = [point(matrix, 0, 0), point(matrix, 1, 0), point(matrix, 0, 1), point(matrix, 1, 1)]
  const [across, up] = [corners.map(each => each[0]), corners.map(each => each[1])]
  return [Math.min(...across), Math.min(...up), Math.max(...across), Math.max(...up)]
}

class Machine {
  private readonly lexer: Lexer
  private readonly frame: Frame
  private readonly found: Collected
  private operands: PdfObject[] = []
  private state: State
  private readonly saved: State[] = []
  private readonly marks: Mark[]
  private line: Matrix = identity
  private text: Matrix = identity

  constructor(data: Uint8Array, frame: Frame, found: Collected) {
    this.lexer = new Lexer(data)
    this.frame = frame
    this.found = found
    this.marks = [...frame.marks]
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
    const painting = paints[operator]
    if (painting) this.paint('path', painting)
    else if (!this.graphics(operator) && !this.colour(operator) && !this.showing(operator) && !this.marking(operator))
      if (!others.has(operator)) this.fault(`operator ${operator} does not exist`)
  }

  private graphics(operator: string): boolean {
    if (operator === 'q') this.save()
    else if (operator === 'Q') this.state = this.saved.pop() ?? this.state
    else if (operator === 'cm') this.set({ matrix: multiply(this.matrixOperand, this.state.matrix) })
    else if (operator === 'gs') this.found.states.push(this.resource('ExtGState'))
    else if (operator === 'sh') this.paint('shading', [], { colours: [this.resource('Shading').get('ColorSpace')] })
    else if (operator === 'Do') this.draw(this.resource('XObject'))
    else if (operator === 'BI') this.inlineImage()
    else return false
    return true
  }

  private save(): void {
    this.saved.push(this.state)
    this.found.depth = Math.max(this.found.depth, this.saved.length)
  }

  private colour(operator: string): boolean {
    const which = operator === operator.toLowerCase() ? 'fill' : 'stroke'
    const device = deviceOf[operator.toLowerCase()]
    if (device) this.set({ [which]: device })
    else if (operator.toLowerCase() === 'cs') this.set({ [which]: this.space(this.nameAt(0)) })
    else return false
    return true
  }

  private space(key: string): Colour {
    return /^Device|^Pattern$/.test(key) ? key : this.resource('ColorSpace', key)
  }

  private showing(operator: string): boolean {
    if (operator === 'BT') this.line = this.text = identity
    else if (operator === 'ET') return true
    else if (operator === 'Tf') this.set({ font: this.resource('Font'), size: this.number(1) })
    else if (operator === 'Tr') this.set({ renderingMode: this.number(0) })
    else if (operator === 'TL') this.set({ leading: this.number(0) })
    else if (operator === 'Tz') this.set({ scale: this.number(0) / 100 })
    else if (operator === 'Tm') this.line = this.text = this.matrixOperand
    else if (operator === 'Td' || operator === 'TD') this.move(operator)
    else if (operator === 'T*') this.newLine()
    else if (operator === 'Tj' || operator === 'TJ') this.show(this.operands[0] ?? null)
    else if (operator === "'" || operator === '"') {
      this.newLine()
      this.show(this.operands.at(-1) ?? null)
    } else return false
    return true
  }

  private move(operator: string): void {
    if (operator === 'TD') this.set({ leading: -this.number(1) })
    this.line = this.text = multiply([1, 0, 0, 1, this.number(0), this.number(1)], this.line)
  }

  private newLine(): void {
    this.line = this.text = multiply([1, 0, 0, 1, 0, -this.state.leading], this.line)
  }

  private show(operand: PdfObject): void {
    const parts = Array.isArray(operand) ? operand : [operand]
    const bytes = parts.map(each => (isString(each) ? each.bytes : '')).join('')
    if (bytes === '') return
    const { font, size, renderingMode } = this.state
    const whole = multiply(this.text, this.state.matrix)
    const [x, y] = point(whole, 0, 0)
    const height = Math.hypot(whole[2], whole[3]) * size
    const painting = [0, 4].includes(renderingMode) ? (['fill'] as const) : (['fill', 'stroke'] as const)
    this.paint('text', renderingMode === 3 ? [] : painting, {
      text: { font, bytes, renderingMode, x, y, size: height },
    })
  }

  private paint(
    kind: Painted['kind'],
    with_: readonly ('fill' | 'stroke')[],
    more: Pick<Painted, 'text' | 'image' | 'box'> & { readonly colours?: readonly Cursor[] } = {},
  ): void {
    const used = with_.map(each => this.state[each])
    const colours = [...used.filter(each => typeof each !== 'string'), ...(more.colours ?? [])]
    const deviceColours = used.filter(each => typeof each === 'string').filter(each => each.startsWith('Device'))
    this.found.painted.push({
      kind,
      marks: [...this.marks],
      stream: this.frame.stream,
      ...more,
      colours,
      deviceColours,
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
      marks: [...this.marks],
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

  private marking(operator: string): boolean {
    if (operator === 'BDC' || operator === 'BMC') {
      const mark = this.mark()
      this.found.opened.push({ mark, around: [...this.marks], stream: this.frame.stream })
      this.marks.push(mark)
      return true
    }
    if (operator !== 'EMC') return false
    if (this.marks.length > this.frame.marks.length) this.marks.pop()
    else this.fault('EMC closes nothing')
    return true
  }

  private mark(): Mark {
    const operand = this.operands[1] ?? null
    const inline = new Cursor(this.frame.resources.file, isDict(operand) ? operand : null)
    const properties = isName(operand) ? this.resource('Properties', operand.name) : inline
    return { tag: this.nameAt(0), properties, mcid: properties.get('MCID').integer, stream: this.frame.stream }
  }
}
