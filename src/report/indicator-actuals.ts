/**
 * How a quarter, a period and the life of an indicator come about, each by the rule of the indicator, nothing added that
 * may not be.
 *
 * Parts (`registers/parts.ts`) are joined within a quarter, quarters by the rule across periods (sum, highest, average,
 * latest); the life of the programme takes the earlier reporting years of the same programme and indicator, quarter by
 * quarter, before those of this report. A quarter without a value is not reported and enters neither an average nor
 * anything else. Percentages that tell of how many they are, are added by their parts.
 */
import type { Figure } from '../model/figure.ts'
import type { Indicator } from '../model/record/agreement.ts'
import { type CellModel, type FormulaModel, formula } from '../model/workbook.ts'
import { shown, value } from './cells.ts'
import type { Own } from './column.ts'
import { figureIn, joined, percentageOf } from './figures.ts'
import { cellsJoined } from './formulas.ts'
import { among, here } from './measures.ts'
import { type NumberStyle, numberStyle, sameIn } from './number-style.ts'
import { acrossActivities, isWeighted, partsOf } from './parts.ts'
import { parts } from './registers/parts.ts'
import type { Report } from './report.ts'
import { quarterCode } from './report-period.ts'

export const quarters = ['q1', 'q2', 'q3', 'q4'] as const
export type Quarter = (typeof quarters)[number]
type Keys = Own<'code'>

/** Of a percentage: how many fit, of how many. */
interface Weight {
  readonly part: Figure
  readonly whole: Figure
}

/** An indicator in a report, with what was reported for it before. */
export interface IndicatorRow {
  readonly indicator: Indicator
  readonly style: NumberStyle
  readonly weighted: boolean
  /** Of the quarters before, in the order of time. */
  readonly earlier: readonly Figure[]
  /** Of all that was before, where every percentage has its own. */
  readonly earlierWeight: Weight | undefined
}

interface Past {
  readonly report: Report
  readonly same: Indicator
}

/** Back through the codes that it had, one replacing the other. */
function pastOf(indicator: Indicator, earlier: readonly Report[]): readonly Past[] {
  let now = indicator
  const found: Past[] = []
  for (const report of earlier.toReversed()) {
    const same = sameIn(report.ledger.agreement.data.indicators, now)
    if (!same) continue
    found.unshift({ report, same })
    now = same
  }
  return found
}

