/** Fields that a record does not have yet, put behind what it has. */
import type { Parsed } from '../load/parse.ts'
import { namesIn, pointerTo } from '../load/pointer.ts'
import type { Edit } from '../model/source.ts'
import { withLineEnds } from './edits.ts'
import { fieldFrom, fieldsIn, inFlow, Unwritten, valueFrom, yamlOf } from './yaml-text.ts'

/** A value inside of values by pointer: `/title/ru` -> `{ title: { ru: … } }`. */
export const nested = (pointer: string, value: unknown): unknown =>
  namesIn(pointer).reduceRight<unknown>((inner, name) => ({ [name]: inner }), value)

type Absent = readonly (readonly [pointer: string, value: unknown])[]

export function added(parsed: Parsed, absent: Absent): readonly Edit[] {
  const byPlace = Map.groupBy(absent, ([pointer]) => nearestOf(parsed, pointer))
  // Of maps that end at one place the outer is put in first: what comes later stands before it.
  return [...byPlace]
    .toSorted(([a], [b]) => a.length - b.length)
    .flatMap(([place, fields]) => {
      const values = fields.map(([pointer, value]) => nested(pointer.slice(place.length), value))
      const all = Object.entries(values.reduce<object>((joined, each) => merged(joined, each), {}))
      const edit = all.length === 0 ? undefined : addedTo(parsed, place, all)
      return edit ? [{ ...edit, text: withLineEnds(edit.text, parsed.file.text) }] : []
    })
}

/** The innermost map that is there. */
function nearestOf({ spans }: Parsed, pointer: string): string {
  const names = namesIn(pointer)
  for (let length = names.length - 1; length > 0; length -= 1) {
    const place = names.slice(0, length).map(pointerTo).join('')
    if (spans.has(place)) return place
  }
  return ''
}

export function merged(one: object, other: unknown): object {
  const all = new Map<string, unknown>(Object.entries(one))
  for (const [name, value] of typeof other === 'object' && other !== null ? Object.entries(other) : []) {
    const known = all.get(name)
    all.set(name, isMap(known) && isMap(value) ? merged(known, value) : value)
  }
  return Object.fromEntries(all)
}

const isMap = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Unwritten)

function addedTo(parsed: Parsed, place: string, fields: readonly (readonly [string, unknown])[]): Edit {
  const { file, spans } = parsed
  const { text } = file
  const [start, end] = spans.get(place)?.value ?? [0, text.length]
  if (text[start] === '{') {
    const inside = fields.map(([name, value]) => `${name}: ${inFlow(valueFrom(value))}`).join(', ')
    const isEmpty = text.slice(start + 1, end - 1).trim() === ''
    const at = isEmpty ? end - 1 : start + text.slice(start, end - 1).trimEnd().length
    return { start: at, end: at, text: isEmpty ? inside : `, ${inside}` }
  }
  const indent = ' '.repeat(columnIn(parsed, place))
  const lines = yamlOf(fieldsIn(fields.map(([name, value]) => fieldFrom(name, value))), indent)
  const next = place === '' ? -1 : text.indexOf('\n', end)
  const at = next < 0 ? text.length : next + 1
  const isOpen = at > 0 && text[at - 1] !== '\n'
  return { start: at, end: at, text: isOpen ? `\n${lines}` : lines }
}

/** Where the names in a map begin; in one that is empty so far, deeper than its own. */
function columnIn({ file, spans }: Parsed, place: string): number {
  const { key, value } = spans.get(place) ?? {}
  const column = (at: number): number => at - file.text.lastIndexOf('\n', at - 1) - 1
  if (value === undefined) return 0
  return key && value[0] === value[1] ? column(key[0]) + 2 : column(value[0])
}
