/**
 * What exceljs 4.4.0 writes against the schema, mended on its finished parts; each repair is one function of one part
 * with its own test. They rely on the exact text that this version writes, so it is pinned.
 */

import type { Parts } from './package.ts'
import { inOrder, withChildren } from './xml.ts'

interface Repair {
  readonly part: RegExp
  /** @param number of the part: 2 for `sheet2.xml`. */
  readonly mend: (xml: string, number: number) => string
}

export const repairs: { readonly [name: string]: Repair } = {
  worksheetOrder: { part: /^xl\/worksheets\/sheet(\d+)\.xml$/, mend: sortWorksheet },
  internalLinks: { part: /^xl\/worksheets\/sheet(\d+)\.xml$/, mend: keepLocations },
  linkRelationships: { part: /^xl\/worksheets\/_rels\/sheet(\d+)\.xml\.rels$/, mend: dropInternalTargets },
  fontOrder: { part: /^xl\/styles\.xml$/, mend: sortFonts },
  quotePrefix: { part: /^xl\/styles\.xml$/, mend: markTexts },
  noteIds: { part: /^xl\/drawings\/vmlDrawing(\d+)\.vml$/, mend: numberNotes },
  noteAuthor: { part: /^xl\/comments(\d+)\.xml$/, mend: dropAuthor },
  imageAnchors: { part: /^xl\/drawings\/drawing(\d+)\.xml$/, mend: dropEditAs },
  extensionIds: { part: /^xl\/worksheets\/sheet(\d+)\.xml$/, mend: numberExtensions },
}

export function repairParts(parts: Parts): Parts {
  const mended = new Map(parts)
  for (const { part, mend } of Object.values(repairs)) {
    for (const [path, xml] of mended) {
      const found = part.exec(path)
      if (found) mended.set(path, mend(xml, Number(found[1] ?? 0)))
    }
  }
  return mended
}

/** CT_Worksheet, ECMA-376 part 1, 18.3.1.99. */
const worksheetChildren = (
  'sheetPr dimension sheetViews sheetFormatPr cols sheetData sheetCalcPr sheetProtection protectedRanges scenarios ' +
  'autoFilter sortState dataConsolidate customSheetViews mergeCells phoneticPr conditionalFormatting dataValidations ' +
  'hyperlinks printOptions pageMargins pageSetup headerFooter rowBreaks colBreaks customProperties cellWatches ' +
  'ignoredErrors smartTags drawing legacyDrawing legacyDrawingHF drawingHF picture oleObjects controls webPublishItems ' +
  'tableParts extLst'
).split(' ')

/** With notes and tables on one sheet exceljs puts legacyDrawing last, and Excel empties the sheet. */
export function sortWorksheet(xml: string): string {
  return withChildren(xml, 'worksheet', children => inOrder(children, worksheetChildren))
}

const fontChildren = 'b i strike condense extend outline shadow u vertAlign sz color name family charset scheme'.split(
  ' ',
)

export function sortFonts(xml: string): string {
  return xml.replace(/<fonts[ >].*?<\/fonts>/s, fonts =>
    fonts.replace(/<font>.*?<\/font>/gs, font => withChildren(font, 'font', all => inOrder(all, fontChildren))),
  )
}

/** Cells in the format "text" are those whose text looks like a formula: Excel's own mark for that is this prefix. */
export function markTexts(xml: string): string {
  return xml.replace(/<cellXfs.*?<\/cellXfs>/s, formats =>
    formats.replace(/<xf numFmtId="49"(?![^>]*quotePrefix)/g, '<xf quotePrefix="1" numFmtId="49"'),
  )
}

/** Exceljs gives the notes of every sheet the same block of ids, and Excel offers to repair the file. */
export function numberNotes(xml: string, number: number): string {
  return xml
    .replace(/(<o:idmap [^>]*data=")\d+"/, `$1${number}"`)
    .replace(/_x0000_s(\d+)/g, (_, id: string) => `_x0000_s${number * 1024 + (Number(id) % 1024)}`)
}

/** Everybody would be called "Author". */
export function dropAuthor(xml: string): string {
  return xml.replace('<author>Author</author>', '<author></author>')
}

/** A link inside the workbook needs its place and no relationship to anywhere outside. */
export function keepLocations(xml: string): string {
  return xml.replace(/<hyperlink [^>]*>/g, link =>
    link.includes(' location="') ? link.replace(/ r:id="[^"]*"/, '').replace(/ location="#/, ' location="') : link,
  )
}

export function dropInternalTargets(xml: string): string {
  return xml.replace(/<Relationship [^>]*Target="#[^>]*>/g, '')
}

/** The attribute belongs to anchors of two cells only. */
export function dropEditAs(xml: string): string {
  return xml.replace(/(<xdr:oneCellAnchor)[^>]*? editAs="[^"]*"/g, '$1')
}

/** Extensions get random ids: each becomes a number, the same wherever it is referred to. */
export function numberExtensions(xml: string, number: number): string {
  const ids = new Map<string, string>()
  return xml.replace(/\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\}/g, (id, _group, at: number) => {
    if (xml.slice(0, at).endsWith('uri="')) return id
    const counter = (ids.size + 1).toString(16).toUpperCase().padStart(12, '0')
    const known =
      ids.get(id) ??
      `{00000000-0000-4000-8000-${number.toString(16).padStart(4, '0').toUpperCase()}${counter.slice(4)}}`
    ids.set(id, known)
    return known
  })
}
