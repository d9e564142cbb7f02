/** The ledger of all agreements: one row a sum that was spent, in its own currency, that of its agreement, and the common one. */
import { decimalsOf, type Money, toAmount } from '../../model/money.ts'
import { rowsOf } from '../../model/rows.ts'
import { type CellModel, formula, type RowModel, type SheetModel } from '../../model/workbook.ts'
import { noLine } from '../budget.ts'
import { columns, day, register, textOr, value } from '../cells.ts'
import { figure } from '../figures.ts'
import type { Posting } from '../ledger.ts'
import { codesOf, withChoices } from '../lists.ts'
import {
  type Consolidated,
  commonRateName,
  inCommon,
  isConverted,
  type Joined,
  rateFigure,
  rateNameOf,
} from './year.ts'

const spendingColumns = withChoices(
  {
    agreement: codesOf('agreements'),
    line: codesOf('budget_lines'),
    area: codesOf('areas'),
    quarter: codesOf('quarters'),
    currency: codesOf('currencies'),
    spent_in: codesOf('currencies'),
  },
  columns({
    agreement: 'code',
    activity: 'code',
    name: 'text',
    line: 'code',
    area: 'code',
    counted: 'mark',
    quarter: 'code',
    amount: 'money',
    currency: 'code',
    rate: 'rate',
    rate_date: 'date',
    spent: 'money',
    spent_in: 'code',
  }),
)
const commonColumns = columns({ common_rate: 'rate', common: 'money' })

export function spendingSheet(report: Consolidated): SheetModel {
  const spent = report.agreements.flatMap(joined =>
    joined.ledger.postings.filter(({ kind }) => kind === 'spent').map(posting => ({ joined, posting })),
  )
  const rows = rowsOf(spent, ({ joined, posting }) => postingRow(report, joined, posting))
  const shown = [...spendingColumns, ...(isConverted(report) ? commonColumns : [])]
  return {
    sheet: 'consolidated.spending',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.consolidated.spending.title' },
      { block: 'paragraph', style: 'intro', key: 'report.consolidated.spending.intro' },
      register({ name: 'Spending', prefix: 'fin', columns: shown, records: report.activities.length }, rows),
    ],
  }
}

function postingRow(report: Consolidated, joined: Joined, posting: Posting): RowModel {
  const { activity, money, rate, converted } = posting
  const { agreement } = joined.ledger
  return {
    records: [activity, agreement.id],
    cells: {
      agreement: value(agreement.id),
      activity: value(activity),
      name: textOr(report.names.text(report.dataset.activity.get(activity)?.data.name)),
      line: value(posting.line ?? noLine),
      area: value(posting.area),
      counted: value(posting.counted ? 1 : 0),
      quarter: value(posting.quarter),
      amount: value(toAmount(money)),
      currency: value(money.currency),
      rate: rate ? formula(rateNameOf(joined, money.currency), rateFigure(rate, agreement.id)) : value(1),
      rate_date: day(rate?.date),
      spent: rounded('[@amount]*[@rate]', converted, activity),
      spent_in: value(converted.currency),
      common_rate: commonRate(joined),
      common: rounded('[@spent]*[@common_rate]', inCommon(converted, joined), activity),
    },
  }
}

export function commonRate(joined: Joined): CellModel {
  const { rate, ledger } = joined
  return rate ? formula(commonRateName(joined, rate.from), rateFigure(rate, ledger.agreement.id)) : value(1)
}

/** Rounded once, in the row of the sum. */
export function rounded(product: string, money: Money, record: string): CellModel {
  const of = { unit: money.currency, rule: 'converted', records: [record] } as const
  return formula(`ROUND(${product},${decimalsOf(money.currency)})`, figure(toAmount(money), of))
}
