/**
 * The ledger behind every sum of money: one row a sum as it was written, with its currency, its rate and what it comes
 * to in the currency of the agreement. Rounded here and nowhere else, so that quarters, lines and areas agree to the cent.
 */
import { words } from '../cells.ts'
import { namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import type { Posting } from '../ledger.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { convertedCell, postingColumns, rateCell, rateName } from './posting-columns.ts'

const converted = (wanted: Posting['kind']) =>
  columnOf('money', ({ kind, converted: sum, activity }: Posting) =>
    kind === wanted ? convertedCell('[@amount]*[@rate]', sum, activity) : null,
  )

export const spending = register({
  sheet: 'spending',
  prefix: 'fin',
  rows: ({ ledger }: Report) => ledger.postings,
  record: ({ activity }) => activity,
  records: ({ ledger }) => ledger.activities.length,
  columns: column => ({
    activity: postingColumns.activity,
    name: postingColumns.name,
    line: postingColumns.line,
    area: postingColumns.area,
    counted: postingColumns.counted,
    kind: column('text', ({ kind }) => words(`report.spending.kinds.${kind}`), { choices: namesOf('spending') }),
    quarter: postingColumns.quarter,
    amount: postingColumns.amount,
    currency: postingColumns.currency,
    rate: column('rate', ({ rate }) => rateCell(rate, rateName)),
    rate_date: postingColumns.rate_date,
    planned: converted('planned'),
    spent: converted('spent'),
  }),
})
