/** The report over all partners: what several pay for is there once, its money by share, and no sum over currencies without a rate. */
import { describe, expect, it } from 'vitest'
import { pathOf } from '../../src/model/work.ts'
import type { CellModel, RowModel, TableModel } from '../../src/model/workbook.ts'
import { isSelected } from '../../src/pipeline/select.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { apart, consolidated, converted } from '../support/consolidated-dataset.ts'
import { inEachTest } from '../support/in-each-test.ts'
import { indicator, indicatorDataset } from '../support/indicator-dataset.ts'
import { activities, entry, languages, sampleDataset } from '../support/sample-dataset.ts'

const dataset = sampleDataset()
const model = inEachTest(() => consolidated(dataset))

function table(sheet: string, of = model()): TableModel {
  const blocks = of.sheets.find(each => each.sheet === `consolidated.${sheet}`)?.blocks ?? []
  const found = blocks.find(block => block.block === 'table')
  if (!found) throw new Error(`no table on ${sheet}`)
  return found
}

function shown(cell: CellModel | undefined): unknown {
  if (cell?.kind === 'formula') return cell.figure.value
  if (cell?.kind === 'value') return cell.value
  return cell?.kind === 'day' ? cell.day : cell?.kind === 'words' ? cell.key : undefined
}
const valuesOf = ({ cells }: RowModel) =>
  Object.fromEntries(Object.keys(cells).map(column => [column, shown(cells[column])]))
const rowsOf = (sheet: string, of = model()) => table(sheet, of).rows.map(valuesOf)
const totalOf = (sheet: string, of = model()) => valuesOf(table(sheet, of).total ?? { cells: {} })

describe('an activity under two agreements', () => {
  it('has its people once, by sex and by region, and its money in the region or among what is not divided', () => {
    const [whole] = rowsOf('people').filter(({ area, age }) => area === 'epr' && String(age).endsWith('all_ages'))
    const [epr] = rowsOf('summary')
    expect(whole?.['people']).toBe(epr?.['people_reached'])
    expect(whole).toMatchObject({ female: 40, male: 55 })
    const regions = rowsOf('geography')
    expect(regions.find(row => row['region_code'] === 'UZ18')).toMatchObject({ activities: 1, people: 30 })
    expect(totalOf('geography')['expenditure']).toBe(totalOf('summary')['spent_all'])
    // Where nothing can be added over currencies, no sum stands by region.
    expect(table('geography', consolidated(apart())).columns.map(({ column }) => column)).not.toContain('expenditure')
  })

  it('is one row, with the share that each paid and its people once', () => {
    const rows = rowsOf('activities').filter(({ id }) => id === '2022-team-training')
    expect(rows).toHaveLength(1)
    // 12 345 678.90 UZS at 0.0000829, 1 000.10 USD at 0.925, 2 000.05 CHF; the other partner 777.77 CHF.
    expect(rows[0]).toMatchObject({
      partners: 'ICRC, International Federation',
      agreements: 2,
      people_reached: 118,
      under_1: 1,
      under_2: 1,
      spent_1: 3948.6,
      spent_2: 777.77,
      expenditure: 4726.37,
    })
  })

  it('is counted once by area and over all, and in the row of each agreement', () => {
    const reached = Object.values(activities)
      .filter(({ area, cancelled }) => area === 'epr' && !cancelled)
      .reduce((sum, each) => sum + (each.reached?.total ?? 0), 0)
    const [epr] = rowsOf('summary')
    expect(epr).toMatchObject({ area: 'epr', activities: 2, shared: 1, cancelled: 1, people_reached: reached })
    expect(rowsOf('partners').map(row => [row['agreement'], row['activities'], row['shared']])).toEqual([
      ['icrc-2022', 3, 1],
      ['ifrc-2022', 1, 1],
    ])
    expect(totalOf('partners')).toMatchObject({ activities: 3, shared: 1 })
  })

  it('gives its people to no total: areas are not added', () => {
    expect(totalOf('summary')).toMatchObject({
      activities: 3,
      people_target: 'report.consolidated.summary.not_added',
      people_reached: 'report.consolidated.summary.not_added',
    })
  })
})

