/** The report on the year before in the same programme: what this year's figures are set beside. */
import { areasOf, inOrder } from './areas.ts'
import type { Report } from './report.ts'

type Years = Pick<Report, 'ledger' | 'earlier'>

export function yearBefore({ ledger, earlier }: Years): Report | undefined {
  return earlier.find(past => past.ledger.agreement.data.year === ledger.agreement.data.year - 1)
}

/** Of this year and the one before, so that what ended is seen and the total of last year is whole. */
export function areasOfBoth(report: Report): readonly string[] {
  const before = yearBefore(report)
  return inOrder(report.dataset, [report, ...(before ? [before] : [])].flatMap(areasOf))
}

/** Money can be set beside that of last year where both are in one currency. */
export function hasSameCurrency({ ledger, earlier }: Years): boolean {
  return yearBefore({ ledger, earlier })?.ledger.agreement.data.currency === ledger.agreement.data.currency
}
