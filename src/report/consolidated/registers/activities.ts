/** The register over all partners: one row an activity, with the agreements it is under and what each of them paid. */
import { formula } from '../../../model/workbook.ts'
import { listed } from '../../cells.ts'
import { numbered } from '../../column.ts'
import { figure } from '../../figures.ts'
import type { ReportedActivity } from '../../ledger.ts'
import { among, here } from '../../measures.ts'
import { activityColumns, reachedColumns, whereReached } from '../../registers/activity-columns.ts'
import { register } from '../../table.ts'
import { type Consolidated, labelOf, underOf } from '../year.ts'
import { spending, spentIn } from './spending.ts'

const { id, name, area, status, counted, start, end, people_target, people_reached, people_percent } = activityColumns

export const activities = register({
  sheet: 'consolidated.activities',
  prefix: 'act',
  rows: ({ activities: rows }: Consolidated) => rows,
  record: ({ entry }) => entry.id,
  at: (_, column) => whereReached(column),
  columns: (column, report) => ({
    name,
    area,
    status,
    counted,
    start,
    end,
    partners: column('text', ({ entry }, { names }) => {
      const partners = underOf(report, entry.id).map(({ ledger }) => ledger.agreement.data.partner)
      return listed([...new Set(partners)].map(names.shortOrganization))
    }),
    agreements: column('count', activity => agreementsOf(activity, report)),
    people_target,
    people_reached,
    people_percent,
    ...reachedColumns,
    ...numbered(report.agreements, joined => ({
      under: column('mark', ({ entry }) => (underOf(report, entry.id).includes(joined) ? 1 : 0), {
        header: { name: labelOf(report, joined), words: 'under' },
      }),
    })),
    // What this agreement paid, in its currency.
    ...numbered(report.agreements, joined => ({
      spent: column(
        'money',
        among(spending, { activity: here('id'), agreement: joined.ledger.agreement.id }).sum('spent'),
        {
          header: { name: labelOf(report, joined), words: 'spent' },
        },
      ),
    })),
    ...(report.common !== null && {
      expenditure: column('money', among(spending, { activity: here('id') }).sum(spentIn(report))),
    }),
    id,
  }),
})

function agreementsOf({ entry }: ReportedActivity, report: Consolidated) {
  const under = underOf(report, entry.id)
  const marks = report.agreements.map(({ at }) => `[@under_${at}]`).join(',')
  const from = () => under.map(({ ledger }) => ({ kind: 'agreement' as const, record: ledger.agreement.id, value: 1 }))
  return formula(`SUM(${marks})`, figure(under.length, 'count', from))
}
