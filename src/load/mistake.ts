/** What an explanation of a wrong value is handed, and the schema facts it looks up. */

import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Origin, spanIn } from '../model/dataset.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Refers, refers } from '../model/record/fields.ts'
import { type Said, said, type Value } from '../model/said.ts'
import type { Span } from '../model/source.ts'
import { wholeOf } from './schema-parts.ts'
import { show, showPlace } from './show.ts'

export interface Mistake {
  readonly error: ErrorObject
  readonly record: unknown
  readonly origin: Origin
  /** Of the wrong value, from the record. */
  readonly pointer: string
  readonly zoneOf?: TimeZone
}

/** That of the society, as an IANA name; nothing where it is not known. */
export type TimeZone = () => string | undefined

/** Where a value stands, and what is known around it. */
export interface Around {
  /** Its `pointer` is where the value stands in its file. */
  readonly origin: Origin
  readonly zoneOf?: TimeZone
}

export type Explain = (mistake: Mistake) => Diagnostic

/** The parts of a JSON Schema that explanations look at. */
export interface SchemaFacts {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly pattern?: string
  readonly enum?: readonly string[]
  readonly examples?: readonly string[]
  readonly description?: string
  readonly items?: SchemaFacts
  readonly properties?: { readonly [name: string]: SchemaFacts }
  readonly patternProperties?: { readonly [pattern: string]: SchemaFacts }
  readonly additionalProperties?: unknown
  readonly propertyNames?: SchemaFacts
  readonly [refers]?: Refers
}

export function schemaOf(mistake: Mistake): SchemaFacts {
  return schemaFacts(mistake.error)
}

export function schemaFacts(error: ErrorObject): SchemaFacts {
  return wholeOf(error.parentSchema ?? {})
}

/** The wrong value; its key where nothing was written after it. */
export function spanOfMistake({ origin, pointer }: Mistake): Span {
  const span = spanIn(origin, pointer)
  return span.start === span.end ? spanIn(origin, pointer, 'key') : span
}

/** `“name” (ru)` for a text by language, else as `showPlace`. */
export function placeOfMistake({ error, pointer }: Mistake): Said {
  const isLanguage = /\/additionalProperties\/[a-zA-Z]+$/.test(error.schemaPath)
  if (!isLanguage) return showPlace(pointer)
  const cut = pointer.lastIndexOf('/')
  return said('{place} ({language})', { place: showPlace(pointer.slice(0, cut)), language: pointer.slice(cut + 1) })
}

/** The text of a scalar as the author wrote it. */
export function writtenAs({ origin, pointer }: Mistake): string {
  const { file, start, end } = spanIn(origin, pointer)
  return file.text.slice(start, end)
}

/** The wrong value; a number as it was written, with its zeros, not as a computer would write it. */
export function showData(mistake: Mistake): Value {
  const { data } = mistake.error
  return typeof data === 'number' ? writtenAs(mistake) || show(data) : show(data)
}

/** What the field is for, in the schema's words: often all the hint there is. */
export function aboutField(schema: SchemaFacts): readonly Said[] {
  const { description } = schema
  return description ? [said('The field: {description}', { description: inItsWords(description) })] : []
}

/** What a schema says of a field is told in the words that a language has for fields (`templates/workspace/fields/`). */
export const inItsWords = (description: string): Said => ofEntries[description] ?? { sentence: description }

/** Of what stands in a list, and has no name that it could be told by. */
const ofEntries: { readonly [description: string]: Said } = { 'An id.': said('An id.') }
