/**
 * Diagnostics as plain data, for a memo. What one points at is an offset in a text: it is told again only while every text
 * that any of them points at is the same.
 */
import type { Code, Diagnostic, Severity } from '../../model/diagnostic.ts'
import type { Said } from '../../model/said.ts'
import type { Edit, SourceFile } from '../../model/source.ts'

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
  readonly at?: readonly [path: string, start: number, end: number]
  readonly lacks?: NonNullable<Diagnostic['lacks']>
}

/** Nothing where one points at a text whose digest nobody took. */
export function toldAs(diagnostics: readonly Diagnostic[]): Told | undefined {
  const texts: { [path: string]: string } = {}
  for (const { span } of diagnostics) {
    if (!span) continue
    if (span.file.digest === undefined) return undefined
    texts[span.file.path] = span.file.digest
  }
  return { texts, diagnostics: diagnostics.map(written) }
}

function written({ code, severity, message, hints, once, fix, span, lacks }: Diagnostic): WrittenDiagnostic {
  const of = { ...(once !== undefined && { once }), ...(fix && { fix }), ...(lacks && { lacks }) }
  const told = { code, severity, message, hints, ...of }
  return { ...told, ...(span && { at: [span.file.path, span.start, span.end] }) }
}

/** @param fileAt the text of today. */
export function tellAgain(
  { diagnostics, texts }: Told,
  fileAt: (path: string) => SourceFile | undefined,
): readonly Diagnostic[] | undefined {
  if (Object.entries(texts).some(([path, digest]) => fileAt(path)?.digest !== digest)) return undefined
  const again: Diagnostic[] = []
  for (const { at, ...told } of diagnostics) {
    const file = at && fileAt(at[0])
    if (at && !file) return undefined
    again.push(at && file ? { ...told, span: { file, start: at[1], end: at[2] } } : told)
  }
  return again
}
