/** A mapping file, held against its schema and the fields there are, with what the command line says over it. */

import { fieldNamed } from '../../exchange/fields.ts'
import { fieldKeys, type Mapping, mappingSchema } from '../../exchange/mapping.ts'
import type { Site } from '../../exchange/site.ts'
import { parse } from '../../load/parse.ts'
import { pointerTo } from '../../load/pointer.ts'
import { validate } from '../../load/validate.ts'
import { spanIn } from '../../model/dataset.ts'
import { type Diagnostic, errorAt, hasErrors, type Outcome } from '../../model/diagnostic.ts'
import { suggest } from '../../model/nearest.ts'
import { said } from '../../model/said.ts'
import { type SourceFile, type Span, spanOfFile } from '../../model/source.ts'

/** What the command line says. */
export type Wishes = Pick<Mapping, 'sheet' | 'dates' | 'language' | 'defaults'>

export function mappingOf(file: SourceFile | undefined, wishes: Wishes, site: Site): Outcome<Mapping> {
  const { value, diagnostics } = file ? readMapping(file) : { value: {}, diagnostics: [] }
  const mapping: Mapping = { ...value, ...wishes, defaults: { ...value.defaults, ...wishes.defaults } }
  const unsaid = Object.keys(wishes.defaults ?? {}).flatMap(key => unknownField(key, undefined))
  const language =
    mapping.language === undefined || site.languages.includes(mapping.language)
      ? []
      : [unpublished(mapping.language, site, file)]
  return { value: mapping, diagnostics: [...diagnostics, ...unsaid, ...language] }
}

function readMapping(file: SourceFile): Outcome<Mapping> {
  const parsed = parse(file)
  const origin = { file, pointer: '', spans: parsed.spans }
  const written = parsed.value ?? {}
  const amiss = [
    ...parsed.diagnostics,
    ...(parsed.value === undefined ? [] : validate(mappingSchema, written, { origin })),
  ]
  if (hasErrors(amiss) || parsed.value === undefined) return { value: {}, diagnostics: amiss }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the border where a text becomes a mapping: its schema was found to hold
  const value = written as Mapping
  const fieldsNamed = [
    ...Object.entries(value.columns ?? {}).map(([header, field]) => ({
      field,
      at: `/columns${pointerTo(header)}`,
      part: 'value' as const,
    })),
    ...Object.keys({ ...value.values }).map(field => ({
      field,
      at: `/values${pointerTo(field)}`,
      part: 'key' as const,
    })),
    ...Object.keys({ ...value.defaults }).map(field => ({
      field,
      at: `/defaults${pointerTo(field)}`,
      part: 'key' as const,
    })),
  ]
  const unknown = fieldsNamed.flatMap(({ field, at, part }) =>
    field === null ? [] : unknownField(field, spanIn(origin, at, part), part === 'value'),
  )
  return { value, diagnostics: [...amiss, ...unknown] }
}

/** @param mayBeWorded a column may be a text in a language: `name.en` */
function unknownField(name: string, span: Span | undefined, mayBeWorded = false): readonly Diagnostic[] {
  const [, key = name] = (mayBeWorded && /^([a-z_]+)\.[A-Za-z-]+$/.exec(name)) || []
  const field = fieldNamed(key)
  if (field && (key === name || field.isWorded)) return []
  return [
    errorAt(
      'record/wrong-value',
      span,
      said('“{name}” is no field that an import knows.', { name }),
      ...suggest(name, fieldKeys),
      said('Fields are: {fields}.', { fields: fieldKeys.join(', ') }),
    ),
  ]
}

function unpublished(language: string, { languages }: Site, file: SourceFile | undefined): Diagnostic {
  const message = said('The society does not publish in “{language}”.', { language })
  return errorAt(
    'record/unknown-language',
    file && spanOfFile(file),
    message,
    said('It publishes in {languages}.', { languages: languages.join(', ') }),
  )
}
