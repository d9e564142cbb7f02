/** Money by area, agreement by agreement: what each partner planned and paid, in its own currency. */
import { words } from '../../cells.ts'
import { numbered } from '../../column.ts'
import { among, here } from '../../measures.ts'
import { table } from '../../table.ts'
import { budget, wholeBudget } from '../registers/budget.ts'
import { spending } from '../registers/spending.ts'
import { areasOver, type Consolidated, labelOf } from '../year.ts'

export const shares = table({
  sheet: 'consolidated.shares',
  prefix: 'sha',
  rows: (report: Consolidated) => areasOver(report).map(area => ({ area })),
  columns: (column, report) => ({
    area_name: column('text', ({ area }, { names }) => names.area(area), {
      total: words('report.consolidated.shares.total'),
    }),
    area: column('code', ({ area }) => area),
    ...numbered(report.agreements, joined => {
      const under = { area: here('area'), agreement: joined.ledger.agreement.id } as const
      const header = (of: string) => ({ name: labelOf(report, joined), words: of })
      return {
        budget: column('money', among(budget, under).whole('budget'), {
          header: header('budget'),
          total: wholeBudget(report),
        }),
        spent: column('money', among(spending, { ...under, counted: 1 }).sum('spent'), {
          header: header('spent'),
          total: 'sum',
        }),
      }
    }),
  }),
  below: report => [chartsOf(report)],
})

/** Drawn where all bars are in one currency. */
function chartsOf({ agreements }: Consolidated) {
  const currencies = new Set(agreements.map(({ ledger }) => ledger.agreement.data.currency))
  if (currencies.size > 1 || agreements.length > 6) return []
  const series = agreements.map(({ at }) => `spent_${at}` as const)
  return [{ chart: 'money', type: 'bar', categories: 'area_name', series } as const]
}
