/**
 * Slips of one line that make the parser stumble some lines later, or take a field for a text: a space that is none, a
 * space or a colon that is missing, a dash that is none, a comment where a text was meant to go on.
 */
import { type Code, type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { factsOf, kindNames } from '../model/record/kinds.ts'
import type { SourceFile } from '../model/source.ts'
import type { SchemaFacts } from './mistake.ts'
import { looksQuoted, onlyLetters, quoted } from './quoted.ts'

interface Slip {
  readonly code: Code
  /** In the line. */
  readonly at: readonly [start: number, end: number]
  readonly message: string
  readonly hint: string
}

/** Told where a line holds one of these, wherever the parser noticed. */
export function slipsIn(file: SourceFile): readonly Diagnostic[] {
  return structuralLines(file.text).flatMap(({ start, line, isAfterBlock }) =>
    told(file, start, slipOf(line) ?? (isAfterBlock ? leftOfBlock(line) : undefined)),
  )
}

/** Of the line of `offset`, and of the one above it: what may also be right is a slip where the parser stumbled. */
export function slipsNear(file: SourceFile, offset: number): readonly Diagnostic[] {
  const lines = structuralLines(file.text).filter(({ start, line }) => start <= offset && line.trim() !== '')
  return lines.slice(-2).flatMap(({ start, line }) => told(file, start, doubtfulSlipOf(line)))
}

/** Of a text that stands on a line of its own below its field. */
export function slipAt(file: SourceFile, offset: number): readonly Diagnostic[] {
  const start = file.text.lastIndexOf('\n', offset - 1) + 1
  if (!/^[\s-]*$/.test(file.text.slice(start, offset))) return []
  const end = file.text.indexOf('\n', offset)
  return told(file, start, slipOf(file.text.slice(start, end < 0 ? undefined : end)))
}

function told(file: SourceFile, lineStart: number, slip: Slip | undefined): readonly Diagnostic[] {
  if (!slip) return []
  const span = { file, start: lineStart + slip.at[0], end: lineStart + slip.at[1] }
  return [errorAt(slip.code, span, slip.message, slip.hint)]
}

interface Line {
  readonly start: number
  readonly line: string
  /** A text under `|` or `>` ended, or was to begin, just above. */
  readonly isAfterBlock: boolean
}

/** Without the lines of texts under `|` and `>`, and without comments. */
function structuralLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  let block: number | undefined
  for (const whole of text.split('\n')) {
    const line = whole.replace(/\r$/, '')
    const indent = /^ */.exec(line)?.[0].length ?? 0
    const isInBlock = block !== undefined && (line.trim() === '' || indent > block)
    if (!isInBlock) {
      const isAfterBlock = block !== undefined
      block = /(?:^|[:\-?] +)[|>][-+0-9]*(?:\s+#.*)?$/.test(line) ? indent : undefined
      if (!/^\s*#/.test(line)) lines.push({ start, line, isAfterBlock })
    }
    start += whole.length + 1
  }
  return lines
}

const odd = '\\u00a0\\u2000-\\u200b\\u202f\\u205f\\u3000\\ufeff'
const oddSpace = new RegExp(`^(?<before> *(?:- +)*(?:-|[A-Za-z_][\\w-]*:)? *)(?<sign>[${odd}]+)(?<rest>.*)$`, 'u')
const strangeColon = /^(?<before>\s*(?:- +)*)(?<name>[A-Za-z_][\w-]*)\s*(?<sign>[：﹕︓∶ː։])\s*(?<rest>.*)$/u
const colonAlone = /^(?<before>\s*(?:- +)*)(?<name>[A-Za-z_][\w-]*)(?<sign>:)(?<rest>[^\s:].*)$/u
const dashAlone = /^(?<before>\s*)(?<sign>-|[–—−‐‑•·]\s*)(?<name>[A-Za-z_][\w-]*):(?<rest>\s.*|)$/u
const noColon = /^(?<before>\s*(?:- +)*)(?<name>[A-Za-z_][\w-]*)(?<sign>\s*[=;]\s*|\s+)(?<rest>[^\s:].*)$/u
const comment = /^(?<before>\s*(?:- +)*[^\s#"'](?:[^"'#]|\S#)*?\s)(?<sign>#)(?<rest>.*)$/u

interface Parts {
  readonly before: string
  readonly name: string
  readonly sign: string
  readonly rest: string
}

function partsOf(pattern: RegExp, line: string): Parts | undefined {
  const groups = pattern.exec(line)?.groups
  if (!groups) return undefined
  const { before = '', name = '', sign = '', rest = '' } = groups
  return { before, name, sign, rest }
}

function slipOf(line: string): Slip | undefined {
  return oddSpaceIn(line) ?? colonIn(line) ?? dashIn(line)
}

/** Words that are no field and no entry, below a text whose other lines are indented. */
function leftOfBlock(line: string): Slip | undefined {
  if (/^\s*(?:$|-(?:\s|$)|#|[}\]]|---|\.\.\.|["'?]|[^\s:]+:(?:\s|$))/.test(line)) return undefined
  const start = line.search(/\S/)
  const message = 'This line is not indented as the text above it, and is no field.'
  const hint = 'If it belongs to the text, indent it deeper than the field of the text, like its other lines.'
  return { code: 'yaml/syntax', at: [start, line.trimEnd().length], message, hint }
}

function oddSpaceIn(line: string): Slip | undefined {
  const parts = partsOf(oddSpace, line)
  if (!parts || (parts.rest.trim() === '' && parts.before.trim() === '')) return undefined
  const start = parts.before.length
  const end = start + parts.sign.length
  const code = `U+${(parts.sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
  const message = `A space that YAML takes for a letter (${code}, a no-break space or the like) stands here.`
  const mended = line.replace(new RegExp(`[${odd}]`, 'gu'), ' ').trim()
  const hint = `Delete it and type a plain space: ${mended.length > 60 ? 'it comes with text pasted from elsewhere' : mended}.`
  return { code: 'yaml/space', at: [start, end], message, hint }
}

function colonIn(line: string): Slip | undefined {
  const strange = partsOf(strangeColon, line)
  if (strange && isName(strange.name)) {
    const start = line.indexOf(strange.sign)
    const message = `“${strange.sign}” looks like a colon and is none.`
    const hint = `Write ${fieldOf(strange)}`
    return { code: 'yaml/syntax', at: [start, start + strange.sign.length], message, hint }
  }
  const alone = partsOf(colonAlone, line)
  if (!alone || !isName(alone.name) || alone.rest.startsWith('//')) return undefined
  const start = alone.before.length + alone.name.length
  const message = 'A space is missing after this colon.'
  return { code: 'yaml/syntax', at: [start, start + 1], message, hint: `Write ${fieldOf(alone)}` }
}

function dashIn(line: string): Slip | undefined {
  const parts = partsOf(dashAlone, line)
  if (!parts || !isName(parts.name)) return undefined
  const start = parts.before.length
  const isHyphen = parts.sign === '-'
  const message = isHyphen
    ? 'A space is missing after this hyphen.'
    : `“${parts.sign.trim()}” is no hyphen: it begins no entry of a list.`
  const hint = `Write - ${parts.name}:${parts.rest.trimEnd()}`
  return { code: 'yaml/syntax', at: [start, start + parts.sign.trim().length], message, hint }
}

/** `kind working`, and a text that a comment cuts off: both may also be right. */
function doubtfulSlipOf(line: string): Slip | undefined {
  const parts = partsOf(noColon, line)
  if (parts && isName(parts.name) && !/[^"'\s][^"']*:(?:\s|$)/.test(parts.rest)) {
    const start = parts.before.length
    const message = `A colon is missing after “${parts.name}”.`
    return { code: 'yaml/syntax', at: [start, start + parts.name.length], message, hint: `Write ${fieldOf(parts)}` }
  }
  return commentIn(line)
}

function commentIn(line: string): Slip | undefined {
  const parts = partsOf(comment, line)
  if (!parts) return undefined
  const start = parts.before.length
  const message = 'A comment begins at this “#”: YAML reads no further on this line.'
  const hint = `If it belongs to the text, put the whole text in quotes: ${quoted(textAround(parts))}.`
  return { code: 'yaml/swallowed', at: [start, line.length], message, hint }
}

/** From its first letter to the end of the entry of the braces or brackets that it stands in. */
function textAround({ before, rest }: Parts): string {
  const [start = ''] = /[^\s:{[,][^:{[,]*$|$/.exec(before) ?? []
  const isInBraces = /[{[]/.test(before)
  return `${start}#${isInBraces ? rest.replace(/\s*(?:,\s+[A-Za-z_-]+:\s.*|[}\]]+\s*)$/u, '') : rest}`
}

/** `name: value`, with quotes where the value needs them. */
function fieldOf({ name, rest }: Parts): string {
  const value = rest.trim()
  if (looksQuoted(value) && /: /.test(value)) return `${name}: ${quoted(value)}. ${onlyLetters}`
  return value === '' ? `“${name}:”.` : `“${name}: ${value}”.`
}

let known: ReadonlySet<string> | undefined

/** Of a field of some record, or of a language. */
function isName(written: string): boolean {
  known ??= new Set(kindNames.flatMap(kind => [...namesIn(factsOf(kind).schema)]))
  return known.has(written) || /^(?:ru|en|uz|[a-z]{2,3}-[A-Z][a-z]{3})$/.test(written)
}

function namesIn(schema: SchemaFacts | undefined): readonly string[] {
  if (schema === undefined) return []
  const fields = Object.entries(schema.properties ?? {})
  return [...fields.flatMap(([name, inner]) => [name, ...namesIn(inner)]), ...namesIn(schema.items)]
}
