/** When a fact happened, and who counts it. */
import { assert, constantFrom, property, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOfFact } from '../../src/model/period.ts'
import type { Agreement } from '../../src/model/record/agreement.ts'
import { clampedTo, standingOf } from '../../src/report/fact.ts'

const agreement = { start: '2022-04-01', end: '2023-03-31', data_cutoff: '2022-12-31' } as Agreement

describe('the day of a fact', () => {
  const end = '2022-11-20'
  it.each([
    ['its own, even after its activity', { date: '2022-12-05' }, '2022-12-05'],
    ['the last of its period', { period: '2022-Q3' }, '2022-09-30'],
    ['the last of its activity, where that lies within the period', { period: '2022-Q4' }, end],
    ['the last of the period, where the activity ended before it', { period: '2023-01' }, '2023-01-31'],
    ['of a year that is written as a number', { period: 2021 }, '2021-12-31'],
    ['of months from and to', { period: '2022-04/2022-10' }, '2022-10-31'],
    ['the last of its activity where nothing else is told', {}, end],
  ])('%s', (_, dated, day) => {
    expect(dayOfFact(dated, { end })).toBe(day)
  })
})

it.each([
  ['2022-03-31', 'outside'],
  ['2022-04-01', 'counts'],
  ['2022-12-31', 'counts'],
  ['2023-01-01', 'after-cutoff'],
  ['2023-03-31', 'after-cutoff'],
  // Outside before it is late: no later cut-off would bring it in.
  ['2023-04-01', 'outside'],
])('of %s a report says: %s', (day, standing) => {
  expect(standingOf(day, agreement)).toBe(standing)
})

it('a plan is moved into its agreement, and not at all where it lies there', () => {
  const days = constantFrom(
    '2021-12-31',
    '2022-03-31',
    '2022-04-01',
    '2022-08-15',
    '2023-03-31',
    '2023-04-01',
    '2024-01-01',
  )
  assert(
    property(tuple(days, days, days), ([day, one, other]) => {
      const [start = '', end = ''] = [one, other].toSorted()
      const moved = clampedTo({ ...agreement, start, end }, day)
      expect(moved >= start && moved <= end).toBe(true)
      if (day >= start && day <= end) expect(moved).toBe(day)
      else expect([start, end]).toContain(moved)
    }),
  )
})
