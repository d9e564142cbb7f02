/** The account of an agreement with one activity in it. */
import type { Activity } from '../../src/model/record/activity.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { type Account, accountsOf } from '../../src/report/account.ts'
import { indicator } from './indicator-dataset.ts'
import { entry, sampleDataset } from './sample-dataset.ts'

export const course: Activity = {
  name: 'Курс',
  area: 'epr',
  type: 'training',
  start: '2022-02-01',
  end: '2022-02-10',
  funding: [{ agreement: 'icrc-2022' }],
}

export function accountOf(activity: Partial<Activity>, over: Partial<Agreement> = {}): Account {
  const plain = sampleDataset().agreement.get('icrc-2022')
  if (!plain) throw new Error('no agreement')
  const data = { ...plain.data, indicators: [indicator('I-1')], ...over }
  const dataset = sampleDataset({
    agreement: new Map([['icrc-2022', entry('agreement', 'icrc-2022', data)]]),
    activity: new Map([['course', entry('activity', 'course', { ...course, ...activity })]]),
    meeting: new Map(),
  })
  const [account] = accountsOf(dataset)
  if (!account) throw new Error('no account')
  return account
}
