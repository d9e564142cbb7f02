/** What somebody says of a new record in words, `field=value`, as the values that records hold. */

import { dayHint } from '../load/explain/day.ts'
import type { Dataset } from '../model/dataset.ts'
import { EnvironmentFault } from '../model/fault.ts'
import { nearest } from '../model/nearest.ts'
import { refers } from '../model/record/fields.ts'
import { said } from '../model/said.ts'
import { merged, nested } from './added-fields.ts'
import { type FieldSchema, isByLanguage, schemaAt } from './field-schema.ts'
import { idNamed } from './named-records.ts'
import type { Known } from './new-record.ts'

/** One field, by the names that lead to it, and what was said of it. */
export interface Said {
  readonly names: readonly string[]
  readonly text: string
}

export interface Asked {
  readonly schema: FieldSchema
  readonly dataset: Dataset
}

/** `release/headline/ru=…` -> its names and its text. */
export function saidIn(words: string): Said {
  const at = words.indexOf('=')
  if (at < 1)
    throw new EnvironmentFault(
      said('“{words}” says nothing of a field.', { words }),
      said('Write field=value: place=uz-tk.'),
    )
  return { names: words.slice(0, at).trim().split(/[/.]/), text: words.slice(at + 1).trim() }
}

/** What is said twice of a list is two of its entries. */
export function knownFrom(given: readonly Said[], asked: Asked): Known {
  const known: { [name: string]: unknown } = {}
  for (const [path, all] of Map.groupBy(given, ({ names }) => names.join('/'))) {
    const names = path.split('/')
    const field = fieldNamed(names, asked)
    const value =
      field.type === 'array'
        ? all.flatMap(({ text }) => valueIn(text, field, asked))
        : valueIn(all.at(-1)?.text ?? '', field, asked)
    Object.assign(known, merged(known, nested(`/${[...names, ...languageOf(field, asked)].join('/')}`, value)))
  }
  return known
}

const mainLanguage = ({ dataset }: Asked): string => dataset.society.data.languages[0] ?? ''

/** A text without a language is in the main one. */
const languageOf = (field: FieldSchema, asked: Asked): readonly string[] =>
  isByLanguage(field) ? [mainLanguage(asked)] : []

function fieldNamed(names: readonly string[], { schema, dataset }: Asked): FieldSchema {
  const field = schemaAt(schema, names)
  if (field) return field
  const language = names.at(-1) ?? ''
  const above = schemaAt(schema, names.slice(0, -1))
  if (above && isByLanguage(above)) {
    const { languages } = dataset.society.data
    if (languages.includes(language)) return { type: 'string' }
    throw new EnvironmentFault(
      said('The society does not publish in “{language}”.', { language }),
      said('It publishes in: {languages}.', { languages: languages.join(', ') }),
    )
  }
  const fields = Object.keys(above?.properties ?? schema.properties ?? {})
  const near = nearest(language, fields)
  throw new EnvironmentFault(
    said('There is no field “{names}”.', { names: names.join('/') }),
    near ? said('Did you mean “{near}”?', { near }) : said('There are: {fields}.', { fields: fields.join(', ') }),
  )
}

function valueIn(text: string, field: FieldSchema, asked: Asked): unknown {
  if (field.type === 'array' && field.items) {
    const { items } = field
    return text.split(',').map(each => valueIn(each.trim(), items, asked))
  }
  const reference = field[refers]
  if (reference) return idNamed(text, reference, asked.dataset)
  if (field.enum) return chosen(text, field.enum)
  if (field.format === 'date') return dayFrom(text)
  if (field.type === 'boolean') return truthFrom(text)
  if (field.type === 'number' || field.type === 'integer') return numberFrom(text)
  if (field.properties)
    throw new EnvironmentFault(
      said('“{text}” is said of what has fields of its own.', { text }),
      said('Say one: {keys}.', { keys: Object.keys(field.properties).join(', ') }),
    )
  return text
}

function chosen(text: string, choices: readonly string[]): string {
  if (choices.includes(text)) return text
  const near = nearest(text, choices)
  throw new EnvironmentFault(
    said('“{text}” is none of the choices.', { text }),
    near ? said('Did you mean “{near}”?', { near }) : said('There are: {choices}.', { choices: choices.join(', ') }),
  )
}

function dayFrom(text: string): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)) return text
  throw new EnvironmentFault(said('“{text}” is not a day.', { text }), dayHint(text))
}

function truthFrom(text: string): boolean {
  if (text === 'true' || text === 'false') return text === 'true'
  throw new EnvironmentFault(said('“{text}” is neither true nor false.', { text }), said('Write true or false.'))
}

function numberFrom(text: string): number {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text)
  throw new EnvironmentFault(said('“{text}” is not a number.', { text }), said('Write digits, decimals after a point.'))
}
