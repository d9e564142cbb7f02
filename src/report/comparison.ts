/** This year beside the year before it in the same programme: areas, then indicators of the same code and unit. */
import type { Figure } from '../model/figure.ts'
import type { Indicator } from '../model/record/agreement.ts'
import { type CellModel, formula, type RowModel, type SheetModel } from '../model/workbook.ts'
import type { StyleName } from '../model/workbook-sheet.ts'
import { columns, recordsOf, textOr, value, words } from './cells.ts'
import type { Report } from './facts.ts'
import { changeOf } from './figures.ts'
import { type Condition, reportedSum } from './formulas.ts'
import type { Ledger } from './ledger.ts'
import { indicatorFigures, isSame, isWhole } from './roll-up.ts'
import { summaryFigures } from './summary.ts'
import { areasOfBoth, hasSameCurrency, nothingBefore, yearBefore } from './year-before.ts'

const comparisonColumns = columns({
  area: 'code',
  code: 'code',
  measure: 'text',
  unit: 'text',
  previous: 'count',
  current: 'count',
  change: 'count',
  change_percent: 'percent',
})

export function comparisonSheet(report: Report): SheetModel {
  const before = yearBefore(report)
  const rows = areasOfBoth(report).flatMap(area => [
    ...areaRows(report, area, before),
    ...report.ledger.agreement.data.indicators
      .filter(indicator => indicator.area === area)
      .map(indicator => indicatorRow(report, indicator)),
  ])
  return {
    sheet: 'comparison',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.comparison.title' },
      { block: 'paragraph', style: 'intro', key: 'report.comparison.intro' },
      { block: 'table', name: 'Comparison', prefix: 'cmp', filter: false, columns: comparisonColumns, rows },
      { block: 'paragraph', style: 'note', key: 'report.comparison.note' },
    ],
  }
}

interface Measure {
  readonly name: 'activities' | 'people_reached' | 'expenditure'
  readonly column: string
  readonly style: StyleName
}
const measures: readonly Measure[] = [
  { name: 'activities', column: 'sum_Activities', style: 'count' },
  { name: 'people_reached', column: 'sum_PeopleReached', style: 'count' },
  { name: 'expenditure', column: 'sum_Expenditure', style: 'money' },
]

function areaRows(report: Report, area: string, before: Ledger | undefined): readonly RowModel[] {
  const now = summaryFigures(report.ledger, area)
  const then = before && summaryFigures(before, area)
  return measures.map(measure => {
    const current = now[measure.name]
    const isComparable = measure.name !== 'expenditure' || hasSameCurrency(report)
    const previous = then && isComparable ? then[measure.name] : nothingBefore(current.unit)
    return areaRow(report, area, { ...measure, current, previous })
  })
}

function areaRow({ ledger, names }: Report, area: string, measured: Measure & Pair): RowModel {
  const { name, column, style, previous, current } = measured
  const here: Condition = { column: 'sum_Area', equals: '[@area]', value: area }
  return {
    // The first row of an area sets it off from the one before.
    ...(name === 'activities' && { strong: true as const }),
    records: recordsOf([previous, current]),
    cells: {
      area: value(area),
      measure: words(`report.comparison.measures.${name}`),
      unit: name === 'expenditure' ? value(ledger.agreement.data.currency) : value(names.shortArea(area)),
      ...changeCells({ previous, current, style }, reportedSum(column, [here])),
    },
  }
}

function indicatorRow(report: Report, indicator: Indicator): RowModel {
  const { ledger, earlier, names } = report
  const before = yearBefore(report)
  const same = before?.agreement.data.indicators.find(each => isSame(each, indicator))
  const current = indicatorFigures(indicator, ledger, earlier).year
  const previous = before && same ? indicatorFigures(same, before, []).year : nothingBefore(indicator.unit)
  const style = isWhole(indicator, ledger) ? 'count' : 'decimal'
  const here: Condition = { column: 'ind_Code', equals: '[@code]', value: indicator.code }
  return {
    records: recordsOf([previous, current]),
    cells: {
      area: value(indicator.area),
      code: value(indicator.code),
      measure: textOr(names.text(indicator.name)),
      unit: words(`report.units.${indicator.unit}`),
      ...changeCells({ previous, current, style }, reportedSum('ind_Actual', [here])),
    },
  }
}

interface Pair {
  readonly previous: Figure
  readonly current: Figure
  readonly style: StyleName
}

function changeCells({ previous, current, style }: Pair, now: string): { readonly [column: string]: CellModel } {
  const { change, share } = changeOf(current, previous)
  return {
    previous: value(previous.value, style),
    current: formula(now, current, style),
    change: formula('IF(OR([@previous]="",[@current]=""),"",[@current]-[@previous])', change, style),
    change_percent: formula('IF(OR(N([@previous])=0,[@current]=""),"",[@current]/[@previous]-1)', share),
  }
}
