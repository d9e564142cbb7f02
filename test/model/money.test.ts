/** Money against fractions of whole numbers, which nothing rounds; and the decimals of currencies. */
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencyCodes, decimalsOf } from '../../src/model/currency.ts'
import { decimalIn, isExactly } from '../../src/model/decimal.ts'
import { convert, convertBack, faultOf, isCountedIn, largestMinor, toAmount, toMoney } from '../../src/model/money.ts'

const codes = fc.constantFrom(...currencyCodes)
const minors = fc.oneof(
  fc.integer({ min: -largestMinor, max: largestMinor }),
  fc.integer({ min: -200_000, max: 200_000 }),
)

/** `-1234` with two decimals is `-12.34`, by the text alone. */
function written(minor: number, decimals: number): string {
  const digits = String(Math.abs(minor)).padStart(decimals + 1, '0')
  const cut = digits.length - decimals
  return `${minor < 0 ? '-' : ''}${digits.slice(0, cut)}${decimals > 0 ? `.${digits.slice(cut)}` : ''}`
}

describe('an amount', () => {
  test('of any size is its minor units, and these are the amount', () => {
    fc.assert(
      fc.property(minors, codes, (minor, currency) => {
        const amount = Number(written(minor, decimalsOf(currency)))
        expect(faultOf({ amount, currency })).toBeUndefined()
        expect(toMoney({ amount, currency }).minor).toBe(minor + 0)
        expect(toAmount({ minor, currency })).toBe(amount)
      }),
      { numRuns: 1000 },
    )
  })

  test('with one decimal more than its currency is refused, never rounded', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: 1, max: 9 }),
        codes,
        (minor, last, currency) => {
          const amount = Number(
            `${written(minor, decimalsOf(currency))}${decimalsOf(currency) === 0 ? '.' : ''}${last}`,
          )
          expect(faultOf({ amount, currency })).toBe('decimals')
          expect(() => toMoney({ amount, currency })).toThrow(RangeError)
        },
      ),
    )
  })

  test('above what is counted exactly is refused', () => {
    expect(faultOf({ amount: 10_000_000_000_000, currency: 'UZS' })).toBeUndefined()
    expect(faultOf({ amount: 10_000_000_000_001, currency: 'UZS' })).toBe('size')
    expect(faultOf({ amount: -1e300, currency: 'JPY' })).toBe('size')
    expect(faultOf({ amount: 1e-300, currency: 'JPY' })).toBe('decimals')
  })
})

describe('a currency', () => {
  test.for([
    ['JPY', 0],
    ['UZS', 2],
    ['KWD', 3],
    ['CLF', 4],
    // Divided by five, and written with two decimals all the same.
    ['MRU', 2],
    ['MGA', 2],
    // Of earlier years.
    ['HRK', 2],
    ['BYR', 0],
  ] as const)('in %s has %i decimals', ([currency, decimals]) => {
    expect(decimalsOf(currency)).toBe(decimals)
    expect(currencyCodes).toContain(currency)
  })

  test('is one of all that there are', () => {
    const few = [
      'CHF',
      'EUR',
      'USD',
      'GBP',
      'SEK',
      'NOK',
      'DKK',
      'RUB',
      'UZS',
      'KZT',
      'KGS',
      'TJS',
      'TMT',
      'AFN',
      'CNY',
      'TRY',
      'AED',
    ]
    expect(few.filter(code => !currencyCodes.includes(code))).toEqual([])
    expect(currencyCodes.filter(code => !/^[A-Z]{3}$/.test(code))).toEqual([])
    expect(currencyCodes.length).toBeGreaterThan(170)
  })
})

/** `numerator / denominator`, to the nearest whole number, half away from zero: by comparing, not by dividing. */
function isNearest(whole: bigint, numerator: bigint, denominator: bigint): boolean {
  const [n, w] = numerator < 0n ? [-numerator, -whole] : [numerator, whole]
  return (w * 2n - 1n) * denominator <= n * 2n && n * 2n < (w * 2n + 1n) * denominator
}

