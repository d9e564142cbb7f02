/** What the phrases of a report may name, in its language: names, days written out, counts. */
import { formatDay, formatDayRange } from '../language/format.ts'
import { lastDayOfMonth } from '../model/day.ts'
import type { Society } from '../model/record/society.ts'
import type { ReportFacts } from '../model/workbook.ts'
import type { Names } from './names.ts'
import type { Report } from './report.ts'
import { yearBefore } from './year-before.ts'

export function factsOf(report: Report): ReportFacts {
  const { dataset, ledger, language, names } = report
  const previous = yearBefore(report)?.ledger.agreement.id
  const { data: agreement, id } = ledger.agreement
  const society = dataset.society.data
  const counted = ledger.activities.filter(each => each.counted)
  const day = (iso: string) => formatDay(iso, language)
  const contact = contactOf(society, names)
  const title = names.text(agreement.title)
  const counting_method = names.text(agreement.counting_method)
  return {
    society: { ...named('society', names), ...(contact && { contact }) },
    partner: named(agreement.partner, names),
    agreement: {
      id,
      year: String(agreement.year),
      previous_year: String(agreement.year - 1),
      start: day(agreement.start),
      end: day(agreement.end),
      period: formatDayRange(agreement.start, agreement.end, language),
      cutoff: day(agreement.data_cutoff),
      currency: agreement.currency,
      ...(previous && { previous }),
      ...(title && { title }),
      ...(agreement.number && { number: agreement.number }),
      ...(counting_method && { counting_method }),
    },
    counts: {
      activities: counted.length,
      cancelled: ledger.activities.length - counted.length,
      not_reported: counted.filter(({ entry }) => entry.data.reached?.total === undefined).length,
      meetings: ledger.meetings.length,
    },
    rates: (agreement.rates ?? []).map(({ from, to, date, month = agreement.data_cutoff.slice(0, 7), source }) => {
      const published = names.text(source)
      return { from, to, date: day(date ?? lastDayOfMonth(month)), ...(published && { source: published }) }
    }),
    illustrative: society.illustrative,
  }
}

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
