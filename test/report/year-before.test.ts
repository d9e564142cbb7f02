/** What may be set beside this year: the year before and no other, and its money in the same currency only. */
import { expect, test } from 'vitest'
import { ledgersOf } from '../../src/report/ledger.ts'
import { namesIn } from '../../src/report/names.ts'
import type { Report } from '../../src/report/report.ts'
import { hasSameCurrency, yearBefore } from '../../src/report/year-before.ts'
import { indicatorDataset } from '../support/indicator-dataset.ts'

const dataset = indicatorDataset()
const [some] = ledgersOf(dataset)
if (!some) throw new Error('no agreement')
const ledgerOf = (year: number, currency: 'USD' | 'CHF' = 'USD') => ({
  ...some,
  agreement: { ...some.agreement, data: { ...some.agreement.data, year, currency } },
})
const of = (...year: Parameters<typeof ledgerOf>): Report => {
  const language = 'en'
  return { dataset, ledger: ledgerOf(...year), earlier: [], language, names: namesIn(language, dataset) }
}

test('the year before, and no other', () => {
  const before = of(2021)
  expect(yearBefore({ ledger: ledgerOf(2022), earlier: [of(2019), of(2020), before] })).toBe(before)
  expect(yearBefore({ ledger: ledgerOf(2022), earlier: [of(2019), of(2020)] })).toBeUndefined()
})

test('money is compared in one currency', () => {
  expect(hasSameCurrency({ ledger: ledgerOf(2022), earlier: [of(2021)] })).toBe(true)
  expect(hasSameCurrency({ ledger: ledgerOf(2022), earlier: [of(2021, 'CHF')] })).toBe(false)
  expect(hasSameCurrency({ ledger: ledgerOf(2022), earlier: [] })).toBe(false)
})
