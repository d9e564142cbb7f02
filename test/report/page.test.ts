/** The summary on paper says what the workbook counted: blanks stay blanks, sums keep their hundredths. */
import { expect, test } from 'vitest'
import type { ReportPage } from '../../src/model/report-page.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { figureIn } from '../../src/report/figures.ts'
import { numberText, reportPage } from '../../src/report/page.ts'
import { budget } from '../../src/report/registers/budget.ts'
import { summary } from '../../src/report/registers/summary.ts'
import { readTable } from '../../src/report/table.ts'
import { inEachTest } from '../support/in-each-test.ts'
import { indicators as allIndicators, indicatorDataset } from '../support/indicator-dataset.ts'
import { languages, sampleDataset } from '../support/sample-dataset.ts'
import { packs, tongue } from '../support/tongues.ts'

const pages = inEachTest(() =>
  annualReports(sampleDataset(), { partner: 'icrc', year: 2022 }).value.map(({ model }) => reportPage(model, packs)),
)

function page(language: string): ReportPage {
  const found = pages().find(each => each.language === language)
  if (!found) throw new Error(`no page in ${language}`)
  return found
}

test('the same figures in each language, written as the language writes them', () => {
  const digits = (of: ReportPage) =>
    JSON.stringify([of.areas.map(area => [area.people_reached, area.budget, area.expenditure]), of.total]).replace(
      /[^\d"–]/g,
      '',
    )
  for (const language of languages) expect(digits(page(language))).toBe(digits(page('en')))
  expect(page('en')).toMatchSnapshot()
})

test('what nobody reported is a dash and has no bar; the longest bar is the whole', () => {
  const { charts, areas } = page('en')
  const bars = [...charts.people, ...charts.money].flatMap(bar => [bar.first, bar.second])
  // Zero was reported; of the lecture that had not begun there is no bar.
  expect(charts.people.map(bar => [bar.first.text, bar.second.text])).toEqual([
    ['120', '118'],
    ['80', '0'],
  ])
  for (const bar of bars) expect(bar.share === undefined).toBe(bar.text === '–')
  for (const chart of [charts.people, charts.money]) {
    expect(Math.max(...chart.flatMap(bar => [bar.first.share ?? 0, bar.second.share ?? 0]))).toBe(1)
  }
  expect(charts.people.length).toBeLessThanOrEqual(areas.length)
})

test('quarters beneath the budget, on one scale, and this year beside the last', () => {
  const dataset = indicatorDataset()
  const book = (year: number) => {
    const [found] = annualReports(dataset, { partner: 'icrc', year, languages: ['en'] }).value
    if (!found) throw new Error('no report')
    return found.model
  }
  const { quarters, years } = reportPage(book(2022), packs).charts
  const { total } = readTable(budget, book(2022))
  const text = (column: 'budget' | 'q1' | 'q2' | 'q3' | 'q4') => {
    const value = total && figureIn(total(column)).value
    return typeof value === 'number' ? value : null
  }
  const number = (of: string | undefined) => (of === undefined || of === '–' ? null : Number(of.replaceAll(',', '')))
  expect(quarters.map(({ phrase }) => phrase)).toEqual([
    'report.budget.columns.budget',
    ...['q1', 'q2', 'q3', 'q4'].map(quarter => `report.revisions.parts.${quarter}`),
  ])
  const [agreed, ...spent] = quarters
  expect(number(agreed?.first?.text)).toBe(text('budget'))
  expect(spent.map(({ second }) => number(second?.text))).toEqual([text('q1'), text('q2'), text('q3'), text('q4')])
  // A bar is as long as its figure says, beside the budget's.
  for (const { second } of spent) {
    const sum = number(second?.text)
    if (sum !== null)
      expect((second?.share ?? 0) / (agreed?.first?.share ?? 0)).toBeCloseTo(sum / (text('budget') ?? 0))
  }
  expect(years.length).toBeGreaterThan(0)
  expect(reportPage(book(2021), packs).charts.years).toEqual([])
})

test('an actual on its track: the longest is the whole, the target stands where it was met', () => {
  const [found] = annualReports(indicatorDataset(), { partner: 'icrc', year: 2022, languages: ['en'] }).value
  if (!found) throw new Error('no report')
  const { indicators, target_at } = reportPage(found.model, packs)
  const shown = Object.fromEntries(indicators.map(each => [each.code, each]))
  // 73.125 of 70 is the longest; 85 of 200; nothing was reported of the last.
  expect(shown['AVG-1']?.progress).toBe(1)
  expect(target_at).toBeCloseTo(70 / 73.125, 12)
  expect(shown['SUM-1']?.progress).toBeCloseTo(((85 / 200) * 70) / 73.125, 12)
  expect(shown['NONE-1']?.progress).toBeUndefined()
  expect(indicators.map(each => each.lower_is_better)).toEqual(indicators.map(() => false))
  const [first] = allIndicators
  if (!first) throw new Error('no indicator')
  const falling = indicatorDataset({ indicators: [{ ...first, direction: 'falling' }] })
  const [report] = annualReports(falling, { partner: 'icrc', year: 2022, languages: ['en'] }).value
  expect(report && reportPage(report.model, packs).indicators.map(each => each.lower_is_better)).toEqual([true])
})

test('what the percentage leaves out stands beside it', () => {
  const [found] = annualReports(indicatorDataset(), { partner: 'icrc', year: 2022, languages: ['en'] }).value
  if (!found) throw new Error('no report')
  const { rows } = readTable(summary, found.model)
  const shown = reportPage(found.model, packs).areas
  for (const [at, row] of rows.entries())
    for (const column of ['target_not_reported', 'reached_without_target'] as const)
      expect(shown[at]?.[column]).toBe(figureIn(row(column)).value ? numberText(row(column), tongue('en')) : undefined)
  expect(shown.some(area => area.reached_without_target !== undefined)).toBe(true)
})

test('where one sum has hundredths all have, wherever on the page they stand', () => {
  // A budget in whole francs, of which some was spent to the centime.
  for (const { model } of annualReports(sampleDataset(), { partner: 'ifrc', year: 2022 }).value) {
    const { areas, total, charts } = reportPage(model, packs)
    const inTable = [...areas, total].flatMap(area => [area.budget, area.expenditure])
    const inChart = charts.money.flatMap(({ first, second }) => [first.text, second.text])
    const sums = [...inTable, ...inChart].filter(sum => sum !== '–')
    expect(sums.length).toBeGreaterThan(4)
    expect(sums.filter(sum => !/[.,]\d\d$/.test(sum))).toEqual([])
  }
})

test('a unit of the author’s own is in the author’s words', () => {
  const dataset = sampleDataset()
  const agreement = new Map(dataset.agreement)
  const found = agreement.get('icrc-2022')
  if (!found) throw new Error('the sample has no such agreement')
  const visits = {
    code: 'V-1',
    level: 'output',
    area: 'rfl',
    name: { en: 'Home visits' },
    unit: 'visit',
    unit_name: { en: 'visits' },
    roll_up: { periods: 'sum', places: 'sum' },
  } as const
  const { unit_name: _, ...days } = { ...visits, code: 'V-2', unit: 'days' }
  agreement.set(found.id, { ...found, data: { ...found.data, indicators: [visits, days] } })
  const filters = { partner: 'icrc', year: 2022, languages: ['en'] as const }
  const [book] = annualReports({ ...dataset, agreement }, filters).value
  if (!book) throw new Error('no report')
  const units = reportPage(book.model, packs).indicators.map(({ unit, unit_name }) => unit_name ?? unit)
  expect(units).toEqual(['visits', 'report.units.days'])
})
