/** Which schemas there are: for validation here, and as JSON Schema documents for editors. */
import type { TSchema } from 'typebox'
import { languagePack } from '../model/language-pack.ts'
import { id, record } from '../model/record/fields.ts'
import { factsOf, type Kind, kindNames } from '../model/record/kinds.ts'
import { reportLayout } from '../model/report-layout.ts'

const inLists: ReadonlyMap<Kind, TSchema> = new Map(
  kindNames.filter(kind => factsOf(kind).listed).map(kind => [kind, listedSchema(kind)]),
)

/** A record written in a list must carry its id. */
function listedSchema(kind: Kind): TSchema {
  const { properties } = factsOf(kind).schema
  return record(`${/^[aeiou]/.test(kind) ? 'An' : 'A'} ${kind} in a list.`, {
    id: id(`Id of the ${kind}.`),
    ...properties,
  })
}

export function schemaOfRecord(kind: Kind, isListed: boolean): TSchema {
  return (isListed && inLists.get(kind)) || factsOf(kind).schema
}

/** What most files are held against, by names that code may have. */
export const namedSchemas: ReadonlyMap<string, TSchema> = new Map([
  ...kindNames.map((kind): [string, TSchema] => [kind, factsOf(kind).schema]),
  ...[...inLists].map(([kind, schema]): [string, TSchema] => [`${kind}InList`, schema]),
  ['languagePack', languagePack],
  ['reportLayout', reportLayout],
])

export const layoutFile = 'report-layout.schema.json'

const draft = 'https://json-schema.org/draft/2020-12/schema'

/** File names and schemas for editors, which complete fields and show descriptions by them. @param told what is said of each */
export function jsonSchemas(told: (schema: object) => object = plain): ReadonlyMap<string, object> {
  const schemas = new Map<string, object>()
  for (const kind of kindNames) schemas.set(`${kind}.schema.json`, document(`Khabar: ${kind}`, told(fileSchema(kind))))
  schemas.set(layoutFile, document('Khabar: report layout', told(reportLayout)))
  schemas.set('language.schema.json', document('Khabar: language', told(languagePack)))
  return schemas
}

/** What a whole file may hold: for some kinds also a list of them. */
function fileSchema(kind: Kind): object {
  const { schema, folder = '' } = factsOf(kind)
  const items = inLists.get(kind)
  if (!items) return schema
  const list = {
    type: 'array',
    items,
    description: `${folder.charAt(0).toUpperCase() + folder.slice(1)}, each with its id.`,
  }
  return { description: `One ${kind}, or a list of them.`, anyOf: [schema, list] }
}

/** Without what is for our own checks. */
function plain(schema: object): object {
  const copy: object = JSON.parse(JSON.stringify(schema))
  return copy
}

export const document = (title: string, schema: object): object => ({ $schema: draft, title, ...schema })
