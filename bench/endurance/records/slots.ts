/**
 * Every place in which a record can hold something, as the schemas say it: a field that is added to one of them is a slot,
 * and is spoilt, from that day.
 */
import type { TSchema } from 'typebox'
import { type Refers, refers } from '../../../src/model/record/fields.ts'
import { factsOf, type Kind, kindNames } from '../../../src/model/record/kinds.ts'

/** The keywords of JSON Schema that the schemas of records are made of. */
export interface Shape {
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly exclusiveMinimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly uniqueItems?: boolean
  readonly items?: Shape
  readonly properties?: { readonly [name: string]: Shape }
  readonly patternProperties?: { readonly [pattern: string]: Shape }
  readonly required?: readonly string[]
  readonly description?: string
  readonly [refers]?: Refers
}

export interface Slot {
  readonly kind: Kind
  /** `release.quotes.*.text`: a star is any entry of a list, or any key of a map. Empty: the whole record. */
  readonly path: readonly string[]
  readonly shape: Shape
}

const shapeOf = (schema: TSchema): Shape => schema

export const schemaOf = (kind: Kind): Shape => shapeOf(factsOf(kind).schema)

/** One value though it has parts: a text, or a text by language. */
export const isText = ({ type }: Shape): boolean => Array.isArray(type) && type.includes('object')

/** By name; of a list or a map, whatever is in it, by a star. */
export function partsOf({ properties, items, patternProperties }: Shape): readonly (readonly [string, Shape])[] {
  const any = items ?? Object.values(patternProperties ?? {})[0]
  return [...Object.entries(properties ?? {}), ...(any ? [['*', any] as const] : [])]
}

function slotsIn(kind: Kind, shape: Shape, path: readonly string[]): readonly Slot[] {
  return [{ kind, path, shape }, ...partsOf(shape).flatMap(([name, part]) => slotsIn(kind, part, [...path, name]))]
}

export const slots: readonly Slot[] = kindNames.flatMap(kind => slotsIn(kind, schemaOf(kind), []))

export const nameOf = ({ kind, path }: Pick<Slot, 'kind' | 'path'>): string => [kind, ...path].join('.')
