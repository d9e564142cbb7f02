/** Indicators by their rules: nothing is added that may not be, and what is not reported is not zero. */

import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import { recordsBehind } from '../../src/model/figure.ts'
import type { Activity } from '../../src/model/record/activity.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { inEachTest } from '../support/in-each-test.ts'
import { inWords } from '../support/in-words.ts'
import { indicator, indicatorDataset, reporting } from '../support/indicator-dataset.ts'
import { activities } from '../support/sample-dataset.ts'
import { modelOf, modelOfPeriod, rowsOf } from '../support/workbook-model.ts'

const reported = inEachTest(() => modelOf(indicatorDataset(), 'icrc-2022'))
const report = (id: string, dataset = indicatorDataset()) => modelOf(dataset, id)
const row = (code: string, of = reported()) => rowsOf('indicators', of).find(each => each['code'] === code) ?? {}
const actuals = (code: string, of = reported()) => {
  const { q1_actual, q2_actual, q3_actual, q4_actual, actual } = row(code, of)
  return [q1_actual, q2_actual, q3_actual, q4_actual, actual]
}

/** The agreement of 2022 goes on for a year, in which one more is reported. */
function overTwoYears(): Dataset {
  const second: Activity = {
    name: 'Activity',
    area: 'epr',
    type: 'training',
    start: '2023-02-01',
    end: '2023-02-28',
    funding: [{ agreement: 'icrc-2022' }],
    results: [
      { indicator: 'AVG-1', value: 20 },
      { indicator: 'SUM-1', value: 7 },
    ],
  }
  const dataset = indicatorDataset({ activity: { 'second-year': second } })
  const plain = dataset.agreement.get('icrc-2022')
  if (!plain) throw new Error('no agreement')
  const longer = { ...plain.data, end: '2023-12-31', data_cutoff: '2023-12-31', reports: ['final' as const] }
  return { ...dataset, agreement: new Map([...dataset.agreement, ['icrc-2022', { ...plain, data: longer }]]) }
}

describe('across quarters and places', () => {
  it.each([
    // 50, then 30 + 5; not the 1 000 of the cancelled activity nor the 700 of the other partner
    ['SUM-1', [50, 35, null, null, 85]],
    // not 285: the same people; across quarters the highest again
    ['MAX-1', [100, null, 40, null, 100]],
    // 7 + 2, then zero, which is a value, with the 2 that still hold; nothing new, and they are carried on
    ['LAST-1', [9, 2, 2, 2, 2]],
    // (60.5 + 80) / 2 and 76: two quarters reported, not four
    ['AVG-1', [70.25, null, null, 76, 73.125]],
    ['NONE-1', [null, null, null, null, null]],
  ])('%s comes to what its rule says', (code, expected) => {
    expect(actuals(code)).toEqual(expected)
  })

  it('a result of an activity that two partners pay counts for the agreement it names', () => {
    expect(actuals('SUM-1', report('ifrc-2022'))).toEqual([null, 700, null, null, 700])
  })

  it('over the years of a programme, by the same rule', () => {
    expect(row('SUM-1')).toMatchObject({ earlier: 60, life_actual: 145, life_percent: 145 / 400 })
    expect(row('MAX-1')).toMatchObject({ earlier: 300, life_actual: 300 })
    expect(row('LAST-1')).toMatchObject({ earlier: 4, life_actual: 2 })
    // Three quarters weigh the same, in whichever year they lie.
    expect(row('AVG-1')['life_actual']).toBeCloseTo((40 + 70.25 + 76) / 3, 12)
    expect(row('SUM-1', report('icrc-2021'))).toMatchObject({ earlier: null, life_actual: 60 })
  })

  it('over the life of a programme whose agreement of several years follows another: each quarter weighs the same', () => {
    const whole = modelOfPeriod(overTwoYears(), 'icrc-2022', 'final')
    // 40 of the year before; (60.5 + 80) / 2 and 76 of the first year; 20 of the second.
    expect(row('AVG-1', whole)).toMatchObject({ earlier: 40, actual: expect.closeTo((70.25 + 76 + 20) / 3, 12) })
    expect(row('AVG-1', whole)['life_actual']).toBeCloseTo((40 + 70.25 + 76 + 20) / 4, 12)
    expect(row('SUM-1', whole)).toMatchObject({ earlier: 60, actual: 85 + 7, life_actual: 60 + 85 + 7 })
    expect(row('MAX-1', whole)).toMatchObject({ earlier: 300, actual: 100, life_actual: 300 })
  })

  it('against targets: nothing where the target is zero or nothing is reported', () => {
    expect(row('SUM-1')).toMatchObject({ variance: -115, percent: 85 / 200, q1_percent: 0.5, q2_percent: null })
    expect(row('NONE-1')).toMatchObject({ variance: null, percent: null, target: 10 })
  })

  it('knows the records behind a value, and only those', () => {
    const records = (code: string) =>
      reported()
        .sheets.find(({ sheet }) => sheet === 'indicators')
        ?.blocks.flatMap(block => (block.block === 'table' ? [...block.rows] : []))
        .flatMap(({ cells: { code: own, actual } }) =>
          own?.kind === 'value' && own.value === code && actual?.kind === 'formula'
            ? [recordsBehind(actual.figure)]
            : [],
        )
    expect(records('SUM-1')).toEqual([['first-quarter', 'co-funded', 'second-quarter']])
    expect(records('LAST-1')).toEqual([['several-places']])
  })
})

