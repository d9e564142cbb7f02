/** The sample with one thing changed: how the controls reach what they break. */

import { Cursor } from '../../../src/conform/cursor.ts'
import { decodeStream } from '../../../src/conform/filters.ts'
import type { Rule } from '../../../src/conform/finding.ts'
import { readPdf } from '../../../src/conform/pdf-file.ts'
import {
  isDict,
  isRef,
  isStream,
  type PdfDict,
  type PdfObject,
  type PdfRef,
  type PdfStream,
} from '../../../src/conform/pdf-objects.ts'
import { dict, name, ref } from '../objects.ts'
import { samplePdf } from '../sample-pdf.ts'
import { type Draft, writePdf } from '../write-pdf.ts'

export interface Control {
  readonly name: string
  readonly rule: Rule
  /** Other rules that the same change cannot help breaking. */
  readonly also?: readonly Rule[]
  /** The file to break; without it, the sample. */
  readonly from?: Uint8Array
  /** Changes the objects in place. */
  readonly change?: (pdf: Sample) => void
  /** Changes the bytes of the file. */
  readonly bytes?: (file: Buffer) => Buffer
}

/** @param from the file to break, when the control does not bring one */
export function brokenPdf({ change, bytes, from: own }: Control, other = samplePdf): Uint8Array {
  const from = own ?? other
  if (bytes) return bytes(Buffer.from(from))
  const pdf = new Sample(from)
  change?.(pdf)
  if (!pdf.keepsOrphans) pdf.prune()
  return writePdf(pdf)
}

export class Sample implements Draft {
  readonly objects: Map<number, PdfObject>
  readonly trailer: PdfDict
  keepsOrphans = false

  constructor(bytes: Uint8Array) {
    const file = readPdf(bytes)
    this.objects = file.objects
    this.trailer = file.trailer
  }

  resolve(object: PdfObject | undefined): PdfObject {
    return object !== undefined && object !== null && isRef(object)
      ? (this.objects.get(object.ref) ?? null)
      : (object ?? null)
  }

  /** The dictionary at a path of keys and indexes from the trailer. */
  dict(...path: readonly (string | number)[]): PdfDict {
    let object: PdfObject = this.trailer
    for (const step of path) {
      const at: PdfObject = this.resolve(object)
      const from: PdfObject = isStream(at) ? at.dict : at
      object = (isDict(from) ? from.get(String(step)) : Array.isArray(from) ? from[Number(step)] : null) ?? null
    }
    const found = this.resolve(object)
    if (isDict(found)) return found
    if (isStream(found)) return found.dict
    throw new Error(`nothing at ${path.join('/')}`)
  }

  get catalog(): PdfDict {
    return this.dict('Root')
  }
  get page(): PdfDict {
    return this.dict('Root', 'Pages', 'Kids', 0)
  }
  get font(): PdfDict {
    return this.dict('Root', 'Pages', 'Kids', 0, 'Resources', 'Font', 'F1')
  }
  get cidFont(): PdfDict {
    return this.dict('Root', 'Pages', 'Kids', 0, 'Resources', 'Font', 'F1', 'DescendantFonts', 0)
  }
  get fontDescriptor(): PdfDict {
    return this.dict('Root', 'Pages', 'Kids', 0, 'Resources', 'Font', 'F1', 'DescendantFonts', 0, 'FontDescriptor')
  }
  resource(kind: string, key: string): PdfDict {
    return this.dict('Root', 'Pages', 'Kids', 0, 'Resources', kind, key)
  }
  annotation(index: number): PdfDict {
    return this.dict('Root', 'Pages', 'Kids', 0, 'Annots', index)
  }
  attachment(index: number): PdfDict {
    return this.dict('Root', 'AF', index)
  }

  add(object: PdfObject): PdfRef {
    const number = Math.max(...this.objects.keys()) + 1
    this.objects.set(number, object)
    return ref(number)
  }

  /** The nth structure element of a type, in the order of the file. */
  element(type: string, nth = 0): PdfDict {
    return this.dictOf(this.elementRef(type, nth))
  }

  elementRef(type: string, nth = 0): PdfRef {
    const all = [...this.objects].filter(
      ([, each]) => isDict(each) && nameIn(each, 'Type') === 'StructElem' && nameIn(each, 'S') === type,
    )
    return ref(all[nth]?.[0] ?? 0)
  }

