/**
 * Handlebars, and nothing else knows it. A template is text from templates/, never a value of a record; every name in it
 * is held against the shape of the facts before it is used.
 */

import Handlebars from 'handlebars'
import type { TSchema } from 'typebox'
import { type Diagnostic, errorAt, type Outcome } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import type { SourceFile, Span } from '../../model/source.ts'
import type { KnownKeys } from './known-keys.ts'
import { unknownNames } from './template-names.ts'

export type Helper = (this: unknown, ...values: unknown[]) => unknown

export interface TemplateOptions {
  /** What the template may name. */
  readonly shape: TSchema
  readonly escape: 'html' | 'none'
  readonly helpers?: { readonly [name: string]: Helper }
  readonly partials?: { readonly [name: string]: Source }
  /** Keys that some wording has. */
  readonly words?: KnownKeys
  /** What to say of a value that the facts lack; by default that the template asks for it. */
  readonly explainMissing?: (path: string, facts: object, span: Span) => readonly Diagnostic[]
}

/** A text, and where it stands: offsets in it are counted from `span.start`. */
export interface Source {
  readonly text: string
  readonly span: Span
}

/** A value that the template asks for and the facts lack is a diagnostic at the template's line. */
export type Template = (facts: object) => Outcome<string>

/** Text marked as HTML already, which escaping leaves alone. For helpers only. */
export const safeHtml = (html: string): object => new Handlebars.SafeString(html)

export function compileTemplate(source: Source, options: TemplateOptions): Outcome<Template> {
  // Nine phrases of ten name nothing.
  if (!source.text.includes('{{')) return { value: () => ({ value: source.text, diagnostics: [] }), diagnostics: [] }
  const diagnostics = check(source, options)
  if (diagnostics.length > 0) return { value: () => ({ value: '', diagnostics: [] }), diagnostics }
  const { helpers = {} } = options
  const partials = Object.fromEntries(
    Object.entries(options.partials ?? {}).map(([name, { text }]) => [name, compiled(text, options)]),
  )
  const run = compiled(source.text, options)
  return {
    value: facts => evaluate(() => run(facts, { helpers, partials }), { source, options, facts }),
    diagnostics: [],
  }
}

const templates = new Map<string, Handlebars.TemplateDelegate>()

/**
 * A text is compiled once for all languages and for all templates that it is a part of: what differs between them, the
 * helpers, is handed over at each run. Compiled when it is first run.
 */
function compiled(text: string, options: TemplateOptions): Handlebars.TemplateDelegate {
  const names = [...builtIn, ...Object.keys(options.helpers ?? {})]
  const key = [options.escape, names.join(' '), text].join('\n')
  const template =
    templates.get(key) ??
    alone.compile(text, {
      strict: true,
      knownHelpers: Object.fromEntries(names.map(name => [name, true])),
      knownHelpersOnly: true,
      noEscape: options.escape === 'none',
    })
  if (templates.size > mostKnown) templates.clear()
  templates.set(key, template)
  return template
}

/** More than the texts of all templates and wordings that a workspace has at one time. */
const mostKnown = 5_000
const alone = Handlebars.create()

const builtIn = ['if', 'unless', 'each', 'with']

function check(source: Source, options: TemplateOptions): readonly Diagnostic[] {
  const program = parse(source)
  const partials = Object.entries(options.partials ?? {}).map(([name, partial]) => ({ name, partial: parse(partial) }))
  const broken = [program, ...partials.map(each => each.partial)].flatMap(each => each.diagnostics)
  if (broken.length > 0) return broken
  const known = {
    helpers: Object.keys(options.helpers ?? {}),
    partials: new Map(partials.map(({ name, partial }) => [name, partial.value])),
    words: options.words,
  }
  return unknownNames(program.value, options.shape, known).map(problem => {
    const where = problem.partial === undefined ? source : (options.partials?.[problem.partial] ?? source)
    const span = spanAt(where, problem.line, problem.column, problem.length)
    return errorAt(problem.code, span, problem.message, ...problem.hints)
  })
}

/** What each file's texts were found to be: a partial is looked at by every template that uses it. */
const parsed = new WeakMap<SourceFile, Map<string, unknown>>()

