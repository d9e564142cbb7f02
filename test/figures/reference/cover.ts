/**
 * The cover: how many activities, meetings and facts there are, and how many were left out; the partner's money in hand.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - Facts outside the agreement and after the cut-off are those of the agreement, the same on all of its reports.
 * - A meeting is in the report on the period in which its day lies; a reporting year has its meetings in all its twelve
 *   months, and one that names the agreement itself is in the nearest period.
 * - A meeting of after the cut-off is a fact that is left out.
 */

import type { Row } from './activities.ts'
import { type Figures, postingsToDate, spentWithin } from './areas.ts'
import { activitiesUnder, factsOf, type Scope } from './facts.ts'
import { addedMoney, convertedSum, minorOf, shown } from './money.ts'
import { clampedTo, dayAfter, earlierOf, isWithin, type ReportPeriod, type Span } from './time.ts'

export function coverFigures(scope: Scope, report: ReportPeriod, rows: readonly Row[]): Figures {
  const facts = activitiesUnder(scope).flatMap(named => factsOf(scope, named))
  const counted = rows.filter(row => row.counted)
  return {
    activities: counted.length,
    cancelled: rows.filter(row => row.status === 'cancelled').length,
    after_cutoff: rows.filter(row => row.status === 'planned').length,
    not_reported: counted.filter(row => row.reached === null).length,
    money_not_reported: rows.filter(row => row.isMoneyNotReported).length,
    facts_after_cutoff:
      facts.filter(({ standing }) => standing === 'after-cutoff').length + meetingsAfter(scope).length,
    outside: facts.filter(({ standing }) => standing === 'outside').length,
    meetings: meetingsIn(scope, report),
  }
}

function meetingsIn(scope: Scope, report: ReportPeriod): number {
  const days = meetingDays(scope, report)
  const years = { first: scope.windows[0]?.full.first ?? '', last: scope.windows.at(-1)?.full.last ?? '' }
  return meetingsOf(scope).filter(
    ({ date }) => date <= scope.agreement.data_cutoff && isWithin(clampedTo(years, date), days),
  ).length
}

/** Those that name it, and those of its partner in one of its reporting years that name none. */
function meetingsOf({ workspace, id, agreement, windows }: Scope) {
  return Object.entries(workspace.meetings).flatMap(([name, { date, host, partners, agreements }]) => {
    const isOurs = agreements
      ? agreements.includes(id)
      : [host, ...partners].includes(agreement.partner) && windows.some(({ full }) => isWithin(date, full))
    return isOurs ? [{ id: name, date }] : []
  })
}

export const meetingsAfter = (scope: Scope) =>
  meetingsOf(scope).filter(({ date }) => date > scope.agreement.data_cutoff)

function meetingDays({ windows }: Scope, { span }: ReportPeriod): Span {
  let [first, last] = [span.first, span.last]
  for (const { span: own, full } of windows) {
    if (first === own.first) first = full.first
    if (last === own.last) last = full.last
  }
  return { first, last }
}

/** Nothing where the agreement says nothing of what it received. */
export function fundsFigures(scope: Scope, report: ReportPeriod): Figures {
  const { opening_balance: opening, instalments, currency, data_cutoff: cutoff } = scope.agreement
  if (opening === undefined && instalments === undefined) return {}
  const { span } = report
  const before = { first: scope.life.first, last: dayAfter(span.first, -1) }
  const received = (first: string, last: string) =>
    addedMoney(
      (instalments ?? [])
        .filter(({ date }) => isWithin(date, { first, last }) && date <= cutoff)
        .map(({ amount, date, currency: other = currency }) => convertedSum(scope, { amount, currency: other }, date)),
    )
  const postings = postingsToDate(scope, report)
  const start = opening === undefined ? 0n : minorOf(opening, currency)
  const inHand = start + (received('', before.last) ?? 0n) - (spentWithin(postings, before) ?? 0n)
  const [got, spent] = [received(span.first, earlierOf(span.last, cutoff)), spentWithin(postings, span)]
  return {
    opening: shown(inHand, currency),
    received: shown(got, currency),
    spent: shown(spent, currency),
    closing: shown(inHand + (got ?? 0n) - (spent ?? 0n), currency),
  }
}
