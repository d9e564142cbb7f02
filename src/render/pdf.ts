/** HTML -> PDF: laid out in a tab, printed tagged and with an outline, and not believed until it holds what the page did. */

import { RenderFailure } from '../model/fault.ts'
import type { PdfJob, RenderJob } from '../model/render-job.ts'
import type { Browser } from './browser/browser.ts'

/** As the browser prints it: its clock and its node numbers are in the file, and no reader is told what it is. */
export async function printPdf(page: Pick<PdfJob, 'html' | 'assets'>, browser: Browser): Promise<Uint8Array> {
  return browser.use(async tab => {
    const { hasText } = await tab.show(page)
    const bytes = await tab.print()
    if (hasText) refuseBlank(bytes)
    return bytes
  })
}

/**
 * Fit to publish: PDF/UA-1 and PDF/A-3a, the same bytes for the same job. The finisher is loaded on first need, since its
 * library takes longer to load than a build of nothing may take.
 */
export async function makePdf(job: PrintJob, browser: Browser, creatorTool: string): Promise<Uint8Array> {
  const printed = await printPdf(job, browser)
  const { finishPdf } = await import('./finish/finish-pdf.ts')
  const { facts, language, date } = job
  const attachments = job.attachments.map(each => ({ ...each, relationship: 'Source' as const }))
  return finishPdf(printed, { ...facts, language, date, creatorTool, attachments })
}

type PrintJob = RenderJob & PdfJob

/** Without a font that fontconfig can see, Chromium prints empty pages and reports success. */
function refuseBlank(pdf: Uint8Array): void {
  if (Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('/FontDescriptor')) return
  throw new RenderFailure('The browser printed blank pages: it sees no font at all.', [
    'Run “khabar doctor”: it lists the fonts that the browser is given.',
  ])
}
