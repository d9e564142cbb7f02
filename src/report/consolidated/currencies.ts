/** Sums by currency of the agreements: nothing here is converted. */
import type { Figure } from '../../model/figure.ts'
import { formula, type RowModel, type SheetModel } from '../../model/workbook.ts'
import { columns, value, withBars } from '../cells.ts'
import { countOf, figure } from '../figures.ts'
import { type Condition, countWhere, reportedSum } from '../formulas.ts'
import { spentOf } from '../summary.ts'
import { moneyCells, ownMoney, recordsIn } from './cells.ts'
import { budgetOf } from './partners.ts'
import type { Consolidated, Joined } from './year.ts'

const currencyColumns = withBars(
  ['implementation'],
  columns({
    currency: 'code',
    agreements: 'count',
    budget: 'money',
    expenditure: 'money',
    balance: 'money',
    implementation: 'percent',
  }),
)

export function currencySheet({ agreements }: Consolidated): SheetModel {
  const byCurrency = Map.groupBy(agreements, ({ ledger }) => ledger.agreement.data.currency)
  const rows = [...byCurrency].map(([currency, own]) => currencyRow(currency, own))
  return {
    sheet: 'consolidated.currencies',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.consolidated.currencies.title' },
      { block: 'paragraph', style: 'intro', key: 'report.consolidated.currencies.intro' },
      { block: 'table', name: 'Currencies', prefix: 'cur', filter: false, columns: currencyColumns, rows },
    ],
  }
}

function currencyRow(currency: string, own: readonly Joined[]): RowModel {
  const agreements = countOf(
    own.map(({ ledger }) => ledger.agreement.id),
    'agreements',
  )
  const budget = added(own.map(budgetOf), currency)
  const spent = added(
    own.map(({ ledger }) => spentOf(ledger, () => true)),
    currency,
  )
  const here: readonly Condition[] = [{ column: 'par_Currency', equals: '[@currency]', value: currency }]
  const from = { budget: reportedSum('par_Budget', here), spent: reportedSum('par_Expenditure', here) }
  const cells = {
    currency: value(currency),
    agreements: formula(countWhere(here), agreements),
    ...moneyCells({ budget, spent }, ownMoney, from),
  }
  return { cells, records: recordsIn(cells) }
}

/** In hundredths, so that no dust of a float is added. */
function added(sums: readonly Figure[], currency: string): Figure {
  const reported = sums.flatMap(({ value: sum }) => (sum === null ? [] : [Math.round(sum * 100)]))
  const whole = reported.length === 0 ? null : reported.reduce((sum, each) => sum + each, 0) / 100
  return figure(whole, { unit: currency, rule: 'sum', records: sums.flatMap(({ records }) => records) })
}
