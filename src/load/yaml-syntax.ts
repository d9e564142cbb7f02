/**
 * What the YAML parser could not read -> plain words at the place where the author must look: as far as a parser knows, where
 * no slip is found to be the cause (slips/search.ts).
 */

import { type Document, isScalar, visit, type YAMLError } from 'yaml'
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { linesIn } from '../model/lines.ts'
import { inTurn, type Said, said, verbatim } from '../model/said.ts'
import type { SourceFile } from '../model/source.ts'
import { looksQuoted, onlyLetters, quoted } from './quoted.ts'

interface Finding {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly error: YAMLError
  readonly document: Document
}
interface Words {
  readonly at?: readonly [start: number, end: number]
  readonly message: Said
  readonly hint: Said
}

/** One a line: what the parser says after its first complaint about a line is mostly its own confusion. */
export function explainSyntax(document: Document, file: SourceFile): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  let lastLine = 0
  for (const error of inOrder(document.errors)) {
    const { line } = linesIn(file).positionAt(error.pos[0])
    if (found.length > 0 && isEcho(error, line - lastLine)) continue
    lastLine = line
    found.push(explainOne({ text: file.text, start: error.pos[0], end: error.pos[1], error, document }, file))
  }
  return withoutRepeats(found)
}

const lineStartOf = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1

/** Without what is too deep, and tags: of them `yaml-tree.ts` says where. */
function inOrder(errors: readonly YAMLError[]): readonly YAMLError[] {
  const told = errors.filter(({ code }) => code !== 'RESOURCE_EXHAUSTION' && code !== 'TAG_RESOLVE_FAILED')
  return told.toSorted((a, b) => a.pos[0] - b.pos[0])
}

const echoes: ReadonlySet<string> = new Set(['NON_STRING_KEY', 'MISSING_CHAR', 'MULTILINE_IMPLICIT_KEY'])

function isEcho(error: YAMLError, linesAfter: number): boolean {
  if (linesAfter === 0 || error.message.includes('in YAML stream')) return true
  return linesAfter === 1 && echoes.has(error.code)
}

function withoutRepeats(found: readonly Diagnostic[]): readonly Diagnostic[] {
  const starts = new Set<number>()
  return found.filter(({ span }) => !span || (!starts.has(span.start) && starts.add(span.start)))
}

function explainOne(finding: Finding, file: SourceFile): Diagnostic {
  const tab = tabNear(finding)
  if (tab !== undefined) {
    const hint = said('Indent with spaces: most editors can convert tabs.')
    return errorAt('yaml/tab', { file, start: tab, end: tab + 1 }, said('A tab stands where YAML wants spaces.'), hint)
  }
  const code =
    finding.error.code === 'BAD_ALIAS'
      ? 'yaml/alias'
      : finding.error.code === 'NON_STRING_KEY'
        ? 'yaml/unsupported'
        : 'yaml/syntax'
  const { message, hint, at } = wordsFor(finding)
  const [start, end] = at ?? [finding.start, finding.end]
  return errorAt(
    code,
    { file, start: Math.min(start, file.text.length), end: Math.min(end, file.text.length) },
    message,
    hint,
  )
}

/** A tab that indents the line of the mistake, or the line after it. */
function tabNear({ text, start, error }: Finding): number | undefined {
  if (error.code === 'TAB_AS_INDENT') return text.indexOf('\t', start) < 0 ? start : text.indexOf('\t', start)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const nextStart = text.indexOf('\n', start) + 1
  for (const from of nextStart > 0 ? [lineStart, nextStart] : [lineStart]) {
    const indent = /^ *\t/.exec(text.slice(from, from + 200))
    if (indent) return from + indent[0].length - 1
  }
  return undefined
}

function wordsFor(finding: Finding): Words {
  const { error } = finding
  switch (error.code) {
    case 'MISSING_CHAR':
      if (/closing ['"]/.test(error.message)) return unclosedQuote(finding)
      return indented(finding) ?? missingColon
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return nestedMap(finding)
    case 'BAD_SCALAR_START':
      return {
        message: said('Text cannot begin with this character.'),
        hint: said('Put the whole text in quotes: {inQuotes}', { inQuotes: inQuotes(restOfLine(finding)) }),
      }
    case 'BLOCK_IN_FLOW':
      return colonInBraces(finding)
    case 'BAD_DQ_ESCAPE':
      return {
        message: said('In double quotes a backslash begins a code, and this is none that YAML knows.'),
        hint: said('Write the text in single quotes, or double the backslash.'),
      }
    case 'NON_STRING_KEY':
      return { message: said('The name of a field must be plain text.'), hint: said('Write “name: value”.') }
    case 'BAD_ALIAS':
      return wrongSign(finding) ?? notYaml(error)
    case 'BAD_INDENT':
      return badIndent(error)
    case 'UNEXPECTED_TOKEN':
      return unexpected(finding)
    default:
      return notYaml(error)
  }
}

const notYaml = (error: YAMLError): Words => ({
  message: said('This is not YAML: {message}.', { message: error.message }),
  hint: said('Look at this line and the one above it.'),
})

function restOfLine({ text, start }: Finding): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? undefined : end).trim()
}

