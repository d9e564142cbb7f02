/**
 * Diagnostics as plain data, for a memo. What one points at is an offset in a text: it is told again only while every text
 * that any of them points at is the same.
 */
import type { Code, Diagnostic, Related, Severity } from '../../model/diagnostic.ts'
import type { Said } from '../../model/said.ts'
import type { Edit, SourceFile, Span } from '../../model/source.ts'

export interface Told {
  readonly diagnostics: readonly WrittenDiagnostic[]
  /** SHA-256 of the texts they point at, by path. */
  readonly texts: { readonly [path: string]: string }
}

interface WrittenDiagnostic {
  readonly code: Code
  readonly severity: Severity
  readonly message: Said
  readonly hints: readonly Said[]
  readonly once?: string
  readonly fix?: readonly Edit[]
  readonly at?: At
  readonly beside?: readonly { readonly at: At; readonly message: Said }[]
  readonly lacks?: NonNullable<Diagnostic['lacks']>
}

type At = readonly [path: string, start: number, end: number]

/** Nothing where one points at a text whose digest nobody took. */
export function toldAs(diagnostics: readonly Diagnostic[]): Told | undefined {
  const texts: { [path: string]: string } = {}
  for (const span of diagnostics.flatMap(spansOf)) {
    if (span.file.digest === undefined) return undefined
    texts[span.file.path] = span.file.digest
  }
  return { texts, diagnostics: diagnostics.map(written) }
}

const spansOf = ({ span, related = [] }: Diagnostic): readonly Span[] => [
  ...(span ? [span] : []),
  ...related.map(each => each.span),
]

const at = ({ file, start, end }: Span): At => [file.path, start, end]

function written({ code, severity, message, hints, once, fix, span, lacks, related }: Diagnostic): WrittenDiagnostic {
  const of = { ...(once !== undefined && { once }), ...(fix && { fix }), ...(lacks && { lacks }) }
  const told = { code, severity, message, hints, ...of }
  const beside = related?.map(each => ({ at: at(each.span), message: each.message }))
  return { ...told, ...(span && { at: at(span) }), ...(beside && { beside }) }
}

/** @param fileAt the text of today. */
export function tellAgain(
  { diagnostics, texts }: Told,
  fileAt: (path: string) => SourceFile | undefined,
): readonly Diagnostic[] | undefined {
  if (Object.entries(texts).some(([path, digest]) => fileAt(path)?.digest !== digest)) return undefined
  const spanAt = ([path, start, end]: At): Span | undefined => {
    const file = fileAt(path)
    return file && { file, start, end }
  }
  const again: Diagnostic[] = []
  for (const { at: place, beside, ...told } of diagnostics) {
    const span = place && spanAt(place)
    const related = beside?.flatMap((each): readonly Related[] => {
      const there = spanAt(each.at)
      return there ? [{ span: there, message: each.message }] : []
    })
    if ((place && !span) || related?.length !== beside?.length) return undefined
    again.push({ ...told, ...(span && { span }), ...(related && { related }) })
  }
  return again
}
