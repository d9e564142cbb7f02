/** For code scanning: SARIF 2.1.0, one run, one result a diagnostic. */
import { codes, compare, type Diagnostic } from '../model/diagnostic.ts'
import { type Located, located, type Passage } from './located.ts'

export interface SarifOptions {
  readonly version: string
}

export function printSarif(diagnostics: readonly Diagnostic[], options: SarifOptions): string {
  const used = [...new Set(diagnostics.map(({ code }) => code))].toSorted(compare)
  const rules = used.map(code => ({ id: code, shortDescription: { text: codes[code] } }))
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'khabar', version: options.version, rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { ROOT: { description: { text: 'The root of the workspace.' } } },
        results: located(diagnostics).map(each => ({
          ruleIndex: used.indexOf(each.diagnostic.code),
          ...resultOf(each),
        })),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function resultOf({ diagnostic, passage }: Located) {
  const { code, severity, message, hints } = diagnostic
  return {
    ruleId: code,
    level: severity,
    message: { text: [message, ...hints].join('\n') },
    ...(passage && { locations: [{ physicalLocation: locationOf(passage) }] }),
  }
}

function locationOf({ file, start, end }: Passage) {
  return {
    artifactLocation: { uri: file.path.split('/').map(encodeURIComponent).join('/'), uriBaseId: 'ROOT' },
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  }
}
