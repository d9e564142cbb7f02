/** Areas of cooperation that a report tells of. */
import type { Dataset } from '../model/dataset.ts'
import { compare } from '../model/diagnostic.ts'
import type { Ledger } from './ledger.ts'
import { isWithin } from './report-period.ts'

/** Areas that the agreement or its activities name, in the order of the areas. */
export function areasOf({ dataset, ledger }: { dataset: Dataset; ledger: Ledger }): readonly string[] {
  const { budget, indicators } = ledger.agreement.data
  return inOrder(dataset, [
    ...[...budget, ...indicators].map(each => each.area),
    ...ledger.activities.map(({ entry }) => entry.data.area),
    ...spentOnIn(ledger),
  ])
}

/** Also where all that was spent was earlier in the reporting year, whose budget it is held against. */
function spentOnIn({ account, period }: Ledger): readonly string[] {
  const days = { first: period.reportingYear?.first ?? period.first, last: period.last }
  return account.postings.flatMap(({ kind, day, area }) => (kind === 'spent' && isWithin(day, days) ? [area] : []))
}

/** Each once. */
export function inOrder({ area }: Pick<Dataset, 'area'>, ids: readonly string[]): readonly string[] {
  const orderOf = (id: string) => area.get(id)?.data.order ?? Number.MAX_SAFE_INTEGER
  return [...new Set(ids)].toSorted((a, b) => orderOf(a) - orderOf(b) || compare(a, b))
}
