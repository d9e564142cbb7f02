/**
 * The first page of what is printed, as a picture: laid out in a tab as on paper, taken small, and kept as WebP.
 *
 * Nothing here shows a PDF, so the page is laid out on the screen with the margins of its own @page, in one column that is
 * as high as the paper's: what stood on the second page runs into the next column, and is cut off. The boxes of the margins
 * are not drawn: at this size nobody reads them.
 */
import sharp from 'sharp'
import type { PrintJob } from '../model/render-job.ts'
import type { Browser } from './browser/browser.ts'
import { pictureSize } from './picture-size.ts'

export async function pictureOfFirstPage(
  { html, assets }: Pick<PrintJob, 'html' | 'assets'>,
  browser: Pick<Browser, 'use'>,
): Promise<Uint8Array> {
  const png = await browser.use(async tab => {
    await tab.show({ html, assets })
    return tab.picture(asPaper, { ...paper, scale: pictureSize.width / paper.width })
  })
  const { width, height } = pictureSize
  const cut = sharp(png, { limitInputPixels: 10_000_000 }).extract({ left: 0, top: 0, width, height })
  return new Uint8Array(await cut.webp({ quality: 80, effort: 5, smartSubsample: true }).toBuffer())
}

/** A4, in CSS pixels. */
const paper = { width: 793.7, height: 1122.52 }

/** Runs in the page. */
const asPaper = `(() => {
  const margin = { top: '0', right: '0', bottom: '0', left: '0' }
  for (const wanted of ['', ':first'])
    for (const sheet of document.styleSheets)
      for (const rule of sheet.cssRules)
        if (rule instanceof CSSPageRule && rule.selectorText === wanted)
          for (const side in margin) margin[side] = rule.style.getPropertyValue('margin-' + side) || margin[side]
  const { top, right, bottom, left } = margin
  const width = 'calc(210mm - ' + left + ' - ' + right + ')'
  const style = document.createElement('style')
  style.textContent =
    ':root { width: 210mm; height: 297mm; margin: 0; padding: 0; overflow: hidden; background: #fff }' +
    'body { position: absolute; top: ' + top + '; left: ' + left + '; width: ' + width + '; height: calc(297mm - ' + top + ' - ' + bottom +
    '); margin: 0; columns: 1; column-gap: 100mm; column-fill: auto; overflow: clip }'
  document.head.append(style)
})()`
