/** The order of the fields of an activity, on every level, as its schema has them. */
import type { TSchema } from 'typebox'
import { activity } from '../model/record/activity.ts'

interface Shape {
  readonly properties?: { readonly [name: string]: Shape }
  readonly items?: Shape
}

/** Names of the fields at a place in an activity: none where it has none. */
export function orderAt(at: readonly string[]): readonly string[] {
  const root: TSchema = activity
  const shape = at.reduce<Shape | undefined>((within, name) => within?.properties?.[name] ?? within?.items, root)
  const names = Object.keys(shape?.properties ?? {})
  return at.length === 0 ? ['id', ...names] : names
}

export function inOrder(value: unknown, at: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((each, index) => inOrder(each, [...at, String(index)]))
  if (typeof value !== 'object' || value === null) return value
  const order = orderAt(at)
  const fields = Object.entries(value).toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  return Object.fromEntries(fields.map(([name, inner]) => [name, inOrder(inner, [...at, name])]))
}
