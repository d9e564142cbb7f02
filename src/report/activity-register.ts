/** The activity register: one row an activity, however many regions, quarters and partners it has. */
import type { Activity, People } from '../model/record/activity.ts'
import { rowsOf } from '../model/rows.ts'
import { type CellModel, formula, type RowModel, type SheetModel } from '../model/workbook.ts'
import { columns, day, listed, register, textOr, value, words } from './cells.ts'
import type { Report } from './facts.ts'
import { differenceOf, figure, moneyOf, ratioOf, sumOf } from './figures.ts'
import { ratio, reportedSum } from './formulas.ts'
import type { Posting, ReportedActivity } from './ledger.ts'
import { codesOf, namesOf, withChoices } from './lists.ts'

const activityColumns = withChoices(
  {
    area: codesOf('areas'),
    area_name: namesOf('areas'),
    type: namesOf('types'),
    status: namesOf('status'),
    partner_role: namesOf('partner_roles'),
  },
  columns({
    id: 'code',
    name: 'text',
    area: 'code',
    area_name: 'text',
    type: 'text',
    status: 'text',
    counted: 'mark',
    start: 'date',
    end: 'date',
    regions: 'text',
    region_codes: 'code',
    implementers: 'text',
    partner_role: 'text',
    people_target: 'count',
    people_reached: 'count',
    people_percent: 'percent',
    female: 'count',
    male: 'count',
    other: 'count',
    not_disaggregated: 'count',
    with_disability: 'count',
    volunteers: 'count',
    planned: 'money',
    expenditure: 'money',
    remarks: 'text',
  }),
)

export function activityRegister(report: Report): SheetModel {
  const rows = rowsOf(report.ledger.activities, activity => activityRow(report, activity))
  return {
    sheet: 'activities',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.activities.title' },
      { block: 'paragraph', style: 'intro', key: 'report.activities.intro' },
      register({ name: 'Activities', prefix: 'act', columns: activityColumns }, rows),
    ],
  }
}

function activityRow(report: Report, activity: ReportedActivity): RowModel {
  const { entry, status, counted } = activity
  const { names, dataset } = report
  const { places = [], implementers = ['society'], ...data } = entry.data
  const codes = places.flatMap(id => dataset.place.get(id)?.data.pcode ?? [])
  return {
    records: [entry.id],
    cells: {
      id: value(entry.id),
      name: textOr(names.text(data.name)),
      area: value(data.area),
      area_name: value(names.area(data.area)),
      type: words(`report.types.${data.type}`),
      status: words(`report.status.${status}`),
      counted: value(counted ? 1 : 0),
      start: day(data.start),
      end: day(data.end),
      regions: places.length > 0 ? listed(places.map(names.place)) : words('report.activities.no_region'),
      region_codes: listed(codes),
      implementers: listed(implementers.map(names.shortOrganization)),
      partner_role: data.partner_role ? words(`report.partner_roles.${data.partner_role}`) : value(null),
      ...peopleCells(entry.id, data),
      ...moneyCells(report, entry.id),
      remarks: remarks(report, data),
    },
  }
}

function peopleCells(id: string, { target, reached, volunteers }: Pick<Activity, 'target' | 'reached' | 'volunteers'>) {
  const reported = (count: number | undefined) => sumOf([{ record: id, value: count ?? null }], 'people')
  const total = reported(reached?.total)
  return {
    people_target: value(target?.total),
    people_reached: value(reached?.total),
    people_percent: formula(ratio('[@people_reached]', '[@people_target]'), ratioOf(total, reported(target?.total))),
    female: value(reached?.female),
    male: value(reached?.male),
    other: value(reached?.other),
    not_disaggregated: formula(
      'IF([@people_reached]="","",[@people_reached]-N([@female])-N([@male])-N([@other]))',
      differenceOf(total, reported(splitOf(reached))),
    ),
    with_disability: value(reached?.with_disability),
    volunteers: value(volunteers),
  }
}

const splitOf = (reached: People | undefined) => (reached?.female ?? 0) + (reached?.male ?? 0) + (reached?.other ?? 0)

/** Only what this agreement paid, also where another paid too. */
function moneyCells({ ledger }: Report, id: string): RowModel['cells'] {
  const paid = ledger.postingsByActivity.get(id) ?? []
  const sum = (kind: Posting['kind']) => {
    const own = paid.filter(posting => posting.kind === kind)
    const sums = own.map(({ converted }) => ({ record: id, money: converted }))
    const rule = figure(null, { unit: ledger.agreement.data.currency, rule: 'sum-converted', records: [id] })
    return sums.length === 0 ? rule : moneyOf(sums, ledger.agreement.data.currency)
  }
  const of = [{ column: 'fin_Activity', equals: '[@id]', value: id }]
  return {
    planned: formula(reportedSum('fin_Planned', of), sum('planned')),
    expenditure: formula(reportedSum('fin_Spent', of), sum('spent')),
  }
}

/** Why it did not take place, or why nobody could say how many were reached. */
function remarks({ names }: Report, { cancelled, not_reported }: Activity | Omit<Activity, 'places'>): CellModel {
  const reason = cancelled?.reason ?? not_reported
  return reason === undefined ? value(null) : textOr(names.text(reason))
}
