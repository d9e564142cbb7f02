/** The budget lines of all agreements, each with what was spent on it. */
import { toMoney } from '../../model/money.ts'
import { formula, type RowModel, type SheetModel } from '../../model/workbook.ts'
import { columns, recordsOf, register, textOr, value, withBars } from '../cells.ts'
import { differenceOf, moneyOf, ratioOf } from '../figures.ts'
import { countedSpending, ratio, reportedSum } from '../formulas.ts'
import { codesOf, withChoices } from '../lists.ts'
import { spentOf } from '../summary.ts'
import { commonRate, rounded } from './spending.ts'
import { type Consolidated, inCommon, isConverted, type Joined } from './year.ts'

const budgetColumns = withChoices(
  { agreement: codesOf('agreements'), area: codesOf('areas'), currency: codesOf('currencies') },
  withBars(
    ['implementation'],
    columns({
      agreement: 'code',
      line: 'code',
      name: 'text',
      area: 'code',
      currency: 'code',
      budget: 'money',
      expenditure: 'money',
      balance: 'money',
      implementation: 'percent',
    }),
  ),
)
const commonColumns = columns({ common_rate: 'rate', common: 'money' })

export function budgetSheet(report: Consolidated): SheetModel {
  const rows = report.agreements.flatMap(joined =>
    joined.ledger.agreement.data.budget.map(line => lineRow(report, joined, line)),
  )
  const shown = [...budgetColumns, ...(isConverted(report) ? commonColumns : [])]
  return {
    sheet: 'consolidated.budget',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.consolidated.budget.title' },
      { block: 'paragraph', style: 'intro', key: 'report.consolidated.budget.intro' },
      register({ name: 'Budget', prefix: 'bud', columns: shown }, rows),
      { block: 'paragraph', style: 'note', key: 'report.consolidated.budget.note' },
    ],
  }
}

type Line = Joined['ledger']['agreement']['data']['budget'][number]

function lineRow({ names }: Consolidated, joined: Joined, line: Line): RowModel {
  const { id, data } = joined.ledger.agreement
  const money = toMoney({ amount: line.amount, currency: data.currency })
  const budget = moneyOf([{ record: id, money }], data.currency)
  const expenditure = spentOf(joined.ledger, posting => posting.line === line.line)
  const onLine = [
    { column: 'fin_Agreement', equals: '[@agreement]', value: id },
    { column: 'fin_Line', equals: '[@line]', value: line.line },
    countedSpending,
  ]
  return {
    records: recordsOf([budget, expenditure]),
    cells: {
      agreement: value(id),
      line: value(line.line),
      name: textOr(names.text(line.name)),
      area: value(line.area),
      currency: value(data.currency),
      budget: value(budget.value),
      expenditure: formula(reportedSum('fin_Spent', onLine), expenditure),
      balance: formula('[@budget]-N([@expenditure])', differenceOf(budget, expenditure)),
      implementation: formula(ratio('[@expenditure]', '[@budget]'), ratioOf(expenditure, budget)),
      common_rate: commonRate(joined),
      common: rounded('[@budget]*[@common_rate]', inCommon(money, joined), id),
    },
  }
}
