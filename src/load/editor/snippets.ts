/** Pieces that an editor puts in: fields that must be there, with the places to fill. */
import type { SchemaFacts } from '../mistake.ts'
import type { Vocabulary } from './vocabulary.ts'

interface Required extends SchemaFacts {
  readonly required?: readonly string[]
}

/** Of a map with fields that it must have. */
export function snippetsFor(schema: Required, vocabulary: Vocabulary): object {
  const { properties, required = [], description = '' } = schema
  if (!properties || required.length === 0) return {}
  const body = bodyOf(schema, { vocabulary, next: 1 })
  return { defaultSnippets: [{ label: description.replace(/\.$/, ''), description: required.join(', '), body }] }
}

interface Filling {
  readonly vocabulary: Vocabulary
  /** Number of the next place to fill. */
  next: number
}

function bodyOf({ properties = {}, required = [] }: Required, filling: Filling): object {
  return Object.fromEntries(required.map(name => [name, placeFor(properties[name] ?? {}, filling)]))
}

function placeFor(schema: Required, filling: Filling): unknown {
  const place = (): string => `$${filling.next++}`
  if (schema.propertyNames && Array.isArray(schema.type))
    return Object.fromEntries(filling.vocabulary.languages.map(language => [language, place()]))
  if (schema.type === 'array') return [placeFor(schema.items ?? {}, filling)]
  if (schema.properties) return bodyOf(schema, filling)
  return place()
}
