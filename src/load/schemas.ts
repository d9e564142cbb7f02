/** Which schemas there are: for validation here, and as JSON Schema documents for editors. */
import type { TSchema } from 'typebox'
import { listedActivity } from '../model/record/activity.ts'
import { type Kind, kindNames, kinds } from '../model/record/kinds.ts'
import { reportLayout } from '../model/report-layout.ts'

export type SchemaName = Kind | 'listed-activity' | 'report-layout'

export function schemaNamed(name: SchemaName): TSchema {
  if (name === 'listed-activity') return listedActivity
  return name === 'report-layout' ? reportLayout : kinds[name].schema
}

const draft = 'https://json-schema.org/draft/2020-12/schema'

/** File names and schemas for `khabar schema`: editors complete fields and show descriptions by them. */
export function jsonSchemas(): ReadonlyMap<string, object> {
  const schemas = new Map<string, object>()
  for (const kind of kindNames) schemas.set(`${kind}.schema.json`, document(`Khabar: ${kind}`, fileSchema(kind)))
  schemas.set('report-layout.schema.json', document('Khabar: report layout', reportLayout))
  return schemas
}

/** What a whole file may hold: for activities also a list of them. */
function fileSchema(kind: Kind): object {
  const { schema } = kinds[kind]
  if (kind !== 'activity') return schema
  const list = { type: 'array', items: listedActivity, description: 'Activities, each with its id.' }
  return { description: 'One activity, or a list of them.', anyOf: [schema, list] }
}

function document(title: string, schema: object): object {
  const plain: object = JSON.parse(JSON.stringify(schema))
  return { $schema: draft, title, ...plain }
}
