/** Which fields of a record are words for a reader, by the schema of its kind: no figure depends on them. */
import { factsOf, type Kind } from './kinds.ts'

/**
 * A text is a string or a map by language (`model/text.ts`), and so are the cases of a name.
 *
 * @param at JSON pointer from the record, of the text or within it
 */
export function isTextAt(kind: Kind, at: string): boolean {
  let schema: unknown = factsOf(kind).schema
  for (const name of at.split('/').slice(1)) {
    if (isTextSchema(schema) || name === 'forms' || name === 'role_forms') return true
    schema = within(schema, name)
  }
  return isTextSchema(schema)
}

interface Schema {
  readonly type?: unknown
  readonly properties?: { readonly [name: string]: unknown }
  readonly items?: unknown
  readonly additionalProperties?: unknown
  readonly patternProperties?: { readonly [pattern: string]: unknown }
}

const asSchema = (schema: unknown): Schema => (typeof schema === 'object' && schema !== null ? schema : {})

function within(schema: unknown, name: string): unknown {
  const { properties, items, additionalProperties, patternProperties } = asSchema(schema)
  return properties?.[name] ?? items ?? additionalProperties ?? Object.values(patternProperties ?? {})[0]
}

function isTextSchema(schema: unknown): boolean {
  const { type } = asSchema(schema)
  return Array.isArray(type) && type.includes('string') && type.includes('object')
}
