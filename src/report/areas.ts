/** Areas of cooperation that a report tells of. */
import type { Dataset } from '../model/dataset.ts'
import { compare } from '../model/diagnostic.ts'
import type { Ledger } from './ledger.ts'

/** Areas that the agreement or its activities name, in the order of the areas. */
export function areasOf({ dataset, ledger }: { dataset: Dataset; ledger: Ledger }): readonly string[] {
  const { budget, indicators } = ledger.agreement.data
  return inOrder(dataset, [
    ...[...budget, ...indicators].map(each => each.area),
    ...ledger.activities.map(({ entry }) => entry.data.area),
    ...toldBefore(ledger),
  ])
}

/** Also where all that was spent, or all who were reached, was before the period: what it comes to date holds it. */
function toldBefore({ account, period }: Ledger): readonly string[] {
  const spent = account.postings.flatMap(({ kind, day, area }) =>
    kind === 'spent' && day <= period.last ? [area] : [],
  )
  const reached = account.activities.flatMap(({ entry, status, reached: people }) =>
    status !== 'cancelled' && people.some(({ day, count }) => count.total !== null && day <= period.last)
      ? [entry.data.area]
      : [],
  )
  return [...spent, ...reached]
}

/** Each once. */
export function inOrder({ area }: Pick<Dataset, 'area'>, ids: readonly string[]): readonly string[] {
  const orderOf = (id: string) => area.get(id)?.data.order ?? Number.MAX_SAFE_INTEGER
  return [...new Set(ids)].toSorted((a, b) => orderOf(a) - orderOf(b) || compare(a, b))
}
