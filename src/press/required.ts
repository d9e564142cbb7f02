/** Whether a record must have a field, as its schema says: one that it must have is not taken out. */
import { factsOf, type Kind } from '../model/record/kinds.ts'

/** @param pointer such as `/release/photos/0/alt` */
export function isRequired(kind: Kind, pointer: string): boolean {
  const names = pointer.split('/').slice(1)
  const within = names.slice(0, -1).reduce<unknown>(inside, factsOf(kind).schema)
  const required = partOf(within, 'required')
  return Array.isArray(required) && required.includes(names.at(-1))
}

const inside = (schema: unknown, name: string): unknown =>
  /^\d+$/.test(name) ? partOf(schema, 'items') : partOf(partOf(schema, 'properties'), name)

function partOf(schema: unknown, name: string): unknown {
  return typeof schema === 'object' && schema !== null ? Reflect.get(schema, name) : undefined
}
