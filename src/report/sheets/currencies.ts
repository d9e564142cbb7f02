/** Expenditure in the currencies in which it was made, quarter by quarter, and what it comes to at the shown rates. */
import type { Rate } from '../../model/record/agreement.ts'
import { formula } from '../../model/workbook.ts'
import { words } from '../cells.ts'
import { columnOf, type Own } from '../column.ts'
import { figureIn, ratioOf } from '../figures.ts'
import { ratioFormula } from '../formulas.ts'
import { among, atLeast, here } from '../measures.ts'
import { rateCell, rateName } from '../registers/posting-columns.ts'
import { spending } from '../registers/spending.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'

interface Row {
  readonly currency: string
  /** `null` for the currency of the agreement, which comes first. */
  readonly rate: Rate | null
}

function rowsOf({ ledger }: Report): readonly Row[] {
  const own = ledger.agreement.data.currency
  const spent = ledger.postings.filter(({ kind, counted }) => kind === 'spent' && counted)
  const rates = new Map(spent.map(({ money, rate }) => [money.currency, rate]))
  const foreign = [...rates].filter(([currency]) => currency !== own).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [[own, null] as const, ...foreign].map(([currency, rate]) => ({ currency, rate }))
}

/** Sums that were planned have no number in the column of those spent. */
const inCurrency = { currency: here('currency'), spent: atLeast(0), counted: 1 } as const

const quarter = (number: 1 | 2 | 3 | 4) =>
  columnOf('money', (_: Row, report: Report, own: Own<'currency'>) => {
    const within = { ...inCurrency, quarter: `${report.ledger.agreement.data.year}-Q${number}` }
    return among(spending, within).sum('amount')(_, report, own)
  })

const all = among(spending, { counted: 1 }).sum('spent')

export const currencies = table({
  sheet: 'currencies',
  prefix: 'cur',
  rows: rowsOf,
  columns: column => ({
    currency: column('code', ({ currency }) => currency, { total: words('report.currencies.total') }),
    q1: quarter(1),
    q2: quarter(2),
    q3: quarter(3),
    q4: quarter(4),
    spent: column('money', among(spending, inCurrency).sum('amount')),
    rate: column('rate', ({ rate }) => rateCell(rate, rateName)),
    rate_date: column('date', ({ rate }) => rate?.date),
    converted: column('money', among(spending, inCurrency).sum('spent'), { total: 'sum' }),
    share: column('percent', (row, report, own: Own<'converted'>) =>
      formula(
        ratioFormula('[@converted]', 'SUM([#converted])'),
        ratioOf(figureIn(own('converted')), all(row, report, own).figure),
      ),
    ),
  }),
})
