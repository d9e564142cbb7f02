/** Fields that a record does not have, and fields that it must have. */

import type { ErrorObject } from 'ajv/dist/2020.js'
import { spanIn } from '../../model/dataset.ts'
import { type Diagnostic, errorAt, mendedBy } from '../../model/diagnostic.ts'
import { nearest, wasMeant } from '../../model/nearest.ts'
import { type Said, said } from '../../model/said.ts'
import type { Edit, Span } from '../../model/source.ts'
import { textInPlace } from '../certain/in-place.ts'
import { certainlyNamed } from '../certain/name.ts'
import { latin } from '../id.ts'
import { inItsWords, type Mistake, type SchemaFacts, schemaFacts, schemaOf } from '../mistake.ts'
import { pointerTo } from '../pointer.ts'
import { showPlace } from '../show.ts'

/** All field errors of one map. A misspelt field is one mistake, though it is both unknown and missing. */
export function explainFields(mistakes: readonly Mistake[]): readonly Diagnostic[] {
  const missing = mistakes.flatMap(each => asText(each.error.params['missingProperty']) ?? [])
  const unknown = mistakes.flatMap(each => asText(each.error.params['additionalProperty']) ?? [])
  // The only one that is not known is the only one that is missing, in whatever language it is written.
  const instead = missing.length === 1 && unknown.length === 1 && !isElsewhere(mistakes) ? missing[0] : undefined
  const misspelt = new Set<string>()
  const found: Diagnostic[] = []
  for (const mistake of mistakes) {
    const name = asText(mistake.error.params['additionalProperty'])
    if (name === undefined) continue
    const meant = meantBy(name, mistake, missing) ?? instead
    if (meant !== undefined) misspelt.add(meant)
    found.push(mendedBy(unknownField(name, mistake, meant), renamed(name, mistake)))
  }
  for (const mistake of mistakes) {
    const name = asText(mistake.error.params['missingProperty'])
    if (name !== undefined && !misspelt.has(name)) found.push(missingField(name, mistake))
  }
  return found
}

/** Fields that stand a level too high, by where they belong: there they are missing, but it is one mistake. */
export function misplacedFields(errors: readonly ErrorObject[]): ReadonlySet<string> {
  return new Set(
    errors.flatMap(error => {
      const name = asText(error.params['additionalProperty'])
      const inner = name === undefined ? undefined : innerFieldWith(name, schemaFacts(error))
      return inner === undefined ? [] : [`${error.instancePath}${pointerTo(inner)} ${name}`]
    }),
  )
}

export function isMisplaced(error: ErrorObject, misplaced: ReadonlySet<string>): boolean {
  const name = asText(error.params['missingProperty'])
  return name !== undefined && misplaced.has(`${error.instancePath.replace(/\/[0-9]+$/, '')} ${name}`)
}

/** It belongs into another field, or this map takes any name. */
const isElsewhere = (mistakes: readonly Mistake[]): boolean =>
  mistakes.some(mistake => {
    const name = asText(mistake.error.params['additionalProperty'])
    return name !== undefined && (name === 'id' || innerFieldWith(name, schemaOf(mistake)) !== undefined)
  })

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A missing field is likelier meant than another one. */
function meantBy(name: string, mistake: Mistake, missing: readonly string[]): string | undefined {
  const fields = Object.keys(schemaOf(mistake).properties ?? {})
  const free = fields.filter(field => !spanExists(mistake, field))
  const written = latin(name).replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
  return nearest(written, missing) ?? nearest(written, free) ?? nearest(written, fields)
}

function spanExists({ origin, pointer }: Mistake, field: string): boolean {
  return origin.spans.has(origin.pointer + pointer + pointerTo(field))
}

/** A field that is not there yet, under its right name. */
function renamed(name: string, mistake: Mistake): readonly Edit[] | undefined {
  const { origin, pointer } = mistake
  const schema = schemaOf(mistake)
  if (name === 'id' || innerFieldWith(name, schema) !== undefined) return undefined
  const meant = certainlyNamed(name, Object.keys(schema.properties ?? {}))
  if (meant === undefined || spanExists(mistake, meant)) return undefined
  return textInPlace(spanIn(origin, pointer + pointerTo(name), 'key'), name, meant)
}

function unknownField(name: string, mistake: Mistake, meant: string | undefined): Diagnostic {
  const { origin, pointer } = mistake
  const span = spanIn(origin, pointer + pointerTo(name), 'key')
  const place = pointer === '' ? said('this record') : showPlace(pointer)
  const message = said('“{name}” is not a field of {place}.', { name, place })
  return errorAt('record/unknown-field', span, message, ...hintsFor(mistake, name, meant))
}

function hintsFor(mistake: Mistake, name: string, meant: string | undefined): readonly Said[] {
  const schema = schemaOf(mistake)
  if (name === 'id') return [said('Remove it: the name of the file is the id.')]
  const inner = innerFieldWith(name, schema)
  if (inner !== undefined)
    return [said('“{name}” belongs under “{inner}”: indent it below that field.', { name, inner })]
  if (meant !== undefined) return [wasMeant(meant)]
  if (schema.patternProperties) return [keysHint(Object.keys(schema.patternProperties))]
  return [said('Fields here: {keys}.', { keys: Object.keys(schema.properties ?? {}).join(', ') })]
}

function keysHint(patterns: readonly string[]): Said {
  const isYears = patterns.every(pattern => new RegExp(pattern).test('2022'))
  return isYears && !patterns.some(pattern => new RegExp(pattern).test('id'))
    ? said('Keys here are the calendar years in which reporting years begin, four digits each.')
    : said('Keys here are ids or languages: lower-case letters, digits and hyphens.')
}

function innerFieldWith(name: string, schema: SchemaFacts): string | undefined {
  return Object.entries(schema.properties ?? {}).find(([, inner]) => {
    const fields = inner.properties ?? inner.items?.properties
    return fields !== undefined && Object.hasOwn(fields, name)
  })?.[0]
}

function missingField(name: string, mistake: Mistake): Diagnostic {
  const { pointer } = mistake
  const description = schemaOf(mistake).properties?.[name]?.description
  const place = pointer === '' ? said('this record') : showPlace(pointer)
  const hint = description
    ? said('Add “{name}”: {description}', { name, description: inItsWords(description) })
    : said('Add “{name}”.', { name })
  return errorAt('record/missing-field', spanOfParent(mistake), said('{Place} has no “{name}”.', { place, name }), hint)
}

/** The key of the map that lacks a field; an entry of a list and a whole record have none, so their beginning. */
function spanOfParent({ origin, pointer }: Mistake): Span {
  const span = spanIn(origin, pointer)
  const node = origin.spans.get(origin.pointer + pointer)
  if (pointer !== '' && node?.key) return { ...span, start: node.key[0], end: node.key[1] }
  return { ...span, end: span.start }
}