it('every result stands in the ledger, counted or not', () => {
  const rows = rowsOf('results', reported()).filter(each => each['indicator'] === 'SUM-1')
  expect(rows.map(({ activity, quarter, value, counted }) => [activity, quarter, value, counted])).toEqual([
    ['called-off', '2022-Q1', 1000, 0],
    ['co-funded', '2022-Q2', 5, 1],
    ['first-quarter', '2022-Q1', 50, 1],
    ['second-quarter', '2022-Q2', 30, 1],
  ])
})

it('a result of another year is told, and counts in no quarter', () => {
  const late = { ...reporting['first-quarter'], end: '2023-01-02' }
  const { name = '', area = '', type = 'training', start = '', ...rest } = late
  const dataset = indicatorDataset({ activity: { 'first-quarter': { name, area, type, start, ...rest } } })
  expect(actuals('SUM-1', report('icrc-2022', dataset))).toEqual([null, 35, null, null, 35])
  const told = annualReports(dataset, { languages: ['en'], year: 2022 }).diagnostics
  expect(inWords(told.filter(({ code }) => code === 'report/outside-year')).map(({ message }) => message)).toEqual([
    'People of 2023-01-02 are in no report: “icrc-2022” goes from 2022-01-01 to 2022-12-31.',
    'A result of 2023-01-02 is in no report: “icrc-2022” goes from 2022-01-01 to 2022-12-31.',
  ])
})

it('an activity without an indicator leaves the table alone', () => {
  const dataset = indicatorDataset({ indicators: [indicator('SUM-1')] })
  expect(rowsOf('indicators', report('icrc-2022', dataset)).map(({ code }) => code)).toEqual(['SUM-1'])
})

it('a year beside the year before', () => {
  const rows = rowsOf('comparison', reported())
  expect(rows.find(({ code }) => code === 'SUM-1')).toMatchObject({ previous: 60, current: 85, change: 25 })
  expect(rows.find(({ code }) => code === 'NONE-1')).toMatchObject({ previous: null, current: null, change: null })
  const first = rowsOf('comparison', report('icrc-2021'))
  expect(first.every(({ previous, change_percent }) => previous === null && change_percent === null)).toBe(true)
})

it('an area of last year alone stays on the summary, so that the total of last year is whole', () => {
  const others = Object.entries(activities).map(([id, each]) => [
    id,
    each.area === 'ihl' ? { ...each, area: 'epr' } : each,
  ])
  const { 'year-before': past } = reporting
  if (!past) throw new Error('no activity of the year before')
  const ended = { ...Object.fromEntries(others), 'year-before': { ...past, area: 'ihl', reached: { total: 33 } } }
  const dataset = indicatorDataset({ activity: ended })
  const rows = rowsOf('summary', report('icrc-2022', dataset))
  expect(rows.find(({ area }) => area === 'ihl')).toMatchObject({
    activities: 0,
    people_reached: null,
    people_previous: 33,
  })
  expect(rowsOf('summary', report('icrc-2021', dataset)).every(each => each['people_previous'] === null)).toBe(true)
})
