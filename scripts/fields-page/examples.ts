/** Examples of fields: values of records that are there, of the sample workspace or else of the case that fills every field. */
import { parse as parseYaml } from 'yaml'
import { holderIn, isText, type Shape } from '../../src/author/field-blocks.ts'
import { type Fields, fieldsIn, inFlow, type Value, valueFrom, yamlOf } from '../../src/author/yaml-text.ts'
import type { Kind } from '../../src/model/record/kinds.ts'
import type { SourceFile } from '../../src/model/source.ts'
import type { Block } from './blocks.ts'

/** A value of a record: where it stands, and what it is. */
export interface Place {
  readonly file: SourceFile
  /** Names and numbers from the top of the file. */
  readonly names: readonly (string | number)[]
  readonly value: unknown
  /** Of what stands in a block of its own: the field that holds it, and its number in a list or its name in a map. */
  readonly field?: string
  readonly key?: string | number
}

export interface Example {
  /** As it is printed: `title: Working meeting`, or lines of YAML. */
  readonly text: string
  /** Where in it the value stands that stands at this place of the record. */
  readonly within: readonly (string | number)[]
  readonly place: Place
}

/** By `block field`, and of a whole block by its name. */
export type Places = ReadonlyMap<string, readonly Place[]>

export interface Known {
  readonly kind: Kind
  readonly file: SourceFile
}

/** @param records in the order in which they are preferred */
export function placesIn(records: readonly Known[], blocks: readonly Block[]): Places {
  const byName = new Map(blocks.map(block => [block.name, block]))
  const found = new Map<string, Place[]>()
  const put = (key: string, place: Place): void => {
    found.set(key, [...(found.get(key) ?? []), place])
  }
  const look = (name: string, place: Place): void => {
    const block = byName.get(name)
    if (!block || !isMap(place.value)) return
    put(name, place)
    for (const field of block.fields) {
      const value = place.value[field.name]
      if (value === undefined) continue
      const at = { file: place.file, names: [...place.names, field.name], value }
      put(`${name} ${field.name}`, at)
      if (field.inside !== undefined) for (const each of entriesOf(at, field.shape)) look(field.inside, each)
    }
  }
  for (const { kind, file } of records) {
    const value: unknown = parseYaml(file.text)
    const list = Array.isArray(value)
    for (const [index, record] of (list ? value : [value]).entries())
      look(kind, { file, names: list ? [index] : [], value: record })
  }
  return found
}

export const isMap = (value: unknown): value is { readonly [name: string]: unknown } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Those that hold the fields of a block: the value, each entry of a list, each value of a map. */
function entriesOf(place: Place, shape: Shape): readonly Place[] {
  const { value, names, file } = place
  const field = String(names.at(-1))
  if (holderIn(shape)?.mark === '' || !(isMap(value) || Array.isArray(value))) return [{ ...place, field }]
  return Object.entries(value).map(([name, inner]: [string, unknown]) => {
    const key = Array.isArray(value) ? Number(name) : name
    return { file, names: [...names, key], value: inner, field, key }
  })
}

const longestLine = 70

/** Of one field, on one line. */
export function exampleOf(name: string, shape: Shape, places: readonly Place[], language: string): Example | undefined {
  const lines = places.map(place => ({ text: lineOf(name, shape, place.value, language), within: [name], place }))
  return (
    lines.find(({ text }) => text.length <= longestLine) ?? lines.toSorted((a, b) => a.text.length - b.text.length)[0]
  )
}

const lineOf = (name: string, shape: Shape, value: unknown, language: string): string =>
  `${name}: ${inFlow(valueFrom(shortened(shape, value, language)))}`

/** Texts in one language; of a long list or map its first. */
function shortened(shape: Shape, value: unknown, language: string): unknown {
  if (isText(shape)) return textIn(value, language)
  const isLong = JSON.stringify(value).length > longestLine
  if (Array.isArray(value))
    return value.slice(0, isLong ? 1 : undefined).map(each => shortened(shape.items ?? {}, each, language))
  return isMap(value) && isLong ? Object.fromEntries(Object.entries(value).slice(0, 2)) : value
}

const textIn = (value: unknown, language: string): unknown =>
  isMap(value) ? (value[language] ?? value['en'] ?? Object.values(value)[0]) : value

/** Of a block as it stands in a record: what must be there, and of what may be there what fits on a line. */
export function exampleOfBlock(
  block: Block,
  blocks: readonly Block[],
  places: readonly Place[],
  language: string,
): Example | undefined {
  const examples = places.map(place => {
    const body = bodyOf(block, { blocks, language, isWhole: place.field === undefined }, place.value)
    const { field, key } = place
    const within = [field ?? [], (typeof key === 'number' ? 0 : key) ?? []].flat()
    return { text: yamlOf(underItsName(place, body)), within, place }
  })
  const length = ({ text }: Example): number => text.split('\n').length
  return examples.toSorted((a, b) => length(b) - length(a))[0]
}

/** With the dash or the key that it stands behind. */
function underItsName({ field, key }: Place, body: Fields): Fields {
  if (field === undefined) return body
  if (key === undefined) return fieldsIn([{ name: field, value: body }])
  return fieldsIn([{ name: field, value: typeof key === 'number' ? [body] : fieldsIn([{ name: key, value: body }]) }])
}

interface Printing {
  readonly blocks: readonly Block[]
  readonly language: string
  /** Of a whole record nothing is shown but what must be there. */
  readonly isWhole: boolean
}

function bodyOf(block: Block, printing: Printing, value: unknown): Fields {
  if (!isMap(value)) return fieldsIn([])
  return fieldsIn(
    block.fields.flatMap(field => {
      const own = value[field.name]
      if (own === undefined || (printing.isWhole && !field.isRequired)) return []
      const inner = printing.blocks.find(({ name }) => name === field.inside)
      if (inner)
        return field.isRequired ? [{ name: field.name, value: nestedIn(field.shape, inner, printing, own) }] : []
      const text = shortened(field.shape, own, printing.language)
      return field.isRequired || JSON.stringify(text).length <= longestLine
        ? [{ name: field.name, value: valueFrom(text) }]
        : []
    }),
  )
}

function nestedIn(shape: Shape, inner: Block, printing: Printing, own: unknown): Value {
  const all = Array.isArray(own) ? own.slice(0, 1) : undefined
  return holderIn(shape)?.mark === '[]' && all
    ? all.map(each => bodyOf(inner, printing, each))
    : bodyOf(inner, printing, own)
}
