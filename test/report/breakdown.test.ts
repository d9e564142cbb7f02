/** People by region, sex and age: as reported, with the remainder, never rescaled; regions never added. */

import { expect, it } from 'vitest'
import { numberFormat } from '../../src/render/xlsx/styles.ts'
import { inEachTest } from '../support/in-each-test.ts'
import { indicatorDataset } from '../support/indicator-dataset.ts'
import { activities, sampleDataset } from '../support/sample-dataset.ts'
import { modelOf, rowsOf, shown, tableOf } from '../support/workbook-model.ts'

const sample = inEachTest(() => modelOf(sampleDataset(), 'icrc-2022'))

it('an activity in three regions stands in each and is one in the summary; what was not divided stands apart', () => {
  const rows = rowsOf('geography', sample())
  // Areas in order: epr, ihl, rfl.
  expect(rows.map(each => [each['region_code'], each['activities'], each['people_1'], each['people_3']])).toEqual([
    ['UZ18', 1, 30, null],
    // Zero reported is shown, nothing reported is not.
    ['UZ26', 2, 50, 0],
    ['UZ30', 1, null, null],
    // The lecture that had not begun by the cut-off is in no region.
    ['—', 1, null, null],
    ['…', 1, 38, null],
  ])
  const [epr] = rowsOf('summary', sample())
  expect(epr).toMatchObject({ activities: 2, people_reached: 118 })
  // A naive sum over the regions of the register would count its people three times.
  expect(118 * (activities['2022-team-training']?.places?.length ?? 0)).toBe(354)
})

it('what each region cost, with what several had together, comes to the expenditure of the summary', () => {
  const spent = (sheet: string) => shown(tableOf(sheet, sample()).total?.cells['expenditure'])
  expect(spent('geography')).toBe(spent('summary'))
  expect(spent('geography')).toBeGreaterThan(0)
  const said = (sheet: string) => shown(tableOf(sheet, sample()).total?.cells['people'])
  expect(said('geography')).toBe('report.geography.not_added')
})

it('a region without an activity is told apart from one whose activities reported nobody', () => {
  const rows = rowsOf('geography', sample()).map(each => [each['region_code'], each['people'], each['standing']])
  expect(rows).toEqual([
    ['UZ18', 30, 'report.geography.standings.reported'],
    ['UZ26', 50, 'report.geography.standings.reported'],
    ['UZ30', null, 'report.geography.standings.silent'],
    ['—', null, 'report.geography.standings.silent'],
    ['…', 38, null],
  ])
  const others = [...sampleDataset().activity].filter(([, { data }]) => !data.places?.includes('uz-fa'))
  const without = modelOf(sampleDataset({ activity: new Map(others) }), 'icrc-2022')
  expect(rowsOf('geography', without).map(each => each['standing'])).toContain('report.geography.standings.no_activity')
})

it('a partial split keeps its remainder', () => {
  const [epr] = rowsOf('people', sample())
  expect(epr).toMatchObject({ people: 118, female: 40, male: 55, other: null, not_disaggregated: 23 })
})

it('ages are shown as they were given, the rest in a row of its own', () => {
  const {
    name = '',
    area = '',
    type = 'training',
    start = '',
    end = '',
    ...rest
  } = activities['2022-team-training'] ?? {}
  const by_age = { '13_17': { total: 20, female: 9 }, '60_plus': { female: 3, male: 4 } }
  const training = { name, area, type, start, end, ...rest, reached: { total: 118, female: 40, by_age } }
  const model = modelOf(indicatorDataset({ activity: { '2022-team-training': training } }), 'ifrc-2022')
  const rows = rowsOf('people', model).filter(each => each['area'] === 'epr')
  expect(
    rows.map(({ age, people, female, male, not_disaggregated }) => [age, people, female, male, not_disaggregated]),
  ).toEqual([
    // The whole names women: the men of one band are a part only, and no total of men.
    ['report.people.all_ages', 128, 40, null, 88],
    ['report.ages.13_17', 20, 9, null, 11],
    ['report.ages.60_plus', 7, 3, 4, 0],
    ['report.people.no_age', 101, null, null, null],
  ])
})

it('the machine sheet has a tag for every column, each once, and leaves the cancelled out', () => {
  const { columns, rows } = tableOf('machine', sample())
  const tags = columns.map(({ tag }) => tag ?? '')
  expect(tags.every(tag => /^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/.test(tag))).toBe(true)
  expect(new Set(tags).size).toBe(tags.length)
  expect(rows.map(({ cells }) => shown(cells['id']))).not.toContain('2022-05')
})

it('the sheet for GO has the columns of its template, in order, and days as text', () => {
  const { columns } = tableOf('go_import', sample())
  expect(columns.map(({ header }) => header?.name).join('|')).toBe(
    'Country|Regions|Reporting NS|Disaster Type|Operation Type|Programme Type|Primary Sector|Tags|Status|Project Name|' +
      'Start Date|End Date|Budget(CHF)|Targeted Males|Targeted Females|Targeted Others|Targeted Total|Reached Males|' +
      'Reached Females|Reached Others|Reached Total|Visibility|Actual Expenditure|Contact Email|Contact Name|' +
      'Contact Role|Description',
  )
  // GO reads a number with a separator of thousands as none.
  const numbers = columns.filter(({ header }) => /^(Budget|Targeted|Reached|Actual)/.test(header?.name ?? ''))
  expect(numbers.map(({ style }) => style)).toEqual(Array.from({ length: 10 }, () => 'plain'))
  expect(numberFormat('plain', 'en')).toBeUndefined()
  const rows = rowsOf('go_import', modelOf(sampleDataset(), 'icrc-2022', 'ru'))
  expect(rows.find(each => each['reached_total'] === 118)).toMatchObject({
    country: 'Uzbekistan',
    regions: 'Tashkent city, Samarkand region, Fergana region',
    operation_type: 'Programme',
    programme_type: 'Bilateral',
    status: 'Completed',
    start_date: '28/02/2022',
    end_date: '31/03/2022',
    actual_expenditure: 3949,
    reached_females: 40,
    reached_total: 118,
  })
  expect(rows.some(each => each['reached_total'] === 999)).toBe(false)
})
