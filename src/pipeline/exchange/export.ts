/** An export: the activities of a workspace as a table to be filled and imported, with names to choose from. */

import { csvOf } from '../../exchange/csv-text.ts'
import { sheetOf } from '../../exchange/sheet.ts'
import { siteOf } from '../../exchange/site.ts'
import { workbookOf } from '../../exchange/template.ts'
import { spanOf } from '../../model/dataset.ts'
import { type Diagnostic, errorAt, inOrder, warningAt } from '../../model/diagnostic.ts'
import { said } from '../../model/said.ts'
import { loadedFrom } from '../loaded.ts'
import type { Workspace } from '../workspace.ts'

export interface ExportRequest {
  readonly format: 'xlsx' | 'csv'
  /** Of headers and names; default: the main language. */
  readonly language?: string
  /** Of activities that begin in it. */
  readonly year?: number
  /** Headers alone, to be filled. */
  readonly isTemplate: boolean
}

export interface Exported {
  /** None where the workspace has errors. */
  readonly bytes?: Uint8Array
  readonly activities: number
  readonly diagnostics: readonly Diagnostic[]
}

export async function exportTable(workspace: Workspace, request: ExportRequest): Promise<Exported> {
  const { sources, templates, records } = loadedFrom(await workspace.read())
  const errors = [...sources.diagnostics, ...records.diagnostics].filter(({ severity }) => severity === 'error')
  if (!records.value || errors.length > 0) return { activities: 0, diagnostics: inOrder(errors) }
  const { wording } = templates.value
  const site = siteOf(records.value, templates.value)
  const { language = site.main, year, isTemplate, format } = request
  if (!wording.has(language)) return { activities: 0, diagnostics: [noWording(language, [...wording.keys()])] }
  const all = [...records.value.activity.values()].filter(
    ({ data }) => year === undefined || data.start.startsWith(`${year}-`),
  )
  const entries = isTemplate ? [] : all
  const sheet = sheetOf(entries, site, language)
  const told = sheet.leftOut.map(({ entry, column }) =>
    warningAt(
      'import/not-carried',
      spanOf(entry, `/${column.field.at?.join('/') ?? ''}`),
      said('“{header}” of {id} is longer than a cell can be, and is left blank.', {
        header: column.header,
        id: entry.id,
      }),
      said('An import leaves it as it is; change it in the record.'),
    ),
  )
  const bytes = format === 'csv' ? new TextEncoder().encode(csvOf(sheet)) : await xlsxOf(sheet, site, language)
  return { bytes, activities: entries.length, diagnostics: inOrder(told) }
}

/** The day of the file is the first that a package can have: the same records make the same bytes. */
async function xlsxOf(...[sheet, site, language]: Parameters<typeof workbookOf>): Promise<Uint8Array> {
  const { writeXlsx } = await import('../../render/xlsx/xlsx.ts')
  return writeXlsx(workbookOf(sheet, site, language), '1980-01-01')
}

function noWording(language: string, known: readonly string[]): Diagnostic {
  const message = said('There is no wording in “{language}”.', { language })
  return errorAt(
    'template/missing-wording',
    undefined,
    message,
    said('There is in {known}.', { known: known.join(', ') }),
  )
}
