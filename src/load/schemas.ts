/** Which schemas there are: for validation here, and as JSON Schema documents for editors. */
import type { TSchema } from 'typebox'
import { id, record } from '../model/record/fields.ts'
import { factsOf, type Kind, kindNames } from '../model/record/kinds.ts'
import { reportLayout } from '../model/report-layout.ts'
import { capitalized, withArticle } from './show.ts'

const inLists: ReadonlyMap<Kind, TSchema> = new Map(
  kindNames.filter(kind => factsOf(kind).listed).map(kind => [kind, listedSchema(kind)]),
)

/** A record written in a list must carry its id. */
function listedSchema(kind: Kind): TSchema {
  const { properties } = factsOf(kind).schema
  return record(`${capitalized(withArticle(kind))} in a list.`, { id: id(`Id of the ${kind}.`), ...properties })
}

export function schemaOfRecord(kind: Kind, isListed: boolean): TSchema {
  return (isListed && inLists.get(kind)) || factsOf(kind).schema
}

const draft = 'https://json-schema.org/draft/2020-12/schema'

/** File names and schemas for `khabar schema`: editors complete fields and show descriptions by them. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  const schemas = new Map<string, object>()
  for (const kind of kindNames) schemas.set(`${kind}.schema.json`, document(`Khabar: ${kind}`, fileSchema(kind)))
  schemas.set('report-layout.schema.json', document('Khabar: report layout', reportLayout))
  return schemas
}

/** What a whole file may hold: for some kinds also a list of them. */
function fileSchema(kind: Kind): object {
  const { schema, folder = '' } = factsOf(kind)
  const items = inLists.get(kind)
  if (!items) return schema
  const list = { type: 'array', items, description: `${capitalized(folder)}, each with its id.` }
  return { description: `One ${kind}, or a list of them.`, anyOf: [schema, list] }
}

function document(title: string, schema: object): object {
  const plain: object = JSON.parse(JSON.stringify(schema))
  return { $schema: draft, title, ...plain }
}
