/**
 * Which slip made a file go wrong. What a parser says of it is often some lines further on, and of something else; so each
 * slip that a line may be is mended, and the text is judged again: the one that takes the mistake away is its cause, and its
 * hint is known to mend it. Then the next is looked for, in the mended text.
 */

import { type Diagnostic, errorAt, mendedBy } from '../../model/diagnostic.ts'
import { inEnglish } from '../../model/said.ts'
import type { SourceFile, Edit as TextEdit } from '../../model/source.ts'
import { parse } from '../parse.ts'
import { brackets } from './brackets.ts'
import { colons } from './colons.ts'
import { dashes } from './dashes.ts'
import { editsOf } from './fix.ts'
import { indents } from './indents.ts'
import { indexAt, isBlank, isComment, type Lines, linesOf } from './lines.ts'
import { pasted } from './pasted.ts'
import { quotes } from './quotes.ts'
import type { Edit, Finder, Slip } from './slip.ts'
import { spaces } from './spaces.ts'

/** What is wrong with a text. */
export interface Judged {
  readonly told: readonly Diagnostic[]
  /** Errors that are not told here: a mend that makes one is none. */
  readonly toldLater: readonly Diagnostic[]
}

export type Judge = (file: SourceFile) => Judged

/** In the order in which they are believed where they mend as much. */
const finders: readonly Finder[] = [pasted, spaces, colons, dashes, brackets, quotes, indents]

/** A file that is wrong from top to bottom is no record. */
const mostErrors = 200
const mostSlips = 12
const mostTries = 60
/** Characters that are judged for one slip: in a long file fewer mends are tried, the nearest first. */
const mostJudged = 1_000_000

/** The slips, and what is wrong besides; nothing where no slip is the cause of anything, or no text is to be read. */
export function findSlips(file: SourceFile, judge: Judge): readonly Diagnostic[] | undefined {
  let now = stateOf(file, judge)
  if (now.errors.length > mostErrors) return undefined
  if (now.errors.some(({ code }) => code === 'file/too-large' || code === 'yaml/too-deep')) return undefined
  const slips: Diagnostic[] = []
  const edits: Edit[] = []
  const back = (offset: number): number => edits.reduceRight(before, offset)
  // What is found behind a guess rests on it.
  let isSure = true
  const inFirstText = (fix: readonly TextEdit[], { text }: SourceFile): readonly TextEdit[] | undefined => {
    const moved = fix.map(each => ({ ...each, start: back(each.start), end: back(each.end) }))
    const isSame = moved.every((each, index) => {
      const { start = 0, end = 0 } = fix[index] ?? {}
      return file.text.slice(each.start, each.end) === text.slice(start, end)
    })
    return isSame ? moved : undefined
  }
  while (slips.length < mostSlips) {
    const next = mended(now, judge)
    if (!next) break
    const { code, at, message, hints } = next.slip
    isSure &&= next.isSure
    const fix = isSure ? inFirstText(editsOf(now.file.text, next.slip), now.file) : undefined
    slips.push(mendedBy(errorAt(code, { file, start: back(at[0]), end: back(at[1]) }, message, ...hints), fix))
    edits.push(next.slip.edit)
    now = next
  }
  if (slips.length === 0) return undefined
  // The next look at the mended file finds out what mends the rest.
  const rest = now.told.map((each): Diagnostic => {
    const { span, fix: _, ...words } = each
    return { ...words, ...(span && { span: { file, start: back(span.start), end: back(span.end) } }) }
  })
  return [...slips, ...rest]
}

interface State {
  readonly file: SourceFile
  readonly told: readonly Diagnostic[]
  readonly errors: readonly Diagnostic[]
}

function stateOf(file: SourceFile, judge: Judge): State {
  const { told, toldLater } = judge(file)
  return { file, told, errors: [...told, ...toldLater].filter(({ severity }) => severity === 'error') }
}

/** Where an offset of the mended text was before. */
function before(offset: number, { start, end, put }: Edit): number {
  if (offset <= start) return offset
  return offset >= start + put.length ? offset - put.length + end - start : Math.min(offset, end)
}

interface Mended extends State {
  readonly slip: Slip
  /** No other mend of those that were tried does as much and says something else. */
  readonly isSure: boolean
}

