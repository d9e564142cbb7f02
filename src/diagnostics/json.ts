/** For programs: the diagnostics of the command line's JSON contract. Keys are always there, in this order. */
import type { Code, Diagnostic, Severity } from '../model/diagnostic.ts'
import { type Located, located } from './located.ts'

/** Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. All `null` without a place. */
export interface JsonDiagnostic {
  readonly code: Code
  readonly severity: Severity
  readonly message: string
  readonly file: string | null
  readonly line: number | null
  readonly column: number | null
  readonly endLine: number | null
  readonly endColumn: number | null
  readonly hints: readonly string[]
}

export function allToJson(diagnostics: readonly Diagnostic[]): readonly JsonDiagnostic[] {
  return located(diagnostics).map(fieldsOf)
}

function fieldsOf({ diagnostic, passage }: Located): JsonDiagnostic {
  const { code, severity, message, hints } = diagnostic
  return {
    code,
    severity,
    message,
    file: passage?.file.path ?? null,
    line: passage?.start.line ?? null,
    column: passage?.start.column ?? null,
    endLine: passage?.end.line ?? null,
    endColumn: passage?.end.column ?? null,
    hints,
  }
}
