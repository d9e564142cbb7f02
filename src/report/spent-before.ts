/** What was spent before the period of a report, which does not have its sums: under the agreement, or in the same year. */
import type { Figure } from '../model/figure.ts'
import { toAmount } from '../model/money.ts'
import type { Posting } from './account.ts'
import { figure, joinedValue } from './figures.ts'
import type { Ledger } from './ledger.ts'

/** Blank where nothing was. */
export function spentBefore(
  { account, period }: Ledger,
  since: 'beginning' | 'year',
  isOf: (posting: Posting) => boolean,
): Figure {
  const from = since === 'year' ? (period.reportingYear?.first ?? '') : ''
  const before = account.postings.filter(
    posting => posting.kind === 'spent' && posting.day < period.first && posting.day >= from && isOf(posting),
  )
  const sums = before.map(({ converted }) => toAmount(converted))
  return figure(joinedValue(sums, 'sum'), 'sum', () =>
    before.map(({ activity, pointer, converted }) => ({ record: activity, at: pointer, value: toAmount(converted) })),
  )
}
