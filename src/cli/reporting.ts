/** How a command tells: mistakes in the format asked for, or one JSON object, whose keys are a contract. */
import { fileURLToPath } from 'node:url'
import { printConcise } from '../diagnostics/concise.ts'
import { printGithub } from '../diagnostics/github.ts'
import { printHuman } from '../diagnostics/human.ts'
import { allToJson } from '../diagnostics/json.ts'
import { printSarif } from '../diagnostics/sarif.ts'
import { type Diagnostic, hasErrors } from '../model/diagnostic.ts'
import type { Artifact } from '../pipeline/request.ts'
import type { Setting } from './setting.ts'

export const packagedTemplates = fileURLToPath(new URL('../../templates', import.meta.url))

export type Format = 'human' | 'concise' | 'json' | 'github' | 'sarif'

export interface Summary {
  readonly errors: number
  readonly warnings: number
  readonly built: number
  readonly unchanged: number
  readonly removed: number
}

export interface Answer {
  readonly artifacts: readonly Artifact[]
  readonly summary: Summary
}

export function summaryOf(diagnostics: readonly Diagnostic[], artifacts: readonly Artifact[]): Summary {
  const having = (status: Artifact['status']): number => artifacts.filter(each => each.status === status).length
  const errors = diagnostics.filter(each => each.severity === 'error').length
  return {
    errors,
    warnings: diagnostics.length - errors,
    built: having('built'),
    unchanged: having('unchanged'),
    removed: having('removed'),
  }
}

/** Mistakes for a person go to stderr; what a program reads goes to stdout. */
export function print(diagnostics: readonly Diagnostic[], format: Format, setting: Setting, answer: Answer): void {
  const { terminal } = setting
  if (format === 'human') terminal.complain(printHuman(diagnostics, { color: terminal.colour }))
  else if (format === 'json')
    terminal.result(JSON.stringify({ ...answer, diagnostics: allToJson(diagnostics) }, null, 2))
  else if (format === 'sarif') terminal.result(printSarif(diagnostics, { version: setting.version }))
  else if (diagnostics.length > 0) terminal.result((format === 'github' ? printGithub : printConcise)(diagnostics))
}

export function verdict(diagnostics: readonly Diagnostic[], strict: boolean): number {
  return hasErrors(diagnostics) || (strict && diagnostics.length > 0) ? 1 : 0
}
