/**
 * Every format in which a work is made, one row each: adding one is a row here and its renderer.
 *
 * A row only says where its code is: a build of nothing asks this table and loads no library.
 */

import type { Outcome } from '../model/diagnostic.ts'
import type { Content, RenderJob } from '../model/render-job.ts'
import type { ConsolidatedPage, ReportPage } from '../model/report-page.ts'
import { type Said, said, verbatim } from '../model/said.ts'
import type { TemplateSet } from '../model/templates.ts'
import type { Format } from '../model/work.ts'
import type { WorkbookModel } from '../model/workbook.ts'
import type { ReleaseWriter } from './beside/beside.ts'
import type { Browser } from './browser/browser.ts'

export interface FormatRow {
  /** As the preview sends it, and how it shows it: within a page of its own, by a link, or as a file to keep. */
  readonly mediaType: string
  readonly label: Said
  readonly shown: 'framed' | 'linked' | 'kept'
  /** Whose versions decide its bytes. */
  readonly libraries: readonly string[]
  /** Made by the browser, whose version decides too. */
  readonly isPrinted?: true
  /** What it says of a release; without it, a release does not come in this format. */
  readonly release?: () => Promise<ReleaseWriter>
  readonly report?: () => Promise<ReportWriter>
  readonly bytes: (job: RenderJob, engine: Engine) => Promise<Uint8Array>
}

/** Nothing where the report does not come in this format, or where the templates are wrong, which is told. */
export type ReportWriter = (report: WrittenReport, templates: TemplateSet) => Outcome<Content | undefined>

export interface WrittenReport {
  readonly book: WorkbookModel
  /** Its summary on paper. */
  readonly page: () => ReportPage | ConsolidatedPage
}

/** What there is to make bytes with. */
export interface Engine {
  readonly browser: () => Promise<Browser>
  /** What a file says it was made by. */
  readonly name: string
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const written: FormatRow['bytes'] = async job => ('text' in job ? utf8(job.text) : unlike(job))

function unlike({ path }: RenderJob): never {
  throw new TypeError(`${path} does not say what its format needs`)
}

/** In the order in which the preview links them. */
export const formats: { readonly [format: Format]: FormatRow } = {
  html: {
    mediaType: 'text/html; charset=utf-8',
    label: said('Preview'),
    shown: 'framed',
    // Which libvips it brings is fixed by its own version.
    libraries: ['sharp'],
    release: async () => (await import('./beside/beside.ts')).webPage,
    bytes: async job => {
      const { inlinePhotos } = await import('./beside/inline-photos.ts')
      return 'html' in job ? utf8(await inlinePhotos(job)) : unlike(job)
    },
  },
  pdf: {
    mediaType: 'application/pdf',
    label: verbatim('PDF'),
    shown: 'linked',
    libraries: ['@cantoo/pdf-lib'],
    isPrinted: true,
    release: async () => (await import('./beside/beside.ts')).printedPage,
    report: async () => {
      const { renderReportPage } = await import('./words/report-page.ts')
      return ({ page }, templates) => renderReportPage(page(), templates)
    },
    bytes: async (job, { browser, name }) => {
      const { makePdf } = await import('./pdf.ts')
      const { holdClaims } = await import('./hold-claims.ts')
      return 'attachments' in job ? holdClaims(await makePdf(job, await browser(), name), job.path) : unlike(job)
    },
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    label: said('Workbook'),
    shown: 'kept',
    libraries: ['exceljs', 'fflate'],
    report: async () => {
      const { resolveWorkbook } = await import('./workbook/workbook.ts')
      return ({ book }, templates) => {
        const { value, diagnostics } = resolveWorkbook(book, templates)
        return { value: { workbook: value }, diagnostics }
      }
    },
    bytes: async job => {
      const { writeXlsx } = await import('./xlsx/xlsx.ts')
      return 'workbook' in job ? writeXlsx(job.workbook, job.date) : unlike(job)
    },
  },
  txt: {
    mediaType: 'text/plain; charset=utf-8',
    label: said('Text'),
    shown: 'linked',
    libraries: [],
    release: async () => (await import('./beside/beside.ts')).plainText,
    bytes: written,
  },
  json: {
    mediaType: 'application/json; charset=utf-8',
    label: verbatim('JSON'),
    shown: 'linked',
    libraries: [],
    release: async () => (await import('./beside/beside.ts')).agencyItem,
    bytes: written,
  },
}

/** A format that is in no row is a bug. */
export function formatOf(name: Format): FormatRow {
  const row = formats[name]
  if (!row) throw new RangeError(`there is no format “${name}”`)
  return row
}

/** By format, of all in which a release comes. */
export async function releaseWriters(): Promise<ReadonlyMap<Format, ReleaseWriter>> {
  const writers = new Map<Format, ReleaseWriter>()
  for (const [format, { release }] of Object.entries(formats)) if (release) writers.set(format, await release())
  return writers
}

/** @param isWanted leaves the others out */
export async function reportWriters(isWanted: (row: FormatRow) => boolean): Promise<ReadonlyMap<Format, ReportWriter>> {
  const writers = new Map<Format, ReportWriter>()
  for (const [format, row] of Object.entries(formats))
    if (row.report && isWanted(row)) writers.set(format, await row.report())
  return writers
}