const inQuotes = (value: string): Said => {
  const isTold = value.length < 200
  const put = verbatim(`${isTold ? quoted(value) : '"…"'}.`)
  return looksQuoted(value) ? inTurn([put, onlyLetters], ' ') : put
}

/** Where the value of the line of a finding begins. */
function valueStart({ text, start }: Finding): number {
  const lineStart = lineStartOf(text, start)
  return (
    lineStart +
    (/^\s*(?:- +)*(?:[\p{L}_][\p{L}\p{N}_-]*:\s+)?/u.exec(text.slice(lineStart, lineStart + 400))?.[0].length ?? 0)
  )
}

/** A text that begins with a sign by which YAML begins something else. */
function wrongSign(finding: Finding): Words | undefined {
  const start = valueStart(finding)
  const value = restOfLine({ ...finding, start })
  const end = start + value.length
  if (/^[|>]/.test(value)) {
    const [sign = ''] = value.split(' ')
    const message = said('After “{sign}” the text begins on the next line.', { sign })
    return {
      at: [start, end],
      message,
      hint: said('Put the text on lines of its own below, indented deeper than its field.'),
    }
  }
  if (start > finding.start || !/^[*&[{-]/.test(value)) return undefined
  const message = said('Text cannot begin with “{value}”: YAML takes it for something else.', {
    value: value.charAt(0),
  })
  return {
    at: [start, end],
    message,
    hint: said('Put the whole text in quotes: {inQuotes}', { inQuotes: inQuotes(value) }),
  }
}

function colonInBraces({ text, start, end }: Finding): Words {
  const value = text.slice(start, end)
  const colon = start + Math.max(value.search(/:\s/), 0)
  return {
    at: [colon, colon + 1],
    message: secondColon,
    hint: said('Put the whole text after the first colon in quotes: {inQuotes}', { inQuotes: inQuotes(value) }),
  }
}

const secondColon = said('A second colon on this line: YAML takes the text before it for the name of a field.')

const missingColon: Words = {
  message: said('A colon and a space are missing after the name of this field.'),
  hint: said('Write “name: value”; text that goes on over several lines is indented deeper than its field.'),
}

/** A line that is a field or an entry by itself, so that only its indentation can be wrong. */
function indented({ text, start }: Finding): Words | undefined {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const line = /^( *)(- |[\p{L}0-9_-]+:(?=\s|$))/u.exec(text.slice(lineStart, lineStart + 400))
  if (!line) return undefined
  const at = lineStart + (line[1]?.length ?? 0)
  return { at: [at, at + (line[2]?.trimEnd().length ?? 1)], ...wrongIndent }
}

const wrongIndent = {
  message: said('This line is not indented as the lines above it.'),
  hint: said('Fields of one map, and entries of one list, begin in the same column.'),
}

/** The parser notices at the end of the file; the author must look at the opening mark. */
function unclosedQuote({ document, start, error }: Finding): Words {
  let opening = start
  visit(document, {
    Scalar: (_, node) => {
      const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
      if (isScalar(node) && isQuoted && node.range?.[1] === error.pos[0]) opening = node.range[0]
    },
  })
  return {
    at: [opening, opening + 1],
    message: said('The quotation mark that opens here is never closed.'),
    hint: said('Close it at the end of the text; inside double quotes, write \\" for a quotation mark.'),
  }
}

function nestedMap({ text, start }: Finding): Words {
  const lineEnd = text.indexOf('\n', start)
  const rest = text.slice(start, lineEnd < 0 ? text.length : lineEnd)
  const colon = /:(\s|$)/.exec(rest)
  if (colon) {
    return {
      at: [start + colon.index, start + colon.index + 1],
      message: secondColon,
      hint: said('Put the whole text after the first colon in quotes: {inQuotes}', { inQuotes: inQuotes(rest) }),
    }
  }
  const next = /\S/.exec(text.slice(start + rest.length))
  const at = start + rest.length + (next?.index ?? 0)
  return {
    at: [at, at + 1],
    ...wrongIndent,
  }
}

function badIndent(error: YAMLError): Words {
  const bracket = /end with a (.)/.exec(error.message)?.[1]
  if (bracket) {
    return {
      message: said('A bracket opened above is not closed before this line.'),
      hint: said('Close it with “{bracket}”.', { bracket }),
    }
  }
  return {
    message: said('This line is not indented as it must be.'),
    hint: said(
      'What belongs to a field is indented deeper than the field; entries of one list begin in the same column.',
    ),
  }
}

function unexpected({ text, start, error, document }: Finding): Words {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start)
  if (/["']\s*$/.test(before)) {
    return {
      message: said('The text ended at the quotation mark before this.'),
      hint: said(
        'Text that begins with a quotation mark ends at the next one: quote the whole text, with « » or “ ” inside.',
      ),
    }
  }
  const sign = wrongSign({ text, start, end: start, error, document })
  if (sign) return sign
  if (error.message.includes('node end') && before.trim() === '') {
    return wrongIndent
  }
  return {
    message: said('“{text}” is out of place here.', {
      text: text.slice(start, Math.max(start + 1, text.indexOf('\n', start))).slice(0, 20),
    }),
    hint: said('Put text with special characters in quotes; check that each bracket has its pair.'),
  }
}
