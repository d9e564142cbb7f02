/** What is wrong with the templates of the index and with its words, before anybody makes one. Pure. */
import type { Dataset } from '../../model/dataset.ts'
import { type Diagnostic, distinct, together } from '../../model/diagnostic.ts'
import type { TemplateSet } from '../../model/templates.ts'
import { writeSitePage } from '../../render/site/site-page.ts'
import { examplePages } from '../../site/example-pages.ts'

export function siteRemarks({ society }: Dataset, templates: TemplateSet): readonly Diagnostic[] {
  const { languages } = society.data
  const around = { society: society.data, packs: templates.packs, languages }
  const found = languages
    .flatMap(language => examplePages(language, around))
    .flatMap(page => writeSitePage(page, templates, { canonical: undefined }).diagnostics)
  return together(distinct(found))
}
