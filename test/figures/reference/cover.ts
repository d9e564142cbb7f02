/**
 * The cover: how many activities, meetings and facts there are, and how many were left out; the partner's money in hand.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - Facts of after the cut-off are left out of the report on the period in which their day lies; those outside the agreement
 *   of each of its reports.
 * - A meeting of after the cut-off is such a fact too.
 * - A meeting is in the report on the period in which its day lies. A reporting year has its meetings in all its twelve
 *   months, since talks come before the first day; one that names the agreement is in the nearest period.
 */

import type { Row } from './activities.ts'
import { activityCounts, type Figures, postingsToDate, spentWithin } from './areas.ts'
import { activitiesUnder, factsOf, type Scope } from './facts.ts'
import { addedMoney, convertedSum, minorOf, shown } from './money.ts'
import { dayAfter, earlierOf, isWithin, laterOf, type ReportPeriod } from './time.ts'

export function coverFigures(scope: Scope, report: ReportPeriod, rows: readonly Row[]): Figures {
  const facts = activitiesUnder(scope).flatMap(named => factsOf(scope, named))
  return {
    ...activityCounts(rows),
    money_not_reported: rows.filter(row => row.isMoneyNotReported).length,
    facts_after_cutoff:
      facts.filter(({ standing, day }) => standing === 'after-cutoff' && isWithin(day, report.span)).length +
      meetingsIn(scope, report).filter(meeting => !isHeld(scope, meeting)).length,
    outside: facts.filter(({ standing }) => standing === 'outside').length,
    meetings: meetingsIn(scope, report).filter(meeting => isHeld(scope, meeting)).length,
  }
}

interface Held {
  readonly id: string
  readonly date: string
}

/** Those that name it, and those of its partner in one of its reporting years that name none. */
function meetingsOf({ workspace, id, agreement, windows }: Scope): readonly Held[] {
  const found: Held[] = []
  for (const [name, { date, host, partners, agreements }] of Object.entries(workspace.meetings)) {
    const isInYears = windows.some(({ full }) => isWithin(date, full))
    const isPartner = [host, ...partners].includes(agreement.partner)
    if (agreements ? agreements.includes(id) : isPartner && isInYears) found.push({ id: name, date })
  }
  return found
}

const isHeld = ({ agreement }: Scope, { date }: Held): boolean => date <= agreement.data_cutoff

export const meetingsAfterCutoff = (scope: Scope): readonly string[] =>
  meetingsOf(scope)
    .filter(meeting => !isHeld(scope, meeting))
    .map(({ id }) => id)

/** A reporting year has its meetings in all its months; what lies before or after all years is in the nearest. */
function meetingsIn(scope: Scope, { span }: ReportPeriod): readonly Held[] {
  const { windows } = scope
  let { first, last } = span
  for (const window of windows) {
    if (first === window.span.first) first = window.full.first
    if (last === window.span.last) last = window.full.last
  }
  const life = { first: windows[0]?.full.first ?? first, last: windows.at(-1)?.full.last ?? last }
  return meetingsOf(scope).filter(({ date }) => {
    const day = earlierOf(laterOf(date, life.first), life.last)
    return isWithin(day, { first, last })
  })
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
    spent: shown(spent ?? 0n, currency),
    closing: shown(inHand + (got ?? 0n) - (spent ?? 0n), currency),
  }
}
