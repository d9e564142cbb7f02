/** The activity register: one row an activity, however many regions, quarters and partners it has. */
import { listed, textOr, words } from '../cells.ts'
import { namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import type { ReportedActivity } from '../ledger.ts'
import { among, here } from '../measures.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { remainder } from '../within-row.ts'
import { activityColumns } from './activity-columns.ts'
import { spending } from './spending.ts'

type Activity = ReportedActivity

const reached = (what: 'female' | 'male' | 'other' | 'with_disability') =>
  columnOf('count', ({ entry }: Activity) => entry.data.reached?.[what])

export const activities = register({
  sheet: 'activities',
  prefix: 'act',
  rows: ({ ledger }: Report) => ledger.activities,
  record: ({ entry }) => entry.id,
  columns: column => ({
    id: activityColumns.id,
    name: activityColumns.name,
    area: activityColumns.area,
    area_name: column('text', ({ entry }, { names }) => names.area(entry.data.area), { choices: namesOf('areas') }),
    type: column('text', ({ entry }) => words(`report.types.${entry.data.type}`), { choices: namesOf('types') }),
    status: activityColumns.status,
    counted: activityColumns.counted,
    start: activityColumns.start,
    end: activityColumns.end,
    regions: column('text', ({ entry: { data } }, { names }) => {
      return listed((data.places ?? []).map(names.place)) ?? words('report.activities.no_region')
    }),
    region_codes: column('code', ({ entry: { data } }, { dataset }) =>
      listed((data.places ?? []).flatMap(id => dataset.place.get(id)?.data.pcode ?? [])),
    ),
    implementers: column('text', ({ entry: { data } }, { names }) =>
      listed((data.implementers ?? ['society']).map(names.shortOrganization)),
    ),
    partner_role: column(
      'text',
      ({ entry: { data } }) => data.partner_role && words(`report.partner_roles.${data.partner_role}`),
      { choices: namesOf('partner_roles') },
    ),
    people_target: activityColumns.people_target,
    people_reached: activityColumns.people_reached,
    people_percent: activityColumns.people_percent,
    female: reached('female'),
    male: reached('male'),
    other: reached('other'),
    not_disaggregated: column('count', remainder('people_reached', 'female', 'male', 'other')),
    with_disability: reached('with_disability'),
    volunteers: column('count', ({ entry }) => entry.data.volunteers),
    // Only what this agreement paid, also where another paid too.
    planned: column('money', among(spending, { activity: here('id') }).sum('planned')),
    expenditure: column('money', among(spending, { activity: here('id') }).sum('spent')),
    // Why it did not take place, or why nobody could say how many were reached.
    remarks: column('text', ({ entry: { data } }, { names }) => {
      const reason = data.cancelled?.reason ?? data.not_reported
      return reason && textOr(names.text(reason))
    }),
  }),
})
