/** For code scanning: SARIF 2.1.0, one run, one result a diagnostic. */

import { codes, compare, type Diagnostic } from '../model/diagnostic.ts'
import { inEnglish, type Tell } from '../model/said.ts'
import type { Edit, Position, SourceFile } from '../model/source.ts'
import { type Beside, type Located, located, type Passage } from './located.ts'

export interface SarifOptions {
  readonly version: string
  /** Where the workspace lies in the repository, `a/b/`; nothing at its root. */
  readonly folder?: string
  readonly tell?: Tell
}

export function printSarif(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const { tell = inEnglish } = options
  const used = [...new Set(diagnostics.map(({ code }) => code))].toSorted(compare)
  const rules = used.map(code => ({ id: code, shortDescription: { text: tell({ sentence: codes[code] }) } }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'khabar', version: options.version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The root of the repository.' } } },
        results: located(diagnostics).map(each => ({
          ruleIndex: used.indexOf(each.diagnostic.code),
          ...resultOf(each, options.folder ?? '', tell),
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf({ diagnostic, passage, beside }: Located, folder: string, tell: Tell) {
  const { code, severity, message, hints } = diagnostic
  return {
    ruleId: code,
    level: severity,
    message: { text: [message, ...hints].map(tell).join('\n') },
    ...(passage && { locations: [{ physicalLocation: locationOf(passage, folder) }] }),
    ...(beside.length > 0 && { relatedLocations: beside.map(each => relatedOf(each, folder, tell)) }),
    ...(passage && diagnostic.fix && { fixes: [fixOf(diagnostic.fix, passage, folder)] }),
  }
}

const relatedOf = ({ passage, message }: Beside, folder: string, tell: Tell) => ({
  physicalLocation: locationOf(passage, folder),
  message: { text: tell(message) },
})

function locationOf({ file, start, end }: Passage, folder: string) {
  return { artifactLocation: artifactOf(file, folder), region: regionOf(start, end) }
}

function fixOf(edits: readonly Edit[], { file, lines }: Passage, folder: string) {
  const replacements = edits.map(({ start, end, text }) => ({
    deletedRegion: regionOf(lines.positionAt(start), lines.positionAt(end)),
    insertedContent: { text },
  }))
  return { artifactChanges: [{ artifactLocation: artifactOf(file, folder), replacements }] }
}

const artifactOf = ({ path }: SourceFile, folder: string) => ({
  uri: (folder + path).split('/').map(encodeURIComponent).join('/'),
  uriBaseId: 'ROOT',
})

const regionOf = (start: Position, end: Position) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
})
