/** The summary by area over all partners: activities and people once, money over all agreements. */

import { throughout } from '../../column.ts'
import { among, atLeast, here } from '../../measures.ts'
import { areaColumns, peopleChart } from '../../registers/area-columns.ts'
import { table } from '../../table.ts'
import { ratio } from '../../within-row.ts'
import { activities } from '../registers/activities.ts'
import { budget, budgetColumn, wholeBudget } from '../registers/budget.ts'
import { spending, spentIn } from '../registers/spending.ts'
import { areasOver, type Consolidated } from '../year.ts'

const { area, area_name, activities: counted, ...people } = areaColumns(activities, 'consolidated.summary')
const shared = among(activities, { area: here('area'), counted: 1, agreements: atLeast(2) })

export const summary = table({
  sheet: 'consolidated.summary',
  prefix: 'sum',
  rows: (report: Consolidated) => areasOver(report).map(id => ({ area: id })),
  columns: (column, report) => ({
    area_name,
    area,
    activities: counted,
    shared: column('count', shared.count(), { total: 'count' }),
    ...people,
    ...(report.common !== null && {
      budget_all: column('money', among(budget, { area: here('area') }).whole(budgetColumn(report)), {
        total: wholeBudget(report),
      }),
      spent_all: column('money', among(spending, { area: here('area'), counted: 1 }).sum(spentIn(report)), {
        total: 'sum',
      }),
      implementation: throughout('percent', ratio('spent_all', 'budget_all'), { shows: 'bar' }),
    }),
  }),
  below: [[peopleChart], 'people_note', 'money_note'],
})
