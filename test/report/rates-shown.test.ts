/** Rates as a workbook shows them: each under a name of its own, which what is converted refers to. */
import { expect, it } from 'vitest'
import type { Rate } from '../../src/model/record/agreement.ts'
import { figureIn } from '../../src/report/figures.ts'
import { product, rateCell, shownRates } from '../../src/report/rates-shown.ts'
import { accountOf } from '../support/one-activity.ts'

const rate = (from: string, to: string, value: number): Rate => ({
  from,
  to,
  rate: value,
  date: '2022-01-01',
  source: 'snb.ch',
})
const [toUsd, fromUzs, otherUsd, backUzs, foreign] = [
  rate('USD', 'CHF', 0.9),
  rate('UZS', 'CHF', 0.00009),
  rate('USD', 'CHF', 0.92),
  rate('CHF', 'UZS', 12_000),
  rate('USD', 'UZS', 11_000),
] as const
const rates = [toUsd, fromUzs, otherUsd, backUzs, foreign]
const shown = shownRates(rates, 'CHF')
const data = accountOf({}, { rates }).agreement.data
const agreement = { id: 'icrc-2022', data }

it('those into and out of the currency are named after the other one, and counted', () => {
  expect(shown.map(({ named, rate: its }) => [named, its.rate])).toEqual([
    ['rate_USD', 0.9],
    ['rate_UZS', 0.00009],
    ['rate_USD_2', 0.92],
    ['rate_UZS_2', 12_000],
  ])
  expect(shownRates([toUsd, otherUsd], 'CHF', '_3').map(({ named }) => named)).toEqual(['rate_USD_3', 'rate_USD_2_3'])
})

it('a cell refers to the rate that was taken, or to the average of several; 1 where nothing was converted', () => {
  const applied = (...published: readonly Rate[]) => ({ published, value: 0.91, isInverse: false })
  const cellOf = (of: Parameters<typeof rateCell>[0]) => rateCell(of, shown, agreement)
  expect(cellOf(null)).toMatchObject({ kind: 'value', value: 1 })
  expect(cellOf(applied(otherUsd))).toMatchObject({
    expression: 'rate_USD_2',
    figure: { value: 0.91, rule: 'rate' },
  })
  expect(figureIn(cellOf(applied(toUsd, otherUsd))).from()).toEqual([
    { kind: 'agreement', record: 'icrc-2022', value: 0.9, at: '/rates/0' },
    { kind: 'agreement', record: 'icrc-2022', value: 0.92, at: '/rates/2' },
  ])
  expect(cellOf(applied(toUsd, otherUsd))).toMatchObject({ expression: 'AVERAGE(rate_USD,rate_USD_2)' })
})

it('a sum is multiplied, or divided by a rate published the other way round', () => {
  expect([product('a', 'r', true), product('a', 'r', false), product('a', 'r', undefined)]).toEqual([
    'a/r',
    'a*r',
    'a*r',
  ])
})
