/** The report on the year before in the same programme: what this year's figures are set beside. */
import { areasOf, inOrder } from './areas.ts'
import type { Report } from './report.ts'

/** A report over the whole life has no year before. */
export const isCompared = ({ ledger }: Pick<Report, 'ledger'>): boolean => ledger.period.kind !== 'final'

/** Of this year and the one before, so that what ended is seen and the total of last year is whole. */
export function areasOfBoth(report: Report): readonly string[] {
  const { before } = report
  return inOrder(report.dataset, [report, ...(before ? [before] : [])].flatMap(areasOf))
}

/** Money can be set beside that of last year where both are in one currency. */
export function hasSameCurrency({ ledger, before }: Pick<Report, 'ledger' | 'before'>): boolean {
  return before?.ledger.agreement.data.currency === ledger.agreement.data.currency
}
