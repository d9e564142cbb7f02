/** Expenditure that nobody reported: an activity is over, a sum was planned for it, and none was posted. Not zero. */
import type { Account, Posting } from './account.ts'
import type { Ledger, ReportedActivity } from './ledger.ts'
import { isWithin } from './report-period.ts'

/** Of all sums up to the cut-off, whenever they were posted: what any was spent on, by activity and by line of it. */
const spentOn = known(({ postings }: Account) => {
  const spent = postings.filter(({ kind }) => kind === 'spent')
  return new Set(spent.flatMap(posting => [posting.activity, lineOf(posting)]))
})

/** No id has a space in it. */
const lineOf = ({ activity, line }: Posting): string => `${activity} ${line ?? ''}`

/** Activities for which a sum was planned. */
const plannedIn = known(
  ({ postings }: Ledger) => new Set(postings.flatMap(({ kind, activity }) => (kind === 'planned' ? [activity] : []))),
)

/** Made once. */
function known<K extends object, V extends object>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>()
  return of => {
    const value = made.get(of) ?? make(of)
    made.set(of, value)
    return value
  }
}

/** In the report of the period in which it ended. */
export function isMoneyMissing({ entry, status }: ReportedActivity, ledger: Ledger): boolean {
  if (status !== 'completed' || !isWithin(entry.data.end, ledger.period)) return false
  return plannedIn(ledger).has(entry.id) && !spentOn(ledger.account).has(entry.id)
}

/** The same of one line of the budget. */
export function isPlanUnanswered(plan: Posting, ledger: Ledger): boolean {
  if (plan.kind !== 'planned' || plan.status !== 'completed') return false
  return !spentOn(ledger.account).has(lineOf(plan))
}
