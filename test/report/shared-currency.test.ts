/** In which currency agreements are added up, and at which rates. */
import { expect, it } from 'vitest'
import type { Agreement, Rate } from '../../src/model/record/agreement.ts'
import { commonOf } from '../../src/report/consolidated/shared-currency.ts'

type Side = Pick<Agreement, 'currency' | 'rates'>
const side = (currency: string, ...rates: Rate[]): Side => ({ currency, rates })
const rate = (from: string, to: string, value: number, date = '2022-12-31'): Rate => ({
  from,
  to,
  rate: value,
  date,
  source: 'bank',
})
/** The currency, and the factor of each agreement. */
function common(...agreements: readonly Side[]) {
  const { currency, rates } = commonOf(agreements)
  return [currency, ...rates.map(each => each && [each.value, each.isInverse])]
}

it('is that of most', () => {
  expect(common(side('CHF', rate('CHF', 'USD', 1.1)), side('USD'), side('USD'))).toEqual([
    'USD',
    [1.1, false],
    null,
    null,
  ])
  expect(common(side('USD'), side('CHF', rate('CHF', 'USD', 1.1)), side('USD'))).toEqual([
    'USD',
    null,
    [1.1, false],
    null,
  ])
})

it('of as many, the first by its code, for which there are rates', () => {
  expect(common(side('USD', rate('USD', 'CHF', 0.9)), side('CHF', rate('CHF', 'USD', 1.1)))).toEqual([
    'CHF',
    [0.9, false],
    null,
  ])
  expect(common(side('EUR'), side('CHF', rate('CHF', 'EUR', 1.02)))).toEqual(['CHF', [1.02, true], null])
  expect(common(side('EUR'), side('CHF', rate('CHF', 'USD', 1.1)))).toEqual([null, null, null])
})

it('a rate of the agreement itself goes first, the latest of several', () => {
  const own = side('EUR', rate('EUR', 'CHF', 0.97, '2022-06-30'), rate('EUR', 'CHF', 0.98))
  expect(common(own, side('CHF', rate('EUR', 'CHF', 0.5)), side('CHF'))).toEqual(['CHF', [0.98, false], null, null])
})

it('those of the others do where they agree', () => {
  const dollars = side('USD', rate('USD', 'CHF', 0.9))
  const given = (value: number) => side('CHF', rate('EUR', 'CHF', value))
  const both = [[0.98, false], null, null, [0.9, false]]
  expect(common(side('EUR'), given(0.98), given(0.98), dollars)).toEqual(['CHF', ...both])
  expect(common(side('EUR'), given(0.98), given(0.97), dollars)).toEqual([null, null, null, null, null])
  // One that agrees with the first does not outvote one that does not.
  expect(common(side('EUR'), given(0.98), given(0.97), given(0.98), dollars)[0]).toBeNull()
  // The same number, one way and the other.
  expect(common(side('EUR'), given(1), side('CHF', rate('CHF', 'EUR', 1)), dollars)[0]).toBeNull()
})
