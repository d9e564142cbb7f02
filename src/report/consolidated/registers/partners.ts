/** The agreements side by side: activities, budget, expenditure and rate of implementation, each in its own currency. */
import { fileNameOf } from '../../../model/work.ts'
import { value, words } from '../../cells.ts'
import { type Numbered, throughout } from '../../column.ts'
import { among, atLeast, here } from '../../measures.ts'
import { table } from '../../table.ts'
import { ratio, remainder } from '../../within-row.ts'
import { type Consolidated, isConverted, type Joined } from '../year.ts'
import { activities } from './activities.ts'
import { budget, wholeBudget } from './budget.ts'
import { spending } from './spending.ts'

const shared = { counted: 1, agreements: atLeast(2) } as const
const under = ({ at }: Joined): { readonly [name: Numbered]: number } => ({ [`under_${at}`]: 1 })

const its = { agreement: here('agreement') } as const
const spent = { ...its, counted: 1 } as const
const balance = remainder('budget', 'expenditure')
const implementation = ratio('expenditure', 'budget')

/** Sums of agreements are added where all are in one currency as they are. */
function added<T>(report: Consolidated, total: T): T | undefined {
  return report.common !== null && !isConverted(report) ? total : undefined
}

export const partners = table({
  sheet: 'consolidated.partners',
  prefix: 'par',
  rows: ({ agreements }: Consolidated) => agreements,
  record: ({ ledger }) => ledger.agreement.id,
  kind: 'agreement',
  columns: (column, report) => ({
    partner: column('text', ({ ledger }, { names }) => names.organization(ledger.agreement.data.partner), {
      total: words('report.consolidated.partners.total'),
    }),
    agreement: column('code', ({ ledger }) => ledger.agreement.id),
    report: column('link', ({ ledger }, { language }) => {
      const file = fileNameOf(ledger.agreement.id, language, 'xlsx', ledger.period.id)
      return { kind: 'file-link', text: file, href: file }
    }),
    cutoff: column('date', ({ ledger }) => ledger.agreement.data.data_cutoff),
    // Their total is not the sum of those above: each is counted once.
    activities: column(
      'count',
      (row, scope, own) => among(activities, { ...under(row), counted: 1 }).count()(row, scope, own),
      {
        total: among(activities, { counted: 1 }).count(),
      },
    ),
    shared: column(
      'count',
      (row, scope, own) => among(activities, { ...under(row), ...shared }).count()(row, scope, own),
      { total: among(activities, shared).count() },
    ),
    currency: column('code', ({ ledger }) => ledger.agreement.data.currency, {
      total: added(report, value(report.common)),
    }),
    budget: column('money', among(budget, its).whole('budget'), { total: added(report, wholeBudget(report)) }),
    expenditure: column('money', among(spending, spent).sum('spent'), { total: added(report, 'sum') }),
    balance: column('money', balance, { total: added(report, balance) }),
    implementation: column('percent', implementation, { shows: 'bar', total: added(report, implementation) }),
    ...(isConverted(report) && {
      common_budget: column('money', among(budget, its).whole('common'), { total: wholeBudget(report) }),
      common_expenditure: column('money', among(spending, spent).sum('common'), { total: 'sum' }),
      common_implementation: throughout('percent', ratio('common_expenditure', 'common_budget'), { shows: 'bar' }),
    }),
  }),
  below: ['note'],
})