const rates = fc.tuple(fc.integer({ min: 1, max: 10 ** 9 }), fc.integer({ min: 0, max: 9 }))
const sums = fc.integer({ min: -(10 ** 9), max: 10 ** 9 })

describe('a conversion', () => {
  test('is the nearest minor unit to the product, and half goes away from zero', () => {
    fc.assert(
      fc.property(sums, codes, codes, rates, (minor, from, to, [digits, places]) => {
        const rate = Number(`${digits}e-${places}`)
        fc.pre(isCountedIn({ minor, currency: from }, to, { rate, isBack: false }))
        const converted = convert({ minor, currency: from }, to, rate)
        const numerator = BigInt(minor) * BigInt(digits) * 10n ** BigInt(decimalsOf(to))
        expect(converted.currency).toBe(to)
        expect(isNearest(BigInt(converted.minor), numerator, 10n ** BigInt(places + decimalsOf(from)))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  test('by a rate the other way round is the nearest to the quotient', () => {
    fc.assert(
      fc.property(sums, codes, codes, rates, (minor, from, to, [digits, places]) => {
        const rate = Number(`${digits}e-${places}`)
        fc.pre(isCountedIn({ minor, currency: from }, to, { rate, isBack: true }))
        const converted = convertBack({ minor, currency: from }, to, rate)
        const numerator = BigInt(minor) * 10n ** BigInt(places + decimalsOf(to))
        expect(isNearest(BigInt(converted.minor), numerator, BigInt(digits) * 10n ** BigInt(decimalsOf(from)))).toBe(
          true,
        )
      }),
      { numRuns: 1000 },
    )
  })

  test.for([
    [{ minor: 33668058841, currency: 'UZS' }, 'CHF', 12165, 2767617],
    [{ minor: 5, currency: 'CHF' }, 'USD', 2, 3],
    [{ minor: -5, currency: 'CHF' }, 'USD', 2, -3],
    [{ minor: 1, currency: 'JPY' }, 'KWD', 430, 2],
  ] as const)('of %o to %s at %d the other way round is %d', ([money, to, rate, minor]) => {
    expect(convertBack(money, to, rate)).toEqual({ minor, currency: to })
  })

  test('that comes to more than can be counted is known before, and throws', () => {
    const money = { minor: largestMinor, currency: 'USD' }
    expect(isCountedIn(money, 'UZS', { rate: 12165, isBack: false })).toBe(false)
    expect(isCountedIn(money, 'UZS', { rate: 12165, isBack: true })).toBe(true)
    expect(() => convert(money, 'UZS', 12165)).toThrow(RangeError)
  })
})

describe('the text of a number', () => {
  test.for([
    '12.50',
    '1e3',
    '1.0E-2',
    '+7',
    '.5',
    '5.',
    '0',
    '-0.0',
    '0.30000000000000004',
    '336680588.41',
    '0x1F',
    '.inf',
  ])('%s is kept as it was written', text => {
    expect(isExactly(Number(text), text)).toBe(true)
  })

  test.for(['1000000000000000.01', '0.1000000000000000001', '12345678901234567890', '1e999', '9007199254740993'])(
    '%s is not',
    text => {
      expect(isExactly(Number(text), text)).toBe(false)
    },
  )

  test('of up to 15 digits is always kept', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(10 ** 15) + 1, max: 10 ** 15 - 1 }),
        fc.integer({ min: 0, max: 15 }),
        (digits, places) => {
          const text = written(digits, places)
          expect(isExactly(Number(text), text)).toBe(true)
        },
      ),
    )
  })

  test('that has no digit is no number', () => {
    expect(['', '.', '-', 'e5', '1e', 'abc', '1_000'].map(text => decimalIn(text))).toEqual(Array(7).fill(undefined))
  })
})
