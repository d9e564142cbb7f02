/** Which areas a report tells of, and in which order these and the regions stand. */
import { expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import type { RecordTypes } from '../../src/model/record/kinds.ts'
import { areasOf, inOrder } from '../../src/report/areas.ts'
import { isReportedUnder } from '../../src/report/go-reporting.ts'
import { ledgerIn } from '../../src/report/ledger.ts'
import { regionCode, regionsOf } from '../../src/report/places.ts'
import { periodsOf } from '../../src/report/report-period.ts'
import { indicator } from '../support/indicator-dataset.ts'
import { accountOf } from '../support/one-activity.ts'
import { entry, sampleDataset } from '../support/sample-dataset.ts'

it('areas stand in their order, those without one after them by name, each once', () => {
  const area = (id: string, order?: number) =>
    [id, entry('area', id, { name: id, ...(order !== undefined && { order }) })] as const
  const dataset = sampleDataset({ area: new Map([area('a', 2), area('b', 1), area('d'), area('c')]) })
  expect(inOrder(dataset, ['d', 'a', 'c', 'b', 'a', 'd'])).toEqual(['b', 'a', 'c', 'd'])
})

it('a report tells of what its agreement, its activities and the money of its year are of', () => {
  const areas = (activity: Partial<Activity>, id?: string) => {
    const over = {
      budget: [],
      indicators: [indicator('I-1', { area: 'ihl' })],
      reports: ['year' as const, 'quarter' as const],
    }
    const account = accountOf(activity, over)
    const period = periodsOf(account.agreement.data, account.years).find(each => each.id === id)
    if (!period) throw new Error('no period')
    return areasOf({ dataset: sampleDataset(), ledger: ledgerIn(account, period) })
  }
  expect(areas({ area: 'rfl' })).toEqual(['ihl', 'rfl'])
  // It ended in the first quarter; of what it cost, that of the year is told in each report that comes after.
  const spent = (date: string) => ({
    funding: [{ agreement: 'icrc-2022', spent: [{ amount: 1, currency: 'CHF' as const, date }] }],
  })
  expect(areas({ area: 'rfl' }, 'q2')).toEqual(['ihl'])
  expect(areas({ area: 'rfl', ...spent('2022-02-02') }, 'q2')).toEqual(['ihl', 'rfl'])
  expect(areas({ area: 'rfl', ...spent('2022-07-01') }, 'q2')).toEqual(['ihl'])
  const planned = [{ agreement: 'icrc-2022', budget: { amount: 1, currency: 'CHF' as const } }]
  expect(areas({ area: 'rfl', funding: planned }, 'q2')).toEqual(['ihl'])
})

it('regions stand in their order, then by their codes; a branch is none', () => {
  const place = (id: string, of: Partial<RecordTypes['place']>) =>
    [id, entry('place', id, { type: 'region', name: id, ...of })] as const
  const dataset = sampleDataset({
    place: new Map([
      place('z', { pcode: 'UZ02' }),
      place('y', {}),
      place('x', { pcode: 'UZ01' }),
      place('w', { order: 1, pcode: 'UZ09' }),
      place('branch', { type: 'branch' }),
    ]),
  })
  expect(regionsOf({ dataset }).map(({ id }) => id)).toEqual(['w', 'x', 'z', 'y'])
  expect(['x', 'y', '—'].map(id => regionCode({ dataset }, id))).toEqual(['UZ01', 'y', '—'])
})

it('what nobody pays for is reported under whichever agreement has it', () => {
  const dataset = sampleDataset()
  const [activity] = dataset.activity.values()
  const [agreement] = dataset.agreement.values()
  if (!activity || !agreement) throw new Error('no records')
  const { funding: _, ...plain } = activity.data
  expect(isReportedUnder(plain, agreement, dataset)).toBe(true)
})
