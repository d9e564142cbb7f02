/**
 * Texts that YAML read otherwise than their author meant, though nothing is wrong with them as YAML: a comment cuts them
 * off, or their lines are joined where a list or a table has one entry a line. What counts is the text as it was typed.
 */

import { spanIn } from '../model/dataset.ts'
import { type Diagnostic, errorAt, mendedBy, warningAt } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import type { Span } from '../model/source.ts'
import type { Draft } from './draft.ts'
import type { SchemaFacts } from './mistake.ts'
import { pointerTo } from './pointer.ts'
import { mayHoldRemark, quoted } from './quoted.ts'

/** @param schema says which fields are words, and which are ids, days and codes, beside which a comment is one. */
export function checkWords({ data, origin }: Draft, schema: SchemaFacts): readonly Diagnostic[] {
  return textsIn(data, { pointer: '', schema }).flatMap(({ pointer, isFree }) => {
    const span = spanIn(origin, pointer)
    return [...commentAfter(span, isFree), ...foldedIn(span)]
  })
}

interface Found {
  readonly pointer: string
  /** Words, in no prescribed form. */
  readonly isFree: boolean
}

interface At {
  readonly pointer: string
  readonly schema: SchemaFacts | undefined
}

function textsIn(value: unknown, { pointer, schema }: At): readonly Found[] {
  if (typeof value === 'string') return [{ pointer, isFree: isFree(schema) || value.includes(' ') }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    textsIn(inner, { pointer: pointer + pointerTo(name), schema: schemaWithin(schema, name) }),
  )
}

const isFree = (schema: SchemaFacts | undefined): boolean =>
  schema !== undefined && !schema.pattern && !schema.format && !schema.enum

function schemaWithin(schema: SchemaFacts | undefined, name: string): SchemaFacts | undefined {
  const { properties = {}, patternProperties = {}, additionalProperties: others, items } = schema ?? {}
  if (items) return items
  if (Object.hasOwn(properties, name)) return properties[name]
  return Object.values(patternProperties)[0] ?? (typeof others === 'object' && others !== null ? others : undefined)
}

/** Beside a text in quotes, or one on lines of its own, a comment cuts nothing off. */
function commentAfter({ file, start, end }: Span, isFreeText: boolean): readonly Diagnostic[] {
  if (!isFreeText || /["'|>]/.test(file.text.charAt(start))) return []
  const [, space = '', comment = ''] = /^([ \t]+)(#[^\r\n]*)/.exec(file.text.slice(end, end + 1000)) ?? []
  if (comment === '') return []
  const at = end + space.length
  const message = said('The text ends before “{text}”: YAML takes what follows “#” for a comment.', {
    text: comment.slice(0, 40).trimEnd(),
  })
  const whole = quoted(`${file.text.slice(start, end)}${space}${comment}`)
  const hint = said('If it belongs to the text, put the whole in quotes: {whole}.', { whole })
  const other = said('If it is a comment, give it a line of its own above.')
  const span = { file, start: at, end: at + comment.trimEnd().length }
  const fix = { start, end: span.end, text: whole }
  return [mendedBy(errorAt('yaml/swallowed', span, message, hint, other), mayHoldRemark(comment) ? undefined : [fix])]
}

type Line = { readonly start: number; readonly text: string; readonly indent: number }

/** Signs that make a line what it is, and mean nothing inside one. */
const markers: readonly (readonly [sign: RegExp, begins: string])[] = [
  [/^[-*+]\s+\S/, 'list'],
  [/^\d{1,3}[.)]\s+\S/, 'list'],
  [/^\|.*\|/, 'table'],
  [/^:?-+:?\s*(?:\|\s*:?-+:?\s*)+$/, 'table'],
  [/^#{1,6}\s+\S/, 'heading'],
  [/^(?:```|~~~)/, 'code block'],
  [/^(?:-{3,}|={3,}|\*{3,})$/, 'rule'],
]

/** Text under `>`, in quotes and without any: its lines are joined by spaces. */
function foldedIn(span: Span): readonly Diagnostic[] {
  const { file, start, end } = span
  const source = file.text.slice(start, end)
  if (source.startsWith('|') || !source.includes('\n')) return []
  const [header] = /^>[-+0-9]*/.exec(source) ?? []
  const lines = linesOf(source, start).slice(header === undefined ? 0 : 1)
  const base = header === undefined ? undefined : lines.find(({ text }) => text !== '')?.indent
  const found = lines.findIndex((_, index) => isSwallowed(lines, index, base))
  const line = lines[found]
  if (!line) return []
  const begins = markOf(lines, found) ?? ''
  const place = { file, start: line.start, end: line.start + line.text.length }
  const message = said('The lines of this text are joined, so the {begins} here becomes part of one line.', { begins })
  const hint =
    header === undefined
      ? said('Write “|-” after the colon, and the text on lines of its own below it, indented.')
      : said('Write “{header}” in place of “{header2}”: each line then stays one.', {
          header: header.replace('>', '|'),
          header2: header,
        })
  return [warningAt('yaml/folded', place, message, hint)]
}

function linesOf(source: string, start: number): readonly Line[] {
  let at = start
  return source.split('\n').map(whole => {
    const indent = /^[ \t]*/.exec(whole)?.[0].length ?? 0
    const line = { start: at + indent, text: whole.trim(), indent }
    at += whole.length + 1
    return line
  })
}

/** Whether the line is joined to the one above it: those indented further keep their ends, under `>`. */
function isFolded(lines: readonly Line[], index: number, base: number | undefined): boolean {
  const [line, above] = [lines[index], lines[index - 1]]
  if (!line || !above || above.text === '' || line.text === '') return false
  return base === undefined || (line.indent === base && above.indent === base)
}

/** A heading is also lost where the next line becomes a part of it. */
function isSwallowed(lines: readonly Line[], index: number, base: number | undefined): boolean {
  const begins = markOf(lines, index)
  const isJoined = isFolded(lines, index, base) || (begins === 'heading' && isFolded(lines, index + 1, base))
  return begins !== undefined && isJoined
}

/** A hyphen or a number at the start of one line may be prose; two in a row, or one after a colon, are a list. */
function markOf(lines: readonly Line[], index: number): string | undefined {
  const [text = '', above = ''] = [lines[index]?.text, lines[index - 1]?.text]
  const [sign, begins] = markers.find(([pattern]) => pattern.test(text)) ?? []
  if (sign === undefined || begins !== 'list') return begins
  const isList = above.endsWith(':') || sign.test(above) || sign.test(lines[index + 1]?.text ?? '')
  return isList ? begins : undefined
}
