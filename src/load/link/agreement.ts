/** An agreement: its years, and lines, rates, targets and indicators that each stand once. */

import type { Diagnostic } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import { type Draft, entriesAt, textAt, wrongAt } from '../draft.ts'
import { checkAgreementAmounts } from './amounts.ts'
import { checkBudget } from './budget.ts'
import { checkOrder } from './days.ts'
import { checkIndicators } from './indicator.ts'
import { checkRates } from './rates.ts'
import { checkLength, checkYear, reportingYearsIn } from './reporting.ts'
import type { World } from './world.ts'

export function checkAgreement(draft: Draft, world: World): readonly Diagnostic[] {
  const years = reportingYearsIn(draft, world)
  return [
    ...checkOrder(draft, { early: '/start', late: '/data_cutoff' }),
    ...checkLength(draft),
    ...checkYear(draft, years),
    ...checkOnce(draft, '/budget', 'line'),
    ...checkOnce(draft, '/indicators', 'code'),
    ...checkOnce(draft, '/narrative', 'area'),
    ...checkAgreementAmounts(draft),
    ...checkRates(draft),
    ...checkBudget(draft, years),
    ...checkIndicators(draft, years, world),
  ]
}

/** Entries of a list are told apart by `field`. */
function checkOnce(draft: Draft, list: string, field: string): readonly Diagnostic[] {
  const seen = new Set<string>()
  return entriesAt(draft, list).flatMap(at => {
    const name = textAt(draft, `${at}/${field}`)
    if (name === undefined) return []
    if (!seen.has(name)) {
      seen.add(name)
      return []
    }
    const message = said('“{name}” stands twice in “{list}”.', { name, list: list.slice(1) })
    return [wrongAt('record/duplicate-id', draft, `${at}/${field}`, message, said('Keep one of them.'))]
  })
}
