/** For GitHub Actions: workflow commands, which annotate the lines of a pull request. */

import type { Diagnostic } from '../model/diagnostic.ts'
import { inEnglish, type Tell } from '../model/said.ts'
import { type Located, located, textOf } from './located.ts'

/** @param folder where the workspace lies in the repository, `a/b/`; nothing at its root */
export function printGithub(diagnostics: readonly Diagnostic[], folder = '', tell: Tell = inEnglish): string {
  return located(diagnostics)
    .map(each => printOne(each, folder, tell))
    .join('')
}

function printOne(told: Located, folder: string, tell: Tell): string {
  const { diagnostic, passage } = told
  const { severity, code } = diagnostic
  const properties: [name: string, value: string | number][] = passage
    ? [
        ['file', folder + passage.file.path],
        ['line', passage.start.line],
        ['col', passage.start.column],
        ['endLine', passage.end.line],
        ['endColumn', passage.end.column],
        ['title', code],
      ]
    : [['title', code]]
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')
  return `::${severity} ${written}::${escapeData(textOf(told, folder, tell))}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
