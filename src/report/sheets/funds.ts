/** A statement of the partner's money: in hand when the period began, received, spent, in hand when it ended. */
import { decimalsOf } from '../../model/currency.ts'
import { toAmount } from '../../model/money.ts'
import { formula } from '../../model/workbook.ts'
import { shown, textOr, words } from '../cells.ts'
import { columnOf } from '../column.ts'
import { figure, remainderOf } from '../figures.ts'
import { fundsIn, type Instalment } from '../funds.ts'
import { among } from '../measures.ts'
import { product, rateCell, shownRates } from '../rates-shown.ts'
import { convertedCell, dayOfRate } from '../registers/posting-columns.ts'
import { spending } from '../registers/spending.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'

interface Row {
  readonly kind: 'opening' | 'received' | 'spent'
  readonly agreement: string
  readonly received?: Instalment
}

function rowsOf({ ledger }: Report): readonly Row[] {
  const agreement = ledger.agreement.id
  const received = (fundsIn(ledger)?.received ?? []).map(each => ({
    kind: 'received' as const,
    agreement,
    received: each,
  }))
  return [{ kind: 'opening', agreement }, ...received, { kind: 'spent', agreement }]
}

const all = among(spending, { counted: 1 }).sum('spent')

function sumOf({ kind, agreement, received }: Row, report: Report) {
  const { currency } = report.ledger.agreement.data
  if (received)
    return convertedCell(
      product('[@amount]', '[@rate]', received.rate?.isInverse),
      { money: received.money, rate: received.rate, into: received.converted },
      { kind: 'agreement', record: agreement, at: received.pointer },
    )
  const opening = fundsIn(report.ledger)?.opening
  if (kind === 'opening') return opening ? shown(opening) : null
  const spent = all(undefined, report, never)
  return formula(`-ROUND(N(${spent.expression}),${decimalsOf(currency)})`, remainderOf(nothing, [spent.figure]))
}

/** From which money that is gone is taken. */
const nothing = figure(0, 'count')

/** Money spent is asked of no cell of the row. */
const never = (): never => {
  throw new Error('a sum of the whole register is of no row')
}

export const funds = table({
  sheet: 'funds',
  prefix: 'fun',
  rows: rowsOf,
  record: ({ agreement }) => agreement,
  kind: 'agreement',
  at: ({ received }) => received?.pointer,
  isThere: ({ ledger }: Report) => fundsIn(ledger) !== undefined,
  columns: (column, { ledger }) => {
    const { agreement } = ledger
    const rates = shownRates(agreement.data.rates ?? [], agreement.data.currency)
    return {
      item: column('text', ({ kind }) => words(`report.funds.kinds.${kind}`), { total: words('report.funds.closing') }),
      date: column('date', ({ received }) => received?.date),
      note: column('text', ({ received }, { names }) => received?.note && textOr(names.text(received.note))),
      amount: column('money', ({ received }) => received && toAmount(received.money)),
      currency: column('code', ({ received }) => received?.money.currency),
      rate: column('rate', ({ received }) => received && rateCell(received.rate, rates, agreement)),
      rate_date: column('date', ({ received }) => dayOfRate(received?.rate ?? null)),
      sum: columnOf('money', sumOf, { total: 'sum' }),
    }
  },
})
