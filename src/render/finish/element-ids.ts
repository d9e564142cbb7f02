/**
 * Elements are named in their order. Chromium names table headers by a count of nodes that goes on from document to
 * document, and lists them in the order of a race.
 * ISO 32000-1, 14.7.2 (IDTree), 14.8.5.7 (Headers); ISO 14289-1, 7.9 (Matterhorn 19-003): a note has a name.
 */
import type { Pdf } from './open-pdf.ts'
import { arrayIn, name, PDFArray, PDFDict, PDFString, textIn, unexpected } from './pdf-objects.ts'
import type { StructureTree } from './structure-tree.ts'

const idKey = name('ID')

export function nameElements(pdf: Pdf, tree: StructureTree): void {
  const renamed = new Map<string, string>()
  const index = PDFArray.withContext(pdf.context)
  for (const { dict, type, ref } of tree.elements) {
    if (!dict.has(idKey) && type !== 'Note') continue
    const before = textIn(dict, 'ID')
    if (renamed.has(before)) throw unexpected(`two elements of the structure are called ${before}`)
    // Padded, because an index is sorted by the letters of its names.
    const id = `e${String(index.size() / 2 + 1).padStart(6, '0')}`
    if (before !== '') renamed.set(before, id)
    dict.set(idKey, PDFString.of(id))
    index.push(PDFString.of(id))
    index.push(ref)
  }
  if (index.size() > 0) pdf.structRoot.set(name('IDTree'), pdf.context.obj({ Names: index }))
  else pdf.structRoot.delete(name('IDTree'))
  for (const { dict } of tree.elements) renameHeaders(dict, renamed)
}

function renameHeaders(cell: PDFDict, renamed: ReadonlyMap<string, string>): void {
  const attributes = cell.context.lookup(cell.get(name('A')))
  const dicts = attributes instanceof PDFArray ? attributes.asArray() : [attributes]
  for (const each of dicts) {
    const dict = cell.context.lookup(each)
    const headers = dict instanceof PDFDict ? arrayIn(dict, 'Headers') : undefined
    if (!(dict instanceof PDFDict) || !headers) continue
    const ids = headers
      .asArray()
      .map(header => (header instanceof PDFString ? renamed.get(header.decodeText()) : undefined))
    const known = ids.filter(id => id !== undefined)
    if (known.length < ids.length) throw unexpected('a table cell names a header that is not there')
    dict.set(name('Headers'), cell.context.obj(known.map(id => PDFString.of(id))))
  }
}
