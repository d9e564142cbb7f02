/** HTML -> PDF: laid out in a tab, printed tagged and with an outline, and not believed until it holds what the page did. */
import type { PdfJob } from '../model/render-job.ts'
import type { Browser } from './browser.ts'
import { pinDates } from './pin-dates.ts'
import { pinNodes } from './pin-nodes.ts'
import { RenderFailure } from '../model/fault.ts'

/** @param job its `date` goes into the file: a day, or an instant in UTC. */
export async function printPdf(job: PdfJob & { readonly date: string }, browser: Browser): Promise<Uint8Array> {
  const pdf = await browser.use(async tab => {
    const { hasText } = await tab.show(job)
    const bytes = await tab.print()
    if (hasText) refuseBlank(bytes)
    return bytes
  })
  return pinNodes(pinDates(pdf, job.date))
}

/** Without a font that fontconfig can see, Chromium prints empty pages and reports success. */
function refuseBlank(pdf: Uint8Array): void {
  if (Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('/FontDescriptor')) return
  throw new RenderFailure('The browser printed blank pages: it sees no font at all.', [
    'Run “khabar doctor”: it lists the fonts that the browser is given.',
  ])
}
