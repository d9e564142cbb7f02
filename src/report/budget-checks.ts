/** Lines of a budget that a donor would ask about: spent by more or less than was agreed, and nobody says why. */
import { spanOf } from '../model/dataset.ts'
import type { Days } from '../model/day.ts'
import { type Diagnostic, warningAt } from '../model/diagnostic.ts'
import { toAmount } from '../model/money.ts'
import type { BudgetLine } from '../model/record/agreement.ts'
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
  const when = years.length > 1 ? ` in ${days.first} to ${days.last}` : ''
  const [code, word] =
    spent > budget ? (['report/overspent', 'above'] as const) : (['report/underspent', 'below'] as const)
  const by = budget === 0 ? 'without a budget' : `${Math.abs(Math.round(percent * 10) / 10)} % ${word} its budget`
  const message = `“${line.line}” came to ${spent} of ${budget} ${data.currency}${when}, ${by}, and no explanation says why (threshold: ${threshold} %).`
  const hint = 'Add “explanation” to the line, or correct what is spent or the budget (“revisions”).'
  return [warningAt(code, spanOf(agreement, `/budget/${index}/line`), message, hint)]
}
