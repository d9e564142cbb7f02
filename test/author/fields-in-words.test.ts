/** What `khabar new` writes above a field is told in the language of whoever begins the record. */
import { describe, expect, test } from 'vitest'
import type { FieldWords } from '../../src/author/field-blocks.ts'
import { schemaOfKind } from '../../src/author/field-schema.ts'
import { newRecord } from '../../src/author/new-record.ts'
import { kindNames } from '../../src/model/record/kinds.ts'
import { fieldWordsIn } from '../../src/pipeline/messages.ts'
import { templates } from '../support/two-builds.ts'

const russian = fieldWordsIn(templates, 'ru')
const remarksIn = (text: string): readonly string[] => text.split('\n').filter(line => /^ *#/.test(line))

describe('in Russian', () => {
  test.for(kindNames)('every remark of a new %s', kind => {
    const known = Object.fromEntries(
      Object.entries(schemaOfKind(kind).properties ?? {})
        // What other systems call a record is told as one field, of which each has its name.
        .filter(([name, { properties }]) => properties !== undefined && name !== 'external_ids')
        .map(([name]) => [name, {}]),
    )
    const remarks = remarksIn(newRecord(kind, known, { languages: ['ru'], words: russian }))
    expect(remarks.length).toBeGreaterThan(3)
    for (const remark of remarks) expect(remark).toMatch(/[А-яЁё]/)
  })

  test('fields of fields, and blocks that stand in several places, have their words', () => {
    const text = newRecord(
      'activity',
      { reached: { total: 4 }, release: { headline: {} } },
      { languages: [], words: russian },
    )
    expect(text).toContain(`  # ${russian['people']?.['total']}\n  total: 4`)
    expect(text).toContain(`  # ${russian['release']?.['headline']}\n  headline:`)
  })
})

test.each(['uz-Latn', 'uz-Cyrl', 'en'])('%s has none of its own: the schemas tell it', language => {
  expect(fieldWordsIn(templates, language)).toEqual({})
})

test('what a language lacks is told by the schema', () => {
  const words: FieldWords = { person: { name: 'Имя.' } }
  const remarks = remarksIn(newRecord('person', {}, { languages: ['ru'], words }))
  expect(remarks[0]).toBe('# Имя.')
  expect(remarks.slice(1).join('\n')).toMatch(/[a-z]{4}/)
})