export function indicatorRow(indicator: Indicator, { ledger, earlier }: Report): IndicatorRow {
  const past = pastOf(indicator, earlier)
  const isWeightedIn = ({ report, same }: Past) => isWeighted(same, report.ledger)
  const told = past.filter(({ report, same }) => partsOf(report.ledger, same).length > 0)
  const weighted = isWeighted(indicator, ledger)
  const isSilent = partsOf(ledger, indicator).length === 0
  return {
    indicator,
    style: numberStyle(indicator, ledger),
    weighted,
    earlier: past.flatMap(({ report, same }) => quartersIn(report, same)),
    earlierWeight:
      (weighted || isSilent) && told.length > 0 && told.every(isWeightedIn)
        ? sumOf(told.map(({ report, same }) => weightIn(report, () => value(same.code))))
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

/** By a rule across periods that adds: percentages are then added by their parts, if they have these. */
const isAdded = ({ roll_up: { periods } }: Indicator): boolean => periods === 'sum' || periods === 'average'

/** What was reported in a quarter, joined over activities, or over places. */
export function actualIn(quarter: string, indicator: Indicator, report: Report, own: Keys): FormulaModel {
  const its = ofQuarter(quarter)
  return isWeighted(indicator, report.ledger, quarter)
    ? percentOf([its.sum('numerator')(undefined, report, own), its.sum('denominator')(undefined, report, own)])
    : its.joined('value', acrossActivities(indicator))(undefined, report, own)
}

function weightIn(report: Report, own: Keys): Weight {
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
  const [more, moreWhole] = [before?.part.value ?? 0, before?.whole.value ?? 0]
  const sum = (known: number, { expression }: FormulaModel) => `(${known}+N(${expression}))`
  const expression = `IF(${sum(moreWhole, whole)}=0,"",100*${sum(more, part)}/${sum(moreWhole, whole)})`
  return formula(expression, percentageOf(of.part, of.whole))
}

export const styled = (cell: FormulaModel, { style }: IndicatorRow): FormulaModel => ({ ...cell, style })

export const columnsIn = ({ ledger }: Report): readonly Quarter[] =>
  quarters.filter(quarter => ledger.period.quarters.some(({ number: each }) => `q${each}` === quarter))

type Actuals = Own<'code' | `${Quarter}_actual`>

export function actualCell(row: IndicatorRow, report: Report, own: Actuals): CellModel {
  const { indicator, weighted } = row
  const { periods } = indicator.roll_up
  const asked = columnsIn(report)
  if (asked.length === 0) return shown(overYears(row, report), row.style)
  if (weighted && isAdded(indicator)) {
    const part = ofIndicator.sum('numerator')(row, report, own)
    return styled(percentOf([part, ofIndicator.sum('denominator')(row, report, own)]), row)
  }
  const cells = asked.map(quarter => `[@${quarter}_actual]`)
  const figures = asked.map(quarter => figureIn(own(`${quarter}_actual`)))
  return styled(formula(cellsJoined(periods, cells), joined(figures, periods)), row)
}

/** A report over several years has no columns of quarters, and rolls up over all of them. */
function overYears({ indicator, weighted }: IndicatorRow, report: Report): Figure {
  if (weighted && isAdded(indicator)) {
    const { part, whole } = weightIn(report, () => value(indicator.code))
    return percentageOf(part, whole)
  }
  return joined(quartersOverYears(indicator, report), indicator.roll_up.periods)
}

function quartersOverYears(indicator: Indicator, report: Report): readonly Figure[] {
  const all = report.ledger.years.flatMap(year => year.quarters.map(({ number: each }) => quarterCode(year, each)))
  return all.map(code => actualIn(code, indicator, report, () => value(indicator.code)).figure)
}

type Life = Own<'code' | 'earlier' | 'actual' | `${Quarter}_actual`>

/** Of an average, each quarter reported before weighs as much as one of this report. */
export function lifeCell(row: IndicatorRow, report: Report, own: Life): CellModel {
  const { indicator, earlier, earlierWeight } = row
  const { periods } = indicator.roll_up
  const asked = columnsIn(report)
  if (earlierWeight && isAdded(indicator)) {
    const part = ofIndicator.sum('numerator')(row, report, own)
    return styled(percentOf([part, ofIndicator.sum('denominator')(row, report, own)], earlierWeight), row)
  }
  const before = earlier.filter(each => each.value !== null).length
  if (periods !== 'average' || before === 0) {
    const both = [figureIn(own('earlier')), figureIn(own('actual'))]
    return styled(formula(cellsJoined(periods, ['[@earlier]', '[@actual]']), joined(both, periods)), row)
  }
  if (asked.length === 0)
    return shown(joined([...earlier, ...quartersOverYears(indicator, report)], periods), row.style)
  const cells = asked.map(quarter => `[@${quarter}_actual]`).join(',')
  const figures = asked.map(quarter => figureIn(own(`${quarter}_actual`)))
  const expression = `([@earlier]*${before}+SUM(${cells}))/(${before}+COUNT(${cells}))`
  return styled(formula(expression, joined([...earlier, ...figures], periods)), row)
}

export function earlierOf({ indicator, earlier, earlierWeight }: IndicatorRow): Figure {
  const { periods } = indicator.roll_up
  if (earlierWeight && isAdded(indicator)) {
    const { part, whole } = earlierWeight
    return percentageOf(part, whole)
  }
  return joined(earlier, periods)
}
