/**
 * A record of which some facts are known: these are written, what else it must have is left empty, for `check` to ask for,
 * and what it may have stands in comments. Each field has above it what it is for, in the words of its schema.
 */
import { aboutField, type FieldSchema, isByLanguage } from './field-schema.ts'
import { type Field, type Fields, fieldsIn, type Value, valueFrom, yamlOf } from './yaml-text.ts'

export interface Known {
  readonly [name: string]: unknown
}

/** @param languages in which a text is to be written, where nothing is known of it */
export function newRecord(schema: FieldSchema, known: Known, languages: readonly string[]): string {
  const { fields } = fieldsOf(schema, known, languages)
  const said = fields.filter(({ isOut }) => !isOut)
  const more = fields.filter(({ isOut }) => isOut)
  const rest = more.length === 0 ? '' : `\n${yamlOf(fieldsIn(more))}`
  return `${said.map(field => yamlOf(fieldsIn([field]))).join('')}${rest}`
}

function fieldsOf(schema: FieldSchema, known: Known, languages: readonly string[]): Fields {
  const all = Object.entries(schema.properties ?? {}).map(([name, inner]): Field => {
    const about = aboutField(inner)
    if (Object.hasOwn(known, name)) return { name, about, value: filled(inner, known[name], languages) }
    if (schema.required?.includes(name)) return { name, about, value: blank(inner, languages) }
    return { name, about, value: null, isOut: true }
  })
  return fieldsIn(all)
}

/** Fields of fields may lack what they must have, too. */
function filled(schema: FieldSchema, value: unknown, languages: readonly string[]): Value {
  if (!isKnown(value)) return valueFrom(value)
  if (isByLanguage(schema)) return inEach(languages, value)
  return schema.properties ? fieldsOf(schema, value, languages) : valueFrom(value)
}

const isKnown = (value: unknown): value is Known => typeof value === 'object' && value !== null && !Array.isArray(value)

function blank(schema: FieldSchema, languages: readonly string[]): Value {
  if (isByLanguage(schema)) return inEach(languages, {})
  if (schema.properties) return required(schema, languages)
  if (schema.type !== 'array') return null
  if (schema.minItems === undefined) return []
  return schema.items?.properties ? [required(schema.items, languages)] : null
}

function required(schema: FieldSchema, languages: readonly string[]): Fields {
  const { fields } = fieldsOf(schema, {}, languages)
  return fieldsIn(fields.filter(({ isOut }) => !isOut))
}

/** A line for each language, with its text where it is known. */
function inEach(languages: readonly string[], texts: Known): Value {
  const all = [...new Set([...languages, ...Object.keys(texts)])]
  return fieldsIn(all.map(name => ({ name, value: valueFrom(texts[name]) })))
}
