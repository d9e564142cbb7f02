/** DATASET x AGREEMENT x LANGUAGE -> WorkbookModel: one annual cooperation report for each. */
import type { Dataset, Entry } from '../model/dataset.ts'
import { compare, type Diagnostic, distinct, type Outcome } from '../model/diagnostic.ts'
import type { Language } from '../model/text.ts'
import type { WorkOf } from '../model/work.ts'
import type { AnnualWorkbook, SheetModel } from '../model/workbook.ts'
import { activityRegister } from './activity-register.ts'
import { ageRegister, regionRegister } from './breakdown-registers.ts'
import { budgetSheet } from './budget.ts'
import { makeOnce } from './cells.ts'
import { checksOf } from './checks.ts'
import { codeLists } from './code-lists.ts'
import { commitmentSheet } from './commitments.ts'
import { comparisonSheet } from './comparison.ts'
import { coverSheet } from './cover.ts'
import { currencySheet } from './currencies.ts'
import { factsOf, type Report } from './facts.ts'
import { geographySheet } from './geography.ts'
import { goImport } from './go-import.ts'
import { indicatorTable } from './indicator-table.ts'
import { earlierOf, type Ledger, ledgersOf } from './ledger.ts'
import { machineSheet } from './machine.ts'
import { meetingRegister } from './meeting-register.ts'
import { namesIn } from './names.ts'
import { narrativeSheet } from './narrative.ts'
import { peopleSheet } from './people.ts'
import { resultRegister } from './result-register.ts'
import { sourceSheet, sourcesOf } from './sources.ts'
import { spendingSheet } from './spending.ts'
import { summarySheet } from './summary.ts'

/** What is not named is not limited. */
export interface ReportFilters {
  readonly year?: number
  readonly partner?: string
  readonly languages?: readonly Language[]
}

export function annualReports(
  dataset: Dataset,
  filters: ReportFilters = {},
  ledgers: readonly Ledger[] = ledgersOf(dataset),
): Outcome<readonly WorkOf<AnnualWorkbook>[]> {
  const diagnostics: Diagnostic[] = []
  const value = ledgers
    .filter(({ agreement }) => isWanted(agreement, filters))
    .flatMap(ledger => {
      const earlier = earlierOf(ledger, ledgers)
      diagnostics.push(...ledger.diagnostics, ...checksOf({ dataset, ledger, earlier }))
      return languagesOf(dataset, filters).map(language => {
        const report = { dataset, ledger, earlier, language, names: namesIn(language, dataset) }
        const planned = annualReport(report)
        diagnostics.push(...report.names.diagnostics())
        return planned
      })
    })
  return { value, diagnostics: distinct(diagnostics) }
}

function isWanted({ data }: Entry<'agreement'>, { year, partner }: ReportFilters): boolean {
  return (year === undefined || data.year === year) && (partner === undefined || data.partner === partner)
}

function languagesOf({ society }: Dataset, { languages }: ReportFilters): readonly Language[] {
  return society.data.languages.filter(language => languages?.includes(language) ?? true)
}

const sheetsOf: readonly ((report: Report) => SheetModel)[] = [
  summarySheet,
  indicatorTable,
  peopleSheet,
  geographySheet,
  budgetSheet,
  currencySheet,
  comparisonSheet,
  narrativeSheet,
  activityRegister,
  meetingRegister,
  commitmentSheet,
  resultRegister,
  regionRegister,
  ageRegister,
  spendingSheet,
  codeLists,
  sourceSheet,
  machineSheet,
  goImport,
]

function annualReport(report: Report): WorkOf<AnnualWorkbook> {
  const { agreement } = report.ledger
  const sheets = sheetsOf.map(of => of(report))
  makeOnce(sheets)
  const names = sheets.map(({ sheet }) => sheet)
  return {
    kind: 'report',
    year: agreement.data.year,
    id: agreement.id,
    language: report.language,
    date: agreement.data.data_cutoff,
    records: sourcesOf(report)
      .map(({ id }) => id)
      .toSorted(compare),
    model: {
      layout: 'annual',
      language: report.language,
      facts: factsOf(report),
      colour: report.dataset.society.data.colours?.primary ?? '#3a4654',
      sheets: [coverSheet(report, names), ...sheets],
    },
  }
}
