/** How many mistakes there are, in one line. */
import type { Diagnostic } from '../model/diagnostic.ts'

export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length
  const warnings = diagnostics.length - errors
  const files = new Set(diagnostics.flatMap(({ span }) => span?.file.path ?? [])).size
  const counts = [countOf(errors, 'error'), countOf(warnings, 'warning')].filter(count => count !== '')
  if (counts.length === 0) return 'No errors, no warnings'
  return files === 0 ? counts.join(', ') : `${counts.join(', ')} in ${countOf(files, 'file')}`
}

function countOf(count: number, noun: string): string {
  return count === 0 ? '' : `${count} ${noun}${count === 1 ? '' : 's'}`
}
