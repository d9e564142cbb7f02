/**
 * The schemas as an editor of one workspace has use of them: its own ids with their names, its languages, what each choice
 * means, examples, and pieces to put in. What is said of a field is said once, in `model/record/`; this adds what only the
 * workspace knows.
 */
import { ownCodePattern } from '../../model/own-codes.ts'
import { refers } from '../../model/record/fields.ts'
import { type Language, languagePattern } from '../../model/text.ts'
import type { SchemaFacts } from '../mistake.ts'
import { document, jsonSchemas, layoutFile } from '../schemas.ts'
import { examplesOf } from './examples.ts'
import { layoutSchema } from './layout-schema.ts'
import { meaningsOf, openChoices } from './meanings.ts'
import { snippetsFor } from './snippets.ts'
import { idsFor, type Vocabulary } from './vocabulary.ts'
import { wordingSchema } from './wording-schema.ts'

export function editorSchemas(vocabulary: Vocabulary): ReadonlyMap<string, object> {
  const told = (schema: object): object => toldOf(schema, vocabulary)
  const { phrases } = vocabulary
  const wording = document('Khabar: wording', wordingSchema(phrases))
  const schemas = jsonSchemas(told)
  const layout = layoutSchema(schemas.get(layoutFile) ?? {}, phrases)
  return new Map([...schemas, [layoutFile, layout], ['wording.schema.json', wording]])
}

function toldOf(schema: object, vocabulary: Vocabulary): object {
  const facts: SchemaFacts = schema
  const inside = Object.fromEntries(
    Object.entries(schema).map(([name, value]): [string, unknown] => [
      name,
      isInside(name) ? insideOf(value, vocabulary) : value,
    ]),
  )
  return { ...inside, ...examplesOf(facts), ...snippetsFor(facts, vocabulary), ...choicesOf(facts, vocabulary) }
}

/** What holds schemas; all else is values. */
const isInside = (name: string): boolean => ['properties', 'patternProperties', 'items', 'anyOf'].includes(name)

function insideOf(value: unknown, vocabulary: Vocabulary): unknown {
  if (Array.isArray(value)) return value.map(each => insideOf(each, vocabulary))
  if (typeof value !== 'object' || value === null) return value
  // A map of fields has none of these as a name: `type` and `items` of a record are maps themselves.
  const isSchema =
    ('type' in value && (typeof value.type === 'string' || Array.isArray(value.type))) || 'anyOf' in value
  if (isSchema) return toldOf(value, vocabulary)
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, insideOf(inner, vocabulary)]))
}

function choicesOf(schema: SchemaFacts, vocabulary: Vocabulary): object {
  const reference = schema[refers]
  if (reference) return namesOf(schema, idsFor(reference, vocabulary))
  if (schema.propertyNames && Array.isArray(schema.type)) return textIn(vocabulary.languages)
  if (schema.pattern === languagePattern) return languagesIn(vocabulary)
  if (schema.pattern === ownCodePattern) return codesIn(schema, vocabulary)
  const meanings = meaningsOf(schema.enum ?? [], schema.description ?? '', vocabulary.phrases)
  return meanings.some(Boolean) ? { enumDescriptions: meanings } : {}
}

type Named = readonly (readonly [id: string, name: string])[]

/** Of a map, its keys. Where there is nothing to name yet, nothing is wrong. */
function namesOf(schema: SchemaFacts, ids: Named): object {
  if (ids.length === 0) return {}
  if (schema.type !== 'object') return { enum: ids.map(([id]) => id), enumDescriptions: ids.map(([, name]) => name) }
  const [each = {}] = Object.values(schema.patternProperties ?? {})
  const properties = Object.fromEntries(ids.map(([id, name]) => [id, { ...each, description: name }]))
  return { properties, patternProperties: undefined, additionalProperties: false }
}

function textIn(languages: readonly Language[]): object {
  const inEach = languages.map(language => [language, { type: 'string', minLength: 1, description: nameOf(language) }])
  return { properties: Object.fromEntries(inEach), propertyNames: undefined, additionalProperties: false }
}

/** A code of one's own may come, once it has words. */
function codesIn({ examples = [], pattern }: SchemaFacts, { phrases }: Vocabulary): object {
  const known = [...openChoices(examples, phrases)]
  if (known.length === 0) return {}
  const named = { enum: known.map(([code]) => code), enumDescriptions: known.map(([, words]) => words) }
  return { pattern: undefined, anyOf: [named, { type: 'string', pattern }] }
}

/** Those of the society are known; a new one may come. */
function languagesIn({ languages, worded }: Vocabulary): object {
  const all = [...new Set([...languages, ...worded])]
  return {
    pattern: undefined,
    anyOf: [
      { enum: all, enumDescriptions: all.map(nameOf) },
      { type: 'string', pattern: languagePattern },
    ],
  }
}

const nameOf = (language: Language): string =>
  new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language
