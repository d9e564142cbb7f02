/**
 * A finished PDF -> the same bytes, and after them an update that holds a signature over the whole file: PAdES baseline B-B (ETSI
 * EN 319 142-1, 6.3). The field is on no page: its widget has no size and so needs no looks (ISO 19005-3, 6.3.3); what
 * reads aloud finds it as the last element of the document, named after the signer (ISO 14289-1, 7.18.4; Matterhorn 28-005, 28-010).
 *
 *   finished file | catalog, page, structure anew | signature, widget, its element | cross-references
 */
import { createHash } from 'node:crypto'
import { PDFParser } from '@cantoo/pdf-lib'
import type { Signer } from '../../model/signer.ts'
import { documentDate } from './dates.ts'
import { deflated } from './packed-stream.ts'
import {
  arrayIn,
  name,
  needDict,
  needNumber,
  needRef,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFNumber,
  PDFRef,
  textString,
  unexpected,
} from './pdf-objects.ts'
import { serialized } from './serialize.ts'

export async function signPdf(pdf: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const file = Buffer.from(await prepared(pdf, signer))
  const [start, end] = gapIn(file, pdf.length)
  const after = file.length - end
  const range = `/ByteRange [0 ${start} ${end} ${after}]`
  file.write(range.padEnd(unknownRange.length), file.indexOf(unknownRange, pdf.length, 'latin1'), 'latin1')
  const signature = await signer.sign(Buffer.concat([file.subarray(0, start), file.subarray(end)]))
  if (signature.length > signer.room) throw new RangeError('the signature is larger than its room')
  file.write(Buffer.from(signature).toString('hex'), start + 1, 'latin1')
  return file
}

const unknownRange = `/ByteRange [0 ${'#'.repeat(10)} ${'#'.repeat(10)} ${'#'.repeat(10)}]`
const contentsKey = '/Contents '

/** Where the place for the signature begins and ends, its brackets included. */
function gapIn(file: Buffer, from: number): readonly [start: number, end: number] {
  const start = file.indexOf(`${contentsKey}<0000`, from, 'latin1') + contentsKey.length
  return [start, file.indexOf('>', start, 'latin1') + 1]
}

/** With zeros for the signature, whose digest will be over all but them. */
async function prepared(pdf: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const context = await PDFParser.forBytesWithOptions(pdf, Number.POSITIVE_INFINITY, true).parseDocument()
  const { at, size } = lastReferences(pdf)
  const [signature, widget, element] = [PDFRef.of(size), PDFRef.of(size + 1), PDFRef.of(size + 2)]
  const changed = withField(context, { widget, element, signature, name: signer.name })
  const update = new Update(pdf.length)
  for (const [ref, object] of changed)
    update.add(
      ref.objectNumber,
      serialized(object, ({ objectNumber }) => objectNumber),
    )
  update.add(signature.objectNumber, signatureDictionary(signer))
  return Buffer.concat([pdf, update.finish(context, size + 3, at)])
}

/** Of a file that our writer has written. */
function lastReferences(pdf: Uint8Array): { readonly at: number; readonly size: number } {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const at = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text.toString('latin1', Math.max(0, text.length - 64)))?.[1])
  const size = Number(/\/Type \/XRef \/Size (\d+)/.exec(text.toString('latin1', at, at + 100))?.[1])
  if (Number.isNaN(size)) throw unexpected('its cross-references are not where they should be')
  return { at, size }
}

function signatureDictionary({ at, name: signedBy, room }: Signer): string {
  const kind = '/Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached'
  const facts = `/M (${documentDate(at).pdf}) /Name ${textString(signedBy).toString()}`
  return `<<${kind} ${facts} ${unknownRange} ${contentsKey}<${'00'.repeat(room)}>>>`
}

interface Field {
  readonly signature: PDFRef
  readonly widget: PDFRef
  readonly element: PDFRef
  /** As a reader is told it. */
  readonly name: string
}

type Changed = ReadonlyMap<PDFRef, PDFDict>

