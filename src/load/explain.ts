/**
 * Ajv errors -> diagnostics in plain words, one for each mistake.
 *
 *   group by value -> the one error that says most -> a family of explanations (explain/*.ts)
 */
import type { ErrorObject } from 'ajv/dist/2020.js'
import { type Diagnostic, mendedBy } from '../model/diagnostic.ts'
import { certainFix } from './certain/value.ts'
import { explainChoice } from './explain/choice.ts'
import { explainFields, isMisplaced, misplacedFields } from './explain/fields.ts'
import { explainFormat } from './explain/format.ts'
import { explainPattern } from './explain/pattern.ts'
import { explainRange } from './explain/range.ts'
import { explainType } from './explain/type.ts'
import type { Around, Explain, Mistake } from './mistake.ts'

/** Which error of a value to tell, the most telling first: a wrong type makes the others pointless. */
const families: readonly (readonly [keyword: string, explain: Explain])[] = [
  ['type', explainType],
  ['minLength', explainRange],
  ['format', explainFormat],
  ['enum', explainChoice],
  ['pattern', explainPattern],
  ['minItems', explainRange],
  ['minProperties', explainRange],
  ['uniqueItems', explainRange],
  ['minimum', explainRange],
  ['exclusiveMinimum', explainRange],
  ['maximum', explainRange],
]

const ofFields: ReadonlySet<string> = new Set(['required', 'additionalProperties'])

export function explain(errors: readonly ErrorObject[], record: unknown, around: Around): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const misplaced = misplacedFields(errors)
  for (const [pointer, group] of byValue(errors)) {
    const fieldErrors = group.filter(error => ofFields.has(error.keyword) && !isMisplaced(error, misplaced))
    found.push(...explainFields(fieldErrors.map(error => ({ error, record, ...around, pointer }))))
    const told = mostTelling(group, { record, ...around, pointer })
    if (told) found.push(told)
  }
  return found
}

/** Without the names of languages, which `link/languages.ts` holds against the society's own. */
function byValue(errors: readonly ErrorObject[]): ReadonlyMap<string, readonly ErrorObject[]> {
  const groups = new Map<string, ErrorObject[]>()
  for (const error of errors) {
    if (error.propertyName !== undefined || error.keyword === 'propertyNames') continue
    const group = groups.get(error.instancePath)
    if (group) group.push(error)
    else groups.set(error.instancePath, [error])
  }
  return groups
}

function mostTelling(group: readonly ErrorObject[], at: Omit<Mistake, 'error'>): Diagnostic | undefined {
  for (const [keyword, family] of families) {
    const error = group.find(each => each.keyword === keyword)
    if (error) return mendedBy(family({ error, ...at }), certainFix({ error, ...at }))
  }
  const other = group.find(each => !ofFields.has(each.keyword))
  return other && explainRange({ error: other, ...at })
}
