/** Key figures of reports, by the stem of their work: off the page that is their summary on paper, and remembered like that. */
import type { Dataset } from '../../model/dataset.ts'
import { distinct, type Outcome } from '../../model/diagnostic.ts'
import type { ReportCard } from '../../model/site-page.ts'
import type { TemplateSet } from '../../model/templates.ts'
import { stemOf } from '../../model/work.ts'
import { reportCard } from '../../render/site/report-card.ts'
import { accountsOf } from '../../report/account.ts'
import { annualReports } from '../../report/annual-reports.ts'
import { consolidatedPage } from '../../report/consolidated/page.ts'
import { consolidatedReports } from '../../report/consolidated/reports.ts'
import { reportPage } from '../../report/page.ts'
import { contentOf } from '../digest.ts'
import type { Steps } from '../memo/steps.ts'
import type { KeyedWork } from '../work.ts'

export interface Carding {
  readonly dataset: Dataset
  readonly templates: TemplateSet
  readonly steps: Steps
}

type Cards = { readonly [stem: string]: ReportCard }

/** @param works reports, each of which has a card */
export function reportCards(works: readonly KeyedWork[], { dataset, templates, steps }: Carding): Outcome<Cards> {
  if (works.length === 0) return { value: {}, diagnostics: [] }
  const wanted = new Set(works.map(stemOf))
  // The key of a report is of all records and templates.
  const key = contentOf(works.map(work => work.key))
  return steps.once('cards', key, () => {
    const accounts = accountsOf(dataset)
    const { packs } = templates
    const annual = annualReports(dataset, {}, accounts).value.filter(work => wanted.has(stemOf(work)))
    const consolidated = consolidatedReports(dataset, accounts).value.filter(work => wanted.has(stemOf(work)))
    const pages = [
      ...annual.map(work => [stemOf(work), reportPage(work.model, packs)] as const),
      ...consolidated.map(work => [stemOf(work), consolidatedPage(work.model, packs)] as const),
    ]
    const cards = pages.map(([stem, page]) => [stem, reportCard(page, templates)] as const)
    return {
      value: Object.fromEntries(cards.map(([stem, { value }]) => [stem, value])),
      diagnostics: distinct(cards.flatMap(([, { diagnostics }]) => diagnostics)),
    }
  })
}
