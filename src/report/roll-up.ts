/**
 * Indicators rolled up, each by its own rule, nothing added that may not be.
 *
 * First across places: within a quarter, all values reported for the indicator — by every activity, with a region or
 * without — are joined by the rule across places (sum, highest, average). Then across quarters by the rule across
 * periods (sum, highest, average, latest reported). The life of the programme takes the quarters of the earlier years
 * of the same programme and code before those of this year. A quarter without a value is not reported and enters
 * neither an average nor anything else; cancelled activities count nowhere.
 */
import type { Figure } from '../model/figure.ts'
import type { Indicator } from '../model/record/agreement.ts'
import { figure, ratioOf } from './figures.ts'
import type { Ledger } from './ledger.ts'
import { quartersOf } from './results.ts'

type PeriodRule = Indicator['roll_up']['periods']

export interface IndicatorFigures {
  readonly quarters: readonly Figure[]
  /** The year to date. */
  readonly year: Figure
  /** The earlier years of the programme, and how many of their quarters were reported. */
  readonly earlier: Figure
  readonly earlierQuarters: number
  /** The programme from its beginning to date. */
  readonly life: Figure
  readonly percent: Figure
  readonly lifePercent: Figure
  readonly variance: Figure
}

/** @param earlier ledgers of the same programme, earliest first */
export function indicatorFigures(indicator: Indicator, ledger: Ledger, earlier: readonly Ledger[]): IndicatorFigures {
  const { periods } = indicator.roll_up
  const quarters = quarterFigures(indicator, ledger)
  const before = earlier.flatMap(past => {
    const same = past.agreement.data.indicators.find(({ code, unit }) => isSame(indicator, { code, unit }))
    return same ? quarterFigures(same, past) : []
  })
  const year = joined(quarters, periods)
  const life = joined([...before, ...quarters], periods)
  const of = (target: number | undefined) =>
    figure(target ?? null, { unit: indicator.unit, rule: 'as-reported', records: [ledger.agreement.id] })
  return {
    quarters,
    year,
    earlier: joined(before, periods),
    earlierQuarters: before.filter(({ value }) => value !== null).length,
    life,
    percent: ratioOf(year, of(indicator.target?.total)),
    lifePercent: ratioOf(life, of(indicator.life_target)),
    variance: excess(year, of(indicator.target?.total)),
  }
}

/** The same code with another unit is another indicator. */
export const isSame = (one: Pick<Indicator, 'code' | 'unit'>, other: Pick<Indicator, 'code' | 'unit'>): boolean =>
  one.code === other.code && one.unit === other.unit

function quarterFigures(indicator: Indicator, ledger: Ledger): readonly Figure[] {
  const own = (ledger.resultsByIndicator.get(indicator.code) ?? []).filter(each => each.counted)
  return quartersOf(ledger.agreement.data.year).map(quarter => {
    const reported = own.filter(each => each.quarter === quarter)
    const values = reported.map(({ value, activity }) => ({
      value,
      unit: indicator.unit,
      rule: 'as-reported' as const,
      records: [activity],
    }))
    return joined(values, indicator.roll_up.places, indicator.unit)
  })
}

/** In the order of time. What is not reported does not enter. */
function joined(figures: readonly Figure[], rule: PeriodRule, unit = figures[0]?.unit ?? ''): Figure {
  const reported = figures.flatMap(({ value, records }) => (value === null ? [] : [{ value, records }]))
  const records = rule === 'latest' ? (reported.at(-1)?.records ?? []) : reported.flatMap(each => each.records)
  return figure(
    joinedValue(
      reported.map(({ value }) => value),
      rule,
    ),
    { unit, rule, records },
  )
}

function joinedValue(values: readonly number[], rule: PeriodRule): number | null {
  const last = values.at(-1)
  if (last === undefined) return null
  switch (rule) {
    case 'sum':
      return exactSum(values)
    case 'max':
      return values.reduce((most, each) => Math.max(most, each), last)
    case 'average':
      return exactSum(values) / values.length
    default:
      return last
  }
}

/** As integers of the last decimal that any of them has, so that no dust of a float is added; thirds have no last one. */
function exactSum(values: readonly number[]): number {
  const decimals = values.reduce((most, each) => Math.max(most, decimalsIn(each)), 0)
  if (decimals > 6) return values.reduce((sum, each) => sum + each, 0)
  const scale = 10 ** decimals
  return values.reduce((sum, each) => sum + Math.round(each * scale), 0) / scale
}

const decimalsIn = (value: number): number => value.toString().split('.')[1]?.length ?? 0

/** Actual less target: above it is positive. */
function excess(actual: Figure, target: Figure): Figure {
  const { value } = actual
  const of = { unit: actual.unit, rule: 'remainder' as const, records: [...actual.records, ...target.records] }
  return figure(value === null || target.value === null ? null : exactSum([value, -target.value]), of)
}

/** Whole numbers but for shares, averages, and what was reported with a fraction. */
export function isWhole(
  { unit, roll_up, baseline, target, life_target, code }: Indicator,
  { resultsByIndicator }: Ledger,
): boolean {
  if (unit === 'percent' || roll_up.periods === 'average' || roll_up.places === 'average') return false
  const values = (resultsByIndicator.get(code) ?? []).map(each => each.value)
  const agreed = [...Object.values(target ?? {}), baseline?.value, life_target]
  return [...values, ...agreed].every(value => value === undefined || Number.isInteger(value))
}
