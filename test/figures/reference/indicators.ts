/**
 * Indicators: places within an activity, activities within a quarter, quarters within a year; then years.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - Several values of one place of one activity in one quarter are of several periods, so they are joined before the rule
 *   across places does: by the rule across months, and where there is none by that across periods.
 * - The latest month of a quarter takes the place of those before it, with what it is of; so does the highest of a
 *   percentage, of two alike the later. With another rule across months, `periods: latest` is the last quarter that was
 *   reported, and nothing is carried.
 * - Different activities are added, whatever `places` and `periods` say, but for averages (`places: average`).
 * - `latest` carries what a place last said, in whichever year of the agreement, to the end of each quarter that has begun
 *   by the cut-off; over the life of the programme from its beginning. A value without a place is known by its activity.
 * - A target revision that names no year is of the first.
 * - A report on a part of a year is held against the targets of its quarters, like against like: joined by the rule
 *   across periods where each of them has one (of `latest` that of the last), else against none.
 */
import { activitiesUnder, resultFacts, type Scope, scopeOf, standingOf } from './facts.ts'
import {
  decimal,
  dividedBy,
  type Fraction,
  highestOf,
  isZero,
  minus,
  sumOf,
  times,
  toNumber,
  whole,
} from './fractions.ts'
import type { Indicator, Result, Targets } from './records.ts'
import { isWithin, type ReportPeriod, type Span, type Window } from './time.ts'

export interface Known {
  readonly activity: string
  readonly place: string | null
  readonly day: string
  readonly value: Fraction
  readonly weight: { readonly numerator: Fraction; readonly denominator: Fraction } | null
}

export function worthOf({ value, numerator, denominator }: Result): Fraction | null {
  if (numerator !== undefined && denominator !== undefined) {
    return dividedBy(times(whole(100), decimal(numerator)), decimal(denominator))
  }
  return value === undefined ? null : decimal(value)
}

/** In no other order than that of their days. */
export function knownOf(scope: Scope, indicator: Indicator): readonly Known[] {
  const { code } = indicator
  const known: Known[] = []
  for (const named of activitiesUnder(scope)) {
    if (named.activity.cancelled !== undefined) continue
    for (const { activity, day, result } of resultFacts(scope, named)) {
      const value = worthOf(result)
      if (result.indicator !== code || value === null || standingOf(scope, day) !== 'counted') continue
      const { numerator, denominator, place = null } = result
      const isWeighted = numerator !== undefined && denominator !== undefined
      const weight = isWeighted ? { numerator: decimal(numerator), denominator: decimal(denominator) } : null
      known.push({ activity, place, day, value, weight })
    }
  }
  return standing(
    scope,
    indicator,
    known.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)),
  )
}

/** Each place keeps what it said, from quarter to quarter, until it says something else. */
const isCarried = ({ roll_up: { months = 'latest', periods } }: Indicator): boolean =>
  periods === 'latest' && months === 'latest'

/** Without the months of which another of the same quarter takes the place. */
function standing({ windows }: Scope, indicator: Indicator, known: readonly Known[]): readonly Known[] {
  const { months } = indicator.roll_up
  const isHighest = months === 'max' && indicator.unit === 'percent'
  if (isCarried(indicator) || (months !== 'latest' && !isHighest)) return known
  const quarters = windows.flatMap(window => window.quarters.flatMap(({ span }) => span ?? []))
  return known.filter((each, at) => {
    const quarter = quarters.find(span => isWithin(each.day, span))
    return !known.some((other, otherAt) => {
      const isSame = other.activity === each.activity && other.place === each.place
      if (otherAt === at || !isSame || !quarter || !isWithin(other.day, quarter)) return false
      const difference = isHighest ? toNumber(minus(other.value, each.value)) : 0
      return difference === 0 ? otherAt > at : difference > 0
    })
  })
}

export function joined(values: readonly Fraction[], rule: string): Fraction | null {
  const [first, ...others] = values
  if (!first) return null
  if (rule === 'max') return highestOf([first, ...others])
  if (rule === 'sum') return sumOf(values)
  if (rule === 'average') return dividedBy(sumOf(values), whole(values.length))
  return values.at(-1) ?? null
}

function groups<T>(all: readonly T[], keyOf: (each: T) => string): readonly (readonly T[])[] {
  const found: { key: string; of: T[] }[] = []
  for (const each of all) {
    const key = keyOf(each)
    const group = found.find(one => one.key === key)
    if (group) group.of.push(each)
    else found.push({ key, of: [each] })
  }
  return found.map(({ of }) => of)
}

/** Of a percentage of which every value says of how many it is. */
function weighted({ unit }: Indicator, known: readonly Known[]): Fraction | null {
  if (unit !== 'percent' || known.length === 0) return null
  const weights = known.map(({ weight }) => weight).filter(weight => weight !== null)
  if (weights.length < known.length) return null
  const numerator = sumOf(weights.map(each => each.numerator))
  return dividedBy(times(whole(100), numerator), sumOf(weights.map(each => each.denominator)))
}

