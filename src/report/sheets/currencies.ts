/** Expenditure in the currencies in which it was made, quarter by quarter, and what it comes to at the shown rates. */
import { formula } from '../../model/workbook.ts'
import type { Posting } from '../account.ts'
import { words } from '../cells.ts'
import { columnOf, type Own } from '../column.ts'
import { figureIn, ratioOf } from '../figures.ts'
import { ratioFormula } from '../formulas.ts'
import { among, here, reported } from '../measures.ts'
import type { AppliedRate } from '../rates.ts'
import { rateCell, shownRates } from '../rates-shown.ts'
import { dayOfRate } from '../registers/posting-columns.ts'
import { spending } from '../registers/spending.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'

interface Row {
  readonly currency: string
  /** `null` for the currency of the agreement, which comes first; none where its sums took several. */
  readonly rate: AppliedRate | null | undefined
}

function rowsOf({ ledger }: Report): readonly Row[] {
  const own = ledger.agreement.data.currency
  const spent = ledger.postings.filter(({ kind, counted }) => kind === 'spent' && counted)
  const taken = Map.groupBy(spent, ({ money }) => money.currency)
  const foreign = [...taken]
    .filter(([currency]) => currency !== own)
    .map(([currency, sums]) => [currency, onlyRate(sums)] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  return [[own, null] as const, ...foreign].map(([currency, rate]) => ({ currency, rate }))
}

function onlyRate([first, ...others]: readonly Posting[]): AppliedRate | undefined {
  const key = (rate: Posting['rate']) =>
    rate?.published.map(({ date, month, from }) => `${from} ${date ?? month}`).join()
  return first?.rate && others.every(({ rate }) => key(rate) === key(first.rate)) ? first.rate : undefined
}

/** Sums that were planned have no number in the column of those spent. */
const inCurrency = { currency: here('currency'), spent: reported, counted: 1 } as const

const quarter = ({ ledger }: Report, number: 1 | 2 | 3 | 4) => {
  const found = ledger.period.quarters.find(each => each.number === number)
  return found && columnOf('money', among(spending, { ...inCurrency, quarter: found.code }).sum('amount'))
}

const shownIn = ({ ledger: { agreement } }: Report) => shownRates(agreement.data.rates ?? [], agreement.data.currency)

const all = among(spending, { counted: 1 }).sum('spent')

export const currencies = table({
  sheet: 'currencies',
  prefix: 'cur',
  rows: rowsOf,
  columns: (column, report) => ({
    currency: column('code', ({ currency }) => currency, { total: words('report.currencies.total') }),
    q1: quarter(report, 1),
    q2: quarter(report, 2),
    q3: quarter(report, 3),
    q4: quarter(report, 4),
    spent: column('money', among(spending, inCurrency).sum('amount')),
    rate: column('rate', ({ rate }) =>
      rate === undefined ? null : rateCell(rate, shownIn(report), report.ledger.agreement),
    ),
    rate_date: column('date', ({ rate }) => dayOfRate(rate ?? null)),
    converted: column('money', among(spending, inCurrency).sum('spent'), { total: 'sum' }),
    share: column('percent', (row, _, own: Own<'converted'>) =>
      formula(
        ratioFormula('[@converted]', 'SUM([#converted])'),
        ratioOf(figureIn(own('converted')), all(row, report, own).figure),
      ),
    ),
  }),
})
