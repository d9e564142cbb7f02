/**
 * Areas of cooperation: activities, people against their targets, money against the budget.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - Which budget: that of the reporting year, also in a report on a part of it; of the whole life in a final one. What is
 *   left of it and how much of it was used are said of all that was spent of that budget by the end of the period, not
 *   of the period alone.
 * - To date is from the first day of the agreement to the end of the period and the cut-off, people as much as money: each
 *   person stands in the period in which they were reached.
 */
import type { Row } from './activities.ts'
import { activitiesUnder, doesCount, peopleFacts, type Scope } from './facts.ts'
import { dividedBy, toNumber, whole } from './fractions.ts'
import { addedMoney, lifeBudget, type Posting, postingsOf, shown, wholeMoney, yearBudget } from './money.ts'
import { added, totalOf } from './people.ts'
import type { BudgetLine } from './records.ts'
import { earlierOf, isWithin, type ReportPeriod, type Span } from './time.ts'

export type Value = number | string | null
export type Figures = { readonly [figure: string]: Value }

/** All that was spent under the agreement from its first day to the end of the period and the cut-off. */
export function postingsToDate(scope: Scope, { span }: ReportPeriod): readonly Posting[] {
  const last = earlierOf(span.last, scope.agreement.data_cutoff)
  return activitiesUnder(scope)
    .flatMap(named => postingsOf(scope, named))
    .filter(({ day }) => isWithin(day, { first: scope.life.first, last }))
}

/** In which the money of the report's budget is spent: the reporting year, or the life. */
export const budgetSpan = (scope: Scope, { window }: ReportPeriod): Span => window?.span ?? scope.life

export function spentWithin(postings: readonly Posting[], span: Span): bigint | null {
  return addedMoney(postings.filter(({ day }) => isWithin(day, span)).map(({ minor }) => minor))
}

export function budgetOf(scope: Scope, line: BudgetLine, report: ReportPeriod): bigint | null {
  const { data_cutoff: cutoff } = scope.agreement
  if (report.window) return yearBudget(scope, line, report.window, cutoff)
  return lifeBudget(line, scope.agreement, earlierOf(cutoff, report.span.last))
}

/** Nothing where nothing is spent, or the budget is not known or zero. */
export function shareOf(part: bigint | null, all: bigint | null): number | null {
  const share = part === null || all === null ? null : dividedBy(whole(part), whole(all))
  return share && toNumber(share)
}

export function areaFigures(scope: Scope, report: ReportPeriod, rows: readonly Row[]): { [area: string]: Figures } {
  const { budget, indicators, currency } = scope.agreement
  const before = [...activitiesUnder(scope).map(({ activity }) => activity), ...postingsToDate(scope, report)]
  const areas = new Set([...budget, ...indicators, ...rows, ...before].map(({ area }) => area))
  const found: { [area: string]: Figures } = {}
  for (const area of areas) {
    const own = rows.filter(row => row.area === area)
    found[area] = {
      ...activityCounts(own),
      ...peopleFigures(own),
      people_to_date: peopleToDate(scope, report, area),
      ...moneyFigures(
        scope,
        report,
        postingsToDate(scope, report).filter(each => each.area === area),
        budget.filter(line => line.area === area),
      ),
      money_not_reported: own.filter(row => row.isMoneyNotReported).length,
    }
  }
  found['total'] = {
    ...activityCounts(rows),
    ...moneyFigures(scope, report, postingsToDate(scope, report), budget),
    money_not_reported: rows.filter(row => row.isMoneyNotReported).length,
  }
  return found

  function moneyFigures(
    of: Scope,
    on: ReportPeriod,
    postings: readonly Posting[],
    lines: readonly BudgetLine[],
  ): Figures {
    const agreed = wholeMoney(lines.map(line => budgetOf(of, line, on)))
    const used = spentWithin(postings, budgetSpan(of, on))
    const toDate = addedMoney(postings.map(({ minor }) => minor))
    const by = earlierOf(of.agreement.data_cutoff, on.span.last)
    const life = addedMoney(lines.map(line => lifeBudget(line, of.agreement, by)))
    return {
      budget: shown(agreed, currency),
      expenditure: shown(spentWithin(postings, on.span), currency),
      implementation: shareOf(used, agreed),
      to_date: shown(toDate, currency),
      life_budget: shown(life, currency),
      life_share: shareOf(toDate, life),
      balance: shown(agreed === null ? null : agreed - (used ?? 0n), currency),
    }
  }
}

function peopleToDate(scope: Scope, { span }: ReportPeriod, area: string): number | null {
  const until = { first: scope.life.first, last: earlierOf(span.last, scope.agreement.data_cutoff) }
  const reached: (number | null)[] = []
  for (const { activity } of activitiesUnder(scope)) {
    if (activity.area !== area || !doesCount(scope, activity)) continue
    for (const { day, people } of peopleFacts(activity.reached, activity)) {
      if (isWithin(day, until)) reached.push(totalOf(people))
    }
  }
  return added(reached)
}

export function activityCounts(rows: readonly Row[]): Figures {
  const counted = rows.filter(row => row.counted)
  return {
    activities: counted.length,
    cancelled: rows.filter(row => row.status === 'cancelled').length,
    after_cutoff: rows.filter(row => row.status === 'planned').length,
    not_reported: counted.filter(row => row.reached === null).length,
  }
}

/** Like against like: of those alone that have both is it said how much of the target they reached. */
function peopleFigures(rows: readonly Row[]): Figures {
  const counted = rows.filter(row => row.counted)
  const both = counted.filter(row => row.target !== null && row.reached !== null)
  const target = added(both.map(row => row.target))
  const reached = added(both.map(row => row.reached))
  return {
    people_target: added(counted.map(row => row.target)),
    people_reached: added(counted.map(row => row.reached)),
    people_percent: target === null || target === 0 || reached === null ? null : reached / target,
    reached_without_target: added(counted.filter(row => row.target === null).map(row => row.reached)),
    target_not_reported: added(counted.filter(row => row.reached === null).map(row => row.target)),
  }
}
