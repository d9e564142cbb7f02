/** All that a dataset comes to, in words: what the renderers would be handed, by path. Neither disk nor browser. */
import type { Dataset } from '../../src/model/dataset.ts'
import type { ReleaseModel } from '../../src/model/document.ts'
import type { Planned } from '../../src/model/render-job.ts'
import type { TemplateSet } from '../../src/model/templates.ts'
import { releasesOf, subjectsOf } from '../../src/press/releases.ts'
import { renderBeside } from '../../src/render/beside/beside.ts'
import { renderRelease } from '../../src/render/words/html.ts'
import { renderReportPage } from '../../src/render/words/report-page.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { reportPage } from '../../src/report/page.ts'

/** One after the other, each made when it is asked for. */
export function* wordsOf(dataset: Dataset, templates: TemplateSet): Iterable<readonly [path: string, words: string]> {
  for (const plan of subjectsOf(dataset).flatMap(subject => releasesOf(subject, dataset).value))
    yield [plan.path, JSON.stringify(releaseWords(plan, dataset, templates))] as const
  const annual = annualReports(dataset).value
  for (const plan of annual.map(reportPage))
    yield [plan.path, JSON.stringify(renderReportPage(plan, templates).value)] as const
  for (const plan of [...annual, ...consolidatedReports(dataset).value])
    yield [plan.path, JSON.stringify(resolveWorkbook(plan.model, templates).value)] as const
}

function releaseWords(plan: Planned<ReleaseModel>, { society }: Dataset, templates: TemplateSet): object {
  const { fdrs_code: issuer = '', time_zone: timeZone, languages } = society.data
  const { attachments = [], ...beside } = renderBeside(plan, templates, { issuer, timeZone, languages }).value ?? {}
  const { letterhead, photos } = plan.model
  return {
    page: renderRelease(plan, templates).value,
    ...beside,
    attached: attachments.map(({ bytes }) => new TextDecoder().decode(bytes)),
    pictures: [...photos, letterhead.logo].map(picture => picture?.path),
  }
}
