/** The register over all partners: one row an activity, with the agreements it is under and what each of them paid. */
import { rowsOf } from '../../model/rows.ts'
import { type CellModel, type ColumnModel, formula, type RowModel, type SheetModel } from '../../model/workbook.ts'
import { columns, day, listed, register, textOr, value, words } from '../cells.ts'
import { countOf, moneyOf, ratioOf, sumOf } from '../figures.ts'
import { type Condition, ratio, reportedSum } from '../formulas.ts'
import type { Ledger, Posting, ReportedActivity } from '../ledger.ts'
import { codesOf, namesOf, withChoices } from '../lists.ts'
import { type Consolidated, commonSpent, inCommon, type Joined, labelOf, underOf } from './year.ts'

const leading = withChoices(
  { area: codesOf('areas'), status: namesOf('status') },
  columns({
    id: 'code',
    name: 'text',
    area: 'code',
    status: 'text',
    counted: 'mark',
    start: 'date',
    end: 'date',
    partners: 'text',
    agreements: 'count',
    people_target: 'count',
    people_reached: 'count',
    people_percent: 'percent',
  }),
)

export function activityRegister(report: Consolidated): SheetModel {
  return {
    sheet: 'consolidated.activities',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.consolidated.activities.title' },
      { block: 'paragraph', style: 'intro', key: 'report.consolidated.activities.intro' },
      register(
        { name: 'Activities', prefix: 'act', columns: columnsOf(report) },
        rowsOf(report.activities, activity => activityRow(report, activity)),
      ),
    ],
  }
}

function columnsOf(report: Consolidated): readonly ColumnModel[] {
  const each = (column: 'under' | 'spent', style: ColumnModel['style']) =>
    report.agreements.map(
      (joined): ColumnModel => ({
        column: `${column}_${joined.at}`,
        style,
        header: { name: labelOf(report, joined), words: column },
      }),
    )
  const whole = report.common === null ? [] : columns({ expenditure: 'money' })
  return [...leading, ...each('under', 'mark'), ...each('spent', 'money'), ...whole]
}

function activityRow(report: Consolidated, { entry, status, counted }: ReportedActivity): RowModel {
  const { names, agreements } = report
  const { data, id } = entry
  const under = underOf(report, id)
  const reported = (count: number | undefined) => sumOf([{ record: id, value: count ?? null }], 'people')
  const partners = new Set(under.map(({ ledger }) => ledger.agreement.data.partner))
  const marks = agreements.map(({ at }) => `[@under_${at}]`).join(',')
  return {
    records: [id, ...under.map(({ ledger }) => ledger.agreement.id)],
    cells: {
      id: value(id),
      name: textOr(names.text(data.name)),
      area: value(data.area),
      status: words(`report.status.${status}`),
      counted: value(counted ? 1 : 0),
      start: day(data.start),
      end: day(data.end),
      partners: listed([...partners].map(names.shortOrganization)),
      agreements: formula(
        `SUM(${marks})`,
        countOf(
          under.map(({ ledger }) => ledger.agreement.id),
          'agreements',
        ),
      ),
      people_target: value(data.target?.total),
      people_reached: value(data.reached?.total),
      people_percent: formula(
        ratio('[@people_reached]', '[@people_target]'),
        ratioOf(reported(data.reached?.total), reported(data.target?.total)),
      ),
      ...Object.fromEntries(agreements.map(each => [`under_${each.at}`, value(under.includes(each) ? 1 : 0)])),
      ...Object.fromEntries(agreements.map(each => [`spent_${each.at}`, shareCell(each, id)])),
      ...(report.common !== null && { expenditure: wholeCell(report, report.common, id) }),
    },
  }
}

const own = (id: string): Condition => ({ column: 'fin_Activity', equals: '[@id]', value: id })

const spentOn = ({ postingsByActivity }: Ledger, activity: string): readonly Posting[] =>
  (postingsByActivity.get(activity) ?? []).filter(({ kind }) => kind === 'spent')

/** What this agreement paid, in its currency. */
function shareCell({ ledger }: Joined, id: string): CellModel {
  const { agreement } = ledger
  const sums = spentOn(ledger, id)
  const of = { column: 'fin_Agreement', equals: `"${agreement.id}"`, value: agreement.id }
  const paid = moneyOf(
    sums.map(({ converted }) => ({ record: id, money: converted })),
    agreement.data.currency,
  )
  return formula(reportedSum('fin_Spent', [own(id), of]), paid)
}

function wholeCell(report: Consolidated, currency: string, id: string): CellModel {
  const sums = report.agreements.flatMap(joined =>
    spentOn(joined.ledger, id).map(({ converted }) => ({ record: id, money: inCommon(converted, joined) })),
  )
  return formula(reportedSum(commonSpent(report), [own(id)]), moneyOf(sums, currency))
}
