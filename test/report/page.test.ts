/** The summary on paper says what the workbook counted: blanks stay blanks, sums keep their hundredths. */
import { expect, test } from 'vitest'
import type { ReportPage } from '../../src/model/report-page.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { reportPage } from '../../src/report/page.ts'
import { inEachTest } from '../support/in-each-test.ts'
import { languages, sampleDataset } from '../support/sample-dataset.ts'

const pages = inEachTest(() =>
  annualReports(sampleDataset(), { partner: 'icrc', year: 2022 }).value.map(({ model }) => reportPage(model)),
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

test('where one sum has hundredths all have, wherever on the page they stand', () => {
  // A budget in whole francs, of which some was spent to the centime.
  for (const { model } of annualReports(sampleDataset(), { partner: 'ifrc', year: 2022 }).value) {
    const { areas, total, charts } = reportPage(model)
    const inTable = [...areas, total].flatMap(({ budget, expenditure }) => [budget, expenditure])
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
  const units = reportPage(book.model).indicators.map(({ unit, unit_name }) => unit_name ?? unit)
  expect(units).toEqual(['visits', 'report.units.days'])
})
