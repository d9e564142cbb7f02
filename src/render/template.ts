/**
 * Handlebars, and nothing else knows it. A template is text from templates/, never a value of a record
 * (DESIGN §5.8); every name in it is held against the shape of the facts before it is used.
 */
import Handlebars from 'handlebars'
import type { TSchema } from 'typebox'
import { type Diagnostic, errorAt, type Outcome } from '../model/diagnostic.ts'
import { positionAt, type Span } from '../model/source.ts'
import { unknownNames } from './template-names.ts'

export type Helper = (this: unknown, ...values: unknown[]) => unknown

export interface TemplateOptions {
  /** What the template may name. */
  readonly shape: TSchema
  readonly escape: 'html' | 'none'
  readonly helpers?: { readonly [name: string]: Helper }
  readonly partials?: { readonly [name: string]: string }
}

/** A value that the template asks for and the facts lack is a diagnostic at the template's line. */
export type Template = (facts: object) => Outcome<string>

/** Text marked as HTML already, which escaping leaves alone. For helpers only. */
export const safeHtml = (html: string): object => new Handlebars.SafeString(html)

/** @param source the text, and where it stands: offsets in it are counted from `span.start`. */
export function compileTemplate(
  source: { readonly text: string; readonly span: Span },
  options: TemplateOptions,
): Outcome<Template> {
  const environment = Handlebars.create()
  for (const [name, helper] of Object.entries(options.helpers ?? {})) environment.registerHelper(name, helper)
  for (const [name, text] of Object.entries(options.partials ?? {})) environment.registerPartial(name, text)
  const known = Object.fromEntries([...builtIn, ...Object.keys(options.helpers ?? {})].map(name => [name, true]))

  const diagnostics = check(source, options)
  if (diagnostics.length > 0) return { value: () => ({ value: '', diagnostics: [] }), diagnostics }
  const run = environment.compile(source.text, {
    strict: true,
    knownHelpers: known,
    knownHelpersOnly: true,
    noEscape: options.escape === 'none',
  })
  return { value: facts => evaluate(() => run(facts), source), diagnostics: [] }
}

const builtIn = ['if', 'unless', 'each', 'with']

function check(source: { readonly text: string; readonly span: Span }, options: TemplateOptions): Diagnostic[] {
  try {
    const program = Handlebars.parseWithoutProcessing(source.text)
    return unknownNames(program, options.shape, Object.keys(options.helpers ?? {})).map(problem => {
      const span = spanAt(source, problem.line, problem.column, problem.length)
      return errorAt(problem.code, span, problem.message, ...problem.hints)
    })
  } catch (thrown) {
    const place = whereThrown(thrown)
    const span = place ? spanAt(source, place.line, place.column, 1) : source.span
    return [errorAt('template/syntax', span, `This is not valid Handlebars: ${lastLine(thrown)}`)]
  }
}

function evaluate(run: () => string, source: { readonly text: string; readonly span: Span }): Outcome<string> {
  try {
    return { value: run(), diagnostics: [] }
  } catch (thrown) {
    const missing = /^"([^"]+)" not defined/.exec(thrown instanceof Error ? thrown.message : '')
    if (!missing) throw thrown
    const place = whereThrown(thrown)
    const name = missing[1] ?? ''
    const span = place ? spanAt(source, place.line, place.column, name.length) : source.span
    const hint = `Supply “${name}” in the record, or guard it in the template: {{#if …}}…{{/if}}.`
    return {
      value: '',
      diagnostics: [
        errorAt('template/missing-value', span, `The template asks for “${name}”, which is not there.`, hint),
      ],
    }
  }
}

/** Handlebars counts lines from 1 and columns from 0. */
function spanAt(
  source: { readonly text: string; readonly span: Span },
  line: number,
  column: number,
  length: number,
): Span {
  const { file, start } = source.span
  let offset = 0
  for (let at = 1; at < line; at += 1) offset = source.text.indexOf('\n', offset) + 1
  const from = Math.min(start + offset + column, file.text.length)
  return { file, start: from, end: Math.min(from + length, file.text.length) }
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

/** For messages about a place in a template that has no source of its own. */
export const placeIn = (span: Span): string => {
  const { line, column } = positionAt(span.file.text, span.start)
  return `${span.file.path}:${line}:${column}`
}
