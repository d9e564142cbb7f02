/**
 * The same values twice, as Info and as XMP: ISO 19005-3, 6.6.3; and the catalog's share of them: language, the title in
 * the window's bar, bookmarks shown (ISO 14289-1, 7.1, 7.2, 7.17; Matterhorn 07-001, 07-002, 11-006).
 */

import { documentDate } from './dates.ts'
import type { FinishFacts } from './facts.ts'
import type { Pdf } from './open-pdf.ts'
import { dictIn, name, PDFRawStream, PDFString, textString } from './pdf-objects.ts'
import { keywordsOf, type Metadata, xmpPacket } from './xmp.ts'

export function writeMetadata(pdf: Pdf, facts: FinishFacts): void {
  const metadata: Metadata = {
    title: printable(facts.title),
    language: facts.language,
    description: printable(facts.description),
    keywords: (facts.keywords ?? []).map(printable),
    author: printable(facts.author),
    creatorTool: printable(facts.creatorTool),
    producer: printable(pdf.producer),
    date: documentDate(facts.date),
  }
  writeInfo(pdf, metadata)
  const packet = new TextEncoder().encode(xmpPacket(metadata))
  const stream = PDFRawStream.of(pdf.context.obj({ Type: 'Metadata', Subtype: 'XML' }), packet)
  pdf.catalog.set(name('Metadata'), pdf.context.register(stream))
  writeCatalog(pdf, metadata)
}

/** What XML cannot hold would tear the packet. */
const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, ' ').trim()

function writeInfo(pdf: Pdf, metadata: Metadata): void {
  const info = pdf.context.obj({})
  const entries: readonly (readonly [string, string])[] = [
    ['Title', metadata.title],
    ['Author', metadata.author],
    ['Subject', metadata.description],
    ['Keywords', keywordsOf(metadata)],
    ['Creator', metadata.creatorTool],
    ['Producer', metadata.producer],
  ]
  for (const [key, text] of entries) if (text !== '') info.set(name(key), textString(text))
  for (const key of ['CreationDate', 'ModDate']) info.set(name(key), PDFString.of(metadata.date.pdf))
  pdf.context.trailerInfo.Info = pdf.context.register(info)
}

function writeCatalog({ catalog, context }: Pdf, { language }: Metadata): void {
  catalog.set(name('Lang'), PDFString.of(language))
  catalog.set(name('MarkInfo'), context.obj({ Marked: true }))
  catalog.set(name('ViewerPreferences'), context.obj({ DisplayDocTitle: true }))
  if (dictIn(catalog, 'Outlines')) catalog.set(name('PageMode'), name('UseOutlines'))
}
