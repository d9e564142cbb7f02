/**
 * A record of which some facts are known: these are written, what else it must have is left empty, for `check` to ask for,
 * and what it may have stands in comments. Each field has above it what it is for: in the words of
 * whoever reads it, where there are any, else in those of its schema.
 */
import type { Kind } from '../model/record/kinds.ts'
import { blockIn, type FieldWords, shapeOf } from './field-blocks.ts'
import { aboutField, type FieldSchema, isByLanguage, schemaOfKind } from './field-schema.ts'
import { type Field, type Fields, fieldsIn, type Value, valueFrom, yamlOf } from './yaml-text.ts'

export interface Known {
  readonly [name: string]: unknown
}

interface To {
  /** In which a text is to be written, where nothing is known of it. */
  readonly languages: readonly string[]
  /** Those of the schemas, for what they lack. */
  readonly words?: FieldWords
}

/** Fields that stand together, and the block that they are. */
interface Holding {
  readonly schema: FieldSchema
  readonly block: string
}

export function newRecord(kind: Kind, known: Known, to: To): string {
  const { fields } = fieldsOf({ schema: schemaOfKind(kind), block: kind }, known, to)
  const said = fields.filter(({ isOut }) => !isOut)
  const more = fields.filter(({ isOut }) => isOut)
  const rest = more.length === 0 ? '' : `\n${yamlOf(fieldsIn(more))}`
  return `${said.map(field => yamlOf(fieldsIn([field]))).join('')}${rest}`
}

function fieldsOf({ schema, block }: Holding, known: Known, to: To): Fields {
  const all = Object.entries(schema.properties ?? {}).map(([name, inner]): Field => {
    const about = withChoices(to.words?.[block]?.[name] ?? aboutField(inner), inner)
    const inside = { schema: inner, block: blockIn(`${block}.${name}`, shapeOf(inner)) ?? block }
    if (Object.hasOwn(known, name)) return { name, about, value: filled(inside, known[name], to) }
    if (schema.required?.includes(name)) return { name, about, value: blank(inside, to) }
    return { name, about, value: null, isOut: true }
  })
  return fieldsIn(all)
}

/** What may stand there, where it is a few codes and the words do not name them. */
function withChoices(about: string, { enum: choices, examples: ours, items }: FieldSchema): string {
  const codes = choices ?? ours ?? items?.enum ?? items?.examples ?? []
  const isNamed = codes.every(code => about.includes(code))
  return isNamed || codes.length > mostChoices ? about : `${about} ${codes.join(' | ')}`
}

/** There are more currencies than anybody reads. */
const mostChoices = 12

/** Fields of fields may lack what they must have, too. */
function filled(holding: Holding, value: unknown, to: To): Value {
  if (!isKnown(value)) return valueFrom(value)
  if (isByLanguage(holding.schema)) return inEach(to.languages, value)
  return holding.schema.properties ? fieldsOf(holding, value, to) : valueFrom(value)
}

const isKnown = (value: unknown): value is Known => typeof value === 'object' && value !== null && !Array.isArray(value)

function blank(holding: Holding, to: To): Value {
  const { schema, block } = holding
  if (isByLanguage(schema)) return inEach(to.languages, {})
  if (schema.properties) return required(holding, to)
  if (schema.type !== 'array') return null
  if (schema.minItems === undefined) return []
  return schema.items?.properties ? [required({ schema: schema.items, block }, to)] : null
}

function required(holding: Holding, to: To): Fields {
  const { fields } = fieldsOf(holding, {}, to)
  return fieldsIn(fields.filter(({ isOut }) => !isOut))
}

/** A line for each language, with its text where it is known. */
function inEach(languages: readonly string[], texts: Known): Value {
  const all = [...new Set([...languages, ...Object.keys(texts)])]
  return fieldsIn(all.map(name => ({ name, value: valueFrom(texts[name]) })))
}
