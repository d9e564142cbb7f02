/** A co-funded activity stands in one import into GO, whichever partners paid. */
import { expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import { isReportedUnder } from '../../src/report/go-reporting.ts'
import { sampleDataset } from '../support/sample-dataset.ts'

const dataset = sampleDataset()
const under = (over: Partial<Activity>) => {
  const training = dataset.activity.get('2022-team-training')?.data
  if (!training) throw new Error('no activity')
  return [...dataset.agreement.values()].flatMap(each =>
    isReportedUnder({ ...training, ...over }, each, dataset) ? each.id : [],
  )
}

it.each([
  ['under the first that pays, where the record names none', {}, ['icrc-2022']],
  ['under the partner that it names', { reporting_partner: 'ifrc' }, ['ifrc-2022']],
  ['under the first, where the society reports it itself', { reporting_partner: 'society' }, ['icrc-2022']],
])('%s', (_, over, expected) => {
  expect(under(over)).toEqual(expected)
})
