/** The summary: each area of cooperation with its activities, people and money, live over the registers. */
import type { Figure } from '../model/figure.ts'
import { toMoney } from '../model/money.ts'
import { type CellModel, type ChartModel, formula, type RowModel, type SheetModel } from '../model/workbook.ts'
import { columns, recordsOf, value, withBars, words } from './cells.ts'
import type { Report } from './facts.ts'
import { countOf, moneyOf, peopleOf, ratioOf } from './figures.ts'
import {
  type Condition,
  countedActivities,
  countedSpending,
  countWhere,
  ratio,
  reportedSum,
  total,
} from './formulas.ts'
import type { Ledger, Posting } from './ledger.ts'
import { areasOfBoth, hasSameCurrency, nothingBefore, yearBefore } from './year-before.ts'

const summaryColumns = withBars(
  ['people_percent', 'implementation'],
  columns({
    area: 'code',
    area_name: 'text',
    activities: 'count',
    cancelled: 'count',
    people_target: 'count',
    people_reached: 'count',
    people_percent: 'percent',
    not_reported: 'count',
    people_previous: 'count',
    budget: 'money',
    expenditure: 'money',
    implementation: 'percent',
    expenditure_previous: 'money',
  }),
)

export function summarySheet(report: Report): SheetModel {
  const { ledger, names } = report
  const rows = areasOfBoth(report).map(area => {
    const figures = summaryFigures(ledger, area)
    const previous = previousFigures(report, area)
    const cells = {
      area: value(area),
      area_name: value(names.area(area)),
      ...cellsOf(figures, areaFormulas(area)),
      people_previous: value(previous.people.value),
      expenditure_previous: value(previous.expenditure.value),
    }
    return { cells, records: recordsOf([...Object.values(figures), ...Object.values(previous)]) }
  })
  return {
    sheet: 'summary',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.summary.title' },
      { block: 'paragraph', style: 'intro', key: 'report.summary.intro' },
      {
        block: 'table',
        name: 'Summary',
        prefix: 'sum',
        filter: false,
        columns: summaryColumns,
        rows,
        total: totalRow(report),
      },
      { block: 'paragraph', style: 'note', key: 'report.summary.people_note' },
      { block: 'paragraph', style: 'note', key: 'report.summary.money_note' },
      { block: 'paragraph', style: 'note', key: 'report.summary.previous_note' },
      { block: 'charts', charts: [peopleChart, moneyChart] },
    ],
  }
}

const peopleChart: ChartModel = {
  chart: 'people',
  type: 'bar',
  categories: 'sum_AreaName',
  series: ['sum_PeopleTarget', 'sum_PeopleReached'],
}
const moneyChart: ChartModel = {
  chart: 'money',
  type: 'bar',
  categories: 'sum_AreaName',
  series: ['sum_Budget', 'sum_Expenditure'],
}

/** People reached in different areas are shown side by side and not added: one person may be among several (FDRS). */
const notAdded = words('report.summary.not_added')
const peopleNotAdded = {
  people_target: notAdded,
  people_reached: notAdded,
  people_percent: notAdded,
  people_previous: notAdded,
}

function totalRow(report: Report): RowModel {
  const figures = summaryFigures(report.ledger)
  const { expenditure } = previousFigures(report)
  const cells = {
    area_name: words('report.summary.total'),
    ...cellsOf(figures, totalFormulas),
    ...peopleNotAdded,
    expenditure_previous: formula(total('expenditure_previous'), expenditure),
  }
  return { cells, records: recordsOf([...Object.values(figures), expenditure]) }
}

/** As the report of the year before has them. */
function previousFigures(report: Report, area?: string): Pair {
  const before = yearBefore(report)
  if (!before) return { people: nothingBefore('people'), expenditure: nothingBefore(currencyOf(report)) }
  const { people_reached: people, expenditure } = summaryFigures(before, area)
  return { people, expenditure: hasSameCurrency(report) ? expenditure : nothingBefore(currencyOf(report)) }
}

interface Pair {
  readonly people: Figure
  readonly expenditure: Figure
}

const currencyOf = ({ ledger }: Report): string => ledger.agreement.data.currency

const figureNames = [
  'activities',
  'cancelled',
  'people_target',
  'people_reached',
  'people_percent',
  'not_reported',
  'budget',
  'expenditure',
  'implementation',
] as const
type FigureName = (typeof figureNames)[number]
export type SummaryFigures = { readonly [name in FigureName]: Figure }
type Formulas = { readonly [name in FigureName]: string }

/** The figures of one area, or of all. */
export function summaryFigures(ledger: Ledger, area?: string): SummaryFigures {
  const { currency, budget: lines } = ledger.agreement.data
  const activities = ledger.activities.filter(({ entry }) => area === undefined || entry.data.area === area)
  const counted = activities.filter(each => each.counted)
  const silent = counted.filter(({ entry }) => entry.data.reached?.total === undefined)
  const people_target = peopleOf(activities, 'target')
  const people_reached = peopleOf(activities, 'reached')
  const budget = moneyOf(
    lines
      .filter(line => area === undefined || line.area === area)
      .map(({ amount }) => ({ record: ledger.agreement.id, money: toMoney({ amount, currency }) })),
    currency,
  )
  const expenditure = spentOf(ledger, posting => area === undefined || posting.area === area)
  return {
    activities: countOf(ids(counted), 'activities'),
    cancelled: countOf(ids(activities.filter(each => !each.counted)), 'activities'),
    people_target,
    people_reached,
    people_percent: ratioOf(people_reached, people_target),
    not_reported: countOf(ids(silent), 'activities'),
    budget,
    expenditure,
    implementation: ratioOf(expenditure, budget),
  }
}

const ids = (activities: Ledger['activities']) => activities.map(({ entry }) => entry.id)

/** What counted activities spent. */
export function spentOf(ledger: Ledger, which: (posting: Posting) => boolean): Figure {
  const spent = ledger.postings.filter(posting => posting.kind === 'spent' && posting.counted && which(posting))
  const sums = spent.map(({ activity, converted }) => ({ record: activity, money: converted }))
  return moneyOf(sums, ledger.agreement.data.currency)
}

function areaFormulas(area: string): Formulas {
  const here = (column: string): Condition => ({ column, equals: '[@area]', value: area })
  const counted = [here('act_Area'), countedActivities]
  return {
    activities: countWhere(counted),
    cancelled: countWhere([here('act_Area'), { ...countedActivities, equals: '0' }]),
    people_target: reportedSum('act_PeopleTarget', counted),
    people_reached: reportedSum('act_PeopleReached', counted),
    people_percent: ratio('[@people_reached]', '[@people_target]'),
    not_reported: `[@activities]-${countWhere(counted, 'act_PeopleReached')}`,
    budget: reportedSum('bud_Budget', [here('bud_Area')]),
    expenditure: reportedSum('fin_Spent', [here('fin_Area'), countedSpending]),
    implementation: ratio('[@expenditure]', '[@budget]'),
  }
}

const totalFormulas: Partial<Formulas> = {
  activities: 'SUM([#activities])',
  cancelled: 'SUM([#cancelled])',
  not_reported: 'SUM([#not_reported])',
  budget: total('budget'),
  expenditure: total('expenditure'),
  implementation: ratio('[@expenditure]', '[@budget]'),
}

function cellsOf(figures: SummaryFigures, formulas: Partial<Formulas>): { readonly [column: string]: CellModel } {
  return Object.fromEntries(
    figureNames.flatMap(name => (formulas[name] === undefined ? [] : [[name, formula(formulas[name], figures[name])]])),
  )
}
