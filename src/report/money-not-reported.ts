/** Expenditure that nobody reported: an activity is over, a sum was planned for it, and none was posted. Not zero. */
import type { Posting } from './account.ts'
import type { Ledger, ReportedActivity } from './ledger.ts'
import { isWithin } from './report-period.ts'

/** By activity, of all sums up to the cut-off, whenever they were posted. */
const known = new WeakMap<Ledger['account'], ReadonlyMap<string, readonly Posting[]>>()

function postingsOf({ account }: Ledger, activity: string): readonly Posting[] {
  const all = known.get(account) ?? Map.groupBy(account.postings, posting => posting.activity)
  known.set(account, all)
  return all.get(activity) ?? []
}

const has = (postings: readonly Posting[], kind: Posting['kind']) => postings.some(posting => posting.kind === kind)

/** In the report of the period in which it ended. */
export function isMoneyMissing({ entry, status }: ReportedActivity, ledger: Ledger): boolean {
  const planned = has(ledger.postingsByActivity.get(entry.id) ?? [], 'planned')
  if (!planned || status !== 'completed' || !isWithin(entry.data.end, ledger.period)) return false
  return !has(postingsOf(ledger, entry.id), 'spent')
}

/** The same of one line of the budget. */
export function isPlanUnanswered(plan: Posting, ledger: Ledger): boolean {
  if (plan.kind !== 'planned' || plan.status !== 'completed') return false
  const ofLine = postingsOf(ledger, plan.activity).filter(({ line }) => line === plan.line)
  return !has(ofLine, 'spent')
}
