/** For programs: the diagnostics of the command line's JSON contract. Keys are always there, in this order, but `fix` and `related`. */
import type { Code, Diagnostic, Severity } from '../model/diagnostic.ts'
import { inEnglish, type Tell } from '../model/said.ts'
import type { Edit } from '../model/source.ts'
import { type Beside, type Located, located, type Passage } from './located.ts'

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
  /** What `khabar check --fix` would put in place of what, where that is certain. */
  readonly fix?: readonly JsonEdit[]
  /** Other places that have to do with it. */
  readonly related?: readonly JsonPlace[]
}

export interface JsonPlace {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly message: string
}

export interface JsonEdit {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
  readonly text: string
}

export function allToJson(diagnostics: readonly Diagnostic[], tell: Tell = inEnglish): readonly JsonDiagnostic[] {
  return located(diagnostics).map(each => fieldsOf(each, tell))
}

function fieldsOf({ diagnostic, passage, beside }: Located, tell: Tell): JsonDiagnostic {
  const { code, severity, message, hints } = diagnostic
  return {
    code,
    severity,
    message: tell(message),
    file: passage?.file.path ?? null,
    line: passage?.start.line ?? null,
    column: passage?.start.column ?? null,
    endLine: passage?.end.line ?? null,
    endColumn: passage?.end.column ?? null,
    hints: hints.map(tell),
    ...(diagnostic.fix && passage && { fix: diagnostic.fix.map(edit => editOf(edit, passage)) }),
    ...(beside.length > 0 && { related: beside.map(each => placeOf(each, tell)) }),
  }
}

function placeOf({ passage: { file, start, end }, message }: Beside, tell: Tell): JsonPlace {
  const { line, column } = start
  return { file: file.path, line, column, endLine: end.line, endColumn: end.column, message: tell(message) }
}

function editOf({ start, end, text }: Edit, { lines }: Passage): JsonEdit {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)]
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column, text }
}