  dictOf(object: PdfObject): PdfDict {
    const found = this.resolve(object)
    if (!isDict(found)) throw new Error('not a dictionary')
    return found
  }

  kids(element: PdfDict): PdfObject[] {
    const kids = element.get('K')
    return Array.isArray(kids) ? kids : []
  }

  /** An empty element more, as the last kid. */
  addElement(parentType: string, type: string, extra: Readonly<Record<string, PdfObject>> = {}): PdfRef {
    const parent = this.elementRef(parentType)
    const self = this.add(dict({ Type: name('StructElem'), S: name(type), P: parent, K: [], ...extra }))
    this.kids(this.dictOf(parent)).push(self)
    return self
  }

  /** An annotation with an appearance, in an element of `tag` unless there is none. */
  addAnnotation(subtype: string, tag: string | undefined, extra: Readonly<Record<string, PdfObject>> = {}): PdfRef {
    const appearance = dict({ N: this.dict('Root', 'Pages', 'Kids', 0, 'Resources', 'XObject').get('Fm0') ?? null })
    const base = { Type: name('Annot'), Subtype: name(subtype), F: 4, Rect: [10, 10, 20, 20], AP: appearance }
    const self = this.add(dict({ ...base, StructParent: 9, ...extra }))
    const annotations = this.page.get('Annots')
    if (Array.isArray(annotations)) annotations.push(self)
    if (!tag) return self
    const owner = this.addElement('Document', tag, { K: [dict({ Type: name('OBJR'), Obj: self })] })
    const numbers = this.dict('Root', 'StructTreeRoot', 'ParentTree').get('Nums')
    if (Array.isArray(numbers)) numbers.push(9, owner)
    this.dict('Root', 'StructTreeRoot').set('ParentTreeNextKey', 10)
    return self
  }

  /** The stream's data as text and back, from then on without its filter. */
  editStream(
    object: PdfObject | undefined,
    edit: (text: string) => string,
    encoding: 'latin1' | 'utf8' = 'latin1',
  ): void {
    const stream = this.stream(object)
    const data = decodeStream(stream, each => this.resolve(each)) ?? stream.data
    stream.data = Buffer.from(edit(Buffer.from(data).toString(encoding)), encoding)
    stream.dict.delete('Filter')
  }

  stream(object: PdfObject | undefined): PdfStream {
    const found = this.resolve(object)
    if (!isStream(found)) throw new Error('not a stream')
    return found
  }

  content(edit: (text: string) => string): void {
    this.editStream(this.page.get('Contents'), edit)
  }

  /** The marked content of a tag: what opens it, what it paints, what closes it. */
  marked(tag: string, edit: (open: string, painted: string, close: string) => string): void {
    const pattern = new RegExp(`(/${tag} <</MCID \\d+>> BDC\n)([\\s\\S]*?)(\nEMC(?=\n/|$))`)
    this.content(text =>
      text.replace(pattern, (_, open: string, painted: string, close: string) => edit(open, painted, close)),
    )
  }

  xmp(edit: (text: string) => string): void {
    this.editStream(this.catalog.get('Metadata'), edit, 'utf8')
  }

  toUnicode(edit: (text: string) => string): void {
    this.editStream(this.font.get('ToUnicode'), edit)
  }

  /** What the change has cut off goes, or every cut would leave orphans. */
  prune(): void {
    const seen = new Set<number>()
    const walk = (object: PdfObject): void => {
      if (object === null || typeof object !== 'object') return
      if (Array.isArray(object)) return object.forEach(walk)
      if (isDict(object)) return [...object.values()].forEach(walk)
      if (isStream(object)) return [...object.dict.values()].forEach(walk)
      if (!isRef(object) || seen.has(object.ref)) return
      seen.add(object.ref)
      walk(this.resolve(object))
    }
    walk(this.trailer)
    for (const number of this.objects.keys()) if (!seen.has(number)) this.objects.delete(number)
  }
}

const nameIn = (entries: PdfDict, key: string): string | undefined =>
  new Cursor(
    { bytes: new Uint8Array(), objects: new Map(), trailer: new Map(), offsets: new Map() },
    entries.get(key) ?? null,
  ).name
