/**
 * Whether a value fits its schema, yes or no. Most do, and to learn that nobody should wait until Ajv has compiled the
 * schema: it is asked what is wrong where one does not (`validate.ts`).
 *
 * Of a schema with a keyword that is not known here, this says that nothing fits it.
 */
import { fullFormats } from 'ajv-formats/dist/formats.js'

type Fits = (value: unknown) => boolean
interface Fields {
  readonly [name: string]: unknown
}

const compiled = new WeakMap<object, Fits>()

export const fits = (schema: object, value: unknown): boolean => fitsIn(schema)(value)

function fitsIn(schema: unknown): Fits {
  if (!isFields(schema)) return never
  const known = compiled.get(schema)
  if (known) return known
  const all = Object.keys(schema).flatMap(keyword => (notes.has(keyword) ? [] : (rules[keyword]?.(schema) ?? never)))
  const one: Fits = value => all.every(rule => rule(value))
  compiled.set(schema, one)
  return one
}

const never: Fits = () => false
const always: Fits = () => true

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** They say nothing of a value. */
const notes: ReadonlySet<string> = new Set(['description', 'examples'])

/** To a value of a type that a keyword is not about, it says nothing, as JSON Schema has it. */
const ofNumber = (bound: unknown, rule: (value: number, bound: number) => boolean): Fits =>
  typeof bound === 'number' ? value => typeof value !== 'number' || rule(value, bound) : never
const ofText =
  (rule: (text: string) => boolean): Fits =>
  value =>
    typeof value !== 'string' || rule(value)
const ofList = (bound: unknown, rule: (length: number, bound: number) => boolean): Fits =>
  typeof bound === 'number' ? value => !isList(value) || rule(value.length, bound) : never
const ofFields =
  (rule: (fields: Fields) => boolean): Fits =>
  value =>
    !isFields(value) || rule(value)

const rules: { readonly [keyword: string]: (schema: Fields) => Fits } = {
  type: ({ type }) => {
    const allowed = [type].flat().map(name => types[String(name)] ?? never)
    return value => allowed.some(isOf => isOf(value))
  },
  enum: ({ enum: values }) => (isList(values) ? value => values.includes(value) : never),
  minimum: ({ minimum }) => ofNumber(minimum, (value, least) => value >= least),
  maximum: ({ maximum }) => ofNumber(maximum, (value, most) => value <= most),
  exclusiveMinimum: ({ exclusiveMinimum }) => ofNumber(exclusiveMinimum, (value, below) => value > below),
  minLength: ({ minLength }) => ofText(text => Array.from(text).length >= Number(minLength)),
  pattern: ({ pattern }) => ofText(matching(String(pattern))),
  format: ({ format }) => {
    const [, known] = Object.entries(fullFormats).find(([name]) => name === format) ?? []
    return known === undefined ? never : ofText(text => isInFormat(text, known))
  },
  minItems: ({ minItems }) => ofList(minItems, (length, least) => length >= least),
  maxItems: ({ maxItems }) => ofList(maxItems, (length, most) => length <= most),
  // Whether two entries that are no texts or numbers are the same, Ajv knows.
  uniqueItems: () => value =>
    !isList(value) || (new Set(value).size === value.length && !value.some(each => typeof each === 'object')),
  items: ({ items }) => {
    const entry = fitsIn(items)
    return value => !isList(value) || value.every(entry)
  },
  minProperties: ({ minProperties }) => ofFields(fields => Object.keys(fields).length >= Number(minProperties)),
  required: ({ required }) =>
    isList(required) ? ofFields(fields => required.every(name => Object.hasOwn(fields, String(name)))) : never,
  propertyNames: ({ propertyNames }) => {
    const name = fitsIn(propertyNames)
    return ofFields(fields => Object.keys(fields).every(name))
  },
  properties: ({ properties }) => {
    const inside = rulesOf(properties)
    return ofFields(fields => Object.entries(fields).every(([name, value]) => inside.get(name)?.(value) ?? true))
  },
  patternProperties: ({ patternProperties }) => {
    const inside = [...rulesOf(patternProperties)].map(([pattern, rule]) => [matching(pattern), rule] as const)
    return ofFields(fields =>
      Object.entries(fields).every(([name, value]) => inside.every(([isOne, rule]) => !isOne(name) || rule(value))),
    )
  },
  additionalProperties: ({ additionalProperties, properties, patternProperties }) => {
    const named = rulesOf(properties)
    const patterns = [...rulesOf(patternProperties).keys()].map(matching)
    const other = additionalProperties === true ? always : fitsIn(additionalProperties)
    return ofFields(fields =>
      Object.entries(fields).every(
        ([name, value]) => named.has(name) || patterns.some(isOne => isOne(name)) || other(value),
      ),
    )
  },
}

const rulesOf = (schemas: unknown): ReadonlyMap<string, Fits> =>
  new Map(isFields(schemas) ? Object.entries(schemas).map(([name, schema]) => [name, fitsIn(schema)]) : [])

function matching(pattern: string): (text: string) => boolean {
  const form = new RegExp(pattern, 'u')
  return text => form.test(text)
}

type Format = (typeof fullFormats)['date']

function isInFormat(text: string, format: Format): boolean {
  if (format instanceof RegExp) return format.test(text)
  if (typeof format === 'function') return format(text)
  if (typeof format !== 'object' || !('validate' in format)) return false
  const { validate } = format
  if (validate instanceof RegExp) return validate.test(text)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- formats of texts are asked of texts alone
  return typeof validate === 'function' && (validate as (written: string) => unknown)(text) === true
}

const types: { readonly [type: string]: Fits } = {
  object: isFields,
  array: isList,
  string: value => typeof value === 'string',
  number: Number.isFinite,
  integer: Number.isInteger,
  boolean: value => typeof value === 'boolean',
  null: value => value === null,
}
