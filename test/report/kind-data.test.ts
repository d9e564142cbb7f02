/** What kind data never shows: each of these faults was planted by hand, and a sample too kind let it stand. */
import { describe, expect, it } from 'vitest'
import type { Dataset } from '../../src/model/dataset.ts'
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import type { RecordTypes } from '../../src/model/record/kinds.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { activities, entry, sampleDataset } from '../support/sample-dataset.ts'
import { modelOf, rowsOf, shown, tableOf } from '../support/workbook-model.ts'

function drill(over: Partial<Activity>, others: Partial<Dataset> = {}): Dataset {
  const { '2022-team-training': some } = activities
  if (!some) throw new Error('no activity')
  const { places: _, target: __, reached: ___, ...plain } = some
  return sampleDataset({ activity: new Map([['drill', entry('activity', 'drill', { ...plain, ...over })]]), ...others })
}

describe('an expense that names no quarter', () => {
  const funding = [{ agreement: 'icrc-2022', spent: [{ amount: 10, currency: 'CHF' as const }] }]
  const quarters = (over: Partial<Activity>) =>
    rowsOf('spending', modelOf(drill({ funding, ...over }), 'icrc-2022')).map(({ quarter }) => quarter)

  it('is of that in which the activity ended', () => {
    expect(quarters({ start: '2022-03-31', end: '2022-04-01' })).toEqual(['2022-Q2'])
    expect(quarters({ start: '2022-01-10', end: '2022-12-20' })).toEqual(['2022-Q4'])
  })

  it('which is not asked where it names one', () => {
    const spent = [{ amount: 10, currency: 'CHF' as const, period: '2022-Q1' }]
    const named = { start: '2022-03-31', end: '2022-04-01', funding: [{ agreement: 'icrc-2022', spent }] }
    expect(quarters(named)).toEqual(['2022-Q1'])
  })
})

describe('a branch', () => {
  const branch = (over: Partial<RecordTypes['place']>) =>
    new Map(sampleDataset().place).set(
      'railway',
      entry('place', 'railway', { type: 'branch', name: 'Railway', ...over }),
    )
  const regions = (over: Partial<Activity>, of: Partial<RecordTypes['place']> = { region: 'uz-sa' }) =>
    rowsOf('geography', modelOf(drill(over, { place: branch(of) }), 'icrc-2022')).flatMap(row =>
      row['activities'] === 0 ? [] : [[row['region_code'], row['activities'], row['people_1']]],
    )

  it('stands for the region in which it works', () => {
    expect(regions({ places: ['railway'], reached: { total: 7 } })).toEqual([['UZ18', 1, 7]])
    expect(
      regions({ places: ['railway', 'uz-sa'], reached: { total: 7, by_place: { railway: 3, 'uz-sa': 4 } } }),
    ).toEqual([['UZ18', 1, 7]])
  })

  it('is tied to none where it works in all', () => {
    expect(regions({ places: ['railway'], reached: { total: 7 } }, {})).toEqual([['—', 1, 7]])
  })
})

describe('a meeting that names no agreement', () => {
  const [known] = sampleDataset().meeting.values()
  const meetings = (over: object) => {
    if (!known) throw new Error('no meeting')
    const meeting = new Map([['m', entry('meeting', 'm', { ...known.data, date: '2022-08-15', ...over })]])
    return rowsOf('meetings', modelOf(sampleDataset({ meeting }), 'icrc-2022')).length
  }

  it('is of the partner who took part, and of the one who was the host', () => {
    expect(meetings({ host: 'society', partners: ['icrc'] })).toBe(1)
    expect(meetings({ host: 'icrc', partners: ['ifrc'] })).toBe(1)
    expect(meetings({ host: 'society', partners: ['ifrc'] })).toBe(0)
  })

  it('is of its year', () => {
    expect(meetings({ date: '2021-12-31' })).toBe(0)
    expect(meetings({ date: '2022-01-01' })).toBe(1)
  })
})

it('whom only “other” counts is not left to those who were not divided', () => {
  const reached = {
    total: 20,
    female: 9,
    male: 6,
    other: 2,
    by_age: { '13_17': { total: 10, female: 4, male: 3, other: 1 } },
  }
  const rows = rowsOf('people', modelOf(drill({ reached }), 'icrc-2022')).filter(({ area }) => area === 'epr')
  expect(rows.map(({ age, other, not_disaggregated }) => [age, other, not_disaggregated])).toEqual([
    ['report.people.all_ages', 2, 3],
    ['report.ages.13_17', 1, 2],
    ['report.people.no_age', null, null],
  ])
})

it('sums over agreements carry no dust of floats', () => {
  const { agreement, ...rest } = sampleDataset()
  const costing = (id: string, amount: number) => {
    const found = agreement.get(id)
    if (!found) throw new Error('no agreement')
    const [line] = found.data.budget
    const budget: Agreement['budget'] = line ? [{ ...line, amount }] : []
    return [id, entry('agreement', id, { ...found.data, budget })] as const
  }
  const spent = (amount: number) => [{ amount, currency: 'CHF' as const }]
  const funding = [
    { agreement: 'icrc-2022', spent: spent(0.1) },
    { agreement: 'ifrc-2022', spent: spent(0.2) },
  ]
  const { activity } = drill({ funding })
  const dataset = { ...rest, activity, agreement: new Map([costing('icrc-2022', 0.1), costing('ifrc-2022', 0.2)]) }
  const [report] = consolidatedReports(dataset).value
  if (!report) throw new Error('no report')
  const total = tableOf('consolidated.partners', report.model).total?.cells
  expect([shown(total?.['budget']), shown(total?.['expenditure']), shown(total?.['balance'])]).toEqual([0.3, 0.3, 0])
  const areas = rowsOf('consolidated.summary', report.model)
  expect(areas.map(row => [row['area'], row['budget_all'], row['spent_all']])).toContainEqual(['epr', 0.3, 0.3])
})
