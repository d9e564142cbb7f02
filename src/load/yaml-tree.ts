/**
 * Parsed YAML nodes -> plain values and spans, in one walk that also finds what records do not use:
 * keys that stand twice, tags, merge keys, aliases without end, control characters.
 */

import { type Alias, type Document, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml'
import { firstAt } from '../model/beside.ts'
import type { NodeSpan } from '../model/dataset.ts'
import { besides, type Code, type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { linesIn } from '../model/lines.ts'
import { type Said, said } from '../model/said.ts'
import type { SourceFile, Span } from '../model/source.ts'
import { limits } from './limits.ts'
import { pointerTo } from './pointer.ts'
import { commasIn, noCommas, readWords, strangeKey } from './yaml-words.ts'

export interface Tree {
  readonly value: unknown
  readonly spans: ReadonlyMap<string, NodeSpan>
  readonly diagnostics: readonly Diagnostic[]
  readonly isTooDeep: boolean
}

interface Reading {
  readonly file: SourceFile
  readonly spans: Map<string, NodeSpan>
  readonly diagnostics: Diagnostic[]
  readonly anchors: Map<string, Node>
  /** Nodes whose values are being read: an alias to one of them would never end. */
  readonly open: Set<Node>
  aliases: number
  aliasedValues: number
  isOverAliasLimit: boolean
  isTooDeep: boolean
}

interface NodeAt {
  readonly pointer: string
  readonly depth: number
  readonly key?: Range
  /** Below an alias, which stands here: mistakes in its value were told where the anchor stands. */
  readonly aliasedAt?: Range
}
type Range = readonly [start: number, end: number]

export function readTree(document: Document, file: SourceFile): Tree {
  const reading: Reading = {
    file,
    spans: new Map(),
    diagnostics: [],
    anchors: new Map(),
    open: new Set(),
    aliases: 0,
    aliasedValues: 0,
    isOverAliasLimit: false,
    isTooDeep: false,
  }
  const value = readNode(reading, document.contents, { pointer: '', depth: 0 })
  return { value, spans: reading.spans, diagnostics: reading.diagnostics, isTooDeep: reading.isTooDeep }
}

function readNode(reading: Reading, node: unknown, at: NodeAt): unknown {
  if (isAlias(node)) return readAlias(reading, node, at)
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null
  const range = rangeOf(reading, node)
  if (!reading.spans.has(at.pointer)) {
    reading.spans.set(at.pointer, at.key ? { key: at.key, value: range } : { value: range })
  }
  if (!at.aliasedAt) {
    if (node.anchor) reading.anchors.set(node.anchor, node)
    const ofWords = isScalar(node) ? readWords(reading.file, node) : undefined
    if (ofWords) {
      reading.diagnostics.push(...ofWords)
      return reading.file.text.slice(...range) || '…'
    }
    if (node.tag) reportTag(reading, node.tag, range)
  } else if (++reading.aliasedValues > limits.aliasedValues) return null
  if (isScalar(node)) return readScalar(reading, node, at)
  if (at.depth >= limits.depth) return reportDepth(reading, range)
  reading.open.add(node)
  const value = isMap(node) ? readMap(reading, node, at) : readList(reading, node.items, at)
  reading.open.delete(node)
  return value
}

function readScalar(reading: Reading, node: Scalar, at: NodeAt): unknown {
  if (typeof node.value === 'string' && !at.aliasedAt) reportControlCharacter(reading, node)
  return node.value
}

function readList(reading: Reading, items: readonly unknown[], at: NodeAt): unknown[] {
  return items.map((item, index) => readNode(reading, item, { ...below(at), pointer: `${at.pointer}/${index}` }))
}

function readMap(reading: Reading, map: YAMLMap, at: NodeAt): object {
  const fields: { [name: string]: unknown } = {}
  const keys = new Map<string, Range>()
  const swallowed = map.flow === true && !at.aliasedAt ? commasIn(reading.file, map) : noCommas
  reading.diagnostics.push(...swallowed.diagnostics)
  for (const meant of swallowed.keys.values()) if (meant) setField(fields, ...meant)
  for (const { key, value } of map.items) {
    if (!isScalar(key) || !key.range || swallowed.keys.has(key)) continue
    if (!at.aliasedAt) reading.diagnostics.push(...strangeKey(reading.file, key))
    const name = String(key.value)
    const range: Range = [key.range[0], key.range[1]]
    const first = keys.get(name)
    if (name.length > limits.name) reportLongName(reading, range, at)
    else if (first) reportTwice(reading, { name, range, first, at })
    else if (name === '<<') reportMerge(reading, range, at)
    else {
      keys.set(name, range)
      const pointer = at.pointer + pointerTo(name)
      setField(fields, name, readNode(reading, value, { ...below(at), pointer, key: range }))
    }
  }
  return fields
}

/** Not by assignment: a key named `__proto__` must stay a field like any other. */
function setField(fields: object, name: string, value: unknown): void {
  Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true })
}

