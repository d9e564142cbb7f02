/** Figures joined by a rule: exact, of what is reported alone, and knowing the records that they are of. */
import { array, assert, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Figure, recordsBehind } from '../../src/model/figure.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { formula } from '../../src/model/workbook.ts'
import { value, words } from '../../src/report/cells.ts'
import {
  exactSum,
  excessOf,
  figure,
  figureIn,
  figureOf,
  joined,
  joinedValue,
  ratioOf,
  remainderOf,
} from '../../src/report/figures.ts'
import { rateFor } from '../../src/report/rates.ts'

const of = (number: number | null, name: string): Figure =>
  figure(number, 'as-reported', () => [{ record: name, value: number ?? 0 }])

describe('a sum', () => {
  it('is that of the digits as they were written, of however many decimals', () => {
    const written = record({
      digits: integer({ min: -(10 ** 8), max: 10 ** 8 }),
      decimals: integer({ min: 0, max: 6 }),
    })
    assert(
      property(array(written, { maxLength: 8 }), all => {
        const sum = all.reduce((so, { digits, decimals }) => so + BigInt(digits) * 10n ** BigInt(6 - decimals), 0n)
        // Zero has no sign in a report.
        expect(exactSum(all.map(({ digits, decimals }) => digits / 10 ** decimals)) + 0).toBe(Number(sum) / 1e6)
      }),
    )
  })

  it('of a number so small that it is printed with a power is no zero', () => {
    expect(exactSum([7.3e-7])).toBe(7.3e-7)
    expect(exactSum([1e-7, 1e-7])).toBe(2e-7)
    // An unfavourable year of the rial.
    const rates: Agreement['rates'] = [{ from: 'IRR', to: 'CHF', rate: 7.3e-7, date: '2022-01-01', source: 'cbi.ir' }]
    const agreement = { rates } as Partial<Agreement> as Agreement
    const asked = { from: 'IRR', to: 'CHF', day: '2022-05-05', isPlan: false }
    expect(rateFor(agreement, [], asked)?.value).toBe(7.3e-7)
  })

  it('of what has no last decimal is that of the computer', () => {
    expect(exactSum([1 / 3, 1 / 3])).toBe(2 / 3)
    expect(exactSum([])).toBe(0)
  })
})

describe('figures joined', () => {
  const some = array(option(integer({ min: -50, max: 50 })), { maxLength: 6 })

  it('are what the rule says of those that are reported', () => {
    assert(
      property(some, constantFrom('sum', 'max', 'average', 'latest'), (numbers, rule) => {
        const known = numbers.filter(each => each !== null)
        const sum = known.reduce((so, each) => so + each, 0)
        const meant = {
          sum,
          max: Math.max(...known),
          average: sum / known.length,
          latest: known.at(-1),
        }[rule]
        const {
          value: found,
          rule: told,
          from,
        } = joined(
          numbers.map((each, at) => of(each, `r${at}`)),
          rule,
        )
        expect(found).toBe(known.length === 0 ? null : meant)
        expect(joinedValue(known, rule)).toBe(found)
        expect(told).toBe(rule)
        const names = numbers.flatMap((each, at) => (each === null ? [] : [`r${at}`]))
        expect(from().map(each => each.record)).toEqual(rule === 'latest' ? names.slice(-1) : names)
      }),
    )
  })
})

describe('of two figures', () => {
  const names = (made: Figure) => recordsBehind(made)

  it('a ratio is nothing where either is not reported or the whole is zero', () => {
    const values = (part: number | null, whole: number | null) => ratioOf(of(part, 'a'), of(whole, 'b')).value
    expect([values(1, 4), values(0, 4), values(null, 4), values(1, null), values(1, 0), values(null, null)]).toEqual([
      0.25,
      0,
      null,
      null,
      null,
      null,
    ])
    expect(names(ratioOf(of(1, 'a'), of(4, 'b')))).toEqual(['a', 'b'])
    expect(ratioOf(of(1, 'a'), of(4, 'b')).rule).toBe('ratio')
  })

  it('a remainder is what is left, and a part that nobody reported takes nothing away', () => {
    const left = remainderOf(of(0.3, 'a'), [of(0.1, 'b'), of(null, 'c'), of(0.2, 'd')])
    expect([left.value, left.rule]).toEqual([0, 'remainder'])
    expect(names(left)).toEqual(['a', 'b', 'c', 'd'])
    expect(remainderOf(of(null, 'a'), [of(1, 'b')]).value).toBeNull()
  })

  it('an excess is nothing where either is not reported', () => {
    const values = (one: number | null, other: number | null) => excessOf(of(one, 'a'), of(other, 'b')).value
    expect([values(0.3, 0.1), values(0, 1), values(null, 1), values(1, null), values(1, 0)]).toEqual([
      0.2,
      -1,
      null,
      null,
      1,
    ])
    expect(excessOf(of(1, 'a'), of(1, 'b')).rule).toBe('remainder')
    expect(names(excessOf(of(null, 'a'), of(1, 'b')))).toEqual(['a', 'b'])
  })
})

it('a cell shows the figure of its formula, a number as it was reported, and of all else nothing', () => {
  const own = of(5, 'a')
  expect(figureIn(formula('1', own))).toBe(own)
  expect(figureIn(value(0))).toMatchObject({ value: 0, rule: 'as-reported' })
  expect(figureIn(value(0)).from()).toEqual([])
  for (const cell of [value('5'), value(null), words('report.none'), { kind: 'day', day: '2022-01-01' } as const])
    expect(figureIn(cell).value).toBeNull()
})

it('records behind a figure are found one after another: those of a long table are never there together', () => {
  const every = figureOf(4, 'count', function* () {
    for (const name of ['a', 'b', 'a', 'c']) yield { record: name, value: 1 }
  })
  expect(every.from().map(each => each.record)).toEqual(['a', 'b', 'a', 'c'])
  const held = () => {
    throw new Error('asked for all at once')
  }
  expect(recordsBehind(joined([{ ...every, from: held }, of(1, 'd')], 'sum'))).toEqual(['a', 'b', 'c', 'd'])
})
