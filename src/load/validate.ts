/** A value against its schema. Ajv compiles each schema once, when it is first needed. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { TSchema } from 'typebox'
import type { Diagnostic } from '../model/diagnostic.ts'
import { explain } from './explain.ts'
import type { Around } from './mistake.ts'
import { inParts } from './schema-parts.ts'

// `verbose` hands the explanations the offending value and its schema; it costs nothing where all is valid.
// The schemas are ours: that they are schemas is known before anything is read.
const ajv = new Ajv2020({
  allErrors: true,
  allowUnionTypes: true,
  verbose: true,
  inlineRefs: false,
  meta: false,
  validateSchema: false,
})
ajvFormats.default(ajv, ['date', 'date-time', 'email', 'uri'])

const compiled = new Map<TSchema, ValidateFunction>()

export function validate(schema: TSchema, value: unknown, around: Around): readonly Diagnostic[] {
  const isValid = validatorOf(schema)
  return isValid(value) ? [] : explain(isValid.errors ?? [], value, around)
}

/** Whether `validate` would find nothing. */
export const fits = (schema: TSchema, value: unknown): boolean => validatorOf(schema)(value)

function validatorOf(schema: TSchema): ValidateFunction {
  const known = compiled.get(schema)
  if (known) return known
  const validator = ajv.compile(inParts(schema, (part, name) => void ajv.addSchema(part, name)))
  compiled.set(schema, validator)
  return validator
}
