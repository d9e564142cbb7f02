/** All that a dataset comes to, in words: what the renderers would be handed, by path. Neither disk nor browser. */
import type { Dataset } from '../../src/model/dataset.ts'
import type { ReleaseModel } from '../../src/model/document.ts'
import type { TemplateSet } from '../../src/model/templates.ts'
import { pathOf, stemOf, type WorkOf } from '../../src/model/work.ts'
import { namesIn } from '../../src/press/names.ts'
import { releasesOf, subjectsOf } from '../../src/press/releases.ts'
import { writeRelease } from '../../src/render/beside/beside.ts'
import { releaseWriters } from '../../src/render/formats.ts'
import { renderReportPage } from '../../src/render/words/report-page.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { consolidatedPage } from '../../src/report/consolidated/page.ts'
import { consolidatedReports } from '../../src/report/consolidated/reports.ts'
import { reportPage } from '../../src/report/page.ts'

const writers = await releaseWriters()

/** One after the other, each made when it is asked for. */
export function* wordsOf(dataset: Dataset, templates: TemplateSet): Iterable<readonly [path: string, words: string]> {
  for (const work of subjectsOf(dataset).flatMap(subject => releasesOf(subject, dataset).value))
    yield [stemOf(work), JSON.stringify(releaseWords(work, dataset, templates))] as const
  const annual = annualReports(dataset).value
  for (const work of annual)
    yield [
      pathOf(work, 'pdf'),
      JSON.stringify(renderReportPage(reportPage(work.model, templates.packs), templates).value),
    ] as const
  const consolidated = consolidatedReports(dataset).value
  for (const work of consolidated)
    yield [
      pathOf(work, 'pdf'),
      JSON.stringify(renderReportPage(consolidatedPage(work.model, templates.packs), templates).value),
    ] as const
  for (const work of [...annual, ...consolidated])
    yield [pathOf(work, 'xlsx'), JSON.stringify(resolveWorkbook(work.model, templates).value)] as const
}

function releaseWords(work: WorkOf<ReleaseModel>, { society }: Dataset, templates: TemplateSet): object {
  const { fdrs_code: issuer = '', time_zone: timeZone, languages } = society.data
  const written = writeRelease(work, { templates, around: { issuer, timeZone, languages }, namesIn, writers })
  const contents = [...written.value.values()]
  const attached = contents.flatMap(each => ('attachments' in each ? each.attachments : []))
  // Names in which no line may break are nothing that is said.
  const said = contents.map(each => ('names' in each ? { ...each, names: undefined } : each))
  const { letterhead, photos } = work.model
  return {
    said,
    attached: attached.map(({ bytes }) => new TextDecoder().decode(bytes)),
    pictures: [...photos, letterhead.logo].map(picture => picture?.path),
  }
}
