/** Values that nearly fit: what hands, spreadsheets and other programs leave in a field (odd.yaml). */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { parse } from 'yaml'
import { fitting, type Values } from './fitting.ts'
import type { Known } from './known.ts'
import { isText, type Shape } from './slots.ts'

interface Odd {
  readonly anything: readonly unknown[]
  readonly numbers: readonly unknown[]
  readonly days: readonly unknown[]
  readonly moments: readonly unknown[]
  readonly periods: readonly unknown[]
  readonly names: readonly unknown[]
}

const written: Odd = parse(readFileSync(join(import.meta.dirname, 'odd.yaml'), 'utf8'))
const { anything, numbers, days, moments, periods, names } = written

const long: readonly unknown[] = [
  'щ'.repeat(40_000),
  'слово '.repeat(6_000),
  'x'.repeat(256),
  '_'.repeat(32_768),
  'а\u0301'.repeat(9_000),
  '\n'.repeat(3_000),
  '['.repeat(2_000),
  '* '.repeat(2_000),
]

const ofFormat: { readonly [format: string]: readonly unknown[] } = { date: days, 'date-time': moments }

/** What is odd about the very field. */
function own(shape: Shape, known: Known): readonly Values[] {
  const list = shape.items
  const isNumber = shape.type === 'number' || shape.type === 'integer'
  const isPeriod = Array.isArray(shape.type) && !isText(shape)
  return [
    ...(isNumber ? [fc.constantFrom(...numbers), fc.double(), fc.integer()] : []),
    ...(shape.format === undefined ? [] : [fc.constantFrom(...(ofFormat[shape.format] ?? names))]),
    ...(isPeriod ? [fc.constantFrom(...periods)] : []),
    ...(shape.pattern !== undefined || shape.enum || shape.type === 'string' ? [fc.constantFrom(...names)] : []),
    ...(shape.pattern !== undefined && known.anyId.length > 0 ? [fc.constantFrom(...known.anyId, 'nobody')] : []),
    // One for several, the same twice, none at all, and one of another kind among them.
    ...(list
      ? [
          fitting(list, known),
          fitting(list, known).map(each => [each, each]),
          fc.tuple(fitting(list, known), fc.constantFrom(...anything)).map(each => [...each]),
        ]
      : [fitting(shape, known).map(each => [each])]),
    ...(shape.properties ? [fitting(shape, known).map(extended), fitting(shape, known).map(halved)] : []),
  ]
}

/** With a field that it does not have. */
const extended = (value: unknown): unknown => ({ ...Object(value), surplus: 1, name: 'x' })

/** Without every other of its fields. */
const halved = (value: unknown): unknown =>
  Object.fromEntries(Object.entries(Object(value)).filter((_, index) => index % 2 === 0))

export function odd(shape: Shape, known: Known): Values {
  return fc.oneof(
    { weight: 4, arbitrary: fc.oneof(...own(shape, known)) },
    { weight: 2, arbitrary: fc.constantFrom(...anything) },
    { weight: 1, arbitrary: fc.constantFrom(...numbers, ...days, ...names) },
    { weight: 1, arbitrary: fc.constantFrom(...long) },
  )
}
