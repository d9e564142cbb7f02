/**
 * The validators in the packed command say what Ajv says where it compiles the schema itself: of every record of the sample
 * and the cases, and of what is spoilt in them.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import ajvFormats from 'ajv-formats'
import * as fc from 'fast-check'
import { rolldown } from 'rolldown'
import type { TSchema } from 'typebox'
import { beforeAll, expect, test } from 'vitest'
import { parse } from 'yaml'
import { validatorsAhead } from '../../scripts/compiled-ahead.ts'
import { namedSchemas, schemaOfRecord } from '../../src/load/schemas.ts'
import { languagePack } from '../../src/model/language-pack.ts'
import { factsOf, kindNames } from '../../src/model/record/kinds.ts'
import { reportLayout } from '../../src/model/report-layout.ts'

const ajv = new Ajv2020({ allowUnionTypes: true, inlineRefs: false })
ajvFormats.default(ajv, ['date', 'date-time', 'email', 'uri'])

type Validators = { readonly [name: string]: (value: unknown) => boolean }

let validators: Validators = {}

/** As scripts/bundle.ts puts them into the command. */
async function packed(): Promise<Validators> {
  const folder = mkdtempSync(join(tmpdir(), 'khabar-compiled-'))
  try {
    const input = join(repository, 'src/load/compiled-ahead.ts')
    const bundled = await rolldown({ input, platform: 'node', plugins: [validatorsAhead] })
    await bundled.write({ file: join(folder, 'validators.mjs'), format: 'esm' })
    await bundled.close()
    const { compiledAhead } = await import(pathToFileURL(join(folder, 'validators.mjs')).href)
    return compiledAhead
  } finally {
    rmSync(folder, { recursive: true })
  }
}

beforeAll(async () => {
  validators = await packed()
})

interface Sample {
  readonly schema: TSchema
  readonly value: unknown
}

const repository = join(import.meta.dirname, '../..')
const paths = ['data', 'test/cases/_base', 'test/cases/every-field', 'templates/languages', 'templates/report'].flatMap(
  folder =>
    readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
      .filter(path => path.endsWith('.yaml'))
      .map(path => join(folder, path)),
)
const samples = paths.flatMap((path): readonly Sample[] => {
  const value: unknown = parse(readFileSync(join(repository, path), 'utf8'))
  if (path.startsWith('templates/languages')) return [{ schema: languagePack, value }]
  if (path.startsWith('templates/report')) return [{ schema: reportLayout, value }]
  const kind = kindNames.find(each => path.includes(`/${factsOf(each).folder ?? `${each}.yaml`}`))
  if (kind === undefined) return []
  const isListed = Array.isArray(value)
  return [value].flat().map(each => ({ schema: schemaOfRecord(kind, isListed), value: each }))
})

const nameOf = new Map([...namedSchemas].map(([name, schema]) => [schema, name]))

const alike = ({ schema, value }: Sample): boolean | undefined => {
  const isFitting = validators[nameOf.get(schema) ?? '']?.(value)
  expect(isFitting).toBe(ajv.validate(schema, value))
  return isFitting
}

test('a validator for each schema that files are held against, and no other', () => {
  expect(Object.keys(validators)).toEqual([...namedSchemas.keys()])
  const asked = kindNames.flatMap(kind => [schemaOfRecord(kind, false), schemaOfRecord(kind, true)])
  expect(new Set([...asked, languagePack, reportLayout])).toEqual(new Set(namedSchemas.values()))
})

test('every kind of record, and each of them that is right', () => {
  const fitting = samples.filter(alike)
  expect(fitting.length).toBeGreaterThan(100)
  expect(new Set(samples.map(({ schema }) => schema)).size).toBeGreaterThan(kindNames.length)
})

const scraps: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1.5,
  1e21,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  ' ',
  'x',
  'X x',
  '\u{1f600}',
  '7',
  '2022-02-28',
  '2022-02-30',
  '2022-08-15T10:00:00Z',
  '2022-08-15T10:00',
  '2022-Q1',
  'a@b.c',
  'https://a.uz/b',
  [],
  {},
  ['x'],
  ['x', 'x'],
  [1, '1'],
  [{}, {}],
  { x: 1 },
  { ru: 'x' },
  { ru: '', en: 'x' },
  { total: 1 },
]

/** One value in it is another, or is not there, or stands under another name. */
function spoilt(value: unknown, [at, ...further]: readonly number[], scrap: unknown): unknown {
  if (at === undefined || typeof value !== 'object' || value === null) return scrap
  const names = Object.keys(value)
  const name = names[at % Math.max(names.length, 1)]
  if (name === undefined) return scrap
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === name ? spoilt(each, further, scrap) : each))
  const fields = Object.entries(value).flatMap(([key, inner]): readonly (readonly [string, unknown])[] => {
    if (key !== name) return [[key, inner]]
    if (further.length > 0) return [[key, spoilt(inner, further, scrap)]]
    return scrap === null ? [] : [[at % 3 === 0 ? `${key}x` : key, scrap]]
  })
  return Object.fromEntries(fields)
}

test('whatever stands in a record', () => {
  const places = fc.array(fc.nat(60), { maxLength: 4 })
  const found = { fitting: 0, others: 0 }
  const property = fc.property(fc.constantFrom(...samples), places, fc.constantFrom(...scraps), (sample, at, scrap) => {
    const isFitting = alike({ schema: sample.schema, value: spoilt(sample.value, at, scrap) })
    found[isFitting ? 'fitting' : 'others'] += 1
  })
  fc.assert(property, { numRuns: 5000 })
  expect(Math.min(found.fitting, found.others)).toBeGreaterThan(500)
})
