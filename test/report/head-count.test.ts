/** People as they were counted: totals that follow from parts, nothing made up, nothing below zero. */
import { array, assert, integer, option, property, record } from 'fast-check'
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

const some = option(integer({ min: 0, max: 1000 }), { nil: undefined, freq: 2 })
const written = record({
  total: some,
  male: some,
  female: some,
  with_disability: some,
  places: option(integer({ min: 0, max: 9 })),
})

it('periods add up, person by person, and in any grouping; what no part tells of stays unknown', () => {
  assert(
    property(array(written, { minLength: 1, maxLength: 6 }), integer({ min: 0, max: 6 }), (all, at) => {
      const counts = all.map(({ places, total, male, female, with_disability }) =>
        headCountOf({
          ...(total !== undefined && { total }),
          ...(male !== undefined && { male }),
          ...(female !== undefined && { female }),
          ...(with_disability !== undefined && { with_disability }),
          ...(places !== null && { by_place: { 'uz-tk': places } }),
        }),
      )
      const whole = joinedCount(counts)
      const males = all.flatMap(({ male }) => male ?? [])
      expect(whole?.male ?? null).toBe(males.length === 0 ? null : males.reduce((sum, each) => sum + each, 0))
      const totals = counts.flatMap(({ total }) => total ?? [])
      expect(whole?.total ?? null).toBe(totals.length === 0 ? null : totals.reduce((sum, each) => sum + each, 0))
      const halves = [joinedCount(counts.slice(0, at)), joinedCount(counts.slice(at))].flatMap(each => each ?? [])
      expect(joinedCount(halves)).toEqual(whole)
    }),
  )
  expect(joinedCount([])).toBeNull()
})
