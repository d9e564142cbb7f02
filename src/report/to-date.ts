/** What stands beside the figures of a period where the agreement is longer: people reached before it. */
import type { Figure } from '../model/figure.ts'
import { asReported, joined } from './figures.ts'
import type { Ledger } from './ledger.ts'

/**
 * Those counted by period under the agreement before that of the report, each in the period that reached them. Blank
 * where nobody was reported.
 */
export function reachedBefore({ account, period }: Pick<Ledger, 'account' | 'period'>, area: string): Figure {
  const activities = account.activities.filter(
    ({ entry, status }) => entry.data.area === area && status !== 'cancelled' && status !== 'planned',
  )
  const counts = activities.flatMap(({ entry, reached }) =>
    reached.flatMap(({ day, count }) =>
      day < period.first ? [asReported(count.total, { record: entry.id, at: '/reached' })] : [],
    ),
  )
  return joined(counts, 'sum')
}
