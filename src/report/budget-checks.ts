/** Lines of a budget that a donor would ask about: spent by more or less than was agreed, and nobody says why. */

import { spanOf } from '../model/dataset.ts'
import type { Days } from '../model/day.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import { toAmount } from '../model/money.ts'
import type { BudgetLine } from '../model/record/agreement.ts'
import { said } from '../model/said.ts'
import type { Account } from './account.ts'
import { joinedValue } from './figures.ts'
import { defaultThreshold } from './indicator-checks.ts'
import { budgetOf } from './line-budget.ts'
import { isWithin, periodsOf } from './report-period.ts'

export function budgetChecks(account: Account): readonly Diagnostic[] {
  return account.agreement.data.budget.flatMap((line, index) =>
    line.explanation === undefined ? held(line, account).flatMap(each => off(each, { line, index, account })) : [],
  )
}

interface Held {
  readonly days: Days
  readonly budget: number
}

/** To the money of each reporting year that has begun; where no year's is known, to that of the whole life. */
function held(line: BudgetLine, { agreement, years }: Account): readonly Held[] {
  const { data } = agreement
  const of = { agreement, years }
  const known = periodsOf({ ...data, reports: ['year'] }, years).flatMap(period => {
    const { budget } = budgetOf(line, { ...of, period })
    return budget === null ? [] : [{ days: period, budget }]
  })
  if (known.length > 0) return known
  return periodsOf({ ...data, reports: ['final'] }, years).map(period => ({
    days: period,
    budget: budgetOf(line, { ...of, period }).budget ?? 0,
  }))
}

interface Of {
  readonly line: BudgetLine
  readonly index: number
  readonly account: Account
}

function off({ days, budget }: Held, { line, index, account }: Of): readonly Diagnostic[] {
  const { agreement, years, postings } = account
  const { data } = agreement
  const sums = postings.filter(each => each.kind === 'spent' && each.line === line.line && isWithin(each.day, days))
  const spent =
    joinedValue(
      sums.map(({ converted }) => toAmount(converted)),
      'sum',
    ) ?? 0
  const threshold = data.budget_threshold ?? data.deviation_threshold ?? defaultThreshold
  const percent = budget === 0 ? 0 : Math.round((spent / budget) * 1e6 - 1e6) / 1e4
  const isOff = budget === 0 ? spent > 0 : Math.abs(percent) > threshold
  const isOver = data.data_cutoff >= days.last
  if (!isOff || (spent <= budget && !isOver)) return []
  const when = years.length > 1 ? said(' in {first} to {last}', { first: days.first, last: days.last }) : ''
  const code = spent > budget ? 'report/overspent' : 'report/underspent'
  const shown = Math.abs(Math.round(percent * 10) / 10)
  const by =
    budget === 0
      ? said('without a budget')
      : spent > budget
        ? said('{percent} % above its budget', { percent: shown })
        : said('{percent} % below its budget', { percent: shown })
  const message = said(
    '“{line}” came to {spent} of {budget} {currency}{when}, {by}, and no explanation says why (threshold: {threshold} %).',
    { line: line.line, spent, budget, currency: data.currency, when, by, threshold },
  )
  const hint = said('Add “explanation” to the line, or correct what is spent or the budget (“revisions”).')
  return [warningAt(code, spanOf(agreement, `/budget/${index}/line`), message, hint)]
}
