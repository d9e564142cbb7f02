/** DATASET x AGREEMENT x LANGUAGE -> WorkbookModel: one annual cooperation report for each. */
import type { Dataset, Entry } from '../model/dataset.ts'
import { compare, type Diagnostic, type Outcome } from '../model/diagnostic.ts'
import type { Planned } from '../model/render-job.ts'
import type { Language } from '../model/text.ts'
import type { WorkbookModel } from '../model/workbook.ts'
import { activityRegister } from './activity-register.ts'
import { budgetSheet } from './budget.ts'
import { coverSheet } from './cover.ts'
import { factsOf, type Report } from './facts.ts'
import { type Ledger, ledgerOf } from './ledger.ts'
import { meetingRegister } from './meeting-register.ts'
import { namesIn } from './names.ts'
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
): Outcome<readonly Planned<WorkbookModel>[]> {
  const diagnostics: Diagnostic[] = []
  const value = [...dataset.agreement.values()]
    .filter(agreement => isWanted(agreement, filters))
    .flatMap(agreement => {
      const ledger = ledgerOf(dataset, agreement)
      diagnostics.push(...ledger.diagnostics)
      return languagesOf(dataset, filters).map(language => {
        const report = { dataset, ledger, language, names: namesIn(language, dataset) }
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

function annualReport(report: Report): Planned<WorkbookModel> {
  const { agreement } = report.ledger
  const sheets = [summarySheet, budgetSheet, activityRegister, spendingSheet, meetingRegister].map(of => of(report))
  const names = sheets.map(({ sheet }) => sheet)
  return {
    path: `reports/${agreement.data.year}/${agreement.id}.${report.language}.xlsx`,
    language: report.language,
    date: agreement.data.data_cutoff,
    records: recordsBehind(report.ledger),
    model: {
      layout: 'annual',
      language: report.language,
      facts: factsOf(report),
      colour: report.dataset.society.data.colours?.primary ?? '#3a4654',
      sheets: [coverSheet(report, names), ...sheets],
    },
  }
}

/** Everything that the report prints a fact or a name of. */
function recordsBehind({ agreement, activities, meetings }: Ledger): readonly string[] {
  const { partner, budget, indicators } = agreement.data
  const ids = new Set(['society', agreement.id, partner, ...[...budget, ...indicators].map(each => each.area)])
  for (const { entry } of activities) {
    const { area, places = [], implementers = [] } = entry.data
    for (const id of [entry.id, area, ...places, ...implementers]) ids.add(id)
  }
  for (const { id, data } of meetings) {
    for (const each of [id, data.host, ...data.partners, ...(data.areas ?? []), ...(data.place ? [data.place] : [])]) {
      ids.add(each)
    }
  }
  return [...ids].toSorted(compare)
}

/** The same name is missed, or rate lacking, in several reports: it is one mistake. */
function distinct(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ code, message, span }) => {
    const key = JSON.stringify([code, message, span?.file.path, span?.start])
    return !seen.has(key) && seen.add(key)
  })
}
