/** What may be set beside this year: the year before and no other, and its money in the same currency only. */
import { expect, test } from 'vitest'
import { ledgersOf } from '../../src/report/ledger.ts'
import { hasSameCurrency, yearBefore } from '../../src/report/year-before.ts'
import { indicatorDataset } from '../support/indicator-dataset.ts'

const [some] = ledgersOf(indicatorDataset())
if (!some) throw new Error('no agreement')
const of = (year: number, currency: 'USD' | 'CHF' = 'USD') => ({
  ...some,
  agreement: { ...some.agreement, data: { ...some.agreement.data, year, currency } },
})

test('the year before, and no other', () => {
  const before = of(2021)
  expect(yearBefore({ ledger: of(2022), earlier: [of(2019), of(2020), before] })).toBe(before)
  expect(yearBefore({ ledger: of(2022), earlier: [of(2019), of(2020)] })).toBeUndefined()
})

test('money is compared in one currency', () => {
  expect(hasSameCurrency({ ledger: of(2022), earlier: [of(2021)] })).toBe(true)
  expect(hasSameCurrency({ ledger: of(2022), earlier: [of(2021, 'CHF')] })).toBe(false)
  expect(hasSameCurrency({ ledger: of(2022), earlier: [] })).toBe(false)
})
