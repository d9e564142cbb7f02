/**
 * The indicator tracking table: one row an indicator, from its baseline over the quarters to the life of the programme.
 * Quarters are formulas over the sheet of results, the year is one over the quarters, by the rule of the indicator.
 */
import type { Indicator } from '../model/record/agreement.ts'
import { type CellModel, formula, type RowModel, type SheetModel } from '../model/workbook.ts'
import { columns, day, recordsOf, register, textOr, value, withBars, words } from './cells.ts'
import type { Report } from './facts.ts'
import { figure, ratioOf } from './figures.ts'
import { type Condition, cellsJoined, ratio, reportedJoined } from './formulas.ts'
import { codesOf, namesOf, withChoices } from './lists.ts'
import { quartersOf } from './results.ts'
import { type IndicatorFigures, indicatorFigures, isWhole } from './roll-up.ts'

const quarterNames = ['q1', 'q2', 'q3', 'q4'] as const

const answers = { keys: ['report.answers.yes', 'report.answers.no'] }

const indicatorColumns = withChoices(
  {
    level: namesOf('levels'),
    area: codesOf('areas'),
    unit: namesOf('units'),
    across_places: namesOf('rules'),
    across_quarters: namesOf('rules'),
    unique_people: answers,
  },
  withBars(
    ['percent', 'life_percent'],
    columns({
      code: 'code',
      level: 'text',
      area: 'code',
      name: 'text',
      definition: 'text',
      unit: 'text',
      baseline: 'count',
      baseline_date: 'date',
      target: 'count',
      q1_target: 'count',
      q1_actual: 'count',
      q1_percent: 'percent',
      q2_target: 'count',
      q2_actual: 'count',
      q2_percent: 'percent',
      q3_target: 'count',
      q3_actual: 'count',
      q3_percent: 'percent',
      q4_target: 'count',
      q4_actual: 'count',
      q4_percent: 'percent',
      actual: 'count',
      variance: 'count',
      percent: 'percent',
      life_target: 'count',
      earlier: 'count',
      life_actual: 'count',
      life_percent: 'percent',
      across_places: 'text',
      across_quarters: 'text',
      unique_people: 'text',
      comment: 'text',
      verification: 'text',
      responsible: 'text',
      fdrs_code: 'code',
    }),
  ),
)

export function indicatorTable(report: Report): SheetModel {
  const rows = report.ledger.agreement.data.indicators.map(indicator => indicatorRow(report, indicator))
  return {
    sheet: 'indicators',
    blocks: [
      { block: 'paragraph', style: 'title', key: 'report.indicators.title' },
      { block: 'paragraph', style: 'intro', key: 'report.indicators.intro' },
      register({ name: 'Indicators', prefix: 'ind', columns: indicatorColumns }, rows),
    ],
  }
}

function indicatorRow(report: Report, indicator: Indicator): RowModel {
  const { ledger, names, earlier } = report
  const figures = indicatorFigures(indicator, ledger, earlier)
  const { baseline, target, life_target, roll_up, unique_people } = indicator
  const style = isWhole(indicator, ledger) ? 'count' : 'decimal'
  const number = (of: number | null | undefined): CellModel => value(of, style)
  const text = (of: Indicator['verification']) => (of === undefined ? value(null) : textOr(names.text(of)))
  return {
    records: recordsOf([figures.life, figures.year]),
    cells: {
      code: value(indicator.code),
      level: words(`report.levels.${indicator.level}`),
      area: value(indicator.area),
      name: textOr(names.text(indicator.name)),
      definition: text(indicator.definition),
      unit: words(`report.units.${indicator.unit}`),
      baseline: number(baseline?.value),
      baseline_date: day(baseline?.date),
      target: number(target?.total),
      ...quarterCells(report, indicator, figures),
      actual: formula(cellsJoined(roll_up.periods, quarterNames.map(actualCell)), figures.year, style),
      variance: formula('IF(OR([@actual]="",[@target]=""),"",[@actual]-[@target])', figures.variance, style),
      percent: formula(ratio('[@actual]', '[@target]'), figures.percent),
      life_target: number(life_target),
      earlier: number(figures.earlier.value),
      life_actual: formula(lifeFormula(indicator, figures), figures.life, style),
      life_percent: formula(ratio('[@life_actual]', '[@life_target]'), figures.lifePercent),
      across_places: words(`report.rules.${roll_up.places}`),
      across_quarters: words(`report.rules.${roll_up.periods}`),
      unique_people:
        unique_people === undefined ? value(null) : words(`report.answers.${unique_people ? 'yes' : 'no'}`),
      comment: text(indicator.deviation),
      verification: text(indicator.verification),
      responsible: text(indicator.responsible),
      fdrs_code: value(indicator.fdrs_code),
    },
  }
}

const actualCell = (quarter: string): string => `[@${quarter}_actual]`

function quarterCells(
  { ledger }: Report,
  indicator: Indicator,
  figures: IndicatorFigures,
): { readonly [column: string]: CellModel } {
  const style = isWhole(indicator, ledger) ? 'count' : 'decimal'
  const quarters = quartersOf(ledger.agreement.data.year)
  return Object.fromEntries(
    quarterNames.flatMap((name, index) => {
      const target = indicator.target?.[name]
      const actual = figures.quarters[index]
      if (!actual) return []
      const agreed = figure(target ?? null, { unit: indicator.unit, rule: 'as-reported', records: [] })
      const expression = reportedJoined(indicator.roll_up.places, 'res_Value', [
        { column: 'res_Indicator', equals: '[@code]', value: indicator.code },
        { column: 'res_Quarter', equals: `"${quarters[index]}"` },
        countedResults,
      ])
      const percent = ratio(actualCell(name), `[@${name}_target]`)
      return [
        [`${name}_target`, value(target, style)],
        [`${name}_actual`, formula(expression, actual, style)],
        [`${name}_percent`, formula(percent, ratioOf(actual, agreed))],
      ]
    }),
  )
}

const countedResults: Condition = { column: 'res_Counted', equals: '1' }

/** Of an average, each quarter reported in the earlier years weighs as much as one of this year. */
function lifeFormula({ roll_up: { periods } }: Indicator, { earlierQuarters }: IndicatorFigures): string {
  if (periods !== 'average' || earlierQuarters === 0) return cellsJoined(periods, ['[@earlier]', '[@actual]'])
  const cells = quarterNames.map(actualCell).join(',')
  return `([@earlier]*${earlierQuarters}+SUM(${cells}))/(${earlierQuarters}+COUNT(${cells}))`
}
