/** What the phrases of a consolidated report may name, in its language. */
import { formatDay, joinList } from '../../language/format.ts'
import { tongueOf } from '../../language/tongue.ts'
import type { ConsolidatedFacts } from '../../model/workbook.ts'
import { contactOf, named } from '../facts.ts'
import type { CountedAs } from '../ledger.ts'
import { type Consolidated, cutoffOf, isConverted, ratesOf, underOf } from './year.ts'

export function factsOf(report: Consolidated): ConsolidatedFacts {
  const { dataset, names, language, agreements, activities, common, year } = report
  const tongue = tongueOf(language, dataset.packs)
  const society = dataset.society.data
  const contact = contactOf(society, names)
  const among = (as: CountedAs) => activities.filter(each => each.counted === as)
  const counted = among(1)
  const partners = partnersOf(report)
  return {
    society: { ...named('society', names), ...(contact && { contact }) },
    partners: joinList(partners.map(names.organization), tongue),
    short_partners: joinList(partners.map(names.shortOrganization), tongue),
    year: String(year),
    cutoff: formatDay(cutoffOf(agreements.map(({ ledger }) => ledger)), tongue),
    ...(common !== null && { currency: common }),
    converted: isConverted(report),
    counts: {
      agreements: agreements.length,
      activities: counted.length,
      shared: counted.filter(({ entry }) => underOf(report, entry.id).length > 1).length,
      cancelled: among(0).length,
      after_cutoff: among(2).length,
      not_reported: counted.filter(({ reached }) => (reached?.total ?? null) === null).length,
    },
    has_rates: ratesOf(report).length > 0,
    has_counting: agreements.some(({ ledger }) => ledger.agreement.data.counting_method !== undefined),
    illustrative: society.illustrative,
  }
}

/** Each once. */
function partnersOf({ agreements }: Consolidated): readonly string[] {
  return [...new Set(agreements.map(({ ledger }) => ledger.agreement.data.partner))]
}
