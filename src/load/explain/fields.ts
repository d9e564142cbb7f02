/** Fields that a record does not have, and fields that it must have. */
import type { ErrorObject } from 'ajv/dist/2020.js'
import { spanIn } from '../../model/dataset.ts'
import { type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { nearest, wasMeant } from '../../model/nearest.ts'
import type { Span } from '../../model/source.ts'
import { languagePattern } from '../../model/text.ts'
import { type Mistake, type SchemaFacts, schemaFacts, schemaOf } from '../mistake.ts'
import { pointerTo } from '../pointer.ts'
import { capitalized, showPlace } from '../show.ts'

/** All field errors of one map. A misspelt field is one mistake, though it is both unknown and missing. */
export function explainFields(mistakes: readonly Mistake[]): readonly Diagnostic[] {
  const missing = mistakes.flatMap(each => asText(each.error.params['missingProperty']) ?? [])
  const misspelt = new Set<string>()
  const found: Diagnostic[] = []
  for (const mistake of mistakes) {
    const name = asText(mistake.error.params['additionalProperty'])
    if (name === undefined) continue
    const meant = meantBy(name, mistake, missing)
    if (meant !== undefined) misspelt.add(meant)
    found.push(unknownField(name, mistake, meant))
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

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

/** A missing field is likelier meant than another one. */
function meantBy(name: string, mistake: Mistake, missing: readonly string[]): string | undefined {
  const fields = Object.keys(schemaOf(mistake).properties ?? {})
  const free = fields.filter(field => !spanExists(mistake, field))
  return nearest(name, missing) ?? nearest(name, free) ?? nearest(name, fields)
}

function spanExists({ origin, pointer }: Mistake, field: string): boolean {
  return origin.spans.has(origin.pointer + pointer + pointerTo(field))
}

function unknownField(name: string, mistake: Mistake, meant: string | undefined): Diagnostic {
  const { origin, pointer } = mistake
  const span = spanIn(origin, pointer + pointerTo(name), 'key')
  const place = pointer === '' ? 'this record' : showPlace(pointer)
  const message = `“${name}” is not a field of ${place}.`
  return errorAt('record/unknown-field', span, message, ...hintsFor(mistake, name, meant))
}

function hintsFor(mistake: Mistake, name: string, meant: string | undefined): readonly string[] {
  const schema = schemaOf(mistake)
  if (name === 'id') return ['Remove it: the name of the file is the id.']
  const inner = innerFieldWith(name, schema)
  if (inner !== undefined) return [`“${name}” belongs under “${inner}”: indent it below that field.`]
  const empty = new RegExp(languagePattern).test(name) ? emptyTextAbove(name, mistake) : undefined
  if (empty !== undefined) return [`A text in ${name} belongs below “${empty}”: indent it deeper than that field.`]
  if (meant !== undefined) return [wasMeant(meant)]
  if (schema.patternProperties) return [keysHint(Object.keys(schema.patternProperties))]
  return [`Fields here: ${Object.keys(schema.properties ?? {}).join(', ')}.`]
}

/** The field without a value that stands last above a language: what follows it was meant to be inside it. */
function emptyTextAbove(language: string, { error }: Mistake): string | undefined {
  const names = Object.entries(error.data ?? {})
  const before = names
    .slice(
      0,
      names.findIndex(([name]) => name === language),
    )
    .toReversed()
  const [field, value] = before.find(([name]) => !new RegExp(languagePattern).test(name)) ?? []
  return value === null ? field : undefined
}

function keysHint(patterns: readonly string[]): string {
  const isYears = patterns.every(pattern => new RegExp(pattern).test('2022'))
  return isYears && !patterns.some(pattern => new RegExp(pattern).test('id'))
    ? 'Keys here are the calendar years in which reporting years begin, four digits each.'
    : 'Keys here are ids or languages: lower-case letters, digits and hyphens.'
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
  const place = pointer === '' ? 'This record' : capitalized(showPlace(pointer))
  const hint = description ? `Add “${name}”: ${description}` : `Add “${name}”.`
  return errorAt('record/missing-field', spanOfParent(mistake), `${place} has no “${name}”.`, hint)
}

/** The key of the map that lacks a field; an entry of a list and a whole record have none, so their beginning. */
function spanOfParent({ origin, pointer }: Mistake): Span {
  const span = spanIn(origin, pointer)
  const node = origin.spans.get(origin.pointer + pointer)
  if (pointer !== '' && node?.key) return { ...span, start: node.key[0], end: node.key[1] }
  return { ...span, end: span.start }
}
