/** The summary: each area of cooperation with its activities, people and money, live over the registers. */

import type { Figure } from '../../model/figure.ts'
import { shown } from '../cells.ts'
import { type Own, throughout } from '../column.ts'
import { figure } from '../figures.ts'
import { isPartOfLife, isPartOfYear } from '../line-budget.ts'
import { among, here, type Measure } from '../measures.ts'
import type { Report } from '../report.ts'
import { spentBefore } from '../spent-before.ts'
import { table } from '../table.ts'
import { reachedBefore } from '../to-date.ts'
import { ratio, together } from '../within-row.ts'
import { areasOfBoth, hasSameCurrency, isCompared } from '../year-before.ts'
import { activities } from './activities.ts'
import { areaColumns, notAdded, peopleChart } from './area-columns.ts'
import { budget, wholeOf } from './budget.ts'
import { spending } from './spending.ts'

/** What two years of an area are compared by. */
export const areaMeasures = {
  activities: among(activities, { area: here('area'), counted: 1 }).count(),
  people_reached: among(activities, { area: here('area'), counted: 1 }).sum('people_reached'),
  expenditure: among(spending, { area: here('area'), counted: 1 }).sum('spent'),
} satisfies { readonly [name: string]: Measure<Report, 'area'> }

/** As the report of the year before has it; nothing where there is none, or its money is in another currency. */
export function measuredBefore(of: keyof typeof areaMeasures, report: Report, own: Own<'area'>): Figure {
  const { before } = report
  const isComparable = of !== 'expenditure' || hasSameCurrency(report)
  return before && isComparable ? areaMeasures[of](undefined, before, own).figure : figure(null, 'as-reported')
}

export const summary = table({
  sheet: 'summary',
  prefix: 'sum',
  rows: (report: Report) => areasOfBoth(report).map(id => ({ area: id })),
  explained: true,
  columns: (column, report) => {
    const isPart = isPartOfYear(report.ledger)
    const compared = <C>(made: C): C | undefined => (isCompared(report) ? made : undefined)
    const life = <C>(made: C): C | undefined => (isPartOfLife(report.ledger) ? made : undefined)
    const people = notAdded('summary')
    return {
      ...areaColumns(activities, 'summary'),
      people_before: life(column('count', ({ area }) => shown(reachedBefore(report.ledger, area)), people)),
      people_to_date: life(column('count', together('people_before', 'people_reached'), people)),
      people_previous: compared(
        column('count', (_, __, own: Own<'area'>) => shown(measuredBefore('people_reached', report, own)), people),
      ),
      budget: column('money', among(budget, { area: here('area') }).whole('budget'), {
        total: wholeOf('budget', report),
      }),
      expenditure: column('money', areaMeasures.expenditure, { total: 'sum' }),
      year_before: isPart
        ? column('money', ({ area }) => shown(spentBefore(report.ledger, 'year', posting => posting.area === area)), {
            total: 'sum',
          })
        : undefined,
      year_expenditure: isPart ? column('money', together('year_before', 'expenditure'), { total: 'sum' }) : undefined,
      implementation: throughout('percent', ratio(isPart ? 'year_expenditure' : 'expenditure', 'budget'), {
        shows: 'bar',
      }),
      spent_before: life(
        column(
          'money',
          ({ area }) => shown(spentBefore(report.ledger, 'beginning', posting => posting.area === area)),
          {
            total: 'sum',
          },
        ),
      ),
      life_expenditure: life(column('money', together('spent_before', 'expenditure'), { total: 'sum' })),
      life_budget: life(column('money', among(budget, { area: here('area') }).sum('life_budget'), { total: 'sum' })),
      life_implementation: life(throughout('percent', ratio('life_expenditure', 'life_budget'), { shows: 'bar' })),
      money_not_reported: column('count', among(activities, { area: here('area'), money_not_reported: 1 }).count(), {
        total: 'count',
      }),
      expenditure_previous: compared(
        column('money', (_, __, own: Own<'area'>) => shown(measuredBefore('expenditure', report, own)), {
          total: 'sum',
        }),
      ),
    }
  },
  below: report => [
    'people_note',
    'money_note',
    ...(isCompared(report) ? ['previous_note'] : []),
    [peopleChart, { chart: 'money', type: 'bar', categories: 'area_name', series: ['budget', 'expenditure'] }],
  ],
})