/** Quarters of which neither the highest nor the last is taken. */
const addedByParts = (indicator: Indicator, known: readonly Known[]): Fraction | null =>
  ['sum', 'average'].includes(indicator.roll_up.periods) ? weighted(indicator, known) : null

/** Several values of a percentage, and not of every one is it known of how many it is. */
export function isUnweighted({ unit }: Indicator, known: readonly Known[]): boolean {
  return unit === 'percent' && known.length > 1 && known.some(({ weight }) => weight === null)
}

/** What was reported in one quarter. */
function inQuarter(indicator: Indicator, known: readonly Known[]): Fraction | null {
  const { places, periods, months = periods } = indicator.roll_up
  const exact = weighted(indicator, known)
  if (exact) return exact
  const ofActivities: Fraction[] = []
  for (const ofActivity of groups(known, ({ activity }) => activity)) {
    const ofPlaces: Fraction[] = []
    for (const ofPlace of groups(ofActivity, ({ place }) => place ?? '')) {
      const value = joined(
        ofPlace.map(({ value: each }) => each),
        months,
      )
      if (value) ofPlaces.push(value)
    }
    const value = joined(ofPlaces, places)
    if (value) ofActivities.push(value)
  }
  return joined(ofActivities, places === 'average' ? 'average' : 'sum')
}

/** What each place said last. */
function lastOf(indicator: Indicator, known: readonly Known[]): Fraction | null {
  const last = lastKnown(known)
  return (
    weighted(indicator, last) ??
    joined(
      last.map(({ value }) => value),
      indicator.roll_up.places,
    )
  )
}

function lastKnown(known: readonly Known[]): readonly Known[] {
  return groups(known, ({ place, activity }) => place ?? `— ${activity}`).flatMap(each => each.at(-1) ?? [])
}

interface Period {
  readonly window: Window
  readonly quarters: readonly (Fraction | null)[]
}

/** The quarters of a reporting year, as far as they lie in the period of a report. */
function quartersIn(scope: Scope, indicator: Indicator, window: Window, span: Span): Period {
  const known = knownOf(scope, indicator)
  const quarters = window.quarters.map(quarter => {
    if (quarter.span === null || quarter.span.first < span.first || quarter.span.first > span.last) return null
    const { first, last } = quarter.span
    if (!isCarried(indicator)) {
      return inQuarter(
        indicator,
        known.filter(({ day }) => isWithin(day, { first, last })),
      )
    }
    if (first > scope.agreement.data_cutoff) return null
    return lastOf(
      indicator,
      known.filter(({ day }) => day <= last),
    )
  })
  return { window, quarters }
}

/** All quarters of some known values, each of its own reporting year. */
function allQuarters(scope: Scope, indicator: Indicator, known: readonly Known[]): readonly Fraction[] {
  const values: Fraction[] = []
  for (const window of scope.windows) {
    for (const { span } of window.quarters) {
      if (span === null) continue
      const value = inQuarter(
        indicator,
        known.filter(({ day }) => isWithin(day, span)),
      )
      if (value) values.push(value)
    }
  }
  return values
}

function overQuarters(scope: Scope, indicator: Indicator, known: readonly Known[]): Fraction | null {
  if (isCarried(indicator)) return lastOf(indicator, known)
  return addedByParts(indicator, known) ?? joined(allQuarters(scope, indicator, known), indicator.roll_up.periods)
}

/** In the period of a report; of `latest`, as it stood at its end. */
export function actualIn(scope: Scope, indicator: Indicator, { span }: ReportPeriod): Fraction | null {
  const first = isCarried(indicator) ? scope.life.first : span.first
  const known = knownOf(scope, indicator).filter(({ day }) => isWithin(day, { first, last: span.last }))
  return overQuarters(scope, indicator, known)
}

/** Of a reporting year as far as it is known. */
export const actualInYear = (scope: Scope, indicator: Indicator, window: Window): Fraction | null =>
  actualIn(scope, indicator, { kind: 'year', year: window.year, period: '', span: window.span, window })

/** The same indicator of the earlier agreements of the programme, under whichever code it had, the earliest first. */
function predecessors(scope: Scope, indicator: Indicator): readonly { scope: Scope; indicator: Indicator }[] {
  const { agreements } = scope.workspace
  const earlier = Object.entries(agreements)
    .filter(([, { programme, year }]) => programme === scope.agreement.programme && year < scope.agreement.year)
    .toSorted(([, a], [, b]) => b.year - a.year)
  const found: { scope: Scope; indicator: Indicator }[] = []
  let now = indicator
  for (const [id, { indicators }] of earlier) {
    const before =
      indicators.find(({ code, unit }) => code === (now.replaces ?? now.code) && unit === now.unit) ??
      indicators.find(({ code, unit }) => code === now.code && unit === now.unit)
    if (!before) continue
    found.unshift({ scope: scopeOf(scope.workspace, id), indicator: before })
    now = before
  }
  return found
}

