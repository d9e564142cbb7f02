/** The index as it would be made now: its texts and nothing else. Nothing is drawn, and nothing is written. */
import { hasErrors, inOrder, type Outcome } from '../../model/diagnostic.ts'
import { noMemo } from '../../model/memo.ts'
import type { Language } from '../../model/text.ts'
import { pageOf } from '../../site/addresses.ts'
import type { Desk } from '../desk.ts'
import { sha256 } from '../digest.ts'
import { publicWorks } from './public-works.ts'
import { publishedOf } from './published-works.ts'
import type { SiteDoors, SiteOptions } from './request.ts'
import { siteTexts } from './texts.ts'

export interface SitePreview {
  readonly pages: readonly { readonly language: Language; readonly path: string; readonly sha256: string }[]
  /** Pages and feeds, by path below the output folder. */
  readonly texts: ReadonlyMap<string, string>
}

/** @throws where the output folder is behind the records, as `makeSite` does */
export async function previewSite(
  doors: SiteDoors,
  options: Pick<SiteOptions, 'asOf' | 'date'>,
): Promise<Outcome<SitePreview | undefined>> {
  const desk: Desk = { workspace: doors.workspace, inputs: await doors.workspace.read(), memo: noMemo }
  const asked = { ...options, jobs: 1, onProgress: () => {} }
  // A build may be under way with the memo of its own.
  const { memo: _, ...withoutMemo } = doors
  const { value: works, diagnostics } = await publicWorks(desk, withoutMemo, asked)
  const dataset = works?.compiled.loaded.value
  if (!works || !dataset) return { value: undefined, diagnostics }
  const published = await publishedOf(works, desk, doors)
  const { languages } = dataset.society.data
  // What is not drawn yet would be a gap on the page.
  const releases = published.value.releases.map(each => ({ ...each, picture: undefined }))
  const { templates } = works.compiled
  const made = siteTexts({ dataset, templates, languages, ...published.value, releases })
  const told = inOrder([...diagnostics, ...published.diagnostics, ...made.diagnostics])
  if (hasErrors(told)) return { value: undefined, diagnostics: told }
  const pages = languages.flatMap(language => {
    const path = pageOf(language, languages)
    const text = made.value.get(path)
    return text === undefined ? [] : [{ language, path, sha256: sha256(new TextEncoder().encode(text)) }]
  })
  return { value: { pages, texts: made.value }, diagnostics: told }
}
