/**
 * The cover: how many activities, meetings and facts there are, and how many were left out; the partner's money in hand.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - Facts outside the agreement and after the cut-off are those of the agreement, the same on all of its reports.
 * - A meeting is in the report on the period in which its day lies, also where it names the agreement itself.
 */

import type { Row } from './activities.ts'
import { type Figures, postingsToDate, spentWithin } from './areas.ts'
import { activitiesUnder, factsOf, type Scope } from './facts.ts'
import { addedMoney, convertedSum, minorOf, shown } from './money.ts'
import { dayAfter, earlierOf, isWithin, type ReportPeriod } from './time.ts'

export function coverFigures(scope: Scope, report: ReportPeriod, rows: readonly Row[]): Figures {
  const facts = activitiesUnder(scope).flatMap(named => factsOf(scope, named))
  const counted = rows.filter(row => row.counted)
  return {
    activities: counted.length,
    cancelled: rows.filter(row => row.status === 'cancelled').length,
    after_cutoff: rows.filter(row => row.status === 'planned').length,
    not_reported: counted.filter(row => row.reached === null).length,
    money_not_reported: rows.filter(row => row.isMoneyNotReported).length,
    facts_after_cutoff: facts.filter(({ standing }) => standing === 'after-cutoff').length,
    outside: facts.filter(({ standing }) => standing === 'outside').length,
    meetings: meetingsIn(scope, report),
  }
}

function meetingsIn({ workspace, id, agreement }: Scope, { span }: ReportPeriod): number {
  let number = 0
  for (const { date, host, partners, agreements } of Object.values(workspace.meetings)) {
    const isOurs = agreements ? agreements.includes(id) : [host, ...partners].includes(agreement.partner)
    if (isOurs && isWithin(date, span) && date <= agreement.data_cutoff) number += 1
  }
  return number
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