/** Objects that are new or other than they were. */
function withField(context: PDFContext, { signature, widget, element, name: signedBy }: Field): Changed {
  const root = context.trailerInfo.Root
  const catalog = context.lookup(root)
  if (!(root instanceof PDFRef) || !(catalog instanceof PDFDict)) throw unexpected('it has no catalog')
  const treeRef = needRef(catalog, 'StructTreeRoot')
  const tree = needDict(catalog, 'StructTreeRoot')
  const parentsRef = needRef(tree, 'ParentTree')
  const parents = needDict(tree, 'ParentTree')
  const key = needNumber(tree, 'ParentTreeNextKey')
  const [pageRef, page] = firstPage(context, needRef(catalog, 'Pages'))
  const [documentRef, document] = documentElement(context, tree)

  const field = { FT: 'Sig', T: textString('Signature'), TU: textString(signedBy), V: signature }
  // Printed and locked; a field of no size shows nothing for all that.
  const looks = { Type: 'Annot', Subtype: 'Widget', F: 132, Rect: [0, 0, 0, 0], P: pageRef, StructParent: key }
  const reference = { Type: 'OBJR', Obj: widget, Pg: pageRef }
  const form = { Type: 'StructElem', S: 'Form', P: documentRef, Pg: pageRef, K: reference }
  catalog.set(name('AcroForm'), context.obj({ Fields: [widget], SigFlags: 3 }))
  page.set(name('Annots'), context.obj([...(arrayIn(page, 'Annots')?.asArray() ?? []), widget]))
  document.set(name('K'), context.obj([...kidsOf(document), element]))
  const numbers = arrayIn(parents, 'Nums')?.asArray() ?? []
  parents.set(name('Nums'), context.obj([...numbers, PDFNumber.of(key), element]))
  tree.set(name('ParentTreeNextKey'), PDFNumber.of(key + 1))
  return new Map([
    [root, catalog],
    [pageRef, page],
    [treeRef, tree],
    [parentsRef, parents],
    [documentRef, document],
    [widget, context.obj({ ...looks, ...field })],
    [element, context.obj(form)],
  ])
}

function firstPage(context: PDFContext, ref: PDFRef): readonly [PDFRef, PDFDict] {
  const dict = context.lookup(ref, PDFDict)
  if (dict.get(name('Type')) === name('Page')) return [ref, dict]
  const first = arrayIn(dict, 'Kids')?.get(0)
  if (!(first instanceof PDFRef)) throw unexpected('a page is missing')
  return firstPage(context, first)
}

function documentElement(context: PDFContext, tree: PDFDict): readonly [PDFRef, PDFDict] {
  const first = kidsOf(tree)[0]
  if (!(first instanceof PDFRef)) throw unexpected('its structure has no root')
  return [first, context.lookup(first, PDFDict)]
}

/** One may stand alone, or several in an array. */
function kidsOf(element: PDFDict) {
  const kids = element.get(name('K'))
  const found = element.context.lookup(kids)
  if (found instanceof PDFArray) return found.asArray()
  return kids === undefined ? [] : [kids]
}

/** Objects one after the other, and where they are (ISO 32000-1, 7.5.6, 7.5.8). */
class Update {
  readonly #from: number
  readonly #places = new Map<number, number>()
  #text = ''

  /** @param from what stands before it */
  constructor(from: number) {
    this.#from = from
  }

  add(number: number, text: string): void {
    this.#places.set(number, this.#from + this.#text.length)
    this.#text += `${number} 0 obj\n${text}\nendobj\n`
  }

  /** @param before where the references are that these go on from */
  finish({ trailerInfo: { Root, Info, ID } }: PDFContext, number: number, before: number): Buffer {
    const start = this.#from + this.#text.length
    this.#places.set(number, start)
    const numbers = [...this.#places.keys()].toSorted((one, other) => one - other)
    const table = Buffer.alloc(7 * numbers.length)
    numbers.forEach((each, index) => {
      table[7 * index] = 1
      table.writeUInt32BE(this.#places.get(each) ?? 0, 7 * index + 1)
    })
    const packed = deflated(table)
    const index = numbers.map(each => `${each} 1`).join(' ')
    const [first] = ID instanceof PDFArray ? ID.asArray() : []
    const hex = createHash('sha256').update(this.#text, 'latin1').digest('hex').slice(0, 32).toUpperCase()
    const trailer = `/Root ${String(Root)} /Info ${String(Info)} /ID [${String(first)} <${hex}>] /Prev ${before}`
    const shape = `/Type /XRef /Size ${number + 1} /W [1 4 2] /Index [${index}]`
    const dict = `<<${shape} ${trailer} /Filter /FlateDecode /Length ${packed.length}>>`
    return Buffer.concat([
      Buffer.from(`${this.#text}${number} 0 obj\n${dict}\nstream\n`, 'latin1'),
      packed,
      Buffer.from(`\nendstream\nendobj\nstartxref\n${start}\n%%EOF\n`, 'latin1'),
    ])
  }
}