function mended(now: State, judge: Judge): Mended | undefined {
  const { text } = now.file
  let best: (State & { readonly slip: Slip }) | undefined
  let rivals: State[] = []
  const tries = Math.min(mostTries, Math.ceil(mostJudged / text.length))
  const all = candidates(linesOf(text), now.errors)
  for (const slip of all.slice(0, tries)) {
    const { start, end, put } = slip.edit
    const file = { path: now.file.path, text: text.slice(0, start) + put + text.slice(end) }
    const tried = { ...stateOf(file, judge), slip }
    if (!isBeyond(tried) || isExchange(tried, now)) continue
    if (isBetter(tried, best ?? now)) {
      best = tried
      rivals = []
    } else if (best && !isBetter(best, tried)) rivals.push(tried)
  }
  if (!best) return undefined
  const { slip } = best
  const isAlone = rivals.every(each => saysSame(each, best))
  return { ...best, isSure: !slip.isGuess && isAlone && (all.length <= tries || isAtError(slip, now)) }
}

/** As far as both are read: what comes after is looked at when that is mended. */
function saysSame(one: State, other: State): boolean {
  if (one.file.text === other.file.text) return true
  const [first, second] = [one, other].map(state => parse(asFarAsRead(state)).value)
  return first !== undefined && second !== undefined && JSON.stringify(first) === JSON.stringify(second)
}

function asFarAsRead({ file, errors }: State): SourceFile {
  const starts = errors.filter(isSyntax).map(({ span }) => span?.start ?? 0)
  if (starts.length === 0) return file
  return { path: file.path, text: file.text.slice(0, file.text.lastIndexOf('\n', Math.min(...starts) - 1) + 1) }
}

/** On the line of the first error, or beside it: then nothing that was not tried is nearer. */
function isAtError({ edit }: Slip, { file: { text }, errors }: State): boolean {
  const lines = linesOf(text)
  const first = Math.min(...errors.map(({ span }) => span?.start ?? 0))
  return Math.abs(indexAt(lines, edit.start) - indexAt(lines, first)) <= 1
}

/** Nearest to the first error first. */
function candidates(lines: Lines, errors: readonly Diagnostic[]): readonly Slip[] {
  const isUnread = errors.some(isSyntax)
  const near = new Set(
    errors.slice(0, isUnread ? 1 : undefined).flatMap(({ span }) => {
      const [first, last] = [indexAt(lines, span?.start ?? 0), indexAt(lines, span?.end ?? 0)]
      const around = Array.from({ length: Math.min(last - first, 8) + 4 }, (_, index) => first - 2 + index)
      // The parser points at what lies between two fields, and means the second.
      const next = lines.findIndex((line, index) => index > first && !isBlank(line) && !isComment(line))
      return next < 0 ? around : [...around, next]
    }),
  )
  const from = Math.max(...near)
  const all = isUnread ? lines.map((_, index) => index).filter(index => index <= from) : [...near]
  const inOrder = all.toSorted((a, b) => Math.abs(a - from + 2) - Math.abs(b - from + 2))
  return inOrder.flatMap(index =>
    finders.filter(find => near.has(index) || find !== indents).flatMap(find => find(lines, index)),
  )
}

/** What is read no further: after it there is more, of which nobody knows. */
const isSyntax = ({ code }: Diagnostic): boolean =>
  code === 'yaml/syntax' || code === 'yaml/tab' || code === 'yaml/space' || code === 'yaml/alias'

/** A mend takes its own line out of the trouble. */
function isBeyond({ file, errors, slip: { edit } }: State & { readonly slip: Slip }): boolean {
  const lineEnd = file.text.indexOf('\n', edit.start + edit.put.length)
  return errors.every(error => !isSyntax(error) || (lineEnd >= 0 && (error.span?.start ?? 0) > lineEnd))
}

const nameOf = ({ code, message }: Diagnostic): string => `${code} ${inEnglish(message)}`

/** One mistake in place of another mends nothing. Behind an error of syntax nobody knows what there was. */
function isExchange(tried: State, now: State): boolean {
  const known = new Set(now.errors.map(nameOf))
  return !now.errors.some(isSyntax) && tried.errors.some(each => !known.has(nameOf(each)))
}

function isBetter(one: State, other: State): boolean {
  const [mine, theirs] = [unread(one), unread(other)]
  return mine < theirs || (mine === theirs && one.errors.length < other.errors.length)
}

/** How much of the text lies behind the first error of syntax. */
function unread({ file, errors }: State): number {
  const starts = errors.filter(isSyntax).map(({ span }) => span?.start ?? 0)
  return starts.length === 0 ? 0 : file.text.length - Math.min(...starts)
}