/** The reporting years of another agreement that were over: what it did beside this one is not of the years before. */
function yearsBefore({ windows }: Scope, first: string): Span {
  const over = windows.filter(({ span }) => span.last < first)
  return { first: over[0]?.span.first ?? '9', last: over.at(-1)?.span.last ?? '' }
}

/** From the first agreement of the programme to the end of the period of a report. */
export function lifeActual(scope: Scope, indicator: Indicator, { first, last }: Span): Fraction | null {
  const parts = [
    ...predecessors(scope, indicator).map(before => ({
      ...before,
      known: knownOf(before.scope, before.indicator).filter(({ day }) =>
        isWithin(day, yearsBefore(before.scope, first)),
      ),
    })),
    { scope, indicator, known: knownOf(scope, indicator).filter(({ day }) => day <= last) },
  ]
  const all = parts.flatMap(({ known }) => known)
  const { periods } = indicator.roll_up
  if (isCarried(indicator)) {
    const said = parts.toReversed().find(({ known }) => known.length > 0)
    return said ? lastOf(said.indicator, said.known) : null
  }
  const exact = addedByParts(indicator, all)
  if (exact) return exact
  return joined(
    parts.flatMap(part => allQuarters(part.scope, part.indicator, part.known)),
    periods,
  )
}

/** `null` where none was agreed. @param by as last revised by this day; as first agreed where there is none */
export function targetOf(scope: Scope, indicator: Indicator, window: Window, by: string | null) {
  const first = scope.windows[0]
  const isFirst = window.year === first?.year
  let targets: Targets = indicator.target_by_year?.[window.year] ?? (isFirst ? indicator.target : undefined) ?? {}
  const revisions = [...(indicator.target_revisions ?? [])].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  for (const { date, year = first?.year, total, q1, q2, q3, q4 } of revisions) {
    if (by === null || date > by || year !== window.year) continue
    const revised = Object.entries({ total, q1, q2, q3, q4 }).filter(([, each]) => each !== undefined)
    targets = { ...targets, ...Object.fromEntries(revised) }
  }
  const of = (number: number | undefined) => (number === undefined ? null : decimal(number))
  return { total: of(targets.total), quarters: [targets.q1, targets.q2, targets.q3, targets.q4].map(of) }
}

function targetIn(
  { total, quarters }: ReturnType<typeof targetOf>,
  { roll_up: { periods } }: Indicator,
  { kind, window, span }: ReportPeriod,
): Fraction | null {
  if (window === null || kind === 'year') return total
  const own = quarters.filter((_, at) => {
    const quarter = window.quarters[at]?.span
    return quarter && isWithin(quarter.first, span)
  })
  if (periods === 'latest') return own.at(-1) ?? null
  const known = own.filter(each => each !== null)
  return known.length < own.length ? null : joined(known, periods)
}

const number = (fraction: Fraction | null): number | null => (fraction === null ? null : toNumber(fraction))
const share = (part: Fraction | null, all: Fraction | null) => number(part && all && dividedBy(part, all))

export function indicatorFigures(scope: Scope, indicator: Indicator, report: ReportPeriod) {
  const by = scope.agreement.data_cutoff
  const actual = actualIn(scope, indicator, report)
  const life = lifeActual(scope, indicator, report.span)
  const lifeTarget = indicator.life_target === undefined ? null : decimal(indicator.life_target)
  const common = {
    actual: number(actual),
    life_actual: number(life),
    life_target: number(lifeTarget),
    life_percent: share(life, lifeTarget),
  }
  const window = report.window ?? (scope.windows.length === 1 ? scope.windows[0] : undefined)
  // Over several years the quarters of each stand in the reports on the years.
  if (!window) return common
  const agreed = (revised: string | null) => targetIn(targetOf(scope, indicator, window, revised), indicator, report)
  const target = targetOf(scope, indicator, window, by)
  const total = agreed(by)
  const figures: { [name: string]: number | null } = {
    ...common,
    target_original: number(agreed(null)),
    target: number(total),
    variance: number(actual && total && minus(actual, total)),
    percent: share(actual, total),
  }
  const { quarters } = quartersIn(scope, indicator, window, report.span)
  quarters.forEach((value, at) => {
    const quarter = window.quarters[at]?.span
    const planned = quarter && isWithin(quarter.first, report.span) ? (target.quarters[at] ?? null) : null
    figures[`q${at + 1}_actual`] = number(value)
    figures[`q${at + 1}_target`] = number(planned)
    figures[`q${at + 1}_percent`] = share(value, planned)
  })
  return figures
}

/** By how many percent of its target an indicator is off; `null` where there is none, or it is zero. */
export function percentOff(actual: Fraction | null, target: Fraction | null): Fraction | null {
  if (target === null || isZero(target)) return null
  return dividedBy(times(whole(100), minus(actual ?? whole(0), target)), target)
}
