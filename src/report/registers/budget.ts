/** The budget: each line of the agreement with what was spent on it. */
import type { Agreement } from '../../model/record/agreement.ts'
import { type CellModel, formula } from '../../model/workbook.ts'
import { textOr, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf, type Own, throughout } from '../column.ts'
import { figure, figureIn, remainderOf } from '../figures.ts'
import { among, here } from '../measures.ts'
import type { Report } from '../report.ts'
import { table } from '../table.ts'
import { ratio, remainder } from '../within-row.ts'
import { noLine } from './posting-columns.ts'
import { spending } from './spending.ts'

/** Money that names no line has a row of its own. */
interface Row {
  readonly agreement: string
  readonly line: Agreement['budget'][number] | null
}

function rowsOf({ ledger }: Report): readonly Row[] {
  const { id, data } = ledger.agreement
  const stray = ledger.postings.some(posting => posting.line === null && posting.counted)
  return [...data.budget, ...(stray ? [null] : [])].map(line => ({ agreement: id, line }))
}

const quarter = (number: 1 | 2 | 3 | 4) =>
  columnOf(
    'money',
    (row: Row, report: Report, own: Own<'line'>) => {
      const period = `${report.ledger.agreement.data.year}-Q${number}`
      return among(spending, { line: here('line'), counted: 1, quarter: period }).sum('spent')(row, report, own)
    },
    { total: 'sum' },
  )

/** Spent in quarters of other years. */
function otherQuarters(_: Row, __: Report, own: Own<'expenditure' | 'q1' | 'q2' | 'q3' | 'q4'>): CellModel {
  const rest = 'ROUND(N([@expenditure])-SUM([@q1],[@q2],[@q3],[@q4]),2)'
  const quarters = (['q1', 'q2', 'q3', 'q4'] as const).map(each => figureIn(own(each)))
  const { value, rule, from } = remainderOf(figureIn(own('expenditure')), quarters)
  return formula(`IF(${rest}=0,"",${rest})`, figure(value || null, rule, from))
}

export const budget = table({
  sheet: 'budget',
  prefix: 'bud',
  rows: rowsOf,
  record: ({ agreement }) => agreement,
  explained: true,
  columns: column => ({
    line: column('code', ({ line }) => line?.line ?? noLine),
    name: column(
      'text',
      ({ line }, { names }) => (line ? textOr(names.text(line.name)) : words('report.budget.no_line')),
      { total: words('report.budget.total') },
    ),
    area: column('code', ({ line }) => line?.area, { choices: codesOf('areas') }),
    area_name: column('text', ({ line }, { names }) => line && names.area(line.area), { choices: namesOf('areas') }),
    budget: column('money', ({ line }) => line?.amount, { total: 'sum' }),
    q1: quarter(1),
    q2: quarter(2),
    q3: quarter(3),
    q4: quarter(4),
    other_quarters: column('money', otherQuarters, { total: 'sum' }),
    expenditure: column('money', among(spending, { line: here('line'), counted: 1 }).sum('spent'), { total: 'sum' }),
    balance: throughout('money', remainder('budget', 'expenditure')),
    implementation: throughout('percent', ratio('expenditure', 'budget'), { shows: 'bar' }),
  }),
  below: ['note'],
})
