/** DATASET x AGREEMENT x PERIOD x LANGUAGE -> WorkbookModel: one cooperation report for each. */
import type { Dataset } from '../model/dataset.ts'
import { compare, type Diagnostic, distinct, type Outcome } from '../model/diagnostic.ts'
import type { LanguagePacks } from '../model/language-pack.ts'
import type { Language } from '../model/text.ts'
import type { WorkName, WorkOf } from '../model/work.ts'
import type { AnnualWorkbook } from '../model/workbook.ts'
import { type Account, accountsOf } from './account.ts'
import { accountChecks } from './account-checks.ts'
import { checksOf } from './checks.ts'
import { factsOf } from './facts.ts'
import { type Ledger, ledgerIn } from './ledger.ts'
import { leftOutFacts } from './left-out-facts.ts'
import { namesIn } from './names.ts'
import { reportPage } from './page.ts'
import type { PlannedReport } from './planned.ts'
import { activities } from './registers/activities.ts'
import { byAge } from './registers/ages.ts'
import { budget } from './registers/budget.ts'
import { indicators } from './registers/indicators.ts'
import { narrative } from './registers/narrative.ts'
import { parts } from './registers/parts.ts'
import { byRegion } from './registers/regions.ts'
import { results } from './registers/results.ts'
import { sourceRegister } from './registers/sources.ts'
import { spending } from './registers/spending.ts'
import { summary } from './registers/summary.ts'
import { type Report, reportOn } from './report.ts'
import { periodsOf } from './report-period.ts'
import { commitments } from './sheets/commitments.ts'
import { comparison } from './sheets/comparison.ts'
import { coverSheet } from './sheets/cover.ts'
import { currencies } from './sheets/currencies.ts'
import { funds } from './sheets/funds.ts'
import { geography } from './sheets/geography.ts'
import { goImport } from './sheets/go-import.ts'
import { lists } from './sheets/lists.ts'
import { machine } from './sheets/machine.ts'
import { meetings } from './sheets/meetings.ts'
import { people } from './sheets/people.ts'
import { revisions } from './sheets/revisions.ts'
import { targets } from './sheets/targets.ts'
import { sourcesOf } from './sources.ts'
import { modelsOf, thereIn } from './table.ts'

/** What is not named is not limited. */
export interface ReportFilters {
  readonly year?: number
  readonly partner?: string
  readonly languages?: readonly Language[]
}

export function annualReports(
  dataset: Dataset,
  filters: ReportFilters = {},
  accounts: readonly Account[] = accountsOf(dataset),
): Outcome<readonly WorkOf<AnnualWorkbook>[]> {
  const diagnostics: Diagnostic[] = []
  const wanted = accounts.flatMap(account =>
    periodsOf(account.agreement.data, account.years)
      .map(period => ledgerIn(account, period))
      .filter(ledger => isWanted(ledger, filters)),
  )
  const main = dataset.society.data.languages[0] ?? 'en'
  const reportIn = (ledger: Ledger, language: Language) =>
    reportOn(ledger, { dataset, accounts, language, names: namesIn(language, dataset) })
  // What is checked is what is printed: figures of the one are not worked out again for the other.
  const checked = new Map<Ledger, Report>()
  for (const account of new Set(wanted.map(ledger => ledger.account))) {
    diagnostics.push(...account.diagnostics, ...accountChecks(account, accounts))
    for (const ledger of yearsOf(account)) {
      const report = reportIn(ledger, main)
      checked.set(ledger, report)
      diagnostics.push(...checksOf(report))
    }
  }
  const made = (ledger: Ledger, language: Language) =>
    (language === main ? checked.get(ledger) : undefined) ?? reportIn(ledger, language)
  const value = wanted.flatMap(ledger =>
    languagesOf(dataset, filters).map(language => {
      const report = made(ledger, language)
      const work = annualReport(report)
      diagnostics.push(...report.names.diagnostics())
      return work
    }),
  )
  return { value, diagnostics: distinct(diagnostics) }
}

/** All that there can be, by name. Nothing of them is made, and nothing is checked. */
export function plannedAnnual(
  dataset: Dataset,
  accounts: readonly Account[],
): readonly PlannedReport<AnnualWorkbook>[] {
  return accounts.flatMap(account =>
    periodsOf(account.agreement.data, account.years).flatMap(period => {
      const ledger = ledgerIn(account, period)
      return dataset.society.data.languages.map(language => plannedOf(ledger, { dataset, accounts, language }))
    }),
  )
}

interface Among {
  readonly dataset: Dataset
  readonly accounts: readonly Account[]
  readonly language: Language
}

function plannedOf(ledger: Ledger, of: Among): PlannedReport<AnnualWorkbook> {
  return {
    name: nameOfReport(ledger, of.language),
    agreements: [ledger.agreement.id],
    leftOut: () => leftOutFacts(ledger, of.dataset),
    make: () => {
      const report = reportOn(ledger, { ...of, names: namesIn(of.language, of.dataset) })
      const work = annualReport(report)
      const page = (packs: LanguagePacks) => reportPage(work.model, packs)
      return { value: { work, page }, diagnostics: report.names.diagnostics() }
    },
  }
}

const nameOfReport = ({ agreement, period }: Ledger, language: Language): WorkName => ({
  kind: 'report',
  year: period.year,
  id: agreement.id,
  ...(period.id !== undefined && { period: period.id }),
  language,
})

/** Figures are held to what was agreed reporting year by reporting year, whichever reports are made of them. */
const yearsOf = (account: Account): readonly Ledger[] =>
  periodsOf({ ...account.agreement.data, reports: ['year'] }, account.years).map(period => ledgerIn(account, period))

function isWanted({ agreement, period }: Ledger, { year, partner }: ReportFilters): boolean {
  return (year === undefined || period.year === year) && (partner === undefined || agreement.data.partner === partner)
}

function languagesOf({ society }: Dataset, { languages }: ReportFilters): readonly Language[] {
  return society.data.languages.filter(language => languages?.includes(language) ?? true)
}

/** The sheets after the cover. */
const sheets = [
  summary,
  indicators,
  targets,
  people,
  geography,
  budget,
  revisions,
  funds,
  currencies,
  comparison,
  narrative,
  activities,
  meetings,
  commitments,
  results,
  parts,
  byRegion,
  byAge,
  spending,
  lists,
  sourceRegister('sources', sourcesOf),
  machine,
  goImport,
]

function annualReport(report: Report): WorkOf<AnnualWorkbook> {
  const { agreement } = report.ledger
  const { there, absent } = thereIn(sheets, report)
  const models = modelsOf(there, report)
  return {
    ...nameOfReport(report.ledger, report.language),
    date: agreement.data.data_cutoff,
    records: sourcesOf(report)
      .map(({ id }) => id)
      .toSorted(compare),
    model: {
      layout: 'annual',
      language: report.language,
      facts: factsOf(report),
      colour: report.dataset.society.data.colours?.primary ?? '#3a4654',
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
