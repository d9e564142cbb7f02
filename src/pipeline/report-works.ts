/** Reports as works: workbooks, and their summaries on paper. All of them rest on all records, so they are one step. */
import { createHash } from 'node:crypto'
import { allIn, type Dataset } from '../model/dataset.ts'
import type { Outcome } from '../model/diagnostic.ts'
import type { Place, Planned } from '../model/render-job.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Workbook } from '../model/workbook.ts'
import { type PrintedReport, renderReportPage } from '../render/words/report-page.ts'
import { resolveWorkbook } from '../render/workbook/workbook.ts'
import { annualReports } from '../report/annual-reports.ts'
import { consolidatedReports } from '../report/consolidated/reports.ts'
import { ledgersOf } from '../report/ledger.ts'
import { reportPage } from '../report/page.ts'
import { contentOf, lazily, type Steps } from './desk.ts'
import type { Selection } from './select.ts'
import type { Made, Work } from './works.ts'

export type Book = Planned<unknown> & { readonly workbook: Workbook }
/** A report on paper: nothing where the templates are wrong. */
export type Summary = Planned<unknown> & { readonly printed: PrintedReport | undefined }

export interface Reporting {
  readonly dataset: Dataset
  readonly templates: TemplateSet
  readonly templatesDigest: string
  readonly selection: Selection
  readonly steps: Steps
  readonly isWanted: (place: Place) => boolean
}

export function reportWorks(reporting: Reporting): Outcome<readonly Work[]> {
  const { dataset, templatesDigest, selection, steps } = reporting
  const { releaseAsOf: _, ...filters } = selection
  const key = contentOf(digestOfRecords(dataset), templatesDigest, filters)
  const make = lazily(() => reportsOf(reporting))
  const { value, diagnostics } = steps.once('books', key, () => ({
    value: make().value.map(each => each.place),
    diagnostics: make().diagnostics,
  }))
  const works = value.map(
    (place): Work => ({
      place,
      key: contentOf(key, place.path),
      make: () => make().value.find(each => each.place.path === place.path)?.made ?? {},
    }),
  )
  return { value: works, diagnostics }
}

/** Paths are in it: a report names the file of every record behind it. One at a time: all would be a very long text. */
function digestOfRecords(dataset: Dataset): string {
  const hash = createHash('sha256')
  for (const { kind, id, data, origin } of allIn(dataset))
    hash.update(JSON.stringify([kind, id, origin.file.path, data]))
  return hash.digest('hex')
}

interface Report {
  readonly place: Place
  readonly made: Partial<Made>
}

function reportsOf({ dataset, templates, selection, isWanted }: Reporting): Outcome<readonly Report[]> {
  const ledgers = ledgersOf(dataset)
  const annual = annualReports(dataset, {}, ledgers)
  const consolidated = consolidatedReports(dataset, ledgers)
  const books = [...annual.value, ...consolidated.value].filter(isWanted).map(plan => {
    const { value, diagnostics } = resolveWorkbook(plan.model, templates)
    return { report: reportAt(plan, { workbooks: [{ ...plan, workbook: value }] }), diagnostics }
  })
  const summaries = (selection.only === 'workbook' ? [] : annual.value.filter(isWanted)).map(book => {
    const plan = reportPage(book)
    const { value, diagnostics } = renderReportPage(plan, templates)
    return { report: reportAt(plan, { summaries: [{ ...plan, printed: value }] }), diagnostics }
  })
  const all = [...books, ...summaries]
  return {
    value: all.map(each => each.report),
    diagnostics: [...annual.diagnostics, ...consolidated.diagnostics, ...all.flatMap(each => each.diagnostics)],
  }
}

const reportAt = ({ path, language, date, records }: Place, made: Partial<Made>): Report => ({
  place: { path, language, date, records },
  made,
})
