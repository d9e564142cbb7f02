/** Money against its definition: the nearest whole minor unit, halves away from zero, by exact fractions. */
import { assert, constantFrom, integer, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { convert, toAmount, toMoney } from '../../src/model/money.ts'

const chf = (minor: number) => ({ minor, currency: 'CHF' })
const absolute = (value: bigint): bigint => (value < 0n ? -value : value)

test.each([
  // A half, and what is just below it, on either side of zero.
  [1, 0.5, 1],
  [-1, 0.5, -1],
  [1, 0.49, 0],
  [-1, 0.49, 0],
  [3, 0.5, 2],
  [5, 0.5, 3],
  [-5, 0.5, -3],
  [0, 0.5, 0],
  // A half that no float is: 1.005 × 100 is 100.49999999999999 there.
  [100, 1.005, 101],
  [-100, 1.005, -101],
  [1, 12_062.72, 12_063],
  [1_000_000, 0.0000829, 83],
  [1_000_000, 8.25e-7, 1],
])('%i of CHF at %d is %i of USD', (minor, rate, expected) => {
  expect(convert(chf(minor), 'USD', rate)).toEqual({ minor: expected, currency: 'USD' })
})

test('a currency without minor units, from and to', () => {
  expect(convert({ minor: 7, currency: 'JPY' }, 'CHF', 1)).toEqual(chf(700))
  expect(convert({ minor: 7, currency: 'JPY' }, 'CHF', 0.0062)).toEqual(chf(4))
  expect(convert({ minor: -3, currency: 'JPY' }, 'CHF', 2)).toEqual(chf(-600))
  expect(convert(chf(149), 'JPY', 1)).toEqual({ minor: 1, currency: 'JPY' })
  expect(convert(chf(150), 'JPY', 1)).toEqual({ minor: 2, currency: 'JPY' })
})

test('no other whole number is nearer, and of two that are as near it is the one away from zero', () => {
  const sums = tuple(integer({ min: -1_000_000, max: 1_000_000 }), integer({ min: 1, max: 99_999 }))
  const places = constantFrom(0, 1, 2, 3, 4, 5)
  assert(
    property(sums, places, ([minor, digits], decimals) => {
      // Ten to so many decimals is exact, and so is what a rate of digits over it is written as.
      const over = 10n ** BigInt(decimals)
      const exact = BigInt(minor) * BigInt(digits)
      const made = BigInt(convert(chf(minor), 'USD', Number(`${digits}e-${decimals}`)).minor) * over
      const off = absolute(made - exact) * 2n
      expect(off <= over).toBe(true)
      if (off === over) expect(absolute(made) > absolute(exact)).toBe(true)
    }),
  )
})

test('an amount as it is written, and back', () => {
  expect(toMoney({ amount: 12.5, currency: 'CHF' })).toEqual(chf(1250))
  expect(toMoney({ amount: 1.15, currency: 'CHF' })).toEqual(chf(115))
  expect(toMoney({ amount: 1250, currency: 'JPY' })).toEqual({ minor: 1250, currency: 'JPY' })
  assert(
    property(
      integer({ min: -100_000_000_000, max: 100_000_000_000 }),
      constantFrom('CHF', 'JPY'),
      (minor, currency) => {
        expect(toMoney({ amount: toAmount({ minor, currency }), currency })).toEqual({ minor, currency })
      },
    ),
  )
})

test('what cannot be counted to the cent is no money', () => {
  expect(() => toMoney({ amount: 1e15, currency: 'CHF' })).toThrow(RangeError)
  expect(() => toMoney({ amount: Number.NaN, currency: 'CHF' })).toThrow()
})
