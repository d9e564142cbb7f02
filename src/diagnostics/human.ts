/**
 * For a person at a terminal: what is wrong, the line it stands on, how to mend it.
 *
 *   error[record/wrong-value] “workng” is not a value of “kind”.
 *     --> data/meetings/2022/x.yaml:4:7
 *      |
 *    4 | kind: workng
 *      |       ^^^^^^
 *     ::: data/meetings/2022/y.yaml:2:7 What stands there has to do with it.
 *      = hint: Did you mean “working”?
 */

import type { Diagnostic, Severity } from '../model/diagnostic.ts'
import { inEnglish, said, type Tell } from '../model/said.ts'
import { addressOf, type Located, located, type Passage } from './located.ts'
import { onOneLine, printable } from './printable.ts'
import { summaryOf } from './summary.ts'
import { cut, widthOf } from './width.ts'

export interface HumanOptions {
  readonly color: boolean
  readonly tell?: Tell
}

interface Look {
  readonly paint: Paint
  readonly tell: Tell
}

type Paint = (style: 'error' | 'warning' | 'strong' | 'frame' | 'hint', text: string) => string

const severities = { error: said('error'), warning: said('warning') }

const styles = { error: '1;31', warning: '1;33', strong: '1', frame: '34', hint: '36' } as const

const coloured: Paint = (style, text) => `\u001b[${styles[style]}m${text}\u001b[0m`
const plain: Paint = (_, text) => text

/** Ends with a summary line; nothing at all where there is nothing to tell. */
export function printHuman(diagnostics: readonly Diagnostic[], options: HumanOptions): string {
  if (diagnostics.length === 0) return ''
  const paint = options.color ? coloured : plain
  const { tell = inEnglish } = options
  const blocks = located(diagnostics).map(each => printOne(each, { paint, tell }))
  const worst: Severity = diagnostics.some(({ severity }) => severity === 'error') ? 'error' : 'warning'
  return `${blocks.join('\n')}\n${paint(worst, tell(summaryOf(diagnostics)))}\n`
}

export interface CodeExcerpt {
  readonly line: number
  readonly column: number
  /** The line up to the mistake, the mistake, and the rest of the line. */
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** What the frame shows, for a page that marks it in its own way: columns of a web page are not a terminal's. */
export function codeExcerpt(diagnostic: Diagnostic): CodeExcerpt | undefined {
  const passage = located([diagnostic])[0]?.passage
  if (!passage) return undefined
  const { line, column } = passage.start
  return { line, column, ...excerpt(passage.lines.textOf(line), passage) }
}

function printOne({ diagnostic, passage, beside }: Located, { paint, tell }: Look): string {
  const { severity, code, message, hints } = diagnostic
  const head = `${paint(severity, `${tell(severities[severity])}[${code}]`)} ${paint('strong', onOneLine(tell(message)))}`
  const gutter = ' '.repeat(Math.max(passage ? String(passage.start.line).length : 0, 3))
  const frame = passage ? frameOf(passage, gutter, { severity, paint }) : []
  const tips = hints.map(
    hint => `${gutter}  ${paint('frame', '=')} ${paint('hint', tell(said('hint:')))} ${onOneLine(tell(hint))}`,
  )
  const places = beside.map(
    each => `${gutter}${paint('frame', ':::')} ${onOneLine(addressOf(each.passage))} ${onOneLine(tell(each.message))}`,
  )
  return [head, ...frame, ...places, ...tips, ''].join('\n')
}

function frameOf(
  passage: Passage,
  gutter: string,
  { severity, paint }: { readonly severity: Severity; readonly paint: Paint },
): readonly string[] {
  const { start } = passage
  const where = `${gutter}${paint('frame', '-->')} ${onOneLine(addressOf(passage))}`
  const line = passage.lines.textOf(start.line)
  if (line === '') return [where]
  const number = String(start.line).padStart(gutter.length)
  const bar = paint('frame', '|')
  const { before, marked, after } = excerpt(line, passage)
  const marks = `${' '.repeat(widthOf(before))}${paint(severity, '^'.repeat(Math.max(widthOf(marked), 1)))}`
  return [
    where,
    `${gutter}  ${bar}`,
    `${paint('frame', number)}  ${bar} ${before}${marked}${after}`,
    `${gutter}  ${bar} ${marks}`,
  ]
}

const maxWidth = 160

/** The line with tabs as spaces; of a long line, the part around the mistake. */
function excerpt(line: string, { start, end }: Passage): { before: string; marked: string; after: string } {
  const from = start.column - 1
  const to = end.line > start.line ? line.length : end.column - 1
  const [before, marked, after] = [line.slice(0, from), line.slice(from, to), line.slice(to)].map(printable)
  const lead = cut(before ?? '', maxWidth / 2, 'end')
  const middle = cut(marked ?? '', maxWidth / 2, 'start')
  const rest = middle === marked ? cut(after ?? '', Math.max(maxWidth - widthOf(lead + middle), 1), 'start') : ''
  return { before: lead, marked: middle, after: rest }
}
