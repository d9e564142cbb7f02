/**
 * What an archive may not hold and the finisher cannot mend, found before any work is done.
 *
 * - ISO 19005-3, 6.2.11.4.1: a font that is not embedded
 * - ISO 32000-1, 14.7.4.3: marked content inside a form, which `opacity`, `filter` and blend modes make of an element;
 *   its page would have to be read as several streams
 */
import { said } from '../../model/said.ts'
import { contentsOf, name, nameIn, type PDFContext, PDFDict, PDFRawStream, textIn, unexpected } from './pdf-objects.ts'

const fontFiles = [name('FontFile'), name('FontFile2'), name('FontFile3')]
const type = name('Type')

export function refuseUnarchivable(context: PDFContext): void {
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFDict && object.get(type) === name('FontDescriptor')) refuseUnembedded(object)
    if (object instanceof PDFRawStream && nameIn(object.dict, 'Subtype') === 'Form') refuseMarked(object)
  }
}

function refuseUnembedded(font: PDFDict): void {
  // Type 3 has its glyphs in the file and no program to embed.
  if (fontFiles.some(key => font.has(key)) || nameIn(font, 'FontName') === '') return
  throw unexpected(`the font ${nameIn(font, 'FontName') || textIn(font, 'FontName')} is not embedded`)
}

function refuseMarked(form: PDFRawStream): void {
  if (!contentsOf(form).includes('/MCID')) return
  throw unexpected(
    'text stands inside a picture',
    said('Templates may not use opacity, filter or blend modes on text.'),
  )
}
