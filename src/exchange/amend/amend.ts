/**
 * Changes put into the text of a record, and nothing else of the text touched: comments, order, quotes, line ends stay.
 * What the text is like where a change cannot be made so, such as a value of an alias, is left to whoever compares.
 */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml'
import { orderAt } from '../field-order.ts'
import type { Plain } from '../reading/fault.ts'
import type { Change } from '../values.ts'
import { isList, writtenFields, writtenInFlow, writtenItem, writtenScalar, writtenValue } from './written.ts'

/** A value that is to stand here, or changes further inside. */
type Wanted = { readonly value: Plain } | { readonly inside: Map<string, Wanted> }

interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

interface Amending {
  readonly text: string
  readonly eol: string
  readonly splices: Splice[]
}

/** @param at of the record in its file: nothing, or its place in the list */
export function amended(text: string, at: readonly string[], changes: readonly Change[]): string {
  const document = parseDocument(text, { version: '1.2', stringKeys: true, uniqueKeys: false })
  const record = document.getIn(at, true)
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const amending: Amending = { text, eol, splices: [] }
  if (isMap(record)) amendMap(amending, record, wantedIn(changes), [])
  return spliced(text, amending.splices)
}

function wantedIn(changes: readonly Change[]): Map<string, Wanted> {
  const root = new Map<string, Wanted>()
  for (const { at, value } of changes) {
    let within = root
    for (const name of at.slice(0, -1)) {
      const known = within.get(name)
      const next = known && 'inside' in known ? known.inside : new Map<string, Wanted>()
      within.set(name, { inside: next })
      within = next
    }
    within.set(at.at(-1) ?? '', { value })
  }
  return root
}

/** As a value of its own, where nothing is there yet. */
function plainOf(wanted: Wanted, at: readonly string[]): Plain {
  if ('value' in wanted) return wanted.value
  const order = orderAt(at)
  const fields = [...wanted.inside].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return Object.fromEntries(fields.map(([name, inner]) => [name, plainOf(inner, [...at, name])]))
}

function amendMap(amending: Amending, map: YAMLMap, wanted: ReadonlyMap<string, Wanted>, at: readonly string[]): void {
  const order = orderAt(at)
  const missing: string[] = []
  for (const [name, inner] of wanted) {
    const pair = pairOf(map, name)
    if (pair) amendValue(amending, { pair, map }, inner, [...at, name])
    else missing.push(name)
  }
  const sorted = missing.toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  for (const [after, names] of Map.groupBy(sorted, name => before(map, name, order))) {
    const fields = names.map(name => [name, plainOf(wanted.get(name) ?? { value: '' }, [...at, name])] as const)
    insert(amending, map, after, Object.fromEntries(fields))
  }
}

const pairOf = (map: YAMLMap, name: string): Pair | undefined =>
  map.items.find(({ key }) => isScalar(key) && scalarText(key) === name)

/** The last of those that come before it in the schema. */
function before(map: YAMLMap, name: string, order: readonly string[]): Pair | undefined {
  const earlier = new Set(order.slice(0, Math.max(order.indexOf(name), 0)))
  return map.items.findLast(({ key }) => isScalar(key) && earlier.has(scalarText(key)))
}

interface Site {
  readonly pair: Pair
  readonly map: YAMLMap
}

function amendValue(amending: Amending, { pair, map }: Site, wanted: Wanted, at: readonly string[]): void {
  const node = pair.value
  if (isMap(node) && 'inside' in wanted) return amendMap(amending, node, wanted.inside, at)
  if (isSeq(node) && 'inside' in wanted) return amendList(amending, node, wanted.inside, at)
  const value = plainOf(wanted, at)
  if (isSeq(node) && isList(value) && node.flow !== true && value.every(each => typeof each === 'string'))
    return amendNames(amending, node, value)
  replace(amending, { pair, map }, value)
}

function replace({ text, splices, eol }: Amending, { pair, map }: Site, value: Plain): void {
  const { key, value: node } = pair
  const [start = 0] = rangeOf(key)
  const indent = map.flow ? '' : ' '.repeat(columnAt(text, start))
  if (isNothing(node)) {
    const colon = text.indexOf(':', rangeOf(key)[1] ?? start) + 1
    splices.push({
      start: colon,
      end: colon,
      text: map.flow ? ` ${writtenInFlow(value)}` : writtenValue(value, indent, eol),
    })
    return
  }
  const [from = 0, to = 0] = rangeOf(node)
  const end = endOf(text, from, to)
  const written =
    map.flow || isAlias(node) || typeof value === 'object'
      ? writtenInFlow(value)
      : writtenValue(value, indent, eol).slice(1)
  const isQuoted = isScalar(node) && node.type === 'QUOTE_DOUBLE' && typeof value === 'string' && !value.includes('\n')
  splices.push({ start: from, end, text: isQuoted ? JSON.stringify(value) : written })
}

const isNothing = (node: unknown): boolean => !node || (isScalar(node) && node.value === null && !node.source)

