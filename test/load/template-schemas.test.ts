/** What editors are given for templates: layouts by their sheets and columns, words by their keys, languages by their fields. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { editorSettings } from '../../src/author/editor-settings.ts'
import { editorSchemas } from '../../src/load/editor/editor-schemas.ts'
import { loadTemplates } from '../../src/load/templates.ts'
import { templates } from '../support/two-builds.ts'

const ajv = new Ajv2020({ allowUnionTypes: true, strict: false })
addFormats.default(ajv)

const filesIn = async (folder: string) =>
  Promise.all(
    (await readdir(join(templates, folder)))
      .filter(name => name.endsWith('.yaml'))
      .map(async name => ({
        path: `templates/${folder}/${name}`,
        text: await readFile(join(templates, folder, name), 'utf8'),
      })),
  )
const [layouts, wordings, languages] = await Promise.all(['report', 'wording', 'languages'].map(filesIn))
const english = loadTemplates(wordings ?? [], new Map()).value.wording.get('en')
const phrases = new Map([...(english?.phrases ?? [])].map(([key, { text }]) => [key, text]))
const schemas = editorSchemas({ languages: ['en'], worded: ['en'], records: [], phrases })
const validator = (name: string) => ajv.compile(schemas.get(name) ?? false)

test.each([
  ['report-layout.schema.json', layouts],
  ['wording.schema.json', wordings],
  ['language.schema.json', languages],
] as const)('%s takes each file that comes with Khabar', (name, files = []) => {
  const isValid = validator(name)
  expect(files.length).toBeGreaterThan(1)
  expect(files.filter(({ text }) => !isValid(parse(text))).map(({ path }) => path)).toEqual([])
})

describe('a layout', () => {
  const isValid = validator('report-layout.schema.json')
  test.for([
    ['a sheet that there is', [{ sheet: 'budget', columns: ['line', { column: 'name', width: 44 }] }], true],
    ['a sheet that there is not', [{ sheet: 'budgets' }], false],
    ['a column of another sheet', [{ sheet: 'budget', columns: ['line', 'people_reached'] }], false],
    ['such a column with its width', [{ sheet: 'budget', columns: [{ column: 'people_reached', width: 4 }] }], false],
    ['a sheet of the report over all partners', [{ sheet: 'consolidated.summary' }], true],
  ] as const)('%s', ([, sheets, expected]) => {
    expect(isValid({ sheets })).toBe(expected)
  })

  test('each name is told with what the report calls it', () => {
    expect(JSON.stringify(schemas.get('report-layout.schema.json'))).toContain(phrases.get('report.budget.name'))
  })
})

test('editors find each of them by its folder', () => {
  const settings = editorSettings()
  for (const [name, folder] of [
    ['wording', 'wording'],
    ['report-layout', 'report'],
    ['language', 'languages'],
  ])
    expect(settings).toContain(`"./.khabar/schemas/${name}.schema.json": "templates/${folder}/*.yaml"`)
})
