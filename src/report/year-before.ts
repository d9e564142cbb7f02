/** The agreement of the year before in the same programme: what this year's figures are set beside. */
import type { Figure } from '../model/figure.ts'
import { areasOf, inOrder } from './areas.ts'
import type { Report } from './facts.ts'
import { figure } from './figures.ts'
import type { Ledger } from './ledger.ts'

type Years = Pick<Report, 'ledger' | 'earlier'>

export function yearBefore({ ledger, earlier }: Years): Ledger | undefined {
  return earlier.find(({ agreement }) => agreement.data.year === ledger.agreement.data.year - 1)
}

/** Of this year and the one before, so that what ended is seen and the total of last year is whole. */
export function areasOfBoth({ dataset, ledger, earlier }: Years & Pick<Report, 'dataset'>): readonly string[] {
  const before = yearBefore({ ledger, earlier })
  const both = [ledger, ...(before ? [before] : [])].flatMap(each => areasOf({ dataset, ledger: each }))
  return inOrder(dataset, both)
}

/** Money can be set beside that of last year where both are in one currency. */
export function hasSameCurrency({ ledger, earlier }: Years): boolean {
  return yearBefore({ ledger, earlier })?.agreement.data.currency === ledger.agreement.data.currency
}

/** There was no such agreement, or it cannot be compared. */
export const nothingBefore = (unit: string): Figure => figure(null, { unit, rule: 'as-reported', records: [] })