/** Names of a list of its own lines: those that go take their line along, those that come stand after what stays. */
function amendNames({ text, splices, eol }: Amending, list: YAMLSeq, names: readonly Plain[]): void {
  const items = list.items.filter((item): item is Scalar => isScalar(item))
  const kept = items.filter(item => names.includes(scalarText(item)))
  const added = names
    .filter(name => !kept.some(item => scalarText(item) === name))
    .map(name => `- ${writtenInFlow(name)}`)
  const [from = 0] = rangeOf(list)
  const dash = ' '.repeat(columnAt(text, from))
  const last = kept.at(-1)
  if (!last) {
    const [start = 0, end = 0] = rangeOf(items.at(-1))
    splices.push({ start: from, end: endOf(text, start, end), text: added.join(eol + dash) })
    return
  }
  for (const item of items) {
    if (kept.includes(item)) continue
    const [start = 0, end = 0] = rangeOf(item)
    splices.push({ start: lineStart(text, start) - eol.length, end: restOfLine(text, end), text: '' })
  }
  const [start = 0, end = 0] = rangeOf(last)
  const rest = restOfLine(text, endOf(text, start, end))
  splices.push({ start: rest, end: rest, text: added.map(each => `${eol}${dash}${each}`).join('') })
}

function amendList(
  amending: Amending,
  list: YAMLSeq,
  wanted: ReadonlyMap<string, Wanted>,
  at: readonly string[],
): void {
  const added: Plain[] = []
  for (const [index, inner] of wanted) {
    const item = list.items[Number(index)]
    if (isMap(item) && 'inside' in inner) amendMap(amending, item, inner.inside, [...at, index])
    else if (item === undefined) added.push(plainOf(inner, [...at, index]))
  }
  const { text, splices, eol } = amending
  const last = list.items.at(-1)
  if (added.length === 0 || !isNode(last)) return
  const [start = 0, to = 0] = rangeOf(last)
  const end = endOf(text, start, to)
  if (list.flow) {
    splices.push({ start: end, end, text: added.map(each => `, ${writtenInFlow(each)}`).join('') })
    return
  }
  const dash = ' '.repeat(columnAt(text, rangeOf(list)[0] ?? 0))
  const rest = restOfLine(text, end)
  splices.push({
    start: rest,
    end: rest,
    text: added.map(each => `${eol}${dash}- ${writtenItem(each, `${dash}  `, eol)}`).join(''),
  })
}

/** New fields of a map, after one of its pairs or before them all. */
function insert(
  { text, splices, eol }: Amending,
  map: YAMLMap,
  after: Pair | undefined,
  fields: { readonly [name: string]: Plain },
): void {
  const first = map.items[0]
  if (map.flow) {
    const inner = Object.entries(fields)
      .map(([name, value]) => `${writtenScalar(name)}: ${writtenInFlow(value)}`)
      .join(', ')
    const near = after ?? first
    if (!near) {
      const [start = 0, end = 0] = rangeOf(map)
      splices.push({ start, end, text: `{ ${inner} }` })
    } else if (after) {
      const end = pairEnd(text, after)
      splices.push({ start: end, end, text: `, ${inner}` })
    } else {
      const [start = 0] = rangeOf(near.key)
      splices.push({ start, end: start, text: `${inner}, ` })
    }
    return
  }
  const [start = 0] = rangeOf(first?.key)
  const indent = ' '.repeat(columnAt(text, start))
  const written = writtenFields(fields, indent, eol)
  if (!after) {
    splices.push({ start, end: start, text: `${written}${eol}${indent}` })
    return
  }
  const end = restOfLine(text, pairEnd(text, after))
  splices.push({ start: end, end, text: `${eol}${indent}${written}` })
}

const isNode = (value: unknown): value is Node => isMap(value) || isSeq(value) || isScalar(value) || isAlias(value)

function rangeOf(node: unknown): readonly number[] {
  return isNode(node) && node.range ? node.range : [0, 0]
}

function pairEnd(text: string, { key, value }: Pair): number {
  if (isNothing(value)) return text.indexOf(':', rangeOf(key)[1]) + 1
  const [start = 0, end = 0] = rangeOf(value)
  return endOf(text, start, end)
}

/** Without the blank lines and comments that the library counts to a block. */
function endOf(text: string, start: number, end: number): number {
  let at = end
  while (at > start && /\s/.test(text.charAt(at - 1))) at -= 1
  return at
}

/** Past a comment on the same line, before the line ends. */
function restOfLine(text: string, at: number): number {
  const next = text.indexOf('\n', at)
  if (next < 0) return text.length
  return text.charAt(next - 1) === '\r' ? next - 1 : next
}

const lineStart = (text: string, at: number): number => text.lastIndexOf('\n', at - 1) + 1
/** The dash of a list counts as a space does. */
const columnAt = (text: string, at: number): number => at - lineStart(text, at)

/** From the end, so that places before stay; what is put in at one place stands in the order in which it came. */
function spliced(text: string, splices: readonly Splice[]): string {
  const ordered = splices.toSorted((a, b) => a.start - b.start || a.end - b.end)
  let result = ''
  let at = 0
  for (const { start, end, text: put } of ordered) {
    result += text.slice(at, start) + put
    at = Math.max(at, end)
  }
  return result + text.slice(at)
}

const scalarText = ({ value }: Scalar): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
