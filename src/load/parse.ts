/** YAML 1.2 text -> a plain value, and the place of each value and key by JSON pointer. */

import { type Document, parseAllDocuments } from 'yaml'
import type { NodeSpan, Spans } from '../model/dataset.ts'
import { type Code, type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { lazily } from '../model/lazily.ts'
import { said } from '../model/said.ts'
import { type SourceFile, spanOfFile } from '../model/source.ts'
import { isTooLarge, limits } from './limits.ts'
import { readPlainly } from './plain-yaml.ts'
import { explainSyntax } from './yaml-syntax.ts'
import { readTree } from './yaml-tree.ts'

export interface Parsed {
  readonly file: SourceFile
  /** `undefined` where the text could not be read; an empty file is `null`. */
  readonly value: unknown
  readonly spans: ReadonlyMap<string, NodeSpan>
  readonly diagnostics: readonly Diagnostic[]
}

/** The same, of whoever only asks where one field or another stands. */
export type Read = Omit<Parsed, 'spans'> & { readonly spans: Spans }

/** As `parse` has it, the sooner the plainer the text is; where its fields stand is found when it is asked. */
export const readText = (file: SourceFile): Read => readPlain(file) ?? parse(file)

/** Nothing where a text is not plain: there may be mistakes in it. */
export function readPlain(file: SourceFile): Read | undefined {
  const value = isTooLarge(file.text) ? undefined : readPlainly(file.text)
  return value && { file, value, spans: spansOnDemand(file), diagnostics: [] }
}

/** Only a diagnostic asks where a field stands, and most records have none. */
export function spansOnDemand(file: SourceFile): Spans {
  const spans = lazily(() => parse(file).spans)
  return { get: pointer => spans().get(pointer), has: pointer => spans().has(pointer) }
}

// Keys that stand twice are found in `yaml-tree.ts`: the library's own search takes quadratic time.
const options = { version: '1.2', stringKeys: true, uniqueKeys: false, merge: false, prettyErrors: false } as const

export function parse(file: SourceFile): Parsed {
  if (isTooLarge(file.text)) return unread(file, [tooLarge(file)])
  const [document, second] = parseAllDocuments(file.text, options)
  if (!document) return { file, value: null, spans: new Map(), diagnostics: [] }
  const syntax = explainSyntax(document, file)
  const tree = readTree(document, file)
  const told = new Set(syntax.map(({ span }) => span?.start))
  const ofTree = tree.diagnostics.filter(({ span }) => !told.has(span?.start))
  const diagnostics = [...syntax, ...ofTree, ...unsupportedDocuments(document, second, file)]
  if (tree.isTooDeep) return unread(file, tree.diagnostics)
  // After a syntax error or a broken alias the tree is a guess: checking it would only add noise.
  if (syntax.length > 0 || tree.diagnostics.some(({ code }) => misleading.has(code))) return unread(file, diagnostics)
  return { file, value: tree.value, spans: tree.spans, diagnostics }
}

const misleading: ReadonlySet<Code> = new Set(['yaml/alias', 'yaml/space', 'yaml/syntax'])

function unread(file: SourceFile, diagnostics: readonly Diagnostic[]): Parsed {
  return { file, value: undefined, spans: new Map(), diagnostics }
}

function tooLarge(file: SourceFile): Diagnostic {
  const message = said('This file is larger than {count} KiB.', { count: limits.fileBytes / 1024 })
  return errorAt('file/too-large', spanOfFile(file), message, said('Divide it into several files.'))
}

function unsupportedDocuments(first: Document, second: Document | undefined, file: SourceFile): Diagnostic[] {
  const found: Diagnostic[] = []
  if (first.directives?.yaml.explicit) {
    const message = said('A %YAML directive is not needed: records are always YAML 1.2.')
    found.push(
      errorAt('yaml/unsupported', { file, start: 0, end: 5 }, message, said('Remove the line that begins with %.')),
    )
  }
  if (second) {
    const start = second.range?.[0] ?? 0
    const message = said('A second document begins here; a file holds one.')
    const hint = said('Remove the line “---”, or put what follows into a file of its own.')
    found.push(errorAt('yaml/unsupported', { file, start, end: start + 3 }, message, hint))
  }
  return found
}
