/** From files to what is to be rendered, all of it pure but the reading: the half of a build that `check` shares. */

import { load } from '../load/load.ts'
import { loadTemplates } from '../load/templates.ts'
import type { Dataset } from '../model/dataset.ts'
import { type Diagnostic, inOrder } from '../model/diagnostic.ts'
import type { ReleaseModel } from '../model/document.ts'
import type { Planned } from '../model/render-job.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Workbook } from '../model/workbook.ts'
import { releases } from '../press/releases.ts'
import { renderRelease } from '../render/html.ts'
import { resolveWorkbook } from '../render/workbook.ts'
import { annualReports } from '../report/annual-reports.ts'
import { isSelected, relevant, type Selection } from './select.ts'
import type { Workspace } from './workspace.ts'

/** A release as HTML, with what the page will show. */
export type Page = Planned<ReleaseModel> & { readonly html: string }

export interface Compiled {
  readonly dataset: Dataset | undefined
  readonly templates: TemplateSet
  readonly pages: readonly Page[]
  readonly workbooks: readonly (Planned<unknown> & { readonly workbook: Workbook })[]
  /** All there is to tell about the workspace, in order. */
  readonly diagnostics: readonly Diagnostic[]
  /** Those that concern what was asked for. */
  readonly relevant: readonly Diagnostic[]
}

export async function compile(workspace: Workspace, selection: Selection): Promise<Compiled> {
  const sources = await workspace.sources()
  const files = await workspace.templates()
  const dataset = load(sources.files, sources.media)
  const templates = loadTemplates(files.texts, files.fonts)
  const read = [...sources.diagnostics, ...files.diagnostics, ...dataset.diagnostics, ...templates.diagnostics]
  const nothing = { dataset: dataset.value, templates: templates.value, pages: [], workbooks: [] }
  if (!dataset.value) return { ...nothing, diagnostics: inOrder(read), relevant: inOrder(read) }

  const known = dataset.value
  const press = releases(known)
  const isWanted = (plan: Planned<unknown>): boolean => isSelected(plan, selection, known)
  const pages = press.value.filter(isWanted).map(plan => ({ plan, html: renderRelease(plan, templates.value) }))
  const reports = annualReports(known)
  const books = reports.value
    .filter(isWanted)
    .map(plan => ({ plan, workbook: resolveWorkbook(plan.model, templates.value) }))
  const resolved = [...pages.map(each => each.html), ...books.map(each => each.workbook)].flatMap(
    each => each.diagnostics,
  )
  const diagnostics = inOrder(unique([...read, ...press.diagnostics, ...reports.diagnostics, ...resolved]))
  const plans = [...pages, ...books].map(each => each.plan)
  return {
    dataset: known,
    templates: templates.value,
    pages: pages.map(({ plan, html }) => ({ ...plan, html: html.value })),
    workbooks: books.map(({ plan, workbook }) => ({ ...plan, workbook: workbook.value })),
    diagnostics,
    relevant: relevant(diagnostics, selection, plans, dataset),
  }
}

/** A mistake in a template shows in every artifact made with it; it is told once. */
function unique(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ code, span, message }: Diagnostic): string => `${code} ${span?.file.path} ${span?.start} ${message}`
  return [...new Map(diagnostics.map(each => [key(each), each])).values()]
}
