/** DATASET x YEAR x LANGUAGE -> WorkbookModel: one report over all partners wherever a year has at least two agreements. */

import { type Dataset, type Entry, spanOf } from '../../model/dataset.ts'
import { compare, type Diagnostic, errorAt, type Outcome } from '../../model/diagnostic.ts'
import type { LanguagePacks } from '../../model/language-pack.ts'
import { said } from '../../model/said.ts'
import { allPartners, type WorkOf } from '../../model/work.ts'
import type { ConsolidatedWorkbook } from '../../model/workbook.ts'
import { type Account, accountsOf } from '../account.ts'
import { type Ledger, ledgerIn } from '../ledger.ts'
import { leftOutFacts } from '../left-out-facts.ts'
import { namesIn } from '../names.ts'
import type { PlannedReport } from '../planned.ts'
import { sourceRegister } from '../registers/sources.ts'
import { periodsOf } from '../report-period.ts'
import { entriesAmong } from '../sources.ts'
import { modelsOf, thereIn } from '../table.ts'
import { factsOf } from './facts.ts'
import { consolidatedPage } from './page.ts'
import { activities } from './registers/activities.ts'
import { byAge } from './registers/ages.ts'
import { budget } from './registers/budget.ts'
import { partners } from './registers/partners.ts'
import { byRegion } from './registers/regions.ts'
import { spending } from './registers/spending.ts'
import { coverSheet } from './sheets/cover.ts'
import { currencies } from './sheets/currencies.ts'
import { geography } from './sheets/geography.ts'
import { indicators } from './sheets/indicators.ts'
import { lists } from './sheets/lists.ts'
import { people } from './sheets/people.ts'
import { shares } from './sheets/shares.ts'
import { summary } from './sheets/summary.ts'
import { type Consolidated, consolidated, cutoffOf } from './year.ts'

/** What ledgers have to tell, the reports of their agreements tell. */
export function consolidatedReports(
  dataset: Dataset,
  accounts: readonly Account[] = accountsOf(dataset),
): Outcome<readonly WorkOf<ConsolidatedWorkbook>[]> {
  const years = yearsOver(accounts)
  const made = years.flatMap(year => plannedOf(year, dataset)).map(({ make }) => make())
  const diagnostics = [...years.flatMap(({ ledgers }) => nameTaken(ledgers)), ...made.flatMap(each => each.diagnostics)]
  return { value: made.map(each => each.value.work), diagnostics }
}

/** All that there can be, by name. */
export const plannedConsolidated = (
  dataset: Dataset,
  accounts: readonly Account[],
): readonly PlannedReport<ConsolidatedWorkbook>[] => yearsOver(accounts).flatMap(year => plannedOf(year, dataset))

interface Year {
  readonly year: number
  readonly ledgers: readonly Ledger[]
}

/** Those in which there are several agreements. */
function yearsOver(accounts: readonly Account[]): readonly Year[] {
  const byYear = Map.groupBy(accounts.flatMap(yearsOf), ({ period }) => period.year)
  return [...byYear]
    .filter(([, ledgers]) => ledgers.length > 1)
    .toSorted(([a], [b]) => a - b)
    .map(([year, found]) => ({ year, ledgers: found.toSorted((a, b) => compare(a.agreement.id, b.agreement.id)) }))
}

function plannedOf({ year, ledgers }: Year, dataset: Dataset): readonly PlannedReport<ConsolidatedWorkbook>[] {
  return dataset.society.data.languages.map(language => ({
    name: { kind: 'report', year, id: allPartners, language },
    agreements: ledgers.map(({ agreement }) => agreement.id),
    leftOut: () => ledgers.flatMap(ledger => leftOutFacts(ledger, dataset)),
    make: () => {
      const names = namesIn(language, dataset)
      const work = consolidatedReport(consolidated(ledgers, { dataset, year, language, names }))
      const page = (packs: LanguagePacks) => consolidatedPage(work.model, packs)
      return { value: { work, page }, diagnostics: names.diagnostics() }
    },
  }))
}

/** Whole reporting years that have begun, whichever reports the agreement asks for. */
function yearsOf(account: Account): readonly Ledger[] {
  const agreement = { ...account.agreement.data, reports: ['year' as const] }
  return periodsOf(agreement, account.years).map(period => ledgerIn(account, period))
}

/** The sheets after the cover. */
const sheets = [
  summary,
  shares,
  partners,
  indicators,
  people,
  geography,
  currencies,
  activities,
  byRegion,
  byAge,
  budget,
  spending,
  lists,
  sourceRegister('consolidated.sources', entriesOf),
]

function consolidatedReport(report: Consolidated): WorkOf<ConsolidatedWorkbook> {
  const { year, language, dataset, agreements } = report
  const { there, absent } = thereIn(sheets, report)
  const models = modelsOf(there, report)
  return {
    kind: 'report',
    year,
    id: allPartners,
    language,
    date: cutoffOf(agreements.map(({ ledger }) => ledger)),
    records: entriesOf(report)
      .map(({ id }) => id)
      .toSorted(compare),
    model: {
      layout: 'consolidated',
      language,
      facts: factsOf(report),
      colour: dataset.society.data.colours?.primary ?? '#3a4654',
      ...(absent.length > 0 && { absent }),
      sheets: [
        coverSheet(
          report,
          there.map(({ sheet }) => sheet),
        ),
        ...models,
      ],
    },
  }
}

/** Everything that the report prints a fact or a name of. */
function entriesOf({ dataset, agreements, activities: rows }: Consolidated): readonly Entry[] {
  const ledgers = agreements.map(({ ledger }) => ledger.agreement)
  const areas = [
    ...ledgers.flatMap(({ data }) => [...data.budget, ...data.indicators].map(({ area }) => area)),
    ...rows.map(({ entry }) => entry.data.area),
  ]
  const wanted = new Set([
    ...ledgers.flatMap(({ id, data }) => [`agreement/${id}`, `organization/${data.partner}`]),
    ...rows.map(({ entry }) => `activity/${entry.id}`),
    ...areas.map(area => `area/${area}`),
    ...[...dataset.place.values()].flatMap(({ id, data }) => (data.type === 'region' ? [`place/${id}`] : [])),
  ])
  return entriesAmong(dataset, wanted)
}

/** Two works cannot have one name. */
function nameTaken(ledgers: readonly Ledger[]): readonly Diagnostic[] {
  return ledgers
    .filter(({ agreement }) => agreement.id === allPartners)
    .map(({ agreement }) => {
      const message = said(
        '“{allPartners}” is the name of the report over all partners, so no agreement can have it.',
        { allPartners },
      )
      return errorAt(
        'record/inconsistent',
        spanOf(agreement, '/partner'),
        message,
        said('Rename the file of the agreement.'),
      )
    })
}
