/**
 * What must be told, by record: doubtful figures, and what is in no figure.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - A period that straddles is told of whether the cut-off lets its fact into a figure or not.
 * - An activity is over two reporting years where its first and its last day lie in different ones of an agreement that
 *   it has, the twelve months before and after the agreement among them.
 * - A line on which nothing was spent is underspent: the money was agreed, and nobody says why it was not used.
 * - Where the budget of the years is not known, a line is held against that of the whole life.
 * - A code is changed where, in one area, one indicator ended and one began, and none says what it replaces.
 */
import { meetingsAfterCutoff } from './cover.ts'
import {
  activitiesUnder,
  agreementsOf,
  factsOf,
  type Named,
  peopleFacts,
  type Scope,
  scopeOf,
  standingOf,
} from './facts.ts'
import { absolute, decimalsWritten, dividedBy, isAbove, minus, times, whole } from './fractions.ts'
import { actualInYear, isUnweighted, knownOf, percentOff, targetOf } from './indicators.ts'
import { convertedSum, decimalsOf, lifeBudget, postingsOf, yearBudget } from './money.ts'
import { totalOf } from './people.ts'
import type { Agreement, Workspace } from './records.ts'
import { doesStraddle, isWithin, type Span, twelveMonthsWith } from './time.ts'

export interface Told {
  readonly code: string
  readonly record: string
}

export function diagnosticsOf(workspace: Workspace): readonly Told[] {
  const told = new Map<string, Told>()
  const tell = (code: string, record: string) => told.set(`${code} ${record}`, { code, record })
  for (const id of Object.keys(workspace.agreements)) {
    const scope = scopeOf(workspace, id)
    for (const code of [...ofBudget(scope), ...ofIndicators(scope), ...ofPredecessor(scope)]) tell(code, id)
    if (sumsOf(scope.agreement).some(isTooFine)) tell('record/wrong-value', id)
    for (const meeting of meetingsAfterCutoff(scope)) tell('report/after-cutoff', meeting)
    for (const named of activitiesUnder(scope)) for (const code of ofActivity(scope, named)) tell(code, named.id)
  }
  return [...told.values()].toSorted((a, b) => (a.code + a.record < b.code + b.record ? -1 : 1))
}

interface Sum {
  readonly amount: number
  readonly currency: string
}

const isTooFine = ({ amount, currency }: Sum): boolean => decimalsWritten(amount) > decimalsOf(currency)

function sumsOf({ budget, currency }: Agreement): readonly Sum[] {
  return budget.flatMap(({ amount, by_year: byYear = {}, revisions = [] }) =>
    [
      amount,
      ...Object.values(byYear),
      ...revisions.flatMap(each => [each.amount ?? 0, ...Object.values(each.by_year ?? {})]),
    ].map(each => ({ amount: each, currency })),
  )
}

function ofActivity(scope: Scope, named: Named): readonly string[] {
  const { activity } = named
  const codes: string[] = []
  const facts = factsOf(scope, named)
  if (facts.some(({ standing }) => standing === 'outside')) codes.push('report/outside-year')
  if (facts.some(({ standing }) => standing === 'after-cutoff')) codes.push('report/after-cutoff')
  const targets = activity.cancelled === undefined ? peopleFacts(activity.target, activity) : []
  if ([...facts, ...targets].some(({ written }) => doesStraddle(written, scope.windows))) {
    codes.push('report/period-straddles')
  }
  const shares = (activity.funding ?? []).filter(({ agreement }) => agreement === scope.id)
  const sums = shares.flatMap(({ budget, spent = [] }) => [
    ...(budget ? [{ ...budget, day: activity.end }] : []),
    ...spent,
  ])
  if (
    activity.cancelled !== undefined &&
    postingsOf(scope, named).some(({ day, minor }) => minor !== null && standingOf(scope, day) === 'counted')
  ) {
    codes.push('report/cancelled-spending')
  }
  if (isWholeOverYears(scope, named)) codes.push('report/whole-over-years')
  if (sums.some(isTooFine)) codes.push('record/wrong-value')
  if (postingsOf(scope, named).some(({ minor }) => minor === null)) codes.push('record/missing-rate')
  else if (shares.some(({ budget }) => budget && convertedSum(scope, budget, activity.end) === null)) {
    codes.push('record/missing-rate')
  }
  if (isAboveHundred(scope, named)) codes.push('record/inconsistent')
  return codes
}

