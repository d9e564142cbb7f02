/** The budget lines of all agreements, each with what was spent on it. */
import { toMoney } from '../../../model/money.ts'
import type { Agreement } from '../../../model/record/agreement.ts'
import { textOr } from '../../cells.ts'
import { codesOf } from '../../choices.ts'
import { among, here } from '../../measures.ts'
import { convertedCell, rateCell } from '../../registers/posting-columns.ts'
import { register } from '../../table.ts'
import { ratio, remainder } from '../../within-row.ts'
import { type Consolidated, commonRateName, inCommon, isConverted, type Joined } from '../year.ts'
import { spending } from './spending.ts'

interface Row {
  readonly joined: Joined
  readonly agreement: Agreement
  readonly id: string
  readonly line: Agreement['budget'][number]
}

const rowsOf = ({ agreements }: Consolidated): readonly Row[] =>
  agreements.flatMap(joined => {
    const { id, data: agreement } = joined.ledger.agreement
    return agreement.budget.map(line => ({ joined, agreement, id, line }))
  })

export const budget = register({
  sheet: 'consolidated.budget',
  prefix: 'bud',
  rows: rowsOf,
  record: ({ id }) => id,
  columns: (column, report) => ({
    agreement: column('code', ({ id }) => id, { choices: codesOf('agreements') }),
    line: column('code', ({ line }) => line.line),
    name: column('text', ({ line }, { names }) => textOr(names.text(line.name))),
    area: column('code', ({ line }) => line.area, { choices: codesOf('areas') }),
    currency: column('code', ({ agreement }) => agreement.currency, { choices: codesOf('currencies') }),
    budget: column('money', ({ line }) => line.amount),
    expenditure: column(
      'money',
      among(spending, { agreement: here('agreement'), line: here('line'), counted: 1 }).sum('spent'),
    ),
    balance: column('money', remainder('budget', 'expenditure')),
    implementation: column('percent', ratio('expenditure', 'budget'), { shows: 'bar' }),
    ...(isConverted(report) && {
      common_rate: column('rate', ({ joined }) => rateCell(joined.rate, from => commonRateName(joined, from))),
      common: column('money', ({ joined, line, agreement, id }) => {
        const money = inCommon(toMoney({ amount: line.amount, currency: agreement.currency }), joined)
        return convertedCell('[@budget]*[@common_rate]', money, id)
      }),
    }),
  }),
  below: ['note'],
})

export const budgetIn = (report: Consolidated) => (isConverted(report) ? 'common' : 'budget')