function parse(source: Source): Outcome<unknown> {
  const known = parsed.get(source.span.file) ?? new Map<string, unknown>()
  parsed.set(source.span.file, known)
  try {
    const value = known.get(source.text) ?? Handlebars.parseWithoutProcessing(source.text)
    known.set(source.text, value)
    return { value, diagnostics: [] }
  } catch (thrown) {
    const place = whereThrown(thrown)
    const span = place ? spanAt(source, place.line, place.column, 1) : source.span
    const message = said('This is not valid Handlebars: {lastLine}', { lastLine: lastLine(thrown) })
    const hint = said(
      'Look here and before: every {{#if}} and {{#each}} has its {{/if}} and {{/each}}, every {{ its }}.',
    )
    return { value: undefined, diagnostics: [errorAt('template/syntax', span, message, hint)] }
  }
}

interface Run {
  readonly source: Source
  readonly options: TemplateOptions
  readonly facts: object
}

function evaluate(run: () => string, of: Run): Outcome<string> {
  try {
    const value = run()
    return value.length > longestText ? tooLong(of) : { value, diagnostics: [] }
  } catch (thrown) {
    const missing = /^"([^"]+)" not defined/.exec(thrown instanceof Error ? thrown.message : '')
    if (!missing) throw thrown
    const { path, span } = whatIsMissing(missing[1] ?? '', whereThrown(thrown), of)
    return { value: '', diagnostics: (of.options.explainMissing ?? askedInVain)(path, of.facts, span) }
  }
}

/** A page of a thousand releases' length: a template that makes more than that repeats itself. */
const longestText = 8_000_000

function tooLong({ source: { span } }: Run): Outcome<string> {
  const message = said('This template makes more than {count} million characters of one record.', {
    count: longestText / 1_000_000,
  })
  const hint = said('Look for {{#each}} inside {{#each}}: each repeats the other.')
  return { value: '', diagnostics: [errorAt('template/syntax', span, message, hint)] }
}

function askedInVain(path: string, _: object, span: Span): readonly Diagnostic[] {
  const hint = said('Supply “{path}” in the record, or guard it in the template: {{#if …}}…{{/if}}.', { path })
  return [
    errorAt(
      'template/missing-value',
      span,
      said('The template asks for “{path}”, which is not there.', { path }),
      hint,
    ),
  ]
}

/** Handlebars tells the last part of the path and its line, but not whether that is a line of a partial. */
function whatIsMissing(name: string, place: { line: number; column: number } | undefined, { source, options }: Run) {
  for (const each of place ? [source, ...Object.values(options.partials ?? {})] : []) {
    const offset = offsetOf(each.text, place?.line ?? 1) + (place?.column ?? 0)
    const path = /^[\p{L}\p{N}_.@/]+/u.exec(each.text.slice(offset))?.[0]
    if (path?.split(/[./]/).includes(name))
      return { path, span: spanAt(each, place?.line ?? 1, place?.column ?? 0, path.length) }
  }
  return { path: name, span: source.span }
}

/** Handlebars counts lines from 1 and columns from 0. */
function spanAt(source: Source, line: number, column: number, length: number): Span {
  const { file, start } = source.span
  const from = Math.min(start + offsetOf(source.text, line) + column, file.text.length)
  return { file, start: from, end: Math.min(from + length, file.text.length) }
}

function offsetOf(text: string, line: number): number {
  let offset = 0
  for (let at = 1; at < line; at += 1) offset = text.indexOf('\n', offset) + 1
  return offset
}

function whereThrown(thrown: unknown): { line: number; column: number } | undefined {
  if (!(thrown instanceof Error)) return undefined
  const { lineNumber, column } = thrown as Error & { lineNumber?: number; column?: number }
  if (typeof lineNumber === 'number') return { line: lineNumber, column: column ?? 0 }
  const inText = /Parse error on line (\d+)|- (\d+):(\d+)$/m.exec(thrown.message)
  return (inText && { line: Number(inText[1] ?? inText[2]), column: Number(inText[3] ?? 0) }) || undefined
}

function lastLine(thrown: unknown): string {
  return (thrown instanceof Error ? thrown.message : String(thrown)).trim().split('\n').at(-1) ?? ''
}
