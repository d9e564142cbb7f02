/** Which facts of a record are of its own day, as its schema says. */
import { pointerTo } from '../load/pointer.ts'
import { isOfTheDay } from '../model/record/fields.ts'
import { type FieldSchema, schemaAt } from './field-schema.ts'

/** @returns pointers; of what stands inside each other the outermost */
export function factsOfTheDay(value: unknown, schema: FieldSchema, pointer = ''): readonly string[] {
  if (schema[isOfTheDay]) return [pointer]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => {
    const of = schemaAt(schema, [name])
    return of ? factsOfTheDay(inner, of, pointer + pointerTo(name)) : []
  })
}
