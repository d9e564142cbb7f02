/** A value against its schema. Ajv compiles a schema once, when the first value does not fit it. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import type { TSchema } from 'typebox'
import type { Diagnostic } from '../model/diagnostic.ts'
import { lazily } from '../model/lazily.ts'
import { explain } from './explain.ts'
import { fits } from './fits.ts'
import type { Around } from './mistake.ts'
import { inParts } from './schema-parts.ts'

/** What explains a mistake is handed the offending value and its schema. */
const ajv = lazily(() => {
  // The schemas are ours: that they are schemas is known before anything is read.
  const options = { allowUnionTypes: true, inlineRefs: false, meta: false, validateSchema: false }
  const made = new Ajv2020({ ...options, allErrors: true, verbose: true })
  ajvFormats.default(made, ['date', 'date-time', 'email', 'uri'])
  return made
})

const compiled = new Map<TSchema, ValidateFunction>()

export function validate(schema: TSchema, value: unknown, around: Around): readonly Diagnostic[] {
  if (fits(schema, value)) return []
  const isValid = validatorOf(schema)
  return isValid(value) ? [] : explain(isValid.errors ?? [], value, around)
}

function validatorOf(schema: TSchema): ValidateFunction {
  const known = compiled.get(schema)
  if (known) return known
  const validator = ajv().compile(inParts(schema, (part, name) => void ajv().addSchema(part, name)))
  compiled.set(schema, validator)
  return validator
}
