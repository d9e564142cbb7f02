/** What the phrases of a report may name, in its language: names, days written out, counts. */
import { formatDay, formatDayRange } from '../language/format.ts'
import { lastDayOfMonth } from '../model/day.ts'
import type { Society } from '../model/record/society.ts'
import type { ReportFacts } from '../model/workbook.ts'
import type { LeftOut } from './fact.ts'
import { type CountedAs, isMeetingIn } from './ledger.ts'
import { isPartOfYear } from './line-budget.ts'
import { isMoneyMissing } from './money-not-reported.ts'
import type { Names } from './names.ts'
import type { Report } from './report.ts'
import { isWithin, type ReportPeriod } from './report-period.ts'

export function factsOf(report: Report): ReportFacts {
  const { dataset, ledger, language, names } = report
  const { before } = report
  const previous = before?.ledger.agreement.id
  const { data: agreement, id } = ledger.agreement
  const society = dataset.society.data
  const { period } = ledger
  const among = (counted: CountedAs) => ledger.activities.filter(each => each.counted === counted)
  const counted = among(1)
  const { leftOut } = ledger.account
  const isLeftOutLater = ({ standing, day, what }: LeftOut) =>
    standing === 'after-cutoff' &&
    (what === 'meeting' ? isMeetingIn(day, ledger.account, period) : isWithin(day, period))
  const day = (iso: string) => formatDay(iso, language)
  const contact = contactOf(society, names)
  const title = names.text(agreement.title)
  const counting_method = names.text(agreement.counting_method)
  return {
    society: { ...named('society', names), ...(contact && { contact }) },
    partner: named(agreement.partner, names),
    agreement: {
      id,
      year: period.name,
      previous_year: before?.ledger.period.name ?? previousName(period),
      start: day(agreement.start),
      end: day(agreement.end),
      period: formatDayRange(period.first, period.last, language),
      whole_period: formatDayRange(agreement.start, agreement.end, language),
      ...(period.kind === 'final' && { final: true }),
      ...(isPartOfYear(ledger) && { interim: true }),
      cutoff: day(agreement.data_cutoff),
      currency: agreement.currency,
      ...(previous && { previous }),
      ...(title && { title }),
      ...(agreement.number && { number: agreement.number }),
      ...(counting_method && { counting_method }),
    },
    counts: {
      activities: counted.length,
      cancelled: among(0).length,
      not_reported: counted.filter(({ reached }) => (reached?.total ?? null) === null).length,
      after_cutoff: among(2).length,
      facts_after_cutoff: leftOut.filter(isLeftOutLater).length,
      outside: leftOut.filter(({ standing }) => standing === 'outside').length,
      money_not_reported: ledger.activities.filter(each => isMoneyMissing(each, ledger)).length,
      meetings: ledger.meetings.length,
    },
    rates: (agreement.rates ?? []).map(({ from, to, date, month = agreement.data_cutoff.slice(0, 7), source }) => {
      const published = names.text(source)
      return { from, to, date: day(date ?? lastDayOfMonth(month)), ...(published && { source: published }) }
    }),
    illustrative: society.illustrative,
  }
}

const previousName = ({ year, name }: ReportPeriod): string =>
  name === String(year) ? String(year - 1) : `${year - 1}-${String(year % 100).padStart(2, '0')}`

export function named(id: string, names: Names) {
  return { name: names.organization(id), short_name: names.shortOrganization(id) }
}

export function contactOf(society: Society, names: Names) {
  const contact = society.report_contact ?? society.press_contact
  const name = names.text(contact?.name)
  if (!contact || name === undefined) return undefined
  const { phone, email } = contact
  return { name, ...(phone && { phone }), ...(email && { email }) }
}
