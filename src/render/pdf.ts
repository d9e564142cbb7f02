/** HTML -> PDF: laid out in a tab, printed tagged and with an outline, and not believed until it holds what the page did. */

import { timed } from '../disk/spans.ts'
import { RenderFailure } from '../model/fault.ts'
import type { PrintJob, RenderJob } from '../model/render-job.ts'
import { said } from '../model/said.ts'
import type { Browser } from './browser/browser.ts'
import type { ShownPicture } from './browser/tab.ts'
import { PlaceholderLost } from './finish/facts.ts'
import { type PlacedPhoto, placeholdersFor } from './placeholder.ts'

type WholeJob = PrintJob & Pick<RenderJob, 'language' | 'date'> & { readonly path?: string | undefined }
type Printer = Pick<Browser, 'use'>

/** As the browser prints it: its clock and its node numbers are in the file, and no reader is told what it is. */
export async function printPdf(page: PrintedPage, browser: Printer): Promise<Uint8Array> {
  return timed('print', page.path, () =>
    browser.use(async tab => {
      const { hasText, pictures } = await tab.show(page)
      refuseOtherSizes(pictures, page.photos ?? [])
      const bytes = await tab.print()
      if (hasText) refuseBlank(bytes)
      return bytes
    }),
  )
}

type PrintedPage = Pick<PrintJob, 'html' | 'assets'> &
  Pick<WholeJob, 'path'> & { readonly photos?: readonly PlacedPhoto[] }

/**
 * Fit to publish: PDF/UA-1 and PDF/A-3a, the same bytes for the same job. A page that does not show its placeholders as
 * they are, because its style cuts a photo or its browser does not know their size, is printed with the photos themselves.
 */
export async function makePdf(job: WholeJob, browser: Printer, creatorTool: string): Promise<Uint8Array> {
  const { assets, photos } = placeholdersFor(job)
  try {
    return await finish(job, {
      printed: await printPdf({ html: job.html, path: job.path, assets, photos }, browser),
      photos,
      creatorTool,
    })
  } catch (thrown) {
    if (!(thrown instanceof PlaceholderLost)) throw thrown
    return finish(job, { printed: await printPdf(job, browser), photos: [], creatorTool })
  }
}

interface Printed {
  readonly printed: Uint8Array
  readonly photos: readonly PlacedPhoto[]
  readonly creatorTool: string
}

/** The finisher is loaded on first need, since its library takes longer to load than a build of nothing may take. */
async function finish(job: WholeJob, { printed, photos, creatorTool }: Printed): Promise<Uint8Array> {
  const { finishPdf } = await import('./finish/finish-pdf.ts')
  const { facts, language, date } = job
  const attachments = job.attachments.map(each => ({ ...each, relationship: 'Source' as const }))
  return timed('finish', job.path, () =>
    finishPdf(printed, { ...facts, language, date, creatorTool, attachments, photos }),
  )
}

function refuseOtherSizes(pictures: readonly ShownPicture[], photos: readonly PlacedPhoto[]): void {
  for (const { path, width, height } of photos) {
    const isAsLarge = (shown: ShownPicture): boolean => shown.width === width && shown.height === height
    if (!pictures.filter(shown => shown.path === path).every(isAsLarge))
      throw new PlaceholderLost(said('The browser takes the size of a photo from its pixels alone.'))
  }
}

/** Without a font that fontconfig can see, Chromium prints empty pages and reports success. */
function refuseBlank(pdf: Uint8Array): void {
  if (Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).includes('/FontDescriptor')) return
  throw new RenderFailure(said('The browser printed blank pages: it sees no font at all.'), [
    said('Run “khabar doctor”: it lists the fonts that the browser is given.'),
  ])
}
