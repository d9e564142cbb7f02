/**
 * The ledger behind every sum of money: one row a sum as it was written, with its currency, its rate and what it comes
 * to in the currency of the agreement. Rounded here and nowhere else, so that quarters, lines and areas agree to the cent.
 */
import type { Posting } from '../account.ts'
import { words } from '../cells.ts'
import { namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import { isPlanUnanswered } from '../money-not-reported.ts'
import { product, rateCell, shownRates } from '../rates-shown.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { convertedCell, postingColumns, sourceOfPosting } from './posting-columns.ts'

const converted = (wanted: Posting['kind']) =>
  columnOf('money', (posting: Posting) => {
    const { kind, money, rate, converted: into } = posting
    if (kind !== wanted) return null
    return convertedCell(
      product('[@amount]', '[@rate]', rate?.isInverse),
      { money, rate, into },
      sourceOfPosting(posting),
    )
  })

export const spending = register({
  sheet: 'spending',
  prefix: 'fin',
  rows: ({ ledger }: Report) => ledger.postings,
  record: ({ activity }) => activity,
  at: ({ pointer }) => pointer,
  records: ({ ledger }) => ledger.activities.length,
  columns: (column, { ledger }) => {
    const { rates = [], currency } = ledger.agreement.data
    const shown = shownRates(rates, currency)
    return {
      activity: postingColumns.activity,
      name: postingColumns.name,
      line: postingColumns.line,
      area: postingColumns.area,
      region_code: postingColumns.region_code,
      status: postingColumns.status,
      counted: postingColumns.counted,
      kind: column('text', ({ kind }) => words(`report.spending.kinds.${kind}`), { choices: namesOf('spending') }),
      day: postingColumns.day,
      quarter: postingColumns.quarter,
      category: postingColumns.category,
      voucher: postingColumns.voucher,
      amount: postingColumns.amount,
      currency: postingColumns.currency,
      rate: column('rate', ({ rate }) => rateCell(rate, shown, ledger.agreement)),
      rate_date: postingColumns.rate_date,
      planned: converted('planned'),
      committed: converted('committed'),
      spent: converted('spent'),
      // A plan of what is over, with no sum spent on its line.
      not_reported: column('mark', posting => (isPlanUnanswered(posting, ledger) ? 1 : 0)),
      reason: postingColumns.reason,
    }
  },
})
