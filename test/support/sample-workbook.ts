/** The sample dataset's report, resolved with the packaged templates. */

import type { TemplateSet } from '../../src/model/templates.ts'
import type { Workbook } from '../../src/model/workbook-sheet.ts'
import { resolveWorkbook } from '../../src/render/workbook/workbook.ts'
import { annualReports } from '../../src/report/annual-reports.ts'
import { inWords } from './in-words.ts'
import { packagedTemplates } from './packaged-templates.ts'
import { sampleDataset } from './sample-dataset.ts'

export function resolvedSample(id: string, language: string, templates: TemplateSet = packagedTemplates()) {
  const { value } = annualReports(sampleDataset(), { languages: [language] })
  const planned = value.find(each => each.id === id)
  if (!planned) throw new Error(`no report ${id} in ${language}`)
  return { ...resolveWorkbook(planned.model, templates), date: planned.date }
}

export function sampleWorkbook(id = 'icrc-2022', language = 'ru'): Workbook {
  const { value, diagnostics } = resolvedSample(id, language)
  if (diagnostics.length > 0)
    throw new Error(
      inWords(diagnostics)
        .map(({ message }) => message)
        .join('\n'),
    )
  return value
}