function isWholeOverYears(scope: Scope, { activity }: Named): boolean {
  const { reached, cancelled, start, end } = activity
  if (reached === undefined || cancelled !== undefined) return false
  if (reached.by_period !== undefined || totalOf(reached) === null) return false
  return agreementsOf(activity).some(id => {
    const { firstMonth } = scopeOf(scope.workspace, id)
    return twelveMonthsWith(start, firstMonth).year !== twelveMonthsWith(end, firstMonth).year
  })
}

function isAboveHundred({ agreement, id }: Scope, { activity }: Named): boolean {
  return (activity.results ?? []).some(
    ({ indicator: code, agreement: named, value = 0, numerator = 0, denominator = 0 }) => {
      const indicator = agreement.indicators.find(each => each.code === code)
      if (indicator?.unit !== 'percent' || indicator.may_exceed_100 || (named ?? id) !== id) return false
      return value > 100 || numerator > denominator
    },
  )
}

/** How a line stands at the cut-off: its money of a reporting year, or of the life where the years are not known. */
function ofBudget(scope: Scope): readonly string[] {
  const { agreement, windows, life } = scope
  const { data_cutoff: cutoff } = agreement
  const codes = new Set<string>()
  const threshold = agreement.budget_threshold ?? agreement.deviation_threshold ?? 10
  for (const line of agreement.budget) {
    const postings = activitiesUnder(scope)
      .flatMap(named => postingsOf(scope, named))
      .filter(each => each.line === line.line && each.day <= cutoff && isWithin(each.day, life))
    const check = (budget: bigint, span: Span) => {
      let spent = 0n
      for (const { day, minor } of postings) if (isWithin(day, span)) spent += minor ?? 0n
      const off = dividedBy(times(whole(100), minus(whole(spent), whole(budget))), whole(budget))
      const isOff = off === null ? spent > 0n : isAbove(absolute(off), whole(threshold))
      if (!isOff || line.explanation !== undefined) return
      if (spent > budget) codes.add('report/overspent')
      else if (span.last <= cutoff) codes.add('report/underspent')
    }
    const begun = windows.filter(({ span }, at) => at === 0 || span.first <= cutoff)
    const years = begun.map(window => ({
      span: window.span,
      budget: yearBudget(scope, line, window, cutoff),
    }))
    if (years.some(({ budget }) => budget === null)) codes.add('report/budget-by-year')
    for (const { span, budget } of years) if (budget !== null) check(budget, span)
    if (years.every(({ budget }) => budget === null)) check(lifeBudget(line, agreement, cutoff), life)
  }
  return [...codes]
}

function ofIndicators(scope: Scope): readonly string[] {
  const { agreement, windows } = scope
  const cutoff = agreement.data_cutoff
  const codes: string[] = []
  for (const indicator of agreement.indicators) {
    if (windows.length > 1 && indicator.target && !indicator.target_by_year) codes.push('report/target-by-year')
    for (const window of windows) {
      const known = knownOf(scope, indicator).filter(({ day }) => isWithin(day, window.span))
      if (isUnweighted(indicator, known)) codes.push('report/unweighted')
      // Until a year is over its target cannot be missed.
      if (window.span.last > cutoff || indicator.deviation !== undefined) continue
      const { total } = targetOf(scope, indicator, window, cutoff)
      const off = percentOff(actualInYear(scope, indicator, window), total)
      if (off && isAbove(absolute(off), whole(agreement.deviation_threshold ?? 10))) codes.push('report/deviation')
    }
  }
  return codes
}

function ofPredecessor({ workspace, agreement }: Scope): readonly string[] {
  const before = Object.values(workspace.agreements)
    .filter(({ programme, year }) => programme === agreement.programme && year < agreement.year)
    .toSorted((a, b) => b.year - a.year)[0]
  if (!before) return []
  const replaced = agreement.indicators.map(each => each.replaces)
  const ended = before.indicators.filter(
    old => !replaced.includes(old.code) && !agreement.indicators.some(({ code }) => code === old.code),
  )
  const begun = agreement.indicators.filter(
    one => one.replaces === undefined && !before.indicators.some(({ code }) => code === one.code),
  )
  const isRenamed = ended.some(old => begun.some(one => one.area === old.area))
  const hasOtherUnit = agreement.indicators.some(
    one => one.replaces === undefined && before.indicators.some(old => old.code === one.code && old.unit !== one.unit),
  )
  return isRenamed || hasOtherUnit ? ['report/code-changed'] : []
}
