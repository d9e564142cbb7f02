/** The summary over all partners on paper: what its workbook counted, written out; no sum over currencies. */
import { expect, it } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import type { ConsolidatedPage } from '../../src/model/report-page.ts'
import { consolidatedPage } from '../../src/report/consolidated/page.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { apart, converted } from '../support/consolidated-dataset.ts'
import { indicatorDataset } from '../support/indicator-dataset.ts'
import { sampleDataset } from '../support/sample-dataset.ts'
import { packs } from '../support/tongues.ts'

function page(of: Dataset, language = 'en'): ConsolidatedPage {
  const found = consolidatedReports(of).value.find(work => work.language === language)
  if (!found) throw new Error('no report')
  return consolidatedPage(found.model, packs)
}
const figures = ({ areas, total, charts, agreements, regions, indicators }: ConsolidatedPage) => ({
  areas,
  total,
  charts,
  agreements,
  regions,
  indicators,
})

it.each([
  ['in one currency', sampleDataset()],
  ['in two, with a rate between them', converted()],
  ['in two, without', apart()],
])('%s', (_, of) => {
  expect(figures(page(of))).toMatchSnapshot()
})

it('sums of one currency are added; of several, each agreement has its own', () => {
  expect(page(sampleDataset()).total.budget).toBe('155,000.50')
  expect(page(sampleDataset()).charts.money).toHaveLength(2)
  const { total, charts, agreements, areas } = page(apart())
  expect([total.budget, total.expenditure, ...areas.map(({ budget }) => budget)]).toEqual(['–', '–', '–', '–', '–'])
  expect(charts.money).toEqual([])
  expect(agreements.map(({ currency, budget }) => [currency, budget])).toEqual([
    ['CHF', '125,000.50'],
    ['EUR', '30,000.00'],
  ])
})

it('regions stand there where something was held or spent; what is not divided is called by a phrase', () => {
  const { regions } = page(sampleDataset())
  expect(regions.map(({ name, phrase }) => name ?? phrase)).toContain('report.geography.not_divided')
  expect(regions.filter(({ activities, expenditure }) => activities === '0' && expenditure === '–')).toEqual([])
})

it('an indicator has a row for each agreement that tells of it, and none where none does', () => {
  const rows = page(indicatorDataset()).indicators.map(({ code, of, target, actual, percent }) =>
    [code, of, target, actual, percent].join(' | '),
  )
  expect(rows).toEqual([
    'AVG-1 | ICRC, CHF | 70.0 | 73.1 | 104%',
    'LAST-1 | ICRC, CHF | – | 2 | –',
    'MAX-1 | ICRC, CHF | – | 100 | –',
    'NONE-1 | ICRC, CHF | 10 | – | –',
    'SUM-1 | ICRC, CHF | 200 | 85 | 43%',
    'SUM-1 | International Federation, CHF | – | 700 | –',
  ])
  expect(page(sampleDataset()).indicators).toEqual([])
})
