/** Reports as works: workbooks, and their summaries on paper. All of them rest on all records, so they are one step. */
import { createHash } from 'node:crypto'
import { timed } from '../disk/spans.ts'
import { allIn, type Dataset } from '../model/dataset.ts'
import type { Outcome } from '../model/diagnostic.ts'
import { lazily } from '../model/lazily.ts'
import type { Content } from '../model/render-job.ts'
import type { TemplateSet } from '../model/templates.ts'
import { type Format, stemOf, type Work, type WorkOf, workItself } from '../model/work.ts'
import type { WorkbookModel } from '../model/workbook.ts'
import { type ReportWriter, reportWriters, type WrittenReport } from '../render/formats.ts'
import { accountsOf } from '../report/account.ts'
import { annualReports, plannedAnnual } from '../report/annual-reports.ts'
import { consolidatedPage } from '../report/consolidated/page.ts'
import { consolidatedReports } from '../report/consolidated/reports.ts'
import { reportPage } from '../report/page.ts'
import { contentOf } from './digest.ts'
import { scriptsLackingIn } from './lacking-scripts.ts'
import type { Steps } from './memo/steps.ts'
import { atItsRecords } from './said.ts'
import type { Selection } from './select.ts'
import type { KeyedWork } from './work.ts'

export interface Reporting {
  readonly dataset: Dataset
  readonly templates: TemplateSet
  readonly templatesDigest: string
  readonly selection: Selection
  readonly steps: Steps
  readonly isWanted: (work: Work) => boolean
  /** What is written stays until its bytes are made; else it is written again for whoever asks. */
  readonly isKept: boolean
}

export async function reportWorks(reporting: Reporting): Promise<Outcome<readonly KeyedWork[]>> {
  const { dataset, templatesDigest, selection, steps } = reporting
  const { releaseAsOf: _, ...filters } = selection
  const key = contentOf(digestOfRecords(dataset), templatesDigest, filters)
  const writers = await reportWriters(({ isPrinted }) => !(isPrinted && selection.only === 'workbook'))
  const write = lazily(() => writtenReports(reporting, writers))
  const { value, diagnostics } = steps.once('books', key, () => ({
    value: write().value.map(({ work, formats }) => ({ ...work, formats })),
    diagnostics: write().diagnostics,
  }))
  const kept = () => (reporting.isKept ? write() : writtenReports({ ...reporting, isKept: true }, writers))
  const contents = lazily(() => new Map(kept().value.map(each => [stemOf(each.work), each.contents])))
  const works = value.map(
    (work): KeyedWork => ({
      ...work,
      key: contentOf(key, stemOf(work)),
      pictures: [],
      write: () => contents().get(stemOf(work))?.() ?? new Map(),
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
  readonly formats: readonly Format[]
  readonly contents: () => ReadonlyMap<Format, Content>
}

function writtenReports(
  { dataset, templates, isWanted, isKept }: Reporting,
  writers: ReadonlyMap<Format, ReportWriter>,
): Outcome<readonly Written[]> {
  const accounts = accountsOf(dataset)
  // Where nothing is kept, a report is made when its turn comes: all of them together hold more than all records.
  const annual = annualReports(dataset, isKept ? {} : { languages: [] }, accounts)
  const planned = isKept ? [] : plannedAnnual(dataset, accounts)
  const consolidated = consolidatedReports(dataset, accounts)
  const written = (work: WorkOf<WorkbookModel>, page: WrittenReport['page']): Outcome<Written> => {
    const write = () => timed('words', stemOf(work), () => inEach(writers, { book: work.model, page }, templates))
    const { value: contents, diagnostics } = write()
    const formats = [...contents.keys()]
    return {
      value: { work: workItself(work), formats, contents: keeping(isKept ? contents : new Map()) },
      diagnostics: [
        ...diagnostics.flatMap(told => atItsRecords(told, work, dataset)),
        ...scriptsLackingIn([...contents.values()], work.language, { dataset, templates }),
      ],
    }
  }
  const all = [
    ...planned.flatMap(({ make }) => {
      const { value: made, diagnostics } = make()
      if (!isWanted(made.work)) return []
      const { value, diagnostics: told } = written(made.work, () => made.page(templates.packs))
      return [{ value, diagnostics: [...diagnostics, ...told] }]
    }),
    ...annual.value.filter(isWanted).map(work => written(work, () => reportPage(work.model, templates.packs))),
    ...consolidated.value
      .filter(isWanted)
      .map(work => written(work, () => consolidatedPage(work.model, templates.packs))),
  ]
  return {
    value: all.map(each => each.value),
    diagnostics: [...annual.diagnostics, ...consolidated.diagnostics, ...all.flatMap(each => each.diagnostics)],
  }
}

/** By itself, so that what another closure of its caller can see does not hold the value too. */
const keeping =
  <T>(value: T): (() => T) =>
  () =>
    value

function inEach(
  writers: ReadonlyMap<Format, ReportWriter>,
  report: WrittenReport,
  templates: TemplateSet,
): Outcome<ReadonlyMap<Format, Content>> {
  const outcomes = [...writers].map(([format, write]) => [format, write(report, templates)] as const)
  return {
    value: new Map(outcomes.flatMap(([format, { value }]) => (value ? [[format, value] as const] : []))),
    diagnostics: outcomes.flatMap(([, { diagnostics }]) => diagnostics),
  }
}
