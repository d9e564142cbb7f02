/** People as they were counted: totals that follow from parts, nothing made up, nothing below zero. */
import { array, assert, constantFrom, dictionary, integer, option, property, record } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headCountOf, joinedCount } from '../../src/report/head-count.ts'

describe('the total', () => {
  it.each([
    ['as it was written', { total: 7, male: 3 }, 7],
    ['zero is a total', { total: 0 }, 0],
    ['of the sexes', { male: 10, female: 20 }, 30],
    ['of the ages', { by_age: { '18_59': { total: 5 }, '60_plus': { male: 1, female: 1 } } }, 7],
    ['of whichever division is fuller', { male: 2, by_age: { '18_59': { total: 5 } } }, 5],
    ['of nothing is not zero', { with_disability: 3 }, null],
    ['of an empty band', { by_age: { '18_59': {} } }, null],
  ])('%s', (_, written, total) => {
    expect(headCountOf(written).total).toBe(total)
  })
})

it('sexes that only the bands tell of are known as far as these tell', () => {
  const by_age = { '18_59': { male: 3, female: 4 }, '60_plus': { total: 2, male: 1 } }
  expect(headCountOf({ by_age })).toMatchObject({ total: 9, male: 4, female: 4, other: null })
  expect(headCountOf({ male: 6, by_age }).male).toBe(6)
})

it('what was written stands as it was, with what follows from it, and nothing else', () => {
  const by_age = { '60_plus': { other: 2, male: 0 }, '0_1': { total: 9 } }
  expect(headCountOf({ total: 30, other: 4, with_disability: 1, by_age, by_place: { 'uz-tk': 0 } })).toEqual({
    total: 30,
    female: null,
    male: null,
    other: 4,
    with_disability: 1,
    by_age: {
      '0_1': { total: 9, female: null, male: null, other: null },
      '60_plus': { total: 2, female: null, male: 0, other: 2 },
    },
    by_place: { 'uz-tk': 0 },
  })
  const unknown = { total: null, female: null, male: null, other: null }
  expect(headCountOf({})).toEqual({ ...unknown, with_disability: null, by_age: {}, by_place: {} })
})

const some = option(integer({ min: 0, max: 1000 }), { nil: undefined, freq: 2 })
const ages = ['0_1', '18_59', '60_plus'] as const
const places = ['uz-tk', 'uz-sa'] as const
const sexes = { male: some, female: some, other: some }
const inBands = record({ total: some, ...sexes })
const written = record({
  total: some,
  ...sexes,
  with_disability: some,
  by_age: dictionary(constantFrom(...ages), inBands),
  by_place: dictionary(constantFrom(...places), integer({ min: 0, max: 9 })),
})

const sumOf = (numbers: readonly (number | null | undefined)[]): number | null => {
  const known = numbers.filter(each => each !== null && each !== undefined)
  return known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0)
}

it('periods add up, person by person, and in any grouping; what no part tells of stays unknown', () => {
  assert(
    property(array(written, { minLength: 1, maxLength: 6 }), integer({ min: 0, max: 6 }), (all, at) => {
      const counts = all.map(each => headCountOf(JSON.parse(JSON.stringify(each)) as Parameters<typeof headCountOf>[0]))
      const whole = joinedCount(counts)
      for (const of of ['total', 'female', 'male', 'other', 'with_disability'] as const)
        expect(whole?.[of]).toBe(sumOf(counts.map(each => each[of])))
      for (const age of ages) {
        const bands = counts.flatMap(({ by_age }) => by_age[age] ?? [])
        expect(age in (whole?.by_age ?? {})).toBe(bands.length > 0)
        for (const of of ['total', 'female', 'male', 'other'] as const)
          expect(whole?.by_age[age]?.[of] ?? null).toBe(sumOf(bands.map(each => each[of])))
      }
      for (const place of places)
        expect(whole?.by_place[place] ?? null).toBe(sumOf(counts.map(({ by_place }) => by_place[place])))
      const halves = [joinedCount(counts.slice(0, at)), joinedCount(counts.slice(at))].flatMap(each => each ?? [])
      expect(joinedCount(halves)).toEqual(whole)
    }),
  )
  expect(joinedCount([])).toBeNull()
})
