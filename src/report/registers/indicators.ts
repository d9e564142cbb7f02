/**
 * The indicator tracking table: one row an indicator, from its baseline over the quarters to the life of the programme,
 * each rolled up by its own rule, nothing added that may not be.
 *
 * Parts (`registers/parts.ts`) are joined within a quarter, quarters by the rule across periods (sum, highest, average,
 * latest); the life of the programme takes the earlier reporting years of the same programme and indicator, quarter by
 * quarter, before those of this report. A quarter without a value is not reported and enters neither an average nor
 * anything else. Percentages that tell of how many they are, are added by their parts.
 */
import type { Figure } from '../../model/figure.ts'
import type { Indicator } from '../../model/record/agreement.ts'
import { type CellModel, type FormulaModel, formula } from '../../model/workbook.ts'
import { textOr, value, words } from '../cells.ts'
import { codesOf, namesOf } from '../choices.ts'
import { columnOf, type Own } from '../column.ts'
import { figure, figureIn, fromAll, joined } from '../figures.ts'
import { cellsJoined } from '../formulas.ts'
import { among, here } from '../measures.ts'
import { isSame, type NumberStyle, numberStyle } from '../number-style.ts'
import { acrossActivities, isLatest, isWeighted } from '../parts.ts'
import type { Report } from '../report.ts'
import { quarterCode } from '../report-period.ts'
import { register } from '../table.ts'
import { type PeriodTarget, targetOf } from '../target.ts'
import { unitCell } from '../unit.ts'
import { excess, ratio } from '../within-row.ts'
import { parts } from './parts.ts'

const quarters = ['q1', 'q2', 'q3', 'q4'] as const
type Quarter = (typeof quarters)[number]
type Keys = Own<'code'>

/** Of a percentage: how many fit, of how many. */
interface Weight {
  readonly part: Figure
  readonly whole: Figure
}

interface Row {
  readonly indicator: Indicator
  readonly style: NumberStyle
  readonly target: PeriodTarget
  readonly weighted: boolean
  /** Of the quarters before, in the order of time. */
  readonly earlier: readonly Figure[]
  /** Of all that was before, where every percentage has its own. */
  readonly earlierWeight: Weight | undefined
}

function rowOf(indicator: Indicator, { ledger, earlier }: Report): Row {
  const past = earlier.flatMap(report => {
    const same = report.ledger.agreement.data.indicators.find(each => isSame(indicator, each))
    return same ? [{ report, same }] : []
  })
  const isWeightedIn = ({ report, same }: (typeof past)[number]) =>
    isWeighted(same, report.ledger.resultsByIndicator.get(same.code) ?? [])
  const told = past.filter(({ report, same }) => (report.ledger.resultsByIndicator.get(same.code) ?? []).length > 0)
  const weighted = isWeighted(indicator, ledger.resultsByIndicator.get(indicator.code) ?? [])
  return {
    indicator,
    style: numberStyle(indicator, ledger),
    target: targetOf(indicator, ledger),
    weighted,
    earlier: past.flatMap(({ report, same }) => quartersIn(report, same)),
    earlierWeight:
      weighted && told.every(isWeightedIn)
        ? sumOf(told.map(({ report, same }) => weightIn(same, report, () => value(same.code))))
        : undefined,
  }
}

function quartersIn(past: Report, indicator: Indicator): readonly Figure[] {
  return past.ledger.period.quarters.map(
    ({ code }) => actualIn(code, indicator, past, () => value(indicator.code)).figure,
  )
}

const ofIndicator = among(parts, { indicator: here('code') })
const ofQuarter = (quarter: string) => among(parts, { indicator: here('code'), quarter })

/** What was reported in a quarter, joined over activities, or over places. */
function actualIn(quarter: string, indicator: Indicator, report: Report, own: Keys): FormulaModel {
  const its = ofQuarter(quarter)
  const results = report.ledger.resultsByIndicator.get(indicator.code) ?? []
  return isWeighted(indicator, results)
    ? percentOf([its.sum('numerator')(undefined, report, own), its.sum('denominator')(undefined, report, own)])
    : its.joined('value', acrossActivities(indicator))(undefined, report, own)
}

