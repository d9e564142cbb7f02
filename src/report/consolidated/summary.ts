/** The summary by area over all partners: activities and people once, money over all agreements. */
import { type ChartModel, type ColumnModel, formula, type RowModel, type SheetModel } from '../../model/workbook.ts'
import { columns, value, withBars, words } from '../cells.ts'
import { countOf, peopleOf, ratioOf } from '../figures.ts'
import { type Condition, countedActivities, countWhere, ratio, reportedSum } from '../formulas.ts'
import type { ReportedActivity } from '../ledger.ts'
import {
  activityCells,
  activityFigures,
  fromAbove,
  fromRegisters,
  idsOf,
  type Money,
  moneyCells,
  recordsIn,
} from './cells.ts'
import { areasOver, budgetInCommon, type Consolidated, commonBudget, commonSpent, spentInCommon } from './year.ts'

const wholeColumns = { budget: 'budget_all', spent: 'spent_all', implementation: 'implementation' }
const key = 'report.consolidated.summary'
const leading = withBars(
  ['people_percent'],
  columns({
    area: 'code',
    area_name: 'text',
    activities: 'count',
    shared: 'count',
    cancelled: 'count',
    people_target: 'count',
    people_reached: 'count',
    people_percent: 'percent',
    not_reported: 'count',
  }),
)

export function summarySheet(report: Consolidated): SheetModel {
  return {
    sheet: 'consolidated.summary',
    blocks: [
      { block: 'paragraph', style: 'title', key: `${key}.title` },
      { block: 'paragraph', style: 'intro', key: `${key}.intro` },
      {
        block: 'table',
        name: 'Summary',
        prefix: 'sum',
        filter: false,
        columns: columnsOf(report),
        rows: areasOver(report).map(area => areaRow(report, area)),
        total: totalRow(report),
      },
      { block: 'charts', charts: [people] },
      { block: 'paragraph', style: 'note', key: `${key}.people_note` },
      { block: 'paragraph', style: 'note', key: `${key}.money_note` },
    ],
  }
}

const people: ChartModel = {
  chart: 'people',
  type: 'bar',
  categories: 'sum_AreaName',
  series: ['sum_PeopleTarget', 'sum_PeopleReached'],
}

function columnsOf({ common }: Consolidated): readonly ColumnModel[] {
  const whole = withBars(
    ['implementation'],
    columns({ budget_all: 'money', spent_all: 'money', implementation: 'percent' }),
  )
  return [...leading, ...(common === null ? [] : whole)]
}

function areaRow(report: Consolidated, area: string): RowModel {
  const here = (column: string): Condition => ({ column, equals: '[@area]', value: area })
  const activities = report.activities.filter(({ entry }) => entry.data.area === area)
  const counted = [here('act_Area'), countedActivities]
  const of = peopleFigures(activities)
  const registers = { budget: commonBudget(report), spent: commonSpent(report) }
  const from = fromRegisters(registers, { budget: [here('bud_Area')], spent: [here('fin_Area')] })
  const cells: RowModel['cells'] = {
    area: value(area),
    area_name: value(report.names.area(area)),
    ...activityCells(report, activities, [here('act_Area')]),
    cancelled: formula(countWhere([here('act_Area'), { ...countedActivities, equals: '0' }]), of.cancelled),
    people_target: formula(reportedSum('act_PeopleTarget', counted), of.people_target),
    people_reached: formula(reportedSum('act_PeopleReached', counted), of.people_reached),
    people_percent: formula(
      ratio('[@people_reached]', '[@people_target]'),
      ratioOf(of.people_reached, of.people_target),
    ),
    not_reported: formula(`[@activities]-${countWhere(counted, 'act_PeopleReached')}`, of.not_reported),
    ...(report.common !== null && moneyCells(wholeFigures(report, report.common, area), wholeColumns, from)),
  }
  return { cells, records: recordsIn(cells) }
}

/** An activity under two agreements is one activity, and its people are there once. */
function peopleFigures(activities: readonly ReportedActivity[]) {
  const silent = activities.filter(({ entry, counted }) => counted && entry.data.reached?.total === undefined)
  return {
    cancelled: countOf(idsOf(activities.filter(each => !each.counted)), 'activities'),
    people_target: peopleOf(activities, 'target'),
    people_reached: peopleOf(activities, 'reached'),
    not_reported: countOf(idsOf(silent), 'activities'),
  }
}

/** Of one area, or of all. */
function wholeFigures({ agreements }: Consolidated, currency: string, area?: string): Money {
  return {
    budget: budgetInCommon(agreements, currency, area),
    spent: spentInCommon(agreements, currency, posting => area === undefined || posting.area === area),
  }
}

/** People are shown area by area and not added: one person may be among several (FDRS). */
const notAdded = words(`${key}.not_added`)

function totalRow(report: Consolidated): RowModel {
  const { cancelled, not_reported } = peopleFigures(report.activities)
  const counts = Object.entries({ ...activityFigures(report, report.activities), cancelled, not_reported })
  const cells: RowModel['cells'] = {
    area_name: words(`${key}.total`),
    ...Object.fromEntries(counts.map(([name, of]) => [name, formula(`SUM([#${name}])`, of)])),
    people_target: notAdded,
    people_reached: notAdded,
    people_percent: notAdded,
    ...(report.common !== null &&
      moneyCells(wholeFigures(report, report.common), wholeColumns, fromAbove(wholeColumns))),
  }
  return { cells, records: recordsIn(cells) }
}
