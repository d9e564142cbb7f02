/** By which power the time grows: found between neighbours, so that a bad step is not hidden by good ones. */
import { expect, test } from 'vitest'
import { exponentsOf, growthTable, largestExponentOf } from '../../bench/growth.ts'

const sizes = [100, 1_000, 10_000, 50_000]
const grown = (power: number) => ({ what: 'it', sizes, ms: sizes.map(size => 3 * size ** power) })

test.for([0, 0.5, 1, 2])('what grows by the power of %d has that between any two sizes', power => {
  for (const exponent of exponentsOf(grown(power))) expect(exponent).toBeCloseTo(power, 10)
  expect(exponentsOf(grown(power))).toHaveLength(3)
})

test('the largest is that of the worst step of any, not of a whole way', () => {
  const jumps = { what: 'other', sizes: [1_000, 10_000, 100_000], ms: [100, 100, 10_000] }
  expect(largestExponentOf([grown(1), jumps])).toBeCloseTo(2, 10)
})

test('the table has a row a size, and the power beside all but the first', () => {
  expect(growthTable([{ what: 'it', sizes: [100, 1_000], ms: [20, 100] }]).rows).toEqual([
    { what: 'it', records: 100, ms: 20, 'power since the size before': '' },
    { what: 'it', records: 1_000, ms: 100, 'power since the size before': '0.70' },
  ])
})