function weightIn(_: Indicator, report: Report, own: Keys): Weight {
  const of = (column: 'numerator' | 'denominator') => ofIndicator.sum(column)(undefined, report, own).figure
  return { part: of('numerator'), whole: of('denominator') }
}

const sumOf = (weights: readonly Weight[]): Weight => ({
  part: joined(
    weights.map(({ part }) => part),
    'sum',
  ),
  whole: joined(
    weights.map(({ whole }) => whole),
    'sum',
  ),
})

/** @param before added to both */
function percentOf([part, whole]: readonly [FormulaModel, FormulaModel], before?: Weight): FormulaModel {
  const of = sumOf([{ part: part.figure, whole: whole.figure }, ...(before ? [before] : [])])
  const share = of.part.value === null || !of.whole.value ? null : (100 * of.part.value) / of.whole.value
  const [more, moreWhole] = [before?.part.value ?? 0, before?.whole.value ?? 0]
  const sum = (known: number, { expression }: FormulaModel) => `(${known}+N(${expression}))`
  const expression = `IF(${sum(moreWhole, whole)}=0,"",100*${sum(more, part)}/${sum(moreWhole, whole)})`
  return formula(expression, figure(share, 'ratio', fromAll([of.part, of.whole])))
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
const styled = (cell: FormulaModel, { style }: Row): FormulaModel => ({ ...cell, style })

/** Absent where the report is not over that quarter. */
function ofQuarters<C>(report: Report, quarter: Quarter, make: (code: string) => C): C | undefined {
  const found = report.ledger.period.quarters.find(({ number: each }) => `q${each}` === quarter)
  return found && make(found.code)
}
const target = (report: Report, quarter: Quarter) =>
  ofQuarters(report, quarter, () => number(row => row.target[quarter]))
const actual = (report: Report, quarter: Quarter) =>
  ofQuarters(report, quarter, code =>
    columnOf('count', (row: Row, _: Report, own: Keys) => styled(actualIn(code, row.indicator, report, own), row)),
  )
const percent = (report: Report, quarter: Quarter) =>
  ofQuarters(report, quarter, () => columnOf('percent', ratio(`${quarter}_actual`, `${quarter}_target`)))

const columnsIn = ({ ledger }: Report): readonly Quarter[] =>
  quarters.filter(quarter => ledger.period.quarters.some(({ number: each }) => `q${each}` === quarter))

type Actuals = Own<'code' | `${Quarter}_actual`>

function actualCell(row: Row, report: Report, own: Actuals): CellModel {
  const { indicator, weighted } = row
  const { periods } = indicator.roll_up
  const asked = columnsIn(report)
  if (asked.length === 0) return value(overYears(row, report).value, row.style)
  if (weighted && (periods === 'sum' || periods === 'average')) {
    const part = ofIndicator.sum('numerator')(row, report, own)
    return styled(percentOf([part, ofIndicator.sum('denominator')(row, report, own)]), row)
  }
  const cells = asked.map(quarter => `[@${quarter}_actual]`)
  const figures = asked.map(quarter => figureIn(own(`${quarter}_actual`)))
  return styled(formula(cellsJoined(periods, cells), joined(figures, periods)), row)
}

/** A report over several years has no columns of quarters, and rolls up over all of them. */
function overYears({ indicator, weighted }: Row, report: Report): Figure {
  const own = () => value(indicator.code)
  const { periods } = indicator.roll_up
  if (weighted && periods !== 'max' && !isLatest(indicator)) {
    const { part, whole } = weightIn(indicator, report, own)
    return figure(
      part.value === null || !whole.value ? null : (100 * part.value) / whole.value,
      'ratio',
      fromAll([part, whole]),
    )
  }
  const all = report.ledger.years.flatMap(year => year.quarters.map(({ number: each }) => quarterCode(year, each)))
  return joined(
    all.map(code => actualIn(code, indicator, report, own).figure),
    periods,
  )
}

type Life = Own<'code' | 'earlier' | 'actual' | `${Quarter}_actual`>

/** Of an average, each quarter reported before weighs as much as one of this report. */
function lifeCell(row: Row, report: Report, own: Life): CellModel {
  const { indicator, earlier, earlierWeight } = row
  const { periods } = indicator.roll_up
  const asked = columnsIn(report)
  if (earlierWeight && (periods === 'sum' || periods === 'average')) {
    const part = ofIndicator.sum('numerator')(row, report, own)
    return styled(percentOf([part, ofIndicator.sum('denominator')(row, report, own)], earlierWeight), row)
  }
  const before = earlier.filter(each => each.value !== null).length
  const cells = asked.map(quarter => `[@${quarter}_actual]`).join(',')
  const figures = asked.map(quarter => figureIn(own(`${quarter}_actual`)))
  const isAverage = periods === 'average' && before > 0 && asked.length > 0
  const expression = isAverage
    ? `([@earlier]*${before}+SUM(${cells}))/(${before}+COUNT(${cells}))`
    : cellsJoined(periods, ['[@earlier]', '[@actual]'])
  const all = isAverage ? [...earlier, ...figures] : [figureIn(own('earlier')), figureIn(own('actual'))]
  return styled(formula(expression, joined(all, periods)), row)
}

function earlierOf({ indicator, earlier, earlierWeight }: Row): number | null {
  const { periods } = indicator.roll_up
  if (earlierWeight && (periods === 'sum' || periods === 'average')) {
    const { part, whole } = earlierWeight
    return part.value === null || !whole.value ? null : (100 * part.value) / whole.value
  }
  return joined(earlier, periods).value
}

const isRevised = ({ ledger }: Report): boolean =>
  ledger.agreement.data.indicators.some(indicator => {
    const { total, original } = targetOf(indicator, ledger)
    return total !== original
  })

export const indicators = register({
  sheet: 'indicators',
  prefix: 'ind',
  rows: (report: Report) => report.ledger.agreement.data.indicators.map(indicator => rowOf(indicator, report)),
  explained: true,
  columns: (column, report) => ({
    code: column('code', ({ indicator }) => indicator.code),
    level: column('text', ({ indicator }) => words(`report.levels.${indicator.level}`), { choices: namesOf('levels') }),
    area: column('code', ({ indicator }) => indicator.area, { choices: codesOf('areas') }),
    name: column('text', ({ indicator }, { names }) => textOr(names.text(indicator.name))),
    definition: text(({ definition }) => definition),
    unit: column('text', ({ indicator }) => unitCell(indicator, report), { choices: namesOf('units') }),
    direction: column('text', ({ indicator }) => words(`report.directions.${indicator.direction ?? 'rising'}`)),
    baseline: number(({ indicator }) => indicator.baseline?.value),
    baseline_date: column('date', ({ indicator }) => indicator.baseline?.date),
    target_original: isRevised(report) ? number(row => row.target.original) : undefined,
    target: number(row => row.target.total),
    q1_target: target(report, 'q1'),
    q1_actual: actual(report, 'q1'),
    q1_percent: percent(report, 'q1'),
    q2_target: target(report, 'q2'),
    q2_actual: actual(report, 'q2'),
    q2_percent: percent(report, 'q2'),
    q3_target: target(report, 'q3'),
    q3_actual: actual(report, 'q3'),
    q3_percent: percent(report, 'q3'),
    q4_target: target(report, 'q4'),
    q4_actual: actual(report, 'q4'),
    q4_percent: percent(report, 'q4'),
    actual: column('count', actualCell),
    variance: column('count', (row, _, own: Own<'actual' | 'target'>) =>
      styled(excess('actual', 'target')(row, report, own), row),
    ),
    percent: column('percent', ratio('actual', 'target'), { shows: 'bar' }),
    life_target: number(({ indicator }) => indicator.life_target),
    earlier: number(earlierOf),
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
