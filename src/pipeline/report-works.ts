/** Reports as works: workbooks, and their summaries on paper. All of them rest on all records, so they are one step. */
import { createHash } from 'node:crypto'
import { allIn, type Dataset } from '../model/dataset.ts'
import type { Outcome } from '../model/diagnostic.ts'
import type { Content } from '../model/render-job.ts'
import type { TemplateSet } from '../model/templates.ts'
import { type Format, stemOf, type Work, type WorkOf, workItself } from '../model/work.ts'
import type { WorkbookModel } from '../model/workbook.ts'
import { type ReportWriter, reportWriters, type WrittenReport } from '../render/formats.ts'
import { accountsOf } from '../report/account.ts'
import { annualReports } from '../report/annual-reports.ts'
import { consolidatedPage } from '../report/consolidated/page.ts'
import { consolidatedReports } from '../report/consolidated/reports.ts'
import { reportPage } from '../report/page.ts'
import { contentOf } from './digest.ts'
import { lazily } from './lazily.ts'
import type { Steps } from './memo/steps.ts'
import type { Selection } from './select.ts'
import type { KeyedWork } from './work.ts'

export interface Reporting {
  readonly dataset: Dataset
  readonly templates: TemplateSet
  readonly templatesDigest: string
  readonly selection: Selection
  readonly steps: Steps
  readonly isWanted: (work: Work) => boolean
}

export async function reportWorks(reporting: Reporting): Promise<Outcome<readonly KeyedWork[]>> {
  const { dataset, templatesDigest, selection, steps } = reporting
  const { releaseAsOf: _, ...filters } = selection
  const key = contentOf(digestOfRecords(dataset), templatesDigest, filters)
  const writers = await reportWriters(({ isPrinted }) => !(isPrinted && selection.only === 'workbook'))
  const write = lazily(() => writtenReports(reporting, writers))
  const { value, diagnostics } = steps.once('books', key, () => ({
    value: write().value.map(({ work, contents }) => ({ ...work, formats: [...contents.keys()] })),
    diagnostics: write().diagnostics,
  }))
  const contents = lazily(() => new Map(write().value.map(each => [stemOf(each.work), each.contents])))
  const works = value.map(
    (work): KeyedWork => ({
      ...work,
      key: contentOf(key, stemOf(work)),
      write: () => ({ contents: contents().get(stemOf(work)) ?? new Map(), pictures: [] }),
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

interface Written {
  readonly work: Work
  readonly contents: ReadonlyMap<Format, Content>
}

function writtenReports(
  { dataset, templates, isWanted }: Reporting,
  writers: ReadonlyMap<Format, ReportWriter>,
): Outcome<readonly Written[]> {
  const accounts = accountsOf(dataset)
  const annual = annualReports(dataset, {}, accounts)
  const consolidated = consolidatedReports(dataset, accounts)
  const written = (work: WorkOf<WorkbookModel>, page: WrittenReport['page']): Outcome<Written> => {
    const outcomes = [...writers].map(
      ([format, write]) => [format, write({ book: work.model, page }, templates)] as const,
    )
    const contents = outcomes.flatMap(([format, { value }]) => (value ? [[format, value] as const] : []))
    return {
      value: { work: workItself(work), contents: new Map(contents) },
      diagnostics: outcomes.flatMap(([, { diagnostics }]) => diagnostics),
    }
  }
  const all = [
    ...annual.value.filter(isWanted).map(work => written(work, () => reportPage(work.model))),
    ...consolidated.value.filter(isWanted).map(work => written(work, () => consolidatedPage(work.model))),
  ]
  return {
    value: all.map(each => each.value),
    diagnostics: [...annual.diagnostics, ...consolidated.diagnostics, ...all.flatMap(each => each.diagnostics)],
  }
}
