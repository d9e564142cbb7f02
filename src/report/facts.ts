/** What the phrases of a report may name, in its language: names, days written out, counts. */
import { formatDay, formatDayRange } from '../language/format.ts'
import { type Tongue, tongueOf } from '../language/tongue.ts'
import { lastDayOfMonth } from '../model/day.ts'
import type { Agreement } from '../model/record/agreement.ts'
import type { Society } from '../model/record/society.ts'
import type { ReportFacts } from '../model/workbook.ts'
import type { LeftOut } from './fact.ts'
import { type CountedAs, isMeetingIn, type Ledger } from './ledger.ts'
import { isPartOfYear } from './line-budget.ts'
import { isMoneyMissing } from './money-not-reported.ts'
import type { Names } from './names.ts'
import type { Report } from './report.ts'
import { isWithin, type ReportPeriod } from './report-period.ts'

export function factsOf(report: Report): ReportFacts {
  const { dataset, ledger, language, names } = report
  const society = dataset.society.data
  const contact = contactOf(society, names)
  return {
    society: { ...named('society', names), ...(contact && { contact }) },
    partner: named(ledger.agreement.data.partner, names),
    agreement: agreementOf(report),
    counts: countsOf(ledger),
    rates: ratesOf(ledger.agreement.data, tongueOf(language, dataset.packs), names),
    illustrative: society.illustrative,
  }
}

function agreementOf({ dataset, ledger, before, language, names }: Report): ReportFacts['agreement'] {
  const tongue = tongueOf(language, dataset.packs)
  const { period } = ledger
  const { data: agreement, id } = ledger.agreement
  const day = (iso: string) => formatDay(iso, tongue)
  const previous = before?.ledger.agreement.id
  const title = names.text(agreement.title)
  const counting_method = names.text(agreement.counting_method)
  return {
    id,
    year: period.name,
    previous_year: before?.ledger.period.name ?? previousName(period),
    start: day(agreement.start),
    end: day(agreement.end),
    period: formatDayRange(period.first, period.last, tongue),
    whole_period: formatDayRange(agreement.start, agreement.end, tongue),
    ...(period.kind === 'final' && { final: true }),
    ...(isPartOfYear(ledger) && { interim: true }),
    cutoff: day(agreement.data_cutoff),
    currency: agreement.currency,
    ...(previous && { previous }),
    ...(title && { title }),
    ...(agreement.number && { number: agreement.number }),
    ...(counting_method && { counting_method }),
  }
}

function countsOf(ledger: Ledger): ReportFacts['counts'] {
  const { period, account, activities } = ledger
  const among = (counted: CountedAs) => activities.filter(each => each.counted === counted)
  const isIn = ({ what, day }: LeftOut) =>
    what === 'meeting' ? isMeetingIn(day, account, period) : isWithin(day, period)
  const leftOut = (as: LeftOut['standing']) => account.leftOut.filter(({ standing }) => standing === as)
  return {
    activities: among(1).length,
    cancelled: among(0).length,
    not_reported: among(1).filter(({ reached }) => (reached?.total ?? null) === null).length,
    after_cutoff: among(2).length,
    facts_after_cutoff: leftOut('after-cutoff').filter(isIn).length,
    outside: leftOut('outside').length,
    money_not_reported: activities.filter(each => isMoneyMissing(each, ledger)).length,
    meetings: ledger.meetings.length,
  }
}

function ratesOf({ rates = [], data_cutoff }: Agreement, tongue: Tongue, names: Names): ReportFacts['rates'] {
  return rates.map(({ from, to, date, month = data_cutoff.slice(0, 7), source }) => {
    const published = names.text(source)
    const day = formatDay(date ?? lastDayOfMonth(month), tongue)
    return { from, to, date: day, ...(published && { source: published }) }
  })
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
