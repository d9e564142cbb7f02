/** An agreement: its years, and lines, rates, targets and indicators that each stand once. */

import { firstAt } from '../../model/beside.ts'
import { besides, type Diagnostic } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import { type Draft, entriesAt, placeIn, textAt, wrongAt } from '../draft.ts'
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
  const seen = new Map<string, string>()
  return entriesAt(draft, list).flatMap(at => {
    const name = textAt(draft, `${at}/${field}`)
    if (name === undefined) return []
    const first = seen.get(name)
    if (first === undefined) {
      seen.set(name, at)
      return []
    }
    const message = said('“{name}” stands twice in “{list}”.', { name, list: list.slice(1) })
    const told = wrongAt('record/duplicate-id', draft, `${at}/${field}`, message, said('Keep one of them.'))
    return [besides(told, firstAt(placeIn(draft, `${first}/${field}`)))]
  })
}
