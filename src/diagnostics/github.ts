/** For GitHub Actions: workflow commands, which annotate the lines of a pull request. */
import type { Diagnostic } from '../model/diagnostic.ts'
import { type Located, located } from './located.ts'

export function printGithub(diagnostics: readonly Diagnostic[]): string {
  return located(diagnostics).map(printOne).join('')
}

function printOne({ diagnostic, passage }: Located): string {
  const { severity, code, message, hints } = diagnostic
  const properties: [name: string, value: string | number][] = passage
    ? [
        ['file', passage.file.path],
        ['line', passage.start.line],
        ['col', passage.start.column],
        ['endLine', passage.end.line],
        ['endColumn', passage.end.column],
        ['title', code],
      ]
    : [['title', code]]
  const written = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`).join(',')
  return `::${severity} ${written}::${escapeData([message, ...hints].join('\n'))}\n`
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
