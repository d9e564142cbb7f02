/** Where the texts by language of a schema are: read off the schema, so that a new field needs no second list. */
import type { Pattern } from '../match.ts'
import type { SchemaFacts } from '../mistake.ts'

/** Patterns of all texts by language at or below a schema that lies at `at`. */
export function listedFields(schema: SchemaFacts, at: Pattern): readonly Pattern[] {
  if (isByLanguage(schema)) return [at]
  const inFields = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    listedFields(field, [...at, name]),
  )
  const inItems = schema.items ? listedFields(schema.items, [...at, '*']) : []
  return [...inFields, ...inItems]
}

/** Texts, and the case forms of names, which are maps by language too. */
function isByLanguage(schema: SchemaFacts): boolean {
  if (schema.propertyNames?.pattern !== undefined) return true
  return Object.keys(schema.patternProperties ?? {}).some(key => key.startsWith('^[a-z]{2,3}'))
}
