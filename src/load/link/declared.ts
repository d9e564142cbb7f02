/** What a schema says of its fields: which are texts by language, which name other records. A new field needs no second list. */
import { type Refers, refers } from '../../model/record/fields.ts'
import { factsOf, isKind, type Kind, kindNames } from '../../model/record/kinds.ts'
import type { Pattern } from '../match.ts'
import type { SchemaFacts } from '../mistake.ts'

/** A field whose ids name records of a kind. */
export interface Reference extends Refers {
  readonly at: Pattern
  readonly to: Kind
}

interface Field {
  readonly at: Pattern
  readonly schema: SchemaFacts
}

const fields = new Map(kindNames.map(kind => [kind, fieldsOf({ at: [], schema: factsOf(kind).schema })]))

function fieldsOf(field: Field): readonly Field[] {
  const { at, schema } = field
  const inFields = Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    fieldsOf({ at: [...at, name], schema: inner }),
  )
  return [field, ...inFields, ...(schema.items ? fieldsOf({ at: [...at, '*'], schema: schema.items }) : [])]
}

function inAllKinds<T>(found: (field: Field) => readonly T[]): (kind: Kind) => readonly T[] {
  const known = new Map(kindNames.map(kind => [kind, (fields.get(kind) ?? []).flatMap(found)]))
  return kind => known.get(kind) ?? []
}

/** Texts, and the case forms of names, which are maps by language too. */
export const textsOf = inAllKinds(({ at, schema }) => {
  const isMap = Object.keys(schema.patternProperties ?? {}).some(key => key.startsWith('^[a-z]{2,3}'))
  return isMap || schema.propertyNames?.pattern !== undefined ? [at] : []
})

/** Of a map, it is the keys that name. */
export const referencesOf = inAllKinds(({ at, schema }): readonly Reference[] => {
  const { [refers]: said } = schema
  if (!said) return []
  if (!isKind(said.to)) throw new Error(`“${said.to}”, to which ${at.join('/')} refers, is no kind of record`)
  return [{ ...said, to: said.to, at: schema.type === 'object' ? [...at, '#'] : at }]
})

/** Kinds that others name, and the society whose languages they are written in. */
const targets = new Set<Kind>(['society', ...kindNames.flatMap(referencesOf).map(({ to }) => to)])
export const isTarget = (kind: Kind): boolean => targets.has(kind)
