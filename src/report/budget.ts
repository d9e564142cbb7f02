/** The budget: each line of the agreement with what was spent on it. */
import { toMoney } from '../model/money.ts'
import type { Text } from '../model/text.ts'
import { type CellModel, formula, type RowModel, type SheetModel } from '../model/workbook.ts'
import { columns, recordsOf, textOr, value, withBars, words } from './cells.ts'
import type { Report } from './facts.ts'
import { differenceOf, moneyOf, ratioOf } from './figures.ts'
import { type Condition, countedSpending, ratio, reportedSum, total } from './formulas.ts'
import type { Ledger } from './ledger.ts'
import { codesOf, namesOf, withChoices } from './lists.ts'
import { quartersOf } from './results.ts'
import { spentOf } from './summary.ts'

/** Stands where a sum names no line, so that a criterion can find it. */
export const noLine = '—'

const budgetColumns = withChoices(
  { area: codesOf('areas'), area_name: namesOf('areas') },
  withBars(
    ['implementation'],
    columns({
      line: 'code',
      name: 'text',
      area: 'code',
      area_name: 'text',
      budget: 'money',
      q1: 'money',
      q2: 'money',
      q3: 'money',
      q4: 'money',
      other_quarters: 'money',
      expenditure: 'money',
      balance: 'money',
      implementation: 'percent',
    }),
  ),
)

export function budgetSheet(report: Report): SheetModel {
  const { budget: lines } = report.ledger.agreement.data
  const stray = report.ledger.postings.some(posting => posting.line === null && posting.counted)
  const rows = [...lines, ...(stray ? [null] : [])].map(line => lineRow(report, line))
  return {
    sheet: 'budget',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.budget.title' },
      { block: 'paragraph', style: 'intro', key: 'report.budget.intro' },
      {
        block: 'table',
        name: 'Budget',
        prefix: 'bud',
        filter: false,
        columns: budgetColumns,
        rows,
        total: totalRow(report),
      },
      { block: 'paragraph', style: 'note', key: 'report.budget.note' },
    ],
  }
}

interface Line {
  readonly line: string
  readonly area: string
  readonly name: Text
  readonly amount: number
}

function lineRow({ ledger, names }: Report, line: Line | null): RowModel {
  const { currency } = ledger.agreement.data
  const key = line?.line ?? null
  const planned = line ? [{ record: ledger.agreement.id, money: toMoney({ amount: line.amount, currency }) }] : []
  const budget = moneyOf(planned, currency)
  const expenditure = spentOf(ledger, posting => posting.line === key)
  const balance = differenceOf(budget, expenditure)
  const implementation = ratioOf(expenditure, budget)
  const onLine: Condition = { column: 'fin_Line', equals: '[@line]', value: key ?? noLine }
  return {
    records: recordsOf([budget, expenditure]),
    cells: {
      line: value(key ?? noLine),
      name: line ? textOr(names.text(line.name)) : words('report.budget.no_line'),
      area: value(line?.area),
      area_name: value(line && names.area(line.area)),
      budget: value(budget.value),
      ...quarterCells(ledger, key, [onLine, countedSpending]),
      expenditure: formula(reportedSum('fin_Spent', [onLine, countedSpending]), expenditure),
      balance: formula('IF([@budget]="","",[@budget]-N([@expenditure]))', balance),
      implementation: formula(ratio('[@expenditure]', '[@budget]'), implementation),
    },
  }
}

/** Spent on a line in each quarter of the year, and in any other. */
function quarterCells(
  ledger: Ledger,
  line: string | null,
  conditions: readonly Condition[],
): { readonly [column: string]: CellModel } {
  const quarters = quartersOf(ledger.agreement.data.year)
  const spent = (of: (quarter: string | null) => boolean) =>
    spentOf(ledger, posting => posting.line === line && of(posting.quarter))
  const cells = quarters.map((quarter, index): readonly [string, CellModel] => {
    const within = [...conditions, { column: 'fin_Quarter', equals: `"${quarter}"` }]
    return [
      `q${index + 1}`,
      formula(
        reportedSum('fin_Spent', within),
        spent(each => each === quarter),
      ),
    ]
  })
  const others = spent(each => each === null || !quarters.includes(each))
  const rest = 'ROUND(N([@expenditure])-SUM([@q1],[@q2],[@q3],[@q4]),2)'
  const otherQuarters = formula(`IF(${rest}=0,"",${rest})`, { ...others, value: others.value || null })
  return { ...Object.fromEntries(cells), other_quarters: otherQuarters }
}

function totalRow({ ledger }: Report): RowModel {
  const { currency, budget: lines } = ledger.agreement.data
  const planned = lines.map(({ amount }) => ({ record: ledger.agreement.id, money: toMoney({ amount, currency }) }))
  const budget = moneyOf(planned, currency)
  const expenditure = spentOf(ledger, () => true)
  return {
    records: recordsOf([budget, expenditure]),
    cells: {
      name: words('report.budget.total'),
      budget: formula(total('budget'), budget),
      ...Object.fromEntries(quarterTotals(ledger)),
      expenditure: formula(total('expenditure'), expenditure),
      balance: formula('[@budget]-N([@expenditure])', differenceOf(budget, expenditure)),
      implementation: formula(ratio('[@expenditure]', '[@budget]'), ratioOf(expenditure, budget)),
    },
  }
}

function quarterTotals(ledger: Ledger): readonly (readonly [string, CellModel])[] {
  const quarters = quartersOf(ledger.agreement.data.year)
  const sums = quarters.map(quarter => spentOf(ledger, posting => posting.quarter === quarter))
  const others = spentOf(ledger, ({ quarter }) => quarter === null || !quarters.includes(quarter))
  return [
    ...sums.map((sum, index) => [`q${index + 1}`, formula(total(`q${index + 1}`), sum)] as const),
    ['other_quarters', formula(total('other_quarters'), { ...others, value: others.value || null })],
  ]
}
