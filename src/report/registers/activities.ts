/** The activity register: one row an activity, however many regions, quarters and partners it has. */
import { listed, textOr, words } from '../cells.ts'
import { namesOf } from '../choices.ts'
import { columnOf } from '../column.ts'
import type { ReportedActivity } from '../ledger.ts'
import { among, here } from '../measures.ts'
import { isMoneyMissing } from '../money-not-reported.ts'
import type { Report } from '../report.ts'
import { register } from '../table.ts'
import { activityColumns, reachedColumns, whereReached } from './activity-columns.ts'
import { spending } from './spending.ts'

type Activity = ReportedActivity

/** Who else paid for it: a row of it stands in their reports too. */
const coFunders = columnOf('text', ({ entry: { data } }: Activity, { ledger, names, dataset }: Report) => {
  const others = (data.funding ?? []).flatMap(({ agreement: id }) =>
    id === ledger.agreement.id ? [] : (dataset.agreement.get(id)?.data.partner ?? []),
  )
  return listed([...new Set(others)].map(names.shortOrganization))
})

const evidence = columnOf('text', ({ entry: { data } }: Activity, { names }: Report) => {
  const documents = (data.evidence ?? []).map(names.text)
  if (documents.includes(undefined)) return words('report.no_text')
  return listed(
    documents.flatMap(each => each ?? []),
    '; ',
  )
})

export const activities = register({
  sheet: 'activities',
  prefix: 'act',
  rows: ({ ledger }: Report) => ledger.activities,
  record: ({ entry }) => entry.id,
  at: (_, column) => whereReached(column) ?? (column === 'volunteers' || column === 'staff' ? `/${column}` : undefined),
  columns: (column, report) => ({
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
    ...reachedColumns,
    volunteers: column('count', ({ entry }) => entry.data.volunteers),
    // Only what this agreement paid, also where another paid too.
    planned: column('money', among(spending, { activity: here('id') }).sum('planned')),
    expenditure: column('money', among(spending, { activity: here('id') }).sum('spent')),
    // It is over, money was planned for it, and none is reported as spent.
    money_not_reported: column('mark', activity => (isMoneyMissing(activity, report.ledger) ? 1 : 0)),
    co_funders: coFunders,
    staff: column('count', ({ entry }) => entry.data.staff),
    counting: column(
      'text',
      ({ entry: { data } }) => data.reached?.method && words(`report.counting_methods.${data.reached.method}`),
    ),
    counting_source: column('text', ({ entry: { data } }, { names }) => {
      const source = data.reached?.source
      return source && textOr(names.text(source))
    }),
    evidence,
    cancelled_on: column('date', ({ entry }) => entry.data.cancelled?.on),
    // Why it did not take place, or why nobody could say how many were reached.
    remarks: column('text', ({ entry: { data } }, { names }) => {
      const reason = data.cancelled?.reason ?? data.not_reported
      return reason && textOr(names.text(reason))
    }),
  }),
})
