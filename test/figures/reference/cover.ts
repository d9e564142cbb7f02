/**
 * The cover: how many activities, meetings and facts there are, and how many were left out; the partner's money in hand.
 *
 * Decided by the text of the rules where it could be read in two ways:
 * - Facts of after the cut-off are left out of the report on the period in which their day lies; those outside the agreement
 *   of each of its reports.
 * - A meeting of after the cut-off is such a fact too.
 * - A meeting is in the report on the period in which its day lies, also where it names the agreement itself.
 */

import type { Row } from './activities.ts'
import { type Figures, postingsToDate, spentWithin } from './areas.ts'
import { activitiesUnder, factsOf, type Scope } from './facts.ts'
import { addedMoney, convertedSum, minorOf, shown } from './money.ts'
import { dayAfter, earlierOf, isWithin, laterOf, type ReportPeriod, type Span } from './time.ts'

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
      facts.filter(({ standing, day }) => standing === 'after-cutoff' && isWithin(day, report.span)).length +
      meetingsIn(scope, since(scope, report.span)).length,
    outside: facts.filter(({ standing }) => standing === 'outside').length,
    meetings: meetingsIn(scope, until(scope, report.span)).length,
  }
}

/** Ids of meetings under the agreement in some days. */
function meetingsIn({ workspace, id, agreement }: Scope, span: Span): readonly string[] {
  const found: string[] = []
  for (const [name, { date, host, partners, agreements }] of Object.entries(workspace.meetings)) {
    const isOurs = agreements ? agreements.includes(id) : [host, ...partners].includes(agreement.partner)
    if (isOurs && isWithin(date, span)) found.push(name)
  }
  return found
}

/** Some days as far as the cut-off, and from it on. */
const until = ({ agreement }: Scope, { first, last }: Span): Span => ({
  first,
  last: earlierOf(last, agreement.data_cutoff),
})
const since = ({ agreement }: Scope, { first, last }: Span): Span => ({
  first: laterOf(first, dayAfter(agreement.data_cutoff)),
  last,
})

export const meetingsAfterCutoff = (scope: Scope): readonly string[] => meetingsIn(scope, since(scope, scope.life))

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