function readAlias(reading: Reading, alias: Alias, at: NodeAt): unknown {
  const written: Range = [alias.range?.[0] ?? 0, alias.range?.[1] ?? 0]
  // Aliases inside aliases are told at the one that the author wrote here.
  const range = at.aliasedAt ?? written
  reading.spans.set(at.pointer, at.key ? { key: at.key, value: written } : { value: written })
  const target = reading.anchors.get(alias.source)
  if (!target) {
    const hint = said('Text that begins with * goes in quotes.')
    return report(
      reading,
      'yaml/alias',
      range,
      said('Nothing is named “&{source}” above this line.', { source: alias.source }),
      hint,
    )
  }
  if (reading.open.has(target)) {
    return report(
      reading,
      'yaml/alias',
      range,
      said('“*{source}” stands inside what it repeats.', { source: alias.source }),
      said('Write it out.'),
    )
  }
  reading.aliases += 1
  if (reading.aliases > limits.aliases || reading.aliasedValues > limits.aliasedValues) {
    return reportAliasLimit(reading, range)
  }
  return readNode(reading, target, { ...at, aliasedAt: range })
}

function below(at: NodeAt): { readonly depth: number; readonly aliasedAt?: Range } {
  return at.aliasedAt ? { depth: at.depth + 1, aliasedAt: at.aliasedAt } : { depth: at.depth + 1 }
}

/** Without the blank lines that the library counts to a block. */
function rangeOf(reading: Reading, node: Node): Range {
  const [start, valueEnd] = node.range ?? [0, 0]
  let end = valueEnd
  while (end > start && reading.file.text.charCodeAt(end - 1) <= 32) end -= 1
  return [start, end]
}

function report(reading: Reading, code: Code, range: Range, ...words: [message: Said, ...hints: Said[]]): null {
  const [message, ...hints] = words
  reading.diagnostics.push(errorAt(code, spanOf(reading, range), message, ...hints))
  return null
}

const spanOf = ({ file }: Reading, [start, end]: Range): Span => ({ file, start, end })

function reportDepth(reading: Reading, range: Range): null {
  if (reading.isTooDeep) return null
  reading.isTooDeep = true
  const message = said('Values are nested deeper than {depth} levels here.', { depth: limits.depth })
  return report(
    reading,
    'yaml/too-deep',
    [range[0], range[0] + 1],
    message,
    said('Records need fewer: look for a stray bracket or dash.'),
  )
}

function reportAliasLimit(reading: Reading, range: Range): null {
  if (reading.isOverAliasLimit) return null
  reading.isOverAliasLimit = true
  return report(
    reading,
    'yaml/alias',
    range,
    said('This file repeats too much by aliases.'),
    said('Write the values out.'),
  )
}

function reportTag(reading: Reading, tag: string, [valueStart]: Range): void {
  const shown = tag.replace('tag:yaml.org,2002:', '!!')
  const start = Math.max(reading.file.text.lastIndexOf(shown, valueStart), 0)
  const hint = said('Remove it, or put text that begins with ! in quotes.')
  report(
    reading,
    'yaml/unsupported',
    [start, Math.min(start + shown.length, reading.file.text.length)],
    said('“{shown}” is a YAML tag; records have none.', { shown }),
    hint,
  )
}

function reportTwice(
  reading: Reading,
  twice: { readonly name: string; readonly range: Range; readonly first: Range; readonly at: NodeAt },
): void {
  if (twice.at.aliasedAt) return
  const { line } = linesIn(reading.file).positionAt(twice.first[0])
  const message = said('“{name}” stands twice here.', { name: twice.name })
  const hint = said('It was first given on line {line}: keep one of them.', { line })
  const told = errorAt('yaml/duplicate-key', spanOf(reading, twice.range), message, hint)
  reading.diagnostics.push(besides(told, firstAt(spanOf(reading, twice.first))))
}

function reportLongName(reading: Reading, range: Range, at: NodeAt): void {
  if (at.aliasedAt) return
  const message = said('The name of this field is longer than {name} characters.', { name: limits.name })
  report(reading, 'yaml/unsupported', range, message, said('Look for a quote or a line break that is missing.'))
}

function reportMerge(reading: Reading, range: Range, at: NodeAt): void {
  if (at.aliasedAt) return
  report(reading, 'yaml/unsupported', range, said('Records have no merge keys (“<<”).'), said('Write the fields out.'))
}

// oxlint-disable-next-line eslint/no-control-regex -- control characters are what it looks for
const controlCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/

function reportControlCharacter(reading: Reading, node: Scalar): void {
  const text = String(node.value)
  if (!controlCharacter.test(text) && text.isWellFormed()) return
  const [start, end] = rangeOf(reading, node)
  const raw = controlCharacter.exec(reading.file.text.slice(start, end))
  const range: Range = raw ? [start + raw.index, start + raw.index + 1] : [start, end]
  const message = said('This text holds an invisible control character.')
  report(reading, 'record/control-character', range, message, said('Delete it: type the text around it anew.'))
}
