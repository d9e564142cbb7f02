/** A report that is known by its name, and made only where it is asked for; and all that decides what it says. */
import type { Dataset, Entry } from '../model/dataset.ts'
import type { Outcome } from '../model/diagnostic.ts'
import type { LanguagePacks } from '../model/language-pack.ts'
import type { ConsolidatedPage, ReportPage } from '../model/report-page.ts'
import type { WorkName, WorkOf } from '../model/work.ts'
import type { WorkbookModel } from '../model/workbook.ts'
import type { LeftOutFact } from './left-out-facts.ts'

export interface PlannedReport<M extends WorkbookModel = WorkbookModel> {
  readonly name: WorkName
  /** Ids of the agreements that it is of. */
  readonly agreements: readonly string[]
  readonly make: () => Outcome<MadeReport<M>>
  /** What is in none of its figures. */
  readonly leftOut: () => readonly LeftOutFact[]
}

export interface MadeReport<M extends WorkbookModel = WorkbookModel> {
  readonly work: WorkOf<M>
  /** Its summary on paper. */
  readonly page: (packs: LanguagePacks) => ReportPage | ConsolidatedPage
}

/**
 * Every record that a report of these agreements can depend on, in a fixed order: where none of them differs, it does not.
 * More than it prints: whole programmes, what else pays for their activities, and all that is neither an activity, a
 * meeting nor an agreement.
 */
export function basisOf(dataset: Dataset, agreements: readonly string[]): readonly Entry[] {
  const own = agreements.flatMap(id => dataset.agreement.get(id) ?? [])
  const programmes = new Set(own.map(({ data }) => data.programme))
  const family = [...dataset.agreement.values()].filter(({ data }) => programmes.has(data.programme))
  const ids = new Set(family.map(({ id }) => id))
  const partners = new Set(family.map(({ data }) => data.partner))
  const agreementsOf = ({ data }: Entry<'activity'>) =>
    [...(data.funding ?? []), ...(data.results ?? [])].flatMap(({ agreement }) => agreement ?? [])
  const activities = [...dataset.activity.values()].filter(each => agreementsOf(each).some(id => ids.has(id)))
  const named = new Set([...ids, ...activities.flatMap(agreementsOf)])
  const isOf = ({ data }: Entry<'meeting'>) =>
    [data.host, ...data.partners].some(id => partners.has(id)) || (data.agreements ?? []).some(id => ids.has(id))
  return [
    dataset.society,
    ...dataset.organization.values(),
    ...dataset.area.values(),
    ...dataset.place.values(),
    ...[...dataset.agreement.values()].filter(({ id }) => named.has(id)),
    ...activities,
    ...[...dataset.meeting.values()].filter(isOf),
  ]
}
