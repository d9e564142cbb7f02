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
  type BudgetLine,
  cents,
  type Days,
  expectRow,
  isWithin,
  reachedBy,
  reported,
  rowsOf,
  share,
  shareOfTargets,
  targetOf,
} from '../support/naive-records.ts'

/** By the calendar year in which their reporting year begins. */
const under: { readonly [year: number]: readonly string[] } = {
  2021: ['icrc-2021', 'ifrc-2021', 'pns-2020'],
  2022: ['fund-2022', 'icrc-2022', 'ifrc-2022', 'pns-2020'],
}

function daysOf(id: string, year: number): Days {
  const { start, end } = agreementOf(id)
  const isCalendar = start.endsWith('-01-01')
  return isCalendar ? { first: `${year}-01-01`, last: `${year}-12-31` } : { first: start, last: end }
}

function budgetOf({ amount, by_year, revisions = [] }: BudgetLine, year: number): number {
  const revised = revisions.map(each => (by_year ? each.by_year?.[year] : each.amount))
  return revised.findLast(each => each !== undefined) ?? by_year?.[year] ?? amount
}

/** Of one area, or of all. */
function summaryOf(year: number, area: string | null) {
  const ids = under[year] ?? []
  const idsOf = ({ funding = [], results = [], start, end }: Activity) =>
    ids.filter(id => {
      const { first, last } = daysOf(id, year)
      return start <= last && end >= first && [...funding, ...results].some(({ agreement }) => agreement === id)
    })
  const own = activities.filter(each => idsOf(each).length > 0)
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
      for (const posting of paid.spent ?? []) {
        if (posting.date !== undefined && !isWithin(posting.date, daysOf(paid.agreement, year))) continue
        spent += cents(posting, agreement)
        sums += 1
      }
    }
  }
  const lines = ids.flatMap(id => agreementOf(id).budget).filter(line => area === null || line.area === area)
  const budget = reported(lines.map(line => budgetOf(line, year)))
  const expenditure = sums === 0 ? null : Number(spent) / 100
  const people = counted.map(each => {
    const days = daysOf(idsOf(each)[0] ?? '', year)
    return { target: targetOf(each, days), reached: reachedBy(each, days) }
  })
  return {
    Activities: counted.length,
    'Under several agreements': counted.filter(each => idsOf(each).length > 1).length,
    Cancelled: here.length - counted.length,
    'People targeted': area === null ? 'not added' : reported(people.map(({ target }) => target)),
    'People reached': area === null ? 'not added' : reported(people.map(({ reached }) => reached)),
    'Reached, % of target': area === null ? 'not added' : shareOfTargets(people),
    'Reach not reported': people.filter(({ reached }) => reached === undefined).length,
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
    const lines = (under[year] ?? []).flatMap(id => agreementOf(id).budget.map(({ area }) => area))
    expect(new Set(shown)).toEqual(new Set([...lines, ...shown]))
    expect(shown.length).toBeGreaterThan(2)
    for (const area of shown) expectRow(rows.get(area), summaryOf(year, area), area)
    expectRow(rows.get('Total'), summaryOf(year, null), 'Total')
  })
})

it('has an activity that several pay for, and counts it once', () => {
  expect(summaryOf(2022, null)['Under several agreements']).toBeGreaterThan(0)
})
