/**
 * Words of a text that YAML takes for something else though the file is YAML: a name for an alias that nobody uses, what
 * follows a comma in braces, a field whose colon or space is missing.
 */

import { isScalar, type Scalar, type YAMLMap } from 'yaml'
import { type Diagnostic, errorAt, mendedBy } from '../model/diagnostic.ts'
import { said } from '../model/said.ts'
import type { Edit, SourceFile } from '../model/source.ts'
import { asNumber } from './explain/number.ts'
import { looksQuoted, onlyLetters, quoted } from './quoted.ts'
import { slipAt } from './slips/certain.ts'
import { isName } from './slips/names.ts'

/** `undefined` where a scalar is what it looks like. */
export function readWords(file: SourceFile, node: Scalar): readonly Diagnostic[] | undefined {
  if (node.type !== 'PLAIN' || !node.range) return undefined
  const found = [...anchorIn(file, node), ...(typeof node.value === 'string' ? slipAt(file, node.range[0]) : [])]
  return found.length > 0 ? found : undefined
}

function anchorIn(file: SourceFile, { anchor, range }: Scalar): readonly Diagnostic[] {
  const [valueStart, valueEnd] = range ?? [0, 0]
  if (anchor === undefined || file.text.includes(`*${anchor}`)) return []
  const start = Math.max(file.text.lastIndexOf(`&${anchor}`, valueStart), 0)
  const end = Math.max(start + 1 + anchor.length, valueEnd)
  const message = said('YAML takes “&{anchor}” for a name of what follows, and no text shows it.', { anchor })
  const hint = said('Text that begins with & goes in quotes: {text}.', { text: quoted(file.text.slice(start, end)) })
  return [errorAt('yaml/swallowed', { file, start, end }, message, hint)]
}

/** A field that stands behind a space or a dash that is none. */
export function strangeKey(file: SourceFile, { range, value }: Scalar): readonly Diagnostic[] {
  return range && typeof value === 'string' && /^[^\p{L}\p{N}_]/u.test(value) ? slipAt(file, range[0]) : []
}

interface Swallowed {
  readonly diagnostics: readonly Diagnostic[]
  /** Not fields at all; what only lacks a space is meant as a field. */
  readonly keys: ReadonlyMap<unknown, readonly [name: string, text: string] | undefined>
}

export const noCommas: Swallowed = { diagnostics: [], keys: new Map() }

/** What stands in braces without a colon of its own is the rest of the text before its comma. */
export function commasIn(file: SourceFile, map: YAMLMap): Swallowed {
  const bare = map.items.filter(
    ({ key, value }) => value === null && isScalar(key) && key.range && key.type === 'PLAIN',
  )
  if (bare.length === 0) return noCommas
  const keys = new Map(bare.map(({ key }) => [key, meantField(key)] as const))
  const diagnostics: Diagnostic[] = []
  map.items.forEach((pair, index) => {
    if (!isScalar(pair.key) || !keys.has(pair.key)) return
    const before = map.items[index - 1]
    // Of several commas in one text, the first is told.
    if (before && keys.has(before.key) && !hasColon(before.key)) return
    const mend = hasColon(pair.key) ? spaceIn(pair.key) : undefined
    diagnostics.push(hasColon(pair.key) ? mendedBy(spaceMissing(file, pair.key), mend) : commaBefore(file, map, index))
  })
  return { diagnostics, keys }
}

function meantField(key: unknown): readonly [string, string] | undefined {
  const written = isScalar(key) ? String(key.value) : ''
  const [whole = '', name] = fieldAlone.exec(written) ?? []
  return name === undefined ? undefined : [name, written.slice(whole.length)]
}

const fieldAlone = /^([A-Za-z_][\w-]*)[:：](?=\S)/

const hasColon = (key: unknown): boolean => isScalar(key) && fieldAlone.test(String(key.value))

/** Behind the name of a field; `http:` is none. */
function spaceIn(key: Scalar): readonly Edit[] | undefined {
  const [, name = ''] = fieldAlone.exec(String(key.value)) ?? []
  const at = (key.range?.[0] ?? 0) + name.length
  return isName(name) ? [{ start: at, end: at + 1, text: ': ' }] : undefined
}

function spaceMissing(file: SourceFile, key: Scalar): Diagnostic {
  const written = String(key.value)
  const [, name = ''] = fieldAlone.exec(written) ?? []
  const at = (key.range?.[0] ?? 0) + name.length
  const hint = said('Write {name}: {written}', { name, written: written.slice(name.length + 1).trim() })
  return errorAt('yaml/swallowed', { file, start: at, end: at + 1 }, said('A space is missing after this colon.'), hint)
}

/** Neither a number, nor with a remark in it, nor a field behind the comma that lacks its colon. */
const isOneText = (whole: string): boolean =>
  !/#|^[\d"'*&!]/.test(whole) && whole.split(',').every((part, index) => index === 0 || !isName(firstWord(part)))

const firstWord = (part: string): string => /^\s*([\w-]*)/.exec(part)?.[1] ?? ''

function commaBefore(file: SourceFile, map: YAMLMap, index: number): Diagnostic {
  const [mapStart = 0] = map.range ?? []
  const rest = map.items.slice(index)
  const next = rest.findIndex(({ key, value }) => value !== null || hasColon(key))
  const last = rest.slice(0, next < 0 ? undefined : next).at(-1)?.key
  const end = isScalar(last) ? (last.range?.[1] ?? mapStart) : mapStart
  const before = map.items[index - 1]?.value
  if (!isScalar(before) || !before.range) {
    const span = { file, start: mapStart, end: Math.max(end, mapStart + 1) }
    const hint = said('Text that begins with { goes in quotes: {text}.', {
      text: quoted(`${file.text.slice(mapStart, end)}}`),
    })
    return errorAt('yaml/swallowed', span, said('In braces each entry has a name, a colon and a value.'), hint)
  }
  const [start, valueEnd] = before.range
  const comma = valueEnd + Math.max(file.text.slice(valueEnd, end).indexOf(','), 0)
  const whole = file.text.slice(start, end)
  const number = typeof before.value === 'number' ? asNumber(whole) : undefined
  const message = said('In braces a comma ends the value: what follows it belongs to no field.')
  const letters = looksQuoted(whole) ? [onlyLetters] : []
  const hint =
    number === undefined
      ? said('Put the whole text in quotes: {whole}.', { whole: quoted(whole) })
      : said('Write {number}: decimals after a point.', { number })
  const told = errorAt('yaml/swallowed', { file, start: comma, end: comma + 1 }, message, hint, ...letters)
  return mendedBy(told, isOneText(whole) ? [{ start, end, text: quoted(whole) }] : undefined)
}
