/** Lines of a budget: what falls to each year, and what was changed since. */

import { decimalsOf } from '../../model/currency.ts'
import { decimalOf, shifted } from '../../model/decimal.ts'
import { besides, type Diagnostic } from '../../model/diagnostic.ts'
import type { ReportingYear } from '../../model/reporting-year.ts'
import { said } from '../../model/said.ts'
import { besideIn } from '../beside.ts'
import { type Draft, doubtful, entriesAt, numberAt, textAt } from '../draft.ts'
import { yearsAt } from './amounts.ts'
import { checkRevisions, checkYears } from './reporting.ts'

export function checkBudget(draft: Draft, years: readonly ReportingYear[]): readonly Diagnostic[] {
  return entriesAt(draft, '/budget').flatMap(at => [
    ...checkYears(draft, `${at}/by_year`, years),
    ...entriesAt(draft, `${at}/revisions`).flatMap(each => checkYears(draft, `${each}/by_year`, years)),
    ...checkRevisions(draft, at, { list: 'revisions', changes: ['amount', 'by_year'] }),
    ...checkWhole(draft, at, years),
  ])
}

/** Years that are all agreed make the amount of the line. */
function checkWhole(draft: Draft, at: string, years: readonly ReportingYear[]): readonly Diagnostic[] {
  const parts = yearsAt(draft, at)
  const whole = minorAt(draft, `${at}/amount`)
  const minors = parts.flatMap(each => minorAt(draft, each) ?? [])
  if (whole === undefined || years.length === 0 || minors.length < years.length || minors.length < parts.length)
    return []
  const sum = minors.reduce((all, each) => all + each, 0n)
  if (sum === whole) return []
  const currency = textAt(draft, '/currency') ?? ''
  const shown = Number(sum) / 10 ** decimalsOf(currency)
  const message = said('The years add up to {shown} {currency}, the line is {amount} {currency}.', {
    shown,
    currency,
    amount: numberAt(draft, `${at}/amount`) ?? 0,
  })
  const hint = said('Correct the amount or a year; what was changed later goes under “revisions”.')
  return [besides(doubtful(draft, `${at}/amount`, message, hint), ...besideIn(draft, `${at}/by_year`))]
}

function minorAt(draft: Draft, at: string): bigint | undefined {
  const amount = numberAt(draft, at)
  const currency = textAt(draft, '/currency')
  return amount === undefined || currency === undefined ? undefined : shifted(decimalOf(amount), decimalsOf(currency))
}
