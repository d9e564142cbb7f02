/** A second opinion on whether a record fits its schema: by another validator than the one that the product asks. */
import { Compile } from 'typebox/schema'
import { parse } from 'yaml'
import { factsOf, type Kind, kindNames } from '../../../src/model/record/kinds.ts'
import { kindAt } from './bases.ts'
import { isListed } from './known.ts'

type Validator = ReturnType<typeof Compile>

const validators = new Map<Kind, Validator>(kindNames.map(kind => [kind, Compile(factsOf(kind).schema)]))

/** Whether the text is certainly no record of its kind; of a text that is no YAML nothing is said. */
export function isMisfit(path: string, text: string): boolean {
  const kind = kindAt(path)
  const validator = kind && validators.get(kind)
  if (!kind || !validator) return false
  const value: unknown = parse(text)
  if (!isListed(kind) || !Array.isArray(value)) return !validator.Check(value)
  return value.some((entry: unknown) => !fitsInList(entry, validator))
}

function fitsInList(entry: unknown, validator: Validator): boolean {
  if (typeof entry !== 'object' || entry === null || !('id' in entry) || typeof entry.id !== 'string') return false
  const { id: _, ...record } = entry
  return validator.Check(record)
}