describe('money', () => {
  it('is added over agreements that share a currency', () => {
    const [one, two] = rowsOf('partners')
    expect(totalOf('partners')).toMatchObject({ currency: 'CHF', budget: 155_000.5 })
    expect(totalOf('summary')).toMatchObject({
      budget_all: 155_000.5,
      spent_all: totalOf('partners')['expenditure'],
    })
    expect(totalOf('shares')).toMatchObject({
      budget_1: 125_000.5,
      budget_2: 30_000,
      spent_1: one?.['expenditure'],
      spent_2: two?.['expenditure'],
    })
    expect(two).toMatchObject({ expenditure: 777.77 })
    expect(rowsOf('currencies')).toMatchObject([{ currency: 'CHF', agreements: 2, budget: 155_000.5 }])
  })

  it('is converted where a rate is given, and the rate is shown', () => {
    const of = consolidated(converted())
    expect(of.facts).toMatchObject({ currency: 'CHF', converted: true })
    const [, two] = rowsOf('partners', of)
    // 777.77 CHF at 1.081 are 840.77 USD; those at 0.925 are 777.71 CHF.
    expect(two).toMatchObject({ currency: 'USD', expenditure: 840.77, common_expenditure: 777.71, budget: 30_000 })
    expect(two).toMatchObject({ common_budget: 27_750 })
    expect(totalOf('partners', of)).toMatchObject({ common_budget: 152_750.5 })
    expect(totalOf('partners', of)['budget']).toBeNull()
    const lines = of.sheets[0]?.blocks.flatMap(block => (block.block === 'lines' ? block.lines : [])) ?? []
    expect(lines.find(({ named }) => named === 'common_USD_2')?.cells[0]).toMatchObject({ value: 0.925 })
  })

  it('stays in its currencies where no rate between them is given', () => {
    const of = consolidated(apart())
    expect(of.facts).not.toHaveProperty('currency')
    expect(rowsOf('currencies', of).map(row => [row['currency'], row['budget']])).toEqual([
      ['CHF', 125_000.5],
      ['EUR', 30_000],
    ])
    expect(totalOf('shares', of)).toMatchObject({ budget_1: 125_000.5, budget_2: 30_000 })
    expect(Object.keys(totalOf('summary', of))).not.toContain('budget_all')
    expect(totalOf('partners', of)['budget']).toBeNull()
  })
})

