/** Diagnostics in the order in which they print, with lines and columns for their offsets. */
import { type Diagnostic, inOrder } from '../model/diagnostic.ts'
import { type Lines, linesOf } from '../model/lines.ts'
import type { Said, Tell } from '../model/said.ts'
import type { Position, SourceFile, Span } from '../model/source.ts'

export interface Passage {
  readonly file: SourceFile
  readonly start: Position
  /** Exclusive. */
  readonly end: Position
  readonly lines: Lines
}
export interface Located {
  readonly diagnostic: Diagnostic
  readonly passage?: Passage
  readonly beside: readonly Beside[]
}
/** Another place that has to do with it. */
export interface Beside {
  readonly passage: Passage
  readonly message: Said
}

/** Each file is cut into lines once, however many diagnostics it has. */
export function located(diagnostics: readonly Diagnostic[]): readonly Located[] {
  const known = new Map<SourceFile, Lines>()
  const passageOf = ({ file, start, end }: Span): Passage => {
    const lines = known.get(file) ?? linesOf(file.text)
    known.set(file, lines)
    return { file, start: lines.positionAt(start), end: lines.positionAt(end), lines }
  }
  return inOrder(diagnostics).map(diagnostic => {
    const { span, related = [] } = diagnostic
    const beside = related.map(each => ({ passage: passageOf(each.span), message: each.message }))
    return span ? { diagnostic, passage: passageOf(span), beside } : { diagnostic, beside }
  })
}

/** As editors and terminals write a place. */
export const addressOf = ({ file, start }: Passage, folder = ''): string =>
  `${folder}${file.path}:${start.line}:${start.column}`

/** All that it says, a line each: the message, the other places, how to mend it. */
export function textOf({ diagnostic, beside }: Located, folder: string, tell: Tell): string {
  const places = beside.map(each => `${addressOf(each.passage, folder)}: ${tell(each.message)}`)
  return [tell(diagnostic.message), ...places, ...diagnostic.hints.map(tell)].join('\n')
}
