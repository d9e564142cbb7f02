/** What stands beside the figures of a period where the agreement is longer: people reached before it. */
import { sumKnown } from './head-count.ts'
import type { Ledger } from './ledger.ts'

/**
 * Those counted by period under the agreement before that of the report, each in the period that reached them. Blank
 * where nobody was reported.
 */
export function reachedBefore({ account, period }: Pick<Ledger, 'account' | 'period'>, area: string): number | null {
  const activities = account.activities.filter(
    ({ entry, status }) => entry.data.area === area && status !== 'cancelled' && status !== 'planned',
  )
  return sumKnown(
    activities.flatMap(({ reached }) => reached.flatMap(({ day, count }) => (day < period.first ? [count.total] : []))),
  )
}
