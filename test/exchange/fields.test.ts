/** What a table can hold stands in every wording, and in the guide. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fields } from '../../src/exchange/fields.ts'
import { headersOf } from '../../src/exchange/headers.ts'
import { fieldsTagged, tagIn } from '../../src/exchange/hxl.ts'
import { siteOf } from '../../src/exchange/site.ts'
import { packagedTemplates } from '../support/packaged-templates.ts'
import { sampleDataset } from '../support/sample-dataset.ts'

const templates = packagedTemplates()
const site = siteOf(sampleDataset(), templates)
const guide = readFileSync(join(import.meta.dirname, '../../docs/import.md'), 'utf8')

describe.for(fields.map(field => [field.key, field] as const))('%s', ([key, field]) => {
  test('has a header in each language, by which it is known again', () => {
    const { meaning } = headersOf(site)
    const words = site.words(`report.exchange.columns.${key}`)
    expect(Object.keys(words).toSorted()).toEqual([...templates.wording.keys()].toSorted())
    for (const word of Object.values(words)) expect(meaning(word)?.field.key, word).toBe(key)
    for (const name of field.go ?? []) expect(meaning(name)?.field.key, name).toBe(key)
  })

  test('has a row in the guide', () => {
    expect(guide).toMatch(new RegExp(`^\\| [^|]*\`${key}\``, 'm'))
  })

  test('is known by its tags', () => {
    for (const tag of field.tags ?? []) {
      const read = tagIn(tag)
      expect(read && fieldsTagged(read).map(each => each.field.key), tag).toContain(key)
    }
  })
})

test.for([
  ['#reached+f+children', []],
  ['#reached+hh', []],
  ['#reached+f+ind', ['reached_female']],
  ['#value+budget+c_usd', ['budget']],
  ['#activity+type', ['type', 'programme_type']],
  ['#adm1 +name', ['places']],
  ['#adm2+name', []],
] as const)('%s is %s', ([tag, keys]) => {
  const read = tagIn(tag)
  expect(read && fieldsTagged(read).map(({ field }) => field.key)).toEqual(keys)
})
