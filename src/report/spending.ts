/**
 * The ledger behind every sum of money: one row a sum as it was written, with its currency, its rate and what it comes
 * to in the currency of the agreement. Rounded here and nowhere else, so that quarters, lines and areas agree to the cent.
 */
import { decimalsOf, toAmount } from '../model/money.ts'
import { rowsOf } from '../model/rows.ts'
import { type CellModel, formula, type RowModel, type SheetModel } from '../model/workbook.ts'
import { noLine } from './budget.ts'
import { columns, day, register, textOr, value, words } from './cells.ts'
import { rateName } from './cover.ts'
import type { Report } from './facts.ts'
import { figure } from './figures.ts'
import type { Posting } from './ledger.ts'
import { codesOf, namesOf, withChoices } from './lists.ts'

const spendingColumns = withChoices(
  {
    line: codesOf('budget_lines'),
    area: codesOf('areas'),
    kind: namesOf('spending'),
    quarter: codesOf('quarters'),
    currency: codesOf('currencies'),
  },
  columns({
    activity: 'code',
    name: 'text',
    line: 'code',
    area: 'code',
    counted: 'mark',
    kind: 'text',
    quarter: 'code',
    amount: 'money',
    currency: 'code',
    rate: 'rate',
    rate_date: 'date',
    planned: 'money',
    spent: 'money',
  }),
)

export function spendingSheet(report: Report): SheetModel {
  return {
    sheet: 'spending',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.spending.title' },
      { block: 'paragraph', style: 'intro', key: 'report.spending.intro' },
      register(
        { name: 'Spending', prefix: 'fin', columns: spendingColumns, records: report.ledger.activities.length },
        rowsOf(report.ledger.postings, posting => postingRow(report, posting)),
      ),
    ],
  }
}

function postingRow({ dataset, names }: Report, posting: Posting): RowModel {
  const { activity, kind, money, rate } = posting
  return {
    records: [activity],
    cells: {
      activity: value(activity),
      name: textOr(names.text(dataset.activity.get(activity)?.data.name)),
      line: value(posting.line ?? noLine),
      area: value(posting.area),
      counted: value(posting.counted ? 1 : 0),
      kind: words(`report.spending.kinds.${kind}`),
      quarter: value(posting.quarter),
      amount: value(toAmount(money)),
      currency: value(money.currency),
      rate: rateCell(posting),
      rate_date: day(rate?.date),
      planned: kind === 'planned' ? converted(posting) : value(null),
      spent: kind === 'spent' ? converted(posting) : value(null),
    },
  }
}

function rateCell({ activity, money, rate }: Posting): CellModel {
  if (!rate) return value(1)
  return formula(
    rateName(money.currency),
    figure(rate.rate, { unit: `${rate.from}/${rate.to}`, rule: 'rate', records: [activity] }),
  )
}

function converted({ activity, converted: sum }: Posting): CellModel {
  const of = { unit: sum.currency, rule: 'converted', records: [activity] } as const
  return formula(`ROUND([@amount]*[@rate],${decimalsOf(sum.currency)})`, figure(toAmount(sum), of))
}
