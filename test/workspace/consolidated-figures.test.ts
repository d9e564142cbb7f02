/**
 * Every number on the summary over all partners of the repository's workspace, recomputed from the YAML by code that is
 * plain on purpose and shares nothing with the report room.
 */
import { join } from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { judge } from '../support/judges.ts'
import {
  type Activity,
  activities,
  agreementOf,
  cents,
  expectRow,
  reachedBy,
  reported,
  rowsOf,
  share,
  shareOfTargets,
} from '../support/naive-records.ts'

const partners = ['icrc', 'ifrc']

/** Of one area, or of all. */
function summaryOf(year: number, area: string | null) {
  const ids = partners.map(partner => `${partner}-${year}`)
  const timesUnder = ({ funding = [], results = [] }: Activity) =>
    ids.filter(id => [...funding, ...results].some(({ agreement }) => agreement === id)).length
  const own = activities.filter(each => timesUnder(each) > 0)
  const here = own.filter(each => area === null || each.area === area)
  const counted = here.filter(each => !each.cancelled)
  let spent = 0n
  let sums = 0
  for (const activity of own) {
    for (const paid of activity.funding ?? []) {
      // What was spent on a cancelled one was spent.
      if (!ids.includes(paid.agreement)) continue
      const agreement = agreementOf(paid.agreement)
      const line = agreement.budget.find(each => each.line === paid.line)
      if (area !== null && (line?.area ?? activity.area) !== area) continue
      for (const { amount, currency } of paid.spent ?? []) {
        spent += cents(amount, currency, agreement)
        sums += 1
      }
    }
  }
  const lines = ids.flatMap(id => agreementOf(id).budget).filter(line => area === null || line.area === area)
  const budget = reported(lines.map(({ amount }) => amount))
  const expenditure = sums === 0 ? null : Number(spent) / 100
  const target = reported(counted.map(each => each.target?.total))
  const reached = reported(counted.map(reachedBy))
  return {
    Activities: counted.length,
    'Under several agreements': counted.filter(each => timesUnder(each) > 1).length,
    Cancelled: here.length - counted.length,
    'People targeted': area === null ? 'not added' : target,
    'People reached': area === null ? 'not added' : reached,
    'Reached, % of target': area === null ? 'not added' : shareOfTargets(counted),
    'Reach not reported': counted.filter(each => reachedBy(each) === undefined).length,
    'Budget, all agreements, CHF': budget,
    'Expenditure, all agreements, CHF': expenditure,
    'Implementation rate': share(expenditure, budget),
  }
}

describe.each([2021, 2022])('the report over all partners of %i', year => {
  it('has on its summary what the records come to', test => {
    const path = join(inject('sample'), 'reports', String(year), 'consolidated.en.xlsx')
    const rows = rowsOf(judge('openpyxl', test), path, 'Summary')
    const shown = [...rows.keys()].filter(key => /^[a-z-]+$/.test(key))
    const lines = partners.flatMap(partner => agreementOf(`${partner}-${year}`).budget.map(({ area }) => area))
    expect(new Set(shown)).toEqual(new Set([...lines, ...shown]))
    expect(shown.length).toBeGreaterThan(2)
    for (const area of shown) expectRow(rows.get(area), summaryOf(year, area), area)
    expectRow(rows.get('Total'), summaryOf(year, null), 'Total')
  })
})

it('has an activity that several pay for, and counts it once', () => {
  expect(summaryOf(2022, null)['Under several agreements']).toBeGreaterThan(0)
})
