/** What the schema of a field tells someone who writes a record: more than a check needs to look at. */
import { isOfTheDay, type Refers, refers } from '../model/record/fields.ts'
import { factsOf, type Kind } from '../model/record/kinds.ts'

export interface FieldSchema {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly enum?: readonly string[]
  /** Choices of ours, where others may come. */
  readonly examples?: readonly string[]
  readonly description?: string
  readonly minItems?: number
  readonly items?: FieldSchema
  readonly required?: readonly string[]
  readonly properties?: { readonly [name: string]: FieldSchema }
  readonly patternProperties?: { readonly [pattern: string]: FieldSchema }
  readonly propertyNames?: object
  readonly [refers]?: Refers
  readonly [isOfTheDay]?: true
}

export const schemaOfKind = (kind: Kind): FieldSchema => factsOf(kind).schema

/** What stands under a name, or in every entry of a list. */
export function schemaAt(schema: FieldSchema, names: readonly string[]): FieldSchema | undefined {
  const [name, ...rest] = names
  if (name === undefined) return schema
  const [ofAnyName] = Object.values(schema.patternProperties ?? {})
  const inner = /^[0-9]+$/.test(name) && schema.items ? schema.items : (schema.properties?.[name] ?? ofAnyName)
  return inner && schemaAt(inner, rest)
}

/** One text, or one for each language. */
export const isByLanguage = ({ propertyNames, type }: FieldSchema): boolean =>
  propertyNames !== undefined && Array.isArray(type)

/** What a field is for, without what goes for every text. */
export const aboutField = ({ description = '' }: FieldSchema): string =>
  description.replace(/ One text in the main language, or a map by language\.$/, '')
