/**
 * A value against its schema. Whether it fits, what was compiled ahead says where there is such; what is wrong, Ajv, who
 * compiles the schema when the first value does not fit it.
 */
import { Ajv2020, type Options, type ValidateFunction } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { TSchema } from 'typebox'
import type { Diagnostic } from '../model/diagnostic.ts'
import { lazily } from '../model/lazily.ts'
import { compiledAhead } from './compiled-ahead.ts'
import { explain } from './explain.ts'
import type { Around } from './mistake.ts'
import { parting } from './schema-parts.ts'
import { namedSchemas } from './schemas.ts'

export function validate(schema: TSchema, value: unknown, around: Around): readonly Diagnostic[] {
  if (fits(schema, value)) return []
  const isValid = validatorOf(schema)
  return isValid(value) ? [] : explain(isValid.errors ?? [], value, around)
}

/** Whether `validate` would find nothing. */
export const fits = (schema: TSchema, value: unknown): boolean => (ahead.get(schema) ?? validatorOf(schema))(value)

const ahead = new Map([...namedSchemas].map(([name, schema]) => [schema, compiledAhead[name]]))

/** Who says what is wrong is handed the offending value and its schema. */
const explaining = lazily(() => ajvWith({ allErrors: true, verbose: true }))
const compiled = new Map<TSchema, ValidateFunction>()

function validatorOf(schema: TSchema): ValidateFunction {
  const known = compiled.get(schema)
  if (known) return known
  const { ajv, inParts } = explaining()
  const validator = ajv.compile(inParts(schema))
  compiled.set(schema, validator)
  return validator
}

/** Ajv as it compiles our schemas, here and ahead, once they are in parts. */
export function ajvWith(options: Options): { readonly ajv: Ajv2020; readonly inParts: (schema: object) => object } {
  // The schemas are ours: that they are schemas is known before anything is read.
  const ajv = new Ajv2020({ allowUnionTypes: true, inlineRefs: false, meta: false, validateSchema: false, ...options })
  ajvFormats.default(ajv, ['date', 'date-time', 'email', 'uri'])
  return { ajv, inParts: parting((part, name) => void ajv.addSchema(part, name)) }
}
