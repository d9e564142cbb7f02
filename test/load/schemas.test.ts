/** The JSON Schemas that editors are given. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { jsonSchemas } from '../../src/load/schemas.ts'
import { loadable } from '../support/case-workspace.ts'

const ajv = new Ajv2020({ allowUnionTypes: true })
addFormats.default(ajv)

test('there is one for each kind of record, complete on its own', () => {
  const schemas = jsonSchemas()
  expect([...schemas.keys()]).toEqual([
    'society.schema.json',
    'organization.schema.json',
    'person.schema.json',
    'area.schema.json',
    'place.schema.json',
    'agreement.schema.json',
    'meeting.schema.json',
    'activity.schema.json',
    'report-layout.schema.json',
    'language.schema.json',
  ])
  for (const schema of schemas.values()) {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
    expect(schema).toHaveProperty('title')
    expect(schema).toHaveProperty('description')
    expect(JSON.stringify(schema)).not.toContain('~')
  }
})

test('an activity file is one activity or a list of them', async () => {
  const validate = ajv.compile(jsonSchemas().get('activity.schema.json') ?? false)
  const { sources } = await loadable('_base')
  const files = sources.filter(({ path }) => path.startsWith('data/activities/'))
  expect(files.map(({ text }) => validate(parse(text)))).toEqual([true, true])
  expect(validate([{ name: 'x' }])).toBe(false)
})

test('every field has a description, for editors to show', () => {
  const lacking: string[] = []
  const walk = (schema: unknown, at: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties' && typeof value === 'object' && value !== null) {
        for (const [name, field] of Object.entries(value)) {
          if (typeof field === 'object' && field !== null && !('description' in field)) lacking.push(`${at}/${name}`)
        }
      }
      walk(value, `${at}/${key}`)
    }
  }
  for (const [name, schema] of jsonSchemas()) walk(schema, name)
  expect(lacking).toEqual([])
})
