/**
 * The leaves of a schema, and values that differ in one of them: whether something shows a field is asked by changing
 * that field alone. A path names the entries of every list and map by a star: `participants.*.people.*.name`.
 */
import type { TSchema } from 'typebox'

/** The keywords of JSON Schema that the schemas of `model` are made of. */
export interface Shape {
  readonly type?: string | readonly string[]
  readonly enum?: readonly string[]
  readonly pattern?: string
  readonly format?: string
  readonly properties?: { readonly [name: string]: Shape }
  readonly patternProperties?: { readonly [pattern: string]: Shape }
  readonly items?: Shape
}

export interface Leaf {
  readonly path: string
  readonly shape: Shape
}

export const shapeOf = (schema: TSchema): Shape => schema

/** @param isLeaf what is one value though it has parts: a text in several languages */
export function leavesOf(shape: Shape, isLeaf: (shape: Shape) => boolean = () => false, path = ''): readonly Leaf[] {
  const parts = isLeaf(shape) ? [] : partsOf(shape)
  if (parts.length === 0) return [{ path, shape }]
  return parts.flatMap(([name, part]) => leavesOf(part, isLeaf, path === '' ? name : `${path}.${name}`))
}

function partsOf({ properties, patternProperties, items }: Shape): readonly (readonly [string, Shape])[] {
  const anything = items ?? Object.values(patternProperties ?? {})[0]
  return [...Object.entries(properties ?? {}), ...(anything ? [['*', anything] as const] : [])]
}

/** A copy in which each value at the path has gone through `change`. */
export function changedAt(value: unknown, path: string, change: (value: unknown) => unknown): unknown {
  const [name = '', ...rest] = path.split('.')
  if (path === '') return change(value)
  if (value === undefined || value === null) return value
  const goOn = (part: unknown): unknown => changedAt(part, rest.join('.'), change)
  if (Array.isArray(value)) return value.map(goOn)
  const entries = Object.entries(value).map(([key, part]) => [key, name === '*' || name === key ? goOn(part) : part])
  return Object.fromEntries(entries)
}

/** Every value at the path. */
export function valuesAt(value: unknown, path: string): readonly unknown[] {
  const found: unknown[] = []
  changedAt(value, path, each => {
    found.push(each)
    return each
  })
  return found
}
