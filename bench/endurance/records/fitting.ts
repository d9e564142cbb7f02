/** Values that fit their schema, so that what is spoilt stands among what is right. */
import * as fc from 'fast-check'
import { idPattern } from '../../../src/model/record/fields.ts'
import { lineIn, textIn } from '../releases/texts.ts'
import { idsFor, type Known } from './known.ts'
import { isText, type Shape } from './slots.ts'

export type Values = fc.Arbitrary<unknown>

const days = fc
  .date({ min: new Date('2020-06-01'), max: new Date('2025-06-01'), noInvalidDate: true })
  .map(date => date.toISOString().slice(0, 10))
const moments = days.map(day => `${day}T09:30:00+05:00`)
const periods = fc.constantFrom<unknown>(
  2022,
  '2022',
  '2022-Q1',
  '2022-Q3',
  '2022-11',
  '2023-02',
  '2022-04/2023-03',
  '2021',
)
const formats: { readonly [format: string]: Values } = {
  date: days,
  'date-time': moments,
  email: fc.constantFrom('press@example.org', 'a+b@пример.рф', 'x@y.z'),
  uri: fc.constantFrom('https://example.org/', 'http://example.org/%D1%8F?x=1#y'),
}

const wild = { isWild: true }

/** Mostly in every language; in the main one alone, or without some, now and then. */
function texts({ languages }: Known): Values {
  const each = Object.fromEntries(languages.map(language => [language, textIn(language, wild)]))
  const whole = fc.record(each, { noNullPrototype: true })
  const part = fc.record(each, { requiredKeys: languages.slice(0, 1), noNullPrototype: true })
  return fc.oneof({ weight: 6, arbitrary: whole }, part, textIn(languages[0] ?? 'en', wild))
}

export function fitting(shape: Shape, known: Known): Values {
  if (isText(shape)) return texts(known)
  if (shape.enum) return choices(shape.enum, known)
  if (shape.properties) return objects(shape, shape.properties, known)
  if (shape.patternProperties) return maps(shape.patternProperties, known)
  if (shape.items) return lists(shape, shape.items, known)
  if (shape.type === 'boolean') return fc.boolean()
  if (shape.type === 'integer')
    return fc.oneof({ weight: 4, arbitrary: fc.nat(12) }, fc.nat(4_000), fc.integer(bounds(shape, 0, 10_000_000_000)))
  if (shape.type === 'number') return numbers(shape)
  if (Array.isArray(shape.type)) return periods
  return strings(shape, known)
}

/** Mostly such as the others have: another currency needs a rate, and ends there. */
function choices(all: readonly string[], { lines }: Known): Values {
  const used = all.filter(each => lines.includes(each))
  const any = fc.constantFrom(...all)
  return used.length === 0 ? any : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...used) }, any)
}

function objects(shape: Shape, properties: { readonly [name: string]: Shape }, known: Known): Values {
  const parts = Object.entries(properties).map(([name, part]) => [name, fitting(part, known)] as const)
  return fc.record(Object.fromEntries(parts), { requiredKeys: [...(shape.required ?? [])], noNullPrototype: true })
}

const years = ['2021', '2022', '2023', '2024']

function maps(parts: { readonly [pattern: string]: Shape }, known: Known): Values {
  const [only] = Object.entries(parts)
  if (!only) return fc.constant({})
  const [pattern, part] = only
  const isMade = new RegExp(pattern)
  const keys = [...years, ...known.anyId, 'ru', 'en', 'uz-Latn'].filter(key => isMade.test(key))
  return fc.dictionary(fc.constantFrom(...keys), fitting(part, known), { maxKeys: 3, noNullPrototype: true })
}

function lists({ minItems = 0, uniqueItems }: Shape, items: Shape, known: Known): Values {
  const size = { minLength: minItems, maxLength: 3 }
  const each = fitting(items, known)
  return uniqueItems ? fc.uniqueArray(each, { ...size, minLength: Math.min(1, minItems) }) : fc.array(each, size)
}

const bounds = ({ minimum, maximum }: Shape, least: number, most: number) => ({
  min: Math.ceil(minimum ?? least),
  max: Math.floor(maximum ?? most),
})

function numbers(shape: Shape): Values {
  const { min, max } = bounds(shape, -10_000, 1_000_000_000)
  const small = fc.integer({ min: Math.max(min, -10_000), max: 100_000 })
  const isPositive = shape.exclusiveMinimum !== undefined
  return fc
    .oneof(
      small,
      small.map(each => each / 100),
      small.map(each => each / 10_000),
      fc.constantFrom(min, max),
    )
    .filter(each => !isPositive || each > 0)
}

function strings({ pattern, format, ...shape }: Shape, known: Known): Values {
  if (format !== undefined) return formats[format] ?? fc.constant('')
  const named = idsFor(shape, known)
  if (named.length > 0) return fc.constantFrom(...named)
  if (pattern === idPattern) return fc.constantFrom(...known.anyId, 'new-one')
  if (pattern?.startsWith('^media/')) return fc.constantFrom(...known.media, 'media/2022/none.jpg')
  if (pattern !== undefined) return fc.oneof(fc.stringMatching(new RegExp(pattern)), lineOf(known, pattern))
  return fc.oneof(lineOf(known), lineIn('en', wild))
}

function lineOf({ lines }: Known, pattern = ''): fc.Arbitrary<string> {
  const isMade = new RegExp(pattern)
  const found = lines.filter(each => isMade.test(each))
  return found.length > 0 ? fc.constantFrom(...found) : fc.constant('X')
}
