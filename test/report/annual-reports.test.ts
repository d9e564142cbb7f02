/** Figures of the report against a recomputation that shares no code with it, and who and what is in a report at all. */
import { describe, expect, it } from 'vitest'
import { recordsBehind } from '../../src/model/figure.ts'
import { pathOf } from '../../src/model/work.ts'
import type { CellModel, RowModel, TableModel, WorkbookModel } from '../../src/model/workbook.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { inEachTest } from '../support/in-each-test.ts'
import { activities, entry, languages, sampleDataset } from '../support/sample-dataset.ts'

const dataset = sampleDataset()
const english = inEachTest(() => annualReports(dataset, { partner: 'icrc', languages: ['en'] }).value)

function model(path = 'reports/2022/icrc-2022.en.xlsx', from = english()): WorkbookModel {
  const planned = from.find(each => pathOf(each, 'xlsx') === path)
  if (!planned) throw new Error(`no ${path}`)
  return planned.model
}

function table(sheet: string, of = model()): TableModel {
  const blocks = of.sheets.find(each => each.sheet === sheet)?.blocks ?? []
  const found = blocks.find(block => block.block === 'table')
  if (!found) throw new Error(`no table on ${sheet}`)
  return found
}

function shown(cell: CellModel | undefined): unknown {
  if (cell?.kind === 'formula') return cell.figure.value
  if (cell?.kind === 'value') return cell.value
  return cell?.kind === 'day' ? cell.day : cell?.kind === 'words' ? cell.key : undefined
}

const rowsOf = (sheet: string, of = model()) =>
  table(sheet, of).rows.map(({ cells }) => Object.fromEntries(Object.keys(cells).map(key => [key, shown(cells[key])])))

/** By hand: cents as integers, rates as fractions of ten millions, half away from zero. */
function naive(area: string | null) {
  const rates: { [currency: string]: bigint } = { CHF: 10_000_000n, UZS: 829n, USD: 9_250_000n }
  const result = { activities: 0, cancelled: 0, target: 0, reached: 0, silent: 0, spent: 0n }
  const areaOfLine: { [line: string]: string } = { 'epr-training': 'epr', 'epr-equipment': 'epr', 'rfl-service': 'rfl' }
  for (const activity of Object.values(activities)) {
    const shares = (activity.funding ?? []).filter(share => share.agreement === 'icrc-2022')
    if (shares.length === 0) continue
    const mine = area === null || activity.area === area
    const isPlanned = activity.start > '2022-12-30'
    if (activity.cancelled && mine) result.cancelled += 1
    if (!activity.cancelled && !isPlanned && mine) {
      result.activities += 1
      result.target += activity.target?.total ?? 0
      result.reached += activity.reached?.total ?? 0
      if (activity.reached === undefined) result.silent += 1
    }
    for (const share of shares) {
      if (area !== null && (areaOfLine[share.line ?? ''] ?? activity.area) !== area) continue
      for (const { amount, currency } of share.spent ?? []) {
        const scaled = BigInt(Math.round(amount * 100)) * (rates[currency] ?? 0n)
        result.spent += (scaled + 5_000_000n) / 10_000_000n
      }
    }
  }
  return result
}

describe('the summary', () => {
  it.each(['epr', 'ihl', 'rfl'])('agrees with a naive count of %s', area => {
    const [row] = rowsOf('summary').filter(each => each['area'] === area)
    const expected = naive(area)
    expect(row).toMatchObject({
      activities: expected.activities,
      cancelled: expected.cancelled,
      people_target: expected.target || null,
      not_reported: expected.silent,
      expenditure: expected.spent === 0n ? null : Number(expected.spent) / 100,
    })
    expect(row?.['people_reached'] ?? 0).toBe(expected.reached)
  })

  it('adds up to the naive whole, but for people, whom it does not add', () => {
    const cells: RowModel['cells'] = table('summary').total?.cells ?? {}
    const expected = naive(null)
    expect(shown(cells['activities'])).toBe(expected.activities)
    expect(cells['people_reached']).toEqual({ kind: 'words', key: 'report.summary.not_added' })
    expect(shown(cells['expenditure'])).toBe(Number(expected.spent) / 100)
    expect(shown(cells['budget'])).toBe(125_000.5)
  })

  it('keeps "not reported" apart from zero', () => {
    const [epr, ihl, rfl] = rowsOf('summary')
    expect(rfl).toMatchObject({ area: 'rfl', people_reached: 0, people_percent: 0, not_reported: 0 })
    expect(ihl).toMatchObject({
      area: 'ihl',
      // Not begun by the cut-off: neither counted nor silent.
      activities: 0,
      not_reported: 0,
      people_reached: null,
      people_percent: null,
      expenditure: null,
      budget: null,
    })
    expect(epr).toMatchObject({ area: 'epr', not_reported: 1 })
  })

  it('knows the records behind a figure', () => {
    const [epr] = table('summary').rows
    const cell = epr?.cells['expenditure']
    expect(cell?.kind === 'formula' && recordsBehind(cell.figure)).toEqual([
      '2022-team-training',
      '2022-team-equipment',
      // Cancelled: what was spent on it was spent.
      '2022-05',
    ])
  })
})

