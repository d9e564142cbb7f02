/** Where an activity stands on the cut-off day. */
import { expect, it } from 'vitest'
import type { Activity } from '../../src/model/record/activity.ts'
import { statusOf } from '../../src/report/status.ts'

const activity = (start: string, end: string, over: Partial<Activity> = {}): Activity => ({
  name: 'Обучение',
  area: 'epr',
  type: 'training',
  start,
  end,
  ...over,
})

it.each([
  ['2022-12-01', '2022-12-31', 'completed'],
  ['2022-12-31', '2023-01-01', 'ongoing'],
  ['2022-12-31', '2022-12-31', 'completed'],
  ['2023-01-01', '2023-01-02', 'planned'],
])('%s to %s is %s at the end of 2022', (start, end, status) => {
  expect(statusOf(activity(start, end), '2022-12-31')).toBe(status)
})

it('cancelled is cancelled, whatever its dates', () => {
  const cancelled = { cancelled: { on: '2022-01-01', reason: 'Паводок' } }
  expect(statusOf(activity('2022-02-01', '2022-02-02', cancelled), '2022-12-31')).toBe('cancelled')
})
