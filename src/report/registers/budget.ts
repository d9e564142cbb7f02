/** The budget: each line of the agreement with what was spent on it. */

import type { Agreement } from '../../model/record/agreement.ts'
import { shown, textOr, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf, throughout } from '../column.ts'
import { budgetOf, isPartOfLife, isPartOfYear, type LineBudget } from '../line-budget.ts'
import { among, here } from '../measures.ts'
import type { Report } from '../report.ts'
import { spentBefore } from '../spent-before.ts'
import { table } from '../table.ts'
import { ratio, remainder, together } from '../within-row.ts'
import { noLine } from './posting-columns.ts'
import { spending } from './spending.ts'

/** Money that names no line has a row of its own. */
interface Row {
  readonly agreement: string
  readonly line: Agreement['budget'][number] | null
  /** Its place among the lines of the agreement. */
  readonly at: number | null
  readonly agreed: LineBudget | null
}

function rowsOf({ ledger }: Report): readonly Row[] {
  const { id, data } = ledger.agreement
  const stray = ledger.postings.some(posting => posting.line === null && posting.counted)
  return [
    ...data.budget.map((line, at) => ({ agreement: id, line, at, agreed: budgetOf(line, ledger) })),
    ...(stray || (isPartOfLife(ledger) && spentBefore(ledger, 'beginning', ({ line }) => line === null).value !== null)
      ? [{ agreement: id, line: null, at: null, agreed: null }]
      : []),
  ]
}

const quarter = ({ ledger }: Report, number: 1 | 2 | 3 | 4) => {
  const found = ledger.period.quarters.find(each => each.number === number)
  const its = { line: here('line'), counted: 1, quarter: found?.code ?? '' } as const
  return found && columnOf('money', among(spending, its).sum('spent'), { total: 'sum' })
}

/** A whole of which one part is not known is not known. */
export const wholeOf = (of: keyof LineBudget, { ledger }: Report): 'sum' | undefined =>
  ledger.agreement.data.budget.some(line => budgetOf(line, ledger)[of] === null) ? undefined : 'sum'

export const isRevised = ({ ledger }: Report): boolean =>
  ledger.agreement.data.budget.some(line => {
    const { budget: now, original } = budgetOf(line, ledger)
    return now !== original
  })

const its = among(spending, { line: here('line'), counted: 1 })

const quarters = ['year_before', 'q1', 'q2', 'q3', 'q4'] as const

/** Quarter upon quarter against the budget; of a report over several years, all that was spent. */
const spentInQuarters = ({ ledger }: Report) =>
  ({
    chart: 'quarters',
    type: 'stacked',
    categories: 'name',
    series: ledger.period.quarters.length > 0 ? quarters : (['expenditure'] as const),
    against: 'budget',
    rows: () => true,
  }) as const

export const budget = table({
  sheet: 'budget',
  prefix: 'bud',
  rows: rowsOf,
  record: ({ agreement }) => agreement,
  kind: 'agreement',
  at: ({ at }) => (at === null ? undefined : `/budget/${at}`),
  explained: true,
  columns: (column, report) => {
    const { postings } = report.ledger
    const isPart = isPartOfLife(report.ledger)
    const ofYear = <C>(made: C): C | undefined => (isPartOfYear(report.ledger) ? made : undefined)
    const before = (line: Row['line'], since: 'beginning' | 'year') =>
      shown(spentBefore(report.ledger, since, posting => posting.line === (line?.line ?? null)))
    const used = isPartOfYear(report.ledger) ? 'year_expenditure' : 'expenditure'
    const life = <C>(made: C): C | undefined => (isPart ? made : undefined)
    return {
      line: column('code', ({ line }) => line?.line ?? noLine),
      name: column(
        'text',
        ({ line }, { names }) => (line ? textOr(names.text(line.name)) : words('report.budget.no_line')),
        { total: words('report.budget.total') },
      ),
      area: column('code', ({ line }) => line?.area, { choices: codesOf('areas') }),
      area_name: column('text', ({ line }, { names }) => line && names.area(line.area), { choices: namesOf('areas') }),
      budget_original: isRevised(report)
        ? column('money', ({ agreed }) => agreed?.original, { total: wholeOf('original', report) })
        : undefined,
      budget: column('money', ({ agreed }) => agreed?.budget, { total: wholeOf('budget', report) }),
      q1: quarter(report, 1),
      q2: quarter(report, 2),
      q3: quarter(report, 3),
      q4: quarter(report, 4),
      // Nothing any more: what lies in no quarter of the agreement is told, and is in no figure.
      other_quarters: undefined,
      expenditure: column('money', its.sum('spent'), { total: 'sum' }),
      committed: postings.some(({ kind }) => kind === 'committed')
        ? column('money', its.sum('committed'), { total: 'sum' })
        : undefined,
      year_before: ofYear(column('money', ({ line }) => before(line, 'year'), { total: 'sum' })),
      year_expenditure: ofYear(column('money', together('year_before', 'expenditure'), { total: 'sum' })),
      balance: throughout('money', remainder('budget', used)),
      implementation: throughout('percent', ratio(used, 'budget'), { shows: 'bar' }),
      money_not_reported: column('count', among(spending, { line: here('line'), not_reported: 1 }).count(), {
        total: 'count',
      }),
      spent_before: life(column('money', ({ line }) => before(line, 'beginning'), { total: 'sum' })),
      life_expenditure: life(column('money', together('spent_before', 'expenditure'), { total: 'sum' })),
      life_budget: life(column('money', ({ agreed }) => agreed?.life, { total: 'sum' })),
      life_implementation: life(throughout('percent', ratio('life_expenditure', 'life_budget'), { shows: 'bar' })),
      explanation: column('text', ({ line }, { names }) => line?.explanation && textOr(names.text(line.explanation))),
    }
  },
  below: report => ['note', [spentInQuarters(report)]],
})