describe('the activity register', () => {
  it('has one row an activity, in order of days, those cancelled or not begun uncounted', () => {
    const rows = rowsOf('activities')
    expect(rows.map(({ id, counted }) => [id, counted])).toEqual([
      ['2022-tracing-service', 1],
      ['2022-team-training', 1],
      ['2022-team-equipment', 1],
      ['2022-05', 0],
      ['2022-ihl-lecture', 2],
    ])
  })

  it('joins several regions in one cell and shows what is not disaggregated', () => {
    const [training] = rowsOf('activities').filter(({ id }) => id === '2022-team-training')
    expect(training).toMatchObject({
      regions: 'Tashkent city, Samarkand region, Fergana region',
      region_codes: 'UZ26, UZ18, UZ30',
      people_reached: 118,
      not_disaggregated: 23,
      with_disability: null,
    })
  })

  it('derives the status as of the data cut-off', () => {
    const status = Object.fromEntries(rowsOf('activities').map(row => [row['id'], row['status']]))
    expect(status).toEqual({
      '2022-tracing-service': 'report.status.ongoing',
      '2022-team-training': 'report.status.completed',
      '2022-team-equipment': 'report.status.completed',
      '2022-05': 'report.status.cancelled',
      '2022-ihl-lecture': 'report.status.planned',
    })
  })

  it('borrows no text from another language', () => {
    const [lecture] = rowsOf('activities').filter(({ id }) => id === '2022-ihl-lecture')
    expect(lecture).toMatchObject({ name: 'report.no_text' })
  })
})

describe('money', () => {
  it('is rounded once, half away from zero, in the ledger', () => {
    const sums = rowsOf('spending').map(({ activity, amount, currency, spent }) => [activity, amount, currency, spent])
    expect(sums).toContainEqual(['2022-team-training', 12345678.9, 'UZS', 1023.46])
    expect(sums).toContainEqual(['2022-team-training', 1000.1, 'USD', 925.09])
    expect(sums).toContainEqual(['2022-team-equipment', 66.66, 'USD', 61.66])
  })

  it('shows each partner only its share of a co-funded activity', () => {
    const both = annualReports(dataset, { languages: ['en'] }).value
    const other = rowsOf('activities', model('reports/2022/ifrc-2022.en.xlsx', both))
    expect(other.map(({ id, expenditure }) => [id, expenditure])).toEqual([['2022-team-training', 777.77]])
    const [training] = rowsOf('activities').filter(({ id }) => id === '2022-team-training')
    expect(training).toMatchObject({ planned: 5000, expenditure: 3948.6 })
  })

  it('without a rate is an error at the sum', () => {
    const agreement = dataset.agreement.get('icrc-2022')
    if (!agreement) throw new Error('no agreement')
    const poor = entry('agreement', agreement.id, { ...agreement.data, rates: [] })
    const { diagnostics } = annualReports(sampleDataset({ agreement: new Map([[poor.id, poor]]) }))
    expect(diagnostics.map(({ code, span }) => [code, span?.file.path])).toContainEqual([
      'record/inconsistent',
      'data/activity/2022-team-training.yaml',
    ])
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(
      new Set(['record/inconsistent', 'report/cancelled-spending']),
    )
  })
})

describe('what is reported', () => {
  it('is one workbook an agreement and language, dated by the cut-off', () => {
    const { value, diagnostics } = annualReports(dataset)
    expect(diagnostics.map(({ code }) => code)).toEqual(['report/cancelled-spending'])
    expect(value.map(each => pathOf(each, 'xlsx'))).toEqual(
      ['icrc-2022', 'ifrc-2022'].flatMap(id => languages.map(language => `reports/2022/${id}.${language}.xlsx`)),
    )
    expect(value.every(({ date }) => date === '2022-12-30')).toBe(true)
    expect(value[0]?.records).toEqual([...(value[0]?.records ?? [])].toSorted())
    expect(value[0]?.records).toEqual(
      expect.arrayContaining(['society', 'icrc', 'icrc-2022', 'epr', 'uz-tk', '2022-05']),
    )
  })

  it('can be limited by year, partner and language', () => {
    expect(annualReports(dataset, { year: 2021 }).value).toEqual([])
    expect(english().map(each => pathOf(each, 'xlsx'))).toEqual(['reports/2022/icrc-2022.en.xlsx'])
  })

  it('holds the meetings that name the agreement, or none and its partner and year', () => {
    const both = annualReports(dataset, { languages: ['en'] }).value
    expect(rowsOf('meetings').map(({ id }) => id)).toEqual(['2022-08-15-icrc'])
    expect(rowsOf('meetings', model('reports/2022/ifrc-2022.en.xlsx', both)).map(({ id }) => id)).toEqual([
      '2022-11-02-both',
    ])
  })

  it('asks for a name that a language lacks, once', () => {
    const area = new Map(dataset.area).set('epr', entry('area', 'epr', { name: { ru: 'Подготовка' } }))
    const { diagnostics } = annualReports(sampleDataset({ area }), { languages: ['en'] })
    expect(diagnostics.map(({ code, span }) => [code, span?.file.path])).toEqual([
      ['report/cancelled-spending', 'data/activity/2022-05.yaml'],
      ['record/missing-language', 'data/area/epr.yaml'],
    ])
  })

  it('is there, with empty registers, for an agreement without activities and meetings', () => {
    const { value } = annualReports(sampleDataset({ activity: new Map(), meeting: new Map() }), { languages: ['ru'] })
    const [row] = rowsOf('summary', model('reports/2022/icrc-2022.ru.xlsx', value))
    expect(row).toMatchObject({ activities: 0, people_reached: null, expenditure: null, budget: 100_000.5 })
  })
})

it('puts money without a budget line on a row of its own', () => {
  const rows = rowsOf('budget')
  expect(rows.at(-1)).toMatchObject({ line: '—', budget: null, expenditure: 1999.99, balance: null })
})
