/**
 * The indicator tracking table: one row an indicator, from its baseline over the quarters to the life of the programme,
 * each rolled up by its own rule, nothing added that may not be.
 *
 * First across places: within a quarter, all values reported for the indicator — by every activity, with a region or
 * without — are joined by the rule across places (sum, highest, average): a measure of the sheet of results. Then across
 * quarters by the rule across periods (sum, highest, average, latest reported): a formula over the quarters. The life
 * of the programme takes the quarters of the earlier years of the same programme and code before those of this year. A
 * quarter without a value is not reported and enters neither an average nor anything else; cancelled activities count
 * nowhere.
 */
import type { Figure } from '../../model/figure.ts'
import type { Indicator } from '../../model/record/agreement.ts'
import { type CellModel, type FormulaModel, formula } from '../../model/workbook.ts'
import { textOr, value, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf, type Own } from '../column.ts'
import { figureIn, joined } from '../figures.ts'
import { cellsJoined } from '../formulas.ts'
import { among, here } from '../measures.ts'
import type { Report } from '../report.ts'
import { isSame, numberStyle, unitWords } from '../roll-up.ts'
import { register } from '../table.ts'
import { excess, ratio } from '../within-row.ts'
import { results } from './results.ts'

const quarters = ['q1', 'q2', 'q3', 'q4'] as const
type Quarter = (typeof quarters)[number]
type Actuals = Own<`${Quarter}_actual`>

interface Row {
  readonly indicator: Indicator
  readonly style: 'count' | 'decimal'
  /** Of the earlier years of the programme, in the order of time. */
  readonly earlier: readonly Figure[]
}

function rowOf(indicator: Indicator, { ledger, earlier }: Report): Row {
  return {
    indicator,
    style: numberStyle(indicator, ledger),
    earlier: earlier.flatMap(past => quartersIn(past, indicator)),
  }
}

function quartersIn(past: Report, indicator: Indicator): readonly Figure[] {
  const same = past.ledger.agreement.data.indicators.find(each => isSame(each, indicator))
  return same ? quarters.map(quarter => actualIn(quarter, same, past, () => value(same.code)).figure) : []
}

/** What was reported in a quarter, joined across places. */
function actualIn(quarter: Quarter, { roll_up }: Indicator, report: Report, own: Own<'code'>): FormulaModel {
  const period = `${report.ledger.agreement.data.year}-${quarter.toUpperCase()}`
  const where = { indicator: here('code'), quarter: period, counted: 1 }
  return among(results, where).joined('value', roll_up.places)(undefined, report, own)
}

const number = (of: (row: Row) => number | null | undefined) =>
  columnOf('count', (row: Row) => value(of(row), row.style))
const text = (of: (indicator: Indicator) => Indicator['verification']) =>
  columnOf('text', ({ indicator }: Row, { names }: Report) => {
    const written = of(indicator)
    return written && textOr(names.text(written))
  })
const rule = (across: keyof Indicator['roll_up']) =>
  columnOf('text', ({ indicator }: Row) => words(`report.rules.${indicator.roll_up[across]}`), {
    choices: namesOf('rules'),
  })
const styled = (cell: FormulaModel, { style }: Row): CellModel => ({ ...cell, style })

const target = (quarter: Quarter) => number(({ indicator }) => indicator.target?.[quarter])
const actual = (quarter: Quarter) =>
  columnOf('count', (row: Row, report: Report, own: Own<'code'>) =>
    styled(actualIn(quarter, row.indicator, report, own), row),
  )

const actuals = quarters.map(quarter => `[@${quarter}_actual]`)
const actualFigures = (own: Actuals) => quarters.map(quarter => figureIn(own(`${quarter}_actual`)))

function yearCell(row: Row, _: Report, own: Actuals): CellModel {
  const { periods } = row.indicator.roll_up
  return styled(formula(cellsJoined(periods, actuals), joined(actualFigures(own), periods)), row)
}

/** Of an average, each quarter reported in the earlier years weighs as much as one of this year. */
function lifeCell(row: Row, _: Report, own: Actuals): CellModel {
  const { periods } = row.indicator.roll_up
  const before = row.earlier.filter(each => each.value !== null).length
  const cells = actuals.join(',')
  const expression =
    periods === 'average' && before > 0
      ? `([@earlier]*${before}+SUM(${cells}))/(${before}+COUNT(${cells}))`
      : cellsJoined(periods, ['[@earlier]', '[@actual]'])
  return styled(formula(expression, joined([...row.earlier, ...actualFigures(own)], periods)), row)
}

export const indicators = register({
  sheet: 'indicators',
  prefix: 'ind',
  rows: (report: Report) => report.ledger.agreement.data.indicators.map(indicator => rowOf(indicator, report)),
  explained: true,
  columns: column => ({
    code: column('code', ({ indicator }) => indicator.code),
    level: column('text', ({ indicator }) => words(`report.levels.${indicator.level}`), { choices: namesOf('levels') }),
    area: column('code', ({ indicator }) => indicator.area, { choices: codesOf('areas') }),
    name: column('text', ({ indicator }, { names }) => textOr(names.text(indicator.name))),
    definition: text(({ definition }) => definition),
    unit: column('text', ({ indicator }, { names }) => unitWords(indicator, names), { choices: namesOf('units') }),
    baseline: number(({ indicator }) => indicator.baseline?.value),
    baseline_date: column('date', ({ indicator }) => indicator.baseline?.date),
    target: number(({ indicator }) => indicator.target?.total),
    q1_target: target('q1'),
    q1_actual: actual('q1'),
    q1_percent: column('percent', ratio('q1_actual', 'q1_target')),
    q2_target: target('q2'),
    q2_actual: actual('q2'),
    q2_percent: column('percent', ratio('q2_actual', 'q2_target')),
    q3_target: target('q3'),
    q3_actual: actual('q3'),
    q3_percent: column('percent', ratio('q3_actual', 'q3_target')),
    q4_target: target('q4'),
    q4_actual: actual('q4'),
    q4_percent: column('percent', ratio('q4_actual', 'q4_target')),
    actual: column('count', yearCell),
    variance: column('count', (row, report, own: Own<'actual' | 'target'>) =>
      styled(excess('actual', 'target')(row, report, own), row),
    ),
    percent: column('percent', ratio('actual', 'target'), { shows: 'bar' }),
    life_target: number(({ indicator }) => indicator.life_target),
    earlier: number(({ indicator, earlier }) => joined(earlier, indicator.roll_up.periods).value),
    life_actual: column('count', lifeCell),
    life_percent: column('percent', ratio('life_actual', 'life_target'), { shows: 'bar' }),
    across_places: rule('places'),
    across_quarters: rule('periods'),
    unique_people: column(
      'text',
      ({ indicator: { unique_people: is } }) =>
        is === undefined ? null : words(`report.answers.${is ? 'yes' : 'no'}`),
      { choices: { keys: ['report.answers.yes', 'report.answers.no'] } },
    ),
    comment: text(({ deviation }) => deviation),
    verification: text(({ verification }) => verification),
    responsible: text(({ responsible }) => responsible),
    fdrs_code: column('code', ({ indicator }) => indicator.fdrs_code),
  }),
})
