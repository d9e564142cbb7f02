/** The summary by area over all partners: activities and people once, money over all agreements. */
import { compare } from '../../model/diagnostic.ts'
import type { Figure } from '../../model/figure.ts'
import {
  type CellModel,
  type ChartModel,
  type ColumnModel,
  formula,
  type RowModel,
  type SheetModel,
} from '../../model/workbook.ts'
import { areasOf } from '../areas.ts'
import { columns, recordsOf, value, withBars, words } from '../cells.ts'
import { countOf, peopleOf, ratioOf } from '../figures.ts'
import {
  type Condition,
  countedActivities,
  countedSpending,
  countWhere,
  ratio,
  reportedSum,
  total,
} from '../formulas.ts'
import { budgetInCommon, type Consolidated, commonBudget, commonSpent, spentInCommon } from './year.ts'

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

/** In the order of the areas. */
export function areasOver({ dataset, agreements }: Consolidated): readonly string[] {
  const used = new Set(agreements.flatMap(({ ledger }) => areasOf({ dataset, ledger })))
  const orderOf = (id: string) => dataset.area.get(id)?.data.order ?? Number.MAX_SAFE_INTEGER
  return [...used].toSorted((a, b) => orderOf(a) - orderOf(b) || compare(a, b))
}

function areaRow(report: Consolidated, area: string): RowModel {
  const here = (column: string): Condition => ({ column, equals: '[@area]', value: area })
  const counted = [here('act_Area'), countedActivities]
  const of = peopleFigures(report, area)
  const cells = {
    area: value(area),
    area_name: value(report.names.area(area)),
    activities: formula(countWhere(counted), of.activities),
    shared: formula(countWhere([...counted, { column: 'act_Agreements', equals: '">=2"' }]), of.shared),
    cancelled: formula(countWhere([here('act_Area'), { ...countedActivities, equals: '0' }]), of.cancelled),
    people_target: formula(reportedSum('act_PeopleTarget', counted), of.people_target),
    people_reached: formula(reportedSum('act_PeopleReached', counted), of.people_reached),
    people_percent: formula(
      ratio('[@people_reached]', '[@people_target]'),
      ratioOf(of.people_reached, of.people_target),
    ),
    not_reported: formula(`[@activities]-${countWhere(counted, 'act_PeopleReached')}`, of.not_reported),
    ...(report.common !== null && wholeCells(report, report.common, { area, here })),
  }
  return { cells, records: recordsIn(cells) }
}

export function recordsIn(cells: RowModel['cells']): readonly string[] {
  return recordsOf(Object.values(cells).flatMap(cell => (cell.kind === 'formula' ? [cell.figure] : [])))
}

/** Of one area, or of all: an activity under two agreements is one activity, and its people are there once. */
function peopleFigures(report: Consolidated, area?: string) {
  const activities = report.activities.filter(({ entry }) => area === undefined || entry.data.area === area)
  const counted = activities.filter(each => each.counted)
  const ids = (of: typeof activities) => of.map(({ entry }) => entry.id)
  const under = new Map<string, number>()
  for (const { ledger } of report.agreements) {
    for (const { entry } of ledger.activities) under.set(entry.id, (under.get(entry.id) ?? 0) + 1)
  }
  const silent = counted.filter(({ entry }) => entry.data.reached?.total === undefined)
  return {
    activities: countOf(ids(counted), 'activities'),
    shared: countOf(
      ids(counted).filter(id => (under.get(id) ?? 0) > 1),
      'activities',
    ),
    cancelled: countOf(ids(activities.filter(each => !each.counted)), 'activities'),
    people_target: peopleOf(activities, 'target'),
    people_reached: peopleOf(activities, 'reached'),
    not_reported: countOf(ids(silent), 'activities'),
  }
}

interface WholeFigures {
  readonly budget: Figure
  readonly spent: Figure
}

function wholeFigures({ agreements }: Consolidated, currency: string, area?: string): WholeFigures {
  return {
    budget: budgetInCommon(agreements, currency, area),
    spent: spentInCommon(agreements, currency, posting => area === undefined || posting.area === area),
  }
}

function wholeCells(
  report: Consolidated,
  currency: string,
  { area, here }: { readonly area: string; readonly here: (column: string) => Condition },
): RowModel['cells'] {
  const { budget, spent } = wholeFigures(report, currency, area)
  return {
    budget_all: formula(reportedSum(commonBudget(report), [here('bud_Area')]), budget),
    spent_all: formula(reportedSum(commonSpent(report), [here('fin_Area'), countedSpending]), spent),
    implementation: formula(ratio('[@spent_all]', '[@budget_all]'), ratioOf(spent, budget)),
  }
}

/** People are shown area by area and not added: one person may be among several (FDRS). */
const notAdded = words(`${key}.not_added`)

function totalRow(report: Consolidated): RowModel {
  const of = peopleFigures(report)
  const counts = (['activities', 'shared', 'cancelled', 'not_reported'] as const).map(
    (name): readonly [string, CellModel] => [name, formula(`SUM([#${name}])`, of[name])],
  )
  const cells = {
    area_name: words(`${key}.total`),
    ...Object.fromEntries(counts),
    people_target: notAdded,
    people_reached: notAdded,
    people_percent: notAdded,
    ...(report.common !== null && wholeTotals(report, report.common)),
  }
  return { cells, records: recordsIn(cells) }
}

function wholeTotals(report: Consolidated, currency: string): RowModel['cells'] {
  const { budget, spent } = wholeFigures(report, currency)
  return {
    budget_all: formula(total('budget_all'), budget),
    spent_all: formula(total('spent_all'), spent),
    implementation: formula(ratio('[@spent_all]', '[@budget_all]'), ratioOf(spent, budget)),
  }
}
