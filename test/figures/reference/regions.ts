/**
 * Regions: what was spent in each.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - What an activity cost is of its region where it was in one alone. Nobody says how much went to each of several: such
 *   money stands by itself, as does what is tied to no region, so that all of it comes to the expenditure.
 */
import type { Figures } from './areas.ts'
import { activitiesUnder, type Scope } from './facts.ts'
import { addedMoney, postingsOf, shown } from './money.ts'
import { earlierOf, isWithin, type ReportPeriod } from './time.ts'

export function regionFigures(scope: Scope, { span }: ReportPeriod): { [region: string]: Figures } {
  const until = { first: span.first, last: earlierOf(span.last, scope.agreement.data_cutoff) }
  const sums = new Map<string, (bigint | null)[]>([['total', []]])
  for (const named of activitiesUnder(scope)) {
    const regions = new Set(named.activity.places)
    const [only] = regions
    const region = regions.size > 1 ? '…' : (only ?? '—')
    for (const { day, minor } of postingsOf(scope, named)) {
      if (!isWithin(day, until)) continue
      sums.set(region, [...(sums.get(region) ?? []), minor])
      sums.get('total')?.push(minor)
    }
  }
  const found: { [region: string]: Figures } = {}
  for (const [region, all] of sums) found[region] = { expenditure: shown(addedMoney(all), scope.agreement.currency) }
  return found
}
