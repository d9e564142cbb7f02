/** Areas of cooperation that a report tells of. */
import { compare } from '../model/diagnostic.ts'
import type { Report } from './facts.ts'

/** Areas that the agreement or its activities name, in the order of the areas. */
export function areasOf({ dataset, ledger }: Pick<Report, 'dataset' | 'ledger'>): readonly string[] {
  const { budget, indicators } = ledger.agreement.data
  const used = new Set([
    ...[...budget, ...indicators].map(each => each.area),
    ...ledger.activities.map(({ entry }) => entry.data.area),
  ])
  const orderOf = (id: string) => dataset.area.get(id)?.data.order ?? Number.MAX_SAFE_INTEGER
  return [...used].toSorted((a, b) => orderOf(a) - orderOf(b) || compare(a, b))
}
