/** A fault of a workbook before it is written, as the lint tells it. */
import type { Code } from '../../model/diagnostic.ts'

export interface WorkbookProblem {
  readonly code: Code
  readonly message: string
  readonly hint: string
}

export const layoutProblem = (message: string, hint: string): WorkbookProblem => ({
  code: 'template/layout',
  message,
  hint,
})

export const recordProblem = (message: string, hint: string): WorkbookProblem => ({
  code: 'record/wrong-value',
  message,
  hint,
})

/** Those that stand there before, in whatever letters. */
export function repeated(names: readonly string[]): readonly string[] {
  const lower = names.map(name => name.toLowerCase())
  return names.filter((_, index) => lower.indexOf(lower[index] ?? '') < index)
}
