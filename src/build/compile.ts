/** From files to what is to be rendered, all of it pure but the reading: the half of a build that `check` shares. */

import { load } from '../load/load.ts'
import { loadTemplates } from '../load/templates.ts'
import type { Dataset } from '../model/dataset.ts'
import { type Diagnostic, inOrder } from '../model/diagnostic.ts'
import type { ReleaseModel } from '../model/document.ts'
import type { Planned } from '../model/render-job.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Workbook } from '../model/workbook.ts'
import { editorialChecks } from '../press/editorial.ts'
import { photosWithoutCredit, withCredits } from '../press/photo-credits.ts'
import { releases } from '../press/releases.ts'
import { type Beside, renderBeside } from '../render/beside/beside.ts'
import type { Surroundings } from '../render/beside/surroundings.ts'
import { UnreadablePhoto } from '../render/photo.ts'
import { creditIn } from '../render/photo-credit.ts'
import { coverageOf } from '../render/words/font-coverage.ts'
import { renderRelease } from '../render/words/html.ts'
import { type PrintedReport, renderReportPage } from '../render/words/report-page.ts'
import { resolveWorkbook } from '../render/workbook/workbook.ts'
import { annualReports } from '../report/annual-reports.ts'
import { consolidatedReports } from '../report/consolidated/reports.ts'
import { ledgersOf } from '../report/ledger.ts'
import { reportPage } from '../report/page.ts'
import { isSelected, relevant, type Selection } from './select.ts'
import type { Workspace } from './workspace.ts'

/** A release as HTML, with what the page will show, and what stands beside it: nothing where the templates are wrong. */
export type Page = Planned<ReleaseModel> & { readonly html: string; readonly beside: Beside | undefined }

export interface Compiled {
  readonly dataset: Dataset | undefined
  readonly templates: TemplateSet
  readonly pages: readonly Page[]
  readonly workbooks: readonly (Planned<unknown> & { readonly workbook: Workbook })[]
  /** Summaries of the reports for paper: nothing where the templates are wrong. */
  readonly summaries: readonly (Planned<unknown> & { readonly printed: PrintedReport | undefined })[]
  /** All there is to tell about the workspace, in order. */
  readonly diagnostics: readonly Diagnostic[]
  /** Those that concern what was asked for. */
  readonly relevant: readonly Diagnostic[]
}

/** @param asOf the moment (ISO 8601, UTC) that editorial checks call now; it decides diagnostics, never bytes. */
export async function compile(workspace: Workspace, selection: Selection, asOf: string): Promise<Compiled> {
  const sources = await workspace.sources()
  const files = await workspace.templates()
  const dataset = load(sources.files, sources.media)
  const templates = loadTemplates(files.texts, files.fonts)
  const read = [...sources.diagnostics, ...files.diagnostics, ...dataset.diagnostics, ...templates.diagnostics]
  const nothing = { dataset: dataset.value, templates: templates.value, pages: [], workbooks: [], summaries: [] }
  if (!dataset.value) return { ...nothing, diagnostics: inOrder(read), relevant: inOrder(read) }

  const known = dataset.value
  const credited = withCredits(known, await ownCredits(known, workspace))
  const press = releases(credited)
  const isWanted = (plan: Planned<unknown>): boolean => isSelected(plan, selection, known)
  const around = surroundings(known, press.value)
  const pages = press.value.filter(isWanted).map(plan => ({
    plan,
    html: renderRelease(plan, templates.value),
    beside: renderBeside(plan, templates.value, around(plan)),
  }))
  const ledgers = ledgersOf(known)
  const annual = annualReports(known, {}, ledgers)
  const consolidated = consolidatedReports(known, ledgers)
  const books = [...annual.value, ...consolidated.value]
    .filter(isWanted)
    .map(plan => ({ plan, workbook: resolveWorkbook(plan.model, templates.value) }))
  const summaries = (selection.only === 'workbook' ? [] : annual.value.filter(isWanted)).map(book => {
    const plan = reportPage(book)
    return { plan, printed: renderReportPage(plan, templates.value) }
  })
  const resolved = [
    ...pages.flatMap(each => [each.html, each.beside]),
    ...books.map(each => each.workbook),
    ...summaries.map(each => each.printed),
  ].flatMap(each => each.diagnostics)
  const editorial = editorialChecks(credited, { asOf, shows: coverageOf(templates.value.fonts) })
  const reported = [...annual.diagnostics, ...consolidated.diagnostics]
  const told = [...read, ...press.diagnostics, ...editorial, ...reported, ...resolved]
  const diagnostics = inOrder(unique(told))
  const plans = [...pages, ...books].map(each => each.plan)
  return {
    dataset: known,
    templates: templates.value,
    pages: pages.map(({ plan, html, beside }) => ({ ...plan, html: html.value, beside: beside.value })),
    workbooks: books.map(({ plan, workbook }) => ({ ...plan, workbook: workbook.value })),
    summaries: summaries.map(({ plan, printed }) => ({ ...plan, printed: printed.value })),
    diagnostics,
    relevant: relevant(diagnostics, selection, plans, dataset),
  }
}

/** Of the photos that need it: a credit in the record goes before the photo's own. */
async function ownCredits(dataset: Dataset, workspace: Workspace): Promise<ReadonlyMap<string, string>> {
  const credits = new Map<string, string>()
  for (const path of photosWithoutCredit(dataset)) {
    // A photo that cannot be read is told where it is needed.
    const bytes = await workspace.readMedia(path).catch(ifUnreadable)
    const credit = bytes && (await creditIn(bytes))
    if (credit) credits.set(path, credit)
  }
  return credits
}

function ifUnreadable(thrown: unknown): undefined {
  if (!(thrown instanceof UnreadablePhoto)) throw thrown
}

/** The languages of a release, whichever of them are asked for: what a page links to does not depend on a filter. */
function surroundings({ society }: Dataset, plans: readonly Planned<ReleaseModel>[]) {
  const { fdrs_code: code, country, time_zone: timeZone, languages } = society.data
  const built = Map.groupBy(plans, plan => plan.model.id)
  return ({ model }: Planned<ReleaseModel>): Surroundings => {
    const told = built.get(model.id)?.map(plan => plan.language) ?? []
    const issuer = (code ?? country).toLowerCase()
    return { issuer, timeZone, languages: languages.filter(language => told.includes(language)) }
  }
}

/** A mistake in a template shows in every artifact made with it; it is told once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ code, span, message }: Diagnostic): string => `${code} ${span?.file.path} ${span?.start} ${message}`
  return [...new Map(diagnostics.map(each => [key(each), each])).values()]
}
