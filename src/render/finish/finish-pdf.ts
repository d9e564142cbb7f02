/**
 * THE FINISHER: what a browser has printed -> the same pages as PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3) at
 * once, in the same bytes for the same page. Each step says which clause it is for.
 *
 *   parse | page contents, meanings of glyphs, order of reading | structure tree | content or artifact | lists, figures, links, names | new numbers
 *         | contents marked, words whole | metadata, colours, attachments | photos | written anew
 */
import { type Direction, directionOf } from '../../model/text.ts'
import { attach } from './attachments.ts'
import { documentDate } from './dates.ts'
import { nameElements } from './element-ids.ts'
import type { FinishFacts } from './facts.ts'
import { placeFigures } from './figures.ts'
import { fontsOf } from './font-text.ts'
import { nameGlyphs } from './glyph-meanings.ts'
import { describeLinks } from './links.ts'
import { mendListItems } from './list-items.ts'
import { markContent } from './mark-content.ts'
import { writeMetadata } from './metadata.ts'
import { openPdf, type Page, type Pdf } from './open-pdf.ts'
import { writeOutputIntent } from './output-intent.ts'
import { deflated } from './packed-stream.ts'
import type { PageContent } from './page-content.ts'
import { contentsOf, name, needStream } from './pdf-objects.ts'
import { placePhotos } from './place-photos.ts'
import { inReadingOrder } from './reading-order.ts'
import { keepRealContent } from './real-content.ts'
import { refuseShrunk } from './refuse-shrunk.ts'
import { mapRoles } from './role-map.ts'
import { scanContent } from './scan-content.ts'
import { readStructure, treeOf } from './structure-tree.ts'
import { wholeWords } from './whole-words.ts'
import { writePdf } from './write-pdf.ts'
import { writeStructure } from './write-structure.ts'

export type { FinishFacts } from './facts.ts'

export async function finishPdf(printed: Uint8Array, facts: FinishFacts): Promise<Uint8Array> {
  const pdf = await openPdf(printed)
  const painted = pdf.pages.map(contentOf)
  refuseShrunk(painted)
  nameGlyphs(pdf, painted)
  const direction = directionOf(facts.language)
  finishStructure(
    pdf,
    painted.map((page, index) => asRead(page, pdf.pages[index], direction)),
  )
  writeMetadata(pdf, facts)
  writeOutputIntent(pdf)
  attach(pdf, facts.attachments, documentDate(facts.date))
  placePhotos(pdf, facts.photos ?? [])
  return writePdf(pdf)
}

function finishStructure(pdf: Pdf, pages: readonly PageContent[]): void {
  const printed = readStructure(pdf)
  const real = keepRealContent(printed, pages)
  const tree = treeOf(printed.roots)
  mapRoles(pdf, tree)
  placeFigures(pdf, tree, pages)
  describeLinks(pdf, tree, pages)
  nameElements(pdf, tree)
  mendListItems(pdf, tree, pages)
  const tags = writeStructure(pdf, tree, { pages, real })
  pdf.pages.forEach(({ contents, mediaBox, dict }, index) => {
    const page = pages[index]
    if (!page) return
    const marked = Buffer.from(wholeWords(markContent(page, mediaBox, tags), fontsOf(dict)), 'latin1')
    pdf.context.assign(contents, pdf.context.stream(deflated(marked), { Filter: 'FlateDecode' }))
    // ISO 14289-1, 7.18.3 (Matterhorn 28-009).
    dict.set(name('Tabs'), name('S'))
  })
}

/** Where nothing is written from right to left, as it is painted. */
function asRead(painted: PageContent, page: Page | undefined, direction: Direction): PageContent {
  if (!page) return painted
  const fonts = fontsOf(page.dict)
  const content = inReadingOrder(painted.content, fonts, direction)
  return content === painted.content ? painted : scanContent({ ...painted, content, mediaBox: page.mediaBox, fonts })
}

function contentOf({ contents, dict, mediaBox }: Page, page: number): PageContent {
  const content = contentsOf(needStream(dict.context, contents)).toString('latin1')
  return scanContent({ page, content, mediaBox, fonts: fontsOf(dict) })
}
