/** The budget lines of all agreements, each with what was spent on it. */
import { toMoney } from '../../../model/money.ts'
import type { Agreement } from '../../../model/record/agreement.ts'
import { textOr } from '../../cells.ts'
import { codesOf } from '../../choices.ts'
import { budgetOf } from '../../line-budget.ts'
import { among, here } from '../../measures.ts'
import { product, rateCell } from '../../rates-shown.ts'
import { convertedCell } from '../../registers/posting-columns.ts'
import { register } from '../../table.ts'
import { ratio, remainder } from '../../within-row.ts'
import { type Consolidated, commonRates, inCommon, isConverted, type Joined } from '../year.ts'
import { spending } from './spending.ts'

interface Row {
  readonly joined: Joined
  readonly agreement: Agreement
  readonly id: string
  readonly line: Agreement['budget'][number]
  /** Its place among the lines of the agreement. */
  readonly at: number
}

const rowsOf = ({ agreements }: Consolidated): readonly Row[] =>
  agreements.flatMap(joined => {
    const { id, data: agreement } = joined.ledger.agreement
    return agreement.budget.map((line, at) => ({ joined, agreement, id, line, at }))
  })

export const budget = register({
  sheet: 'consolidated.budget',
  prefix: 'bud',
  rows: rowsOf,
  record: ({ id }) => id,
  kind: 'agreement',
  at: ({ at }) => `/budget/${at}`,
  columns: (column, report) => ({
    agreement: column('code', ({ id }) => id, { choices: codesOf('agreements') }),
    line: column('code', ({ line }) => line.line),
    name: column('text', ({ line }, { names }) => textOr(names.text(line.name))),
    area: column('code', ({ line }) => line.area, { choices: codesOf('areas') }),
    currency: column('code', ({ agreement }) => agreement.currency, { choices: codesOf('currencies') }),
    budget: column('money', ({ line, joined }) => budgetOf(line, joined.ledger).budget),
    expenditure: column(
      'money',
      among(spending, { agreement: here('agreement'), line: here('line'), counted: 1 }).sum('spent'),
    ),
    balance: column('money', remainder('budget', 'expenditure')),
    implementation: column('percent', ratio('expenditure', 'budget'), { shows: 'bar' }),
    ...(isConverted(report) && {
      common_rate: column('rate', ({ joined }) => rateCell(joined.rate, commonRates(joined), joined.ledger.agreement)),
      common: column('money', ({ joined, line, agreement, id, at }) => {
        const amount = budgetOf(line, joined.ledger).budget
        if (amount === null) return null
        const money = toMoney({ amount, currency: agreement.currency })
        const conversion = { money, rate: joined.rate, into: inCommon(money, joined, report) }
        return convertedCell(product('[@budget]', '[@common_rate]', joined.rate?.isInverse), conversion, {
          kind: 'agreement',
          record: id,
          at: `/budget/${at}`,
        })
      }),
    }),
  }),
  below: ['note'],
})

export const budgetColumn = (report: Consolidated) => (isConverted(report) ? 'common' : 'budget')

/** A whole of which one part is not known is not known. */
export const wholeBudget = (report: Consolidated): 'sum' | undefined =>
  rowsOf(report).some(({ line, joined }) => budgetOf(line, joined.ledger).budget === null) ? undefined : 'sum'
