/** The rate of a sum by the rule of its agreement, and what it comes to. */
import { assert, constantFrom, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Agreement, Rate } from '../../src/model/record/agreement.ts'
import { reportingYearsOf } from '../../src/model/reporting-year.ts'
import { convertedAt, rateFor } from '../../src/report/rates.ts'

const on = (when: string, rate: number, over: Partial<Rate> = {}): Rate => ({
  from: 'USD',
  to: 'CHF',
  rate,
  source: 'snb.ch',
  ...(when.length === 7 ? { month: when } : { date: when }),
  ...over,
})
const years = reportingYearsOf({ start: '2022-04-01', end: '2024-03-31' }, 4)

function chosen(rule: Agreement['rate_rule'], rates: readonly Rate[], day: string, isPlan = false) {
  const agreement = { rates, ...(rule && { rate_rule: rule }) } as Agreement
  return rateFor(agreement, years, { from: 'USD', to: 'CHF', day, isPlan })?.value
}

describe('by the rule of the agreement', () => {
  const daily = [on('2022-05-02', 0.95), on('2022-04-04', 0.93), on('2022-06-06', 0.97)]
  const monthly = [on('2022-04', 0.93), on('2022-05', 0.95), on('2023-04', 0.89)]

  it.each([
    {
      why: 'the only one, whenever',
      rule: undefined,
      rates: [on('2022-12-30', 0.92)],
      day: '2022-04-05',
      expected: 0.92,
    },
    { why: 'the last on or before the day', rule: 'day', rates: daily, day: '2022-05-31', expected: 0.95 },
    { why: 'of the day itself', rule: 'day', rates: daily, day: '2022-06-06', expected: 0.97 },
    { why: 'none before the first', rule: 'day', rates: daily, day: '2022-04-03', expected: undefined },
    { why: 'that of the month', rule: 'month', rates: monthly, day: '2022-05-31', expected: 0.95 },
    { why: 'none of a month without one', rule: 'month', rates: monthly, day: '2022-06-01', expected: undefined },
    { why: 'a day’s rate stands for its month', rule: 'month', rates: daily, day: '2022-05-01', expected: 0.95 },
    { why: 'the first of several', rule: undefined, rates: daily, day: '2022-06-30', expected: 0.93 },
    {
      why: 'the last of the month, if there are several',
      rule: 'month',
      rates: [on('2022-05-20', 0.96), on('2022-05-02', 0.95), on('2022-06-01', 0.9)],
      day: '2022-05-05',
      expected: 0.96,
    },
    { why: 'that of a month for its days', rule: 'day', rates: monthly, day: '2022-05-01', expected: 0.95 },
    { why: 'the average of the reporting year', rule: 'average', rates: monthly, day: '2022-09-09', expected: 0.94 },
    { why: 'not of the year before', rule: 'average', rates: monthly, day: '2023-09-09', expected: 0.89 },
  ] as const)('$why', ({ rule, rates, day, expected }) => {
    expect(chosen(rule, rates, day)).toBe(expected)
  })

  it('a plan takes the nearest that is known, and not the wrong pair', () => {
    expect(chosen('day', daily, '2022-01-01', true)).toBe(0.93)
    expect(chosen('month', monthly, '2022-08-01', true)).toBe(0.95)
    // Where there is one by the rule, a plan takes it as all else does.
    expect(chosen('month', [on('2022-04', 0.93), on('2022-05-20', 0.95)], '2022-05-05', true)).toBe(0.95)
    expect(chosen('average', monthly, '2022-04-04', true)).toBe(0.94)
    expect(chosen('average', monthly, '2025-04-04', true)).toBe(0.89)
    expect(chosen('average', monthly, '2025-04-04')).toBeUndefined()
    expect(chosen('day', [on('2022-04-04', 11000, { from: 'USD', to: 'UZS' })], '2022-05-05', true)).toBeUndefined()
  })
})

it('one published the other way round divides, exactly, and the direct one goes before it', () => {
  const inverse = on('2022-04-04', 1.08, { from: 'CHF', to: 'USD' })
  const back = rateFor({ rates: [inverse] } as unknown as Agreement, years, {
    from: 'USD',
    to: 'CHF',
    day: '2022-05-05',
    isPlan: false,
  })
  expect(back).toMatchObject({ value: 1.08, isInverse: true })
  expect(chosen(undefined, [inverse, on('2022-12-30', 0.92)], '2022-05-05')).toBe(0.92)
  if (!back) throw new Error('no rate')
  assert(
    property(integer({ min: -(10 ** 9), max: 10 ** 9 }), constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
      const decimals = { USD: 2, JPY: 0, KWD: 3 }[currency] ?? 2
      // In hundredths of a franc: minor × 100 ÷ (10^decimals × 1.08), half away from zero.
      const [over, under] = [BigInt(Math.abs(minor)) * 10_000n, 108n * 10n ** BigInt(decimals)]
      const rounded = (over * 2n + under) / (under * 2n)
      expect(convertedAt({ minor, currency }, 'CHF', back).minor + 0).toBe(Number(minor < 0 ? -rounded : rounded) + 0)
    }),
  )
})