describe('what is reported', () => {
  it('is one workbook a year of two or more agreements, and language', () => {
    const { value, diagnostics } = consolidatedReports(dataset)
    expect(diagnostics).toEqual([])
    expect(value.map(each => pathOf(each, 'xlsx'))).toEqual(
      languages.map(each => `reports/2022/consolidated.${each}.xlsx`),
    )
    expect(value[0]?.records).toEqual([...(value[0]?.records ?? [])].toSorted())
    expect(value[0]?.records).toEqual(
      expect.arrayContaining(['society', 'icrc', 'ifrc', 'icrc-2022', 'ifrc-2022', ...Object.keys(activities)]),
    )
    const [first] = dataset.agreement
    expect(consolidatedReports(sampleDataset({ agreement: new Map(first ? [first] : []) })).value).toEqual([])
  })

  it('is a work of each year, in their order, dated by the last cut-off, in the colour of the society', () => {
    const two = indicatorDataset()
    const past = two.agreement.get('icrc-2021')
    if (!past) throw new Error('no agreement')
    const earlier = { ...past.data, data_cutoff: '2022-02-28' }
    const other = entry('agreement', 'ifrc-2021', { ...earlier, partner: 'ifrc', data_cutoff: '2022-01-31' })
    const agreement = new Map([...two.agreement, [past.id, { ...past, data: earlier }], [other.id, other]])
    const { value } = consolidatedReports({ ...two, agreement })
    expect([...new Set(value.map(({ year, date }) => `${year} ${date}`))]).toEqual([
      '2021 2022-02-28',
      '2022 2022-12-30',
    ])
    const { colours: _, ...plain } = dataset.society.data
    const grey = { ...dataset, society: { ...dataset.society, data: plain } }
    expect(consolidated(grey).colour).toBe('#3a4654')
    const red = { ...dataset.society, data: { ...plain, colours: { primary: '#b01c2e' } } }
    expect(consolidated({ ...dataset, society: red }).colour).toBe('#b01c2e')
  })

  it('names its sources: whatever it prints a fact of, and nothing else', () => {
    const ids = (kind: string) =>
      rowsOf('sources')
        .filter(row => row['kind'] === `report.kinds.${kind}`)
        .map(({ id }) => id)
    expect(ids('agreement')).toEqual(['icrc-2022', 'ifrc-2022'])
    expect(ids('organization')).toEqual(['icrc', 'ifrc'])
    expect(ids('area')).toEqual(['epr', 'ihl', 'rfl'])
    expect(ids('activity')).toEqual(Object.keys(activities).toSorted())
    const regions = [...dataset.place.values()].filter(({ data }) => data.type === 'region').map(({ id }) => id)
    expect(ids('place')).toEqual(regions.toSorted())
    // An area of an indicator alone is named as well.
    const only = sampleDataset({ activity: new Map() })
    const icrc = only.agreement.get('icrc-2022')
    if (!icrc) throw new Error('no agreement')
    const data = { ...icrc.data, budget: [], indicators: [indicator('A-1', { area: 'ihl' })] }
    const agreement = new Map(only.agreement).set('icrc-2022', { ...icrc, data })
    const rows = rowsOf('sources', consolidated({ ...only, agreement })).filter(
      row => row['kind'] === 'report.kinds.area',
    )
    expect(rows.map(({ id }) => id)).toEqual(['epr', 'ihl'])
  })
})

describe('a report over all partners', () => {
  it('tells of rates and of how people were counted only where an agreement does', () => {
    expect(consolidated(dataset).facts).toMatchObject({ has_rates: true, has_counting: false })
    const ifrc = dataset.agreement.get('ifrc-2022')
    if (!ifrc) throw new Error('no agreement')
    const counted = { ...ifrc, data: { ...ifrc.data, counting_method: 'By lists' } }
    const told = sampleDataset({ agreement: new Map(dataset.agreement).set(ifrc.id, counted) })
    expect(consolidated(told).facts).toMatchObject({ has_counting: true })
    const plain = [...dataset.agreement.values()].map(each => {
      const { rates: _, counting_method: __, ...data } = each.data
      return [each.id, { ...each, data }] as const
    })
    const silent = sampleDataset({ agreement: new Map(plain), activity: new Map() })
    expect(consolidated(silent).facts).toMatchObject({ has_rates: false, has_counting: false })
  })

  it('is left out where a partner asks for its own', () => {
    const [plan] = consolidatedReports(dataset).value
    if (!plan) throw new Error('no report')
    expect(isSelected(plan, { paths: [], year: 2022, only: 'report' }, dataset)).toBe(true)
    expect(isSelected(plan, { paths: ['data/activity/2022-05.yaml'] }, dataset)).toBe(true)
    expect(isSelected(plan, { paths: [], year: 2021 }, dataset)).toBe(false)
    expect(isSelected(plan, { paths: [], partner: 'icrc' }, dataset)).toBe(false)
  })

  it('leaves its name to no agreement', () => {
    const [icrc] = dataset.agreement.values()
    if (!icrc) throw new Error('no agreement')
    const named = entry('agreement', 'consolidated', icrc.data)
    const agreement = new Map(dataset.agreement).set(named.id, named)
    expect(consolidatedReports(sampleDataset({ agreement })).diagnostics.map(({ code }) => code)).toContain(
      'record/inconsistent',
    )
  })
})
