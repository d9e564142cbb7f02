/** How many mistakes there are, in one line. */

import type { Diagnostic } from '../model/diagnostic.ts'
import { counted, inTurn, type Said, said } from '../model/said.ts'

export function summaryOf(diagnostics: readonly Diagnostic[]): Said {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  // A cell of a table is a place in its file: `projects.xlsx!Sheet1!D17`.
  const files = new Set(diagnostics.flatMap(({ span }) => span?.file.path.split('!')[0] ?? [])).size
  const counts = [
    errors > 0 && counted(errors, '{n} error', '{n} errors'),
    warnings > 0 && counted(warnings, '{n} warning', '{n} warnings'),
  ].filter(count => count !== false)
  if (counts.length === 0) return said('No errors, no warnings')
  const where = counted(files, '{n} file', '{n} files')
  return files === 0 ? inTurn(counts, ', ') : said('{counts} in {files}', { counts, files: where })
}
