/**
 * The story of an index:
 *
 *     read -> what is public, and lies in the output folder as its records say (public-works.ts)
 *          -> facts of releases off their .json, figures of reports off their summaries -> pages and feeds (texts.ts)
 *          | pictures that are due -> texts -> what is no longer public goes -> list (site-list.ts)
 *
 * Nothing is written before all texts are there. What is about to be written is listed first, so that an index that was
 * interrupted is cleared away by the next.
 */
import { hasErrors, inOrder } from '../../model/diagnostic.ts'
import { noMemo } from '../../model/memo.ts'
import type { Desk } from '../desk.ts'
import { publicWorks } from './public-works.ts'
import { publishedOf } from './published-works.ts'
import type { SiteDoors, SiteOptions, SiteReport } from './request.ts'
import { siteTexts } from './texts.ts'
import { writeSite } from './write-site.ts'

export async function makeSite(doors: SiteDoors, options: SiteOptions): Promise<SiteReport> {
  const memo = doors.memo ?? noMemo
  const desk: Desk = { workspace: doors.workspace, inputs: await doors.workspace.read(), memo }
  try {
    const { value: works, diagnostics } = await publicWorks(desk, doors, options)
    const dataset = works?.compiled.loaded.value
    if (!works || !dataset) return { outcome: 'refused', artifacts: [], diagnostics, unlisted: [] }
    const published = await publishedOf(works, desk, doors)
    const { templates } = works.compiled
    const languages = dataset.society.data.languages.filter(each => options.languages?.includes(each) ?? true)
    const texts = siteTexts({ dataset, templates, languages, ...published.value })
    const told = inOrder([...diagnostics, ...published.diagnostics, ...texts.diagnostics])
    if (hasErrors(told)) return { outcome: 'refused', artifacts: [], diagnostics: told, unlisted: [] }
    const artifacts = await writeSite(works, texts.value, doors, options)
    const { site: address } = dataset.society.data
    return { outcome: 'done', artifacts, diagnostics: told, address, unlisted: works.unlisted }
  } finally {
    doors.memo?.save()
  }
}
