/** What may be set beside this year: areas of both years, and money in one currency only. */
import { expect, test } from 'vitest'
import { accountsOf } from '../../src/report/account.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { type Ledger, ledgerIn } from '../../src/report/ledger.ts'
import { namesIn } from '../../src/report/names.ts'
import { reportOn } from '../../src/report/report.ts'
import { yearOf } from '../../src/report/report-period.ts'
import { areasOfBoth, hasSameCurrency } from '../../src/report/year-before.ts'
import { inEachTest } from '../support/in-each-test.ts'
import { indicatorDataset } from '../support/indicator-dataset.ts'

const report = inEachTest(() => {
  const dataset = indicatorDataset()
  const accounts = accountsOf(dataset)
  const [some] = accounts.filter(({ agreement }) => agreement.id === 'icrc-2022')
  const [year] = some?.years ?? []
  if (!some || !year) throw new Error('no agreement')
  return reportOn(ledgerIn(some, yearOf(year)), { dataset, accounts, language: 'en', names: namesIn('en', dataset) })
})

const inDollars = (ledger: Ledger): Ledger => ({
  ...ledger,
  agreement: { ...ledger.agreement, data: { ...ledger.agreement.data, currency: 'USD' } },
})

test('money is compared in one currency', () => {
  const { ledger } = report()
  expect(hasSameCurrency(report())).toBe(true)
  expect(hasSameCurrency({ ...report(), ledger: inDollars(ledger) })).toBe(false)
  expect(hasSameCurrency({ ledger })).toBe(false)
})

test('the areas are those of either year', () => {
  expect(areasOfBoth(report())).toEqual(['epr', 'ihl', 'rfl'])
  const { before, ...alone } = report()
  expect(before?.ledger.agreement.id).toBe('icrc-2021')
  expect(areasOfBoth(alone)).toEqual(['epr', 'ihl', 'rfl'])
})

test('a report over the whole life is set beside nothing, and says so nowhere', () => {
  const { ledger, dataset } = report()
  const { agreement } = ledger
  const asked: Ledger['agreement'] = { ...agreement, data: { ...agreement.data, reports: ['year', 'final'] } }
  const books = annualReports({ ...dataset, agreement: new Map(dataset.agreement).set(agreement.id, asked) }).value
  const shownIn = (period?: string) => {
    const book = books.find(each => each.id === agreement.id && each.language === 'en' && each.period === period)
    const sheets = book?.model.sheets ?? []
    const below = sheets.find(({ sheet }) => sheet === 'summary')?.blocks ?? []
    const columns = below.flatMap(block => (block.block === 'table' ? block.columns.map(({ column }) => column) : []))
    return [
      ...sheets.flatMap(({ sheet }) => (sheet === 'comparison' ? [sheet] : [])),
      ...columns.filter(column => column.endsWith('_previous')),
      ...below.flatMap(block => (block.block === 'paragraph' && block.key.endsWith('previous_note') ? ['note'] : [])),
    ]
  }
  expect(shownIn()).toEqual(['comparison', 'people_previous', 'expenditure_previous', 'note'])
  expect(shownIn('final')).toEqual([])
})
