/**
 * A PDF -> BYTES, the same for the same objects: what can be reached from the catalog and Info, numbered in that order,
 * and nothing else. So whatever a step has let go of is gone, and the browser's own numbers are too.
 *
 *   header 1.7 | streams | all other objects, packed as one | cross-reference stream with the document's ID
 *
 * ISO 19005-3, 6.1.2 (header), 6.1.3 (ID); ISO 32000-1, 7.5.7 and 7.5.8.
 */
import { createHash } from 'node:crypto'
import type { Pdf } from './open-pdf.ts'
import { deflated } from './packed-stream.ts'
import { PDFRawStream, PDFRef, unexpected } from './pdf-objects.ts'
import { type NumberOf, serialized, serializedDict } from './serialize.ts'

/** A comment of four bytes that are no letters tells every program that the file is not text. */
const header = Buffer.from('%PDF-1.7\n%\xE2\xE3\xCF\xD3\n', 'latin1')

export function writePdf({ context }: Pick<Pdf, 'context'>): Uint8Array {
  const { Root: root, Info: info } = context.trailerInfo
  if (!(root instanceof PDFRef) || !(info instanceof PDFRef)) throw unexpected('it has no catalog')
  const { numberOf, reached } = numbering()
  numberOf(root)
  numberOf(info)
  const file = new FileBytes()
  const packed: { readonly number: number; readonly text: string }[] = []
  // Grows while it is walked.
  for (let index = 0; index < reached.length; index += 1) {
    const ref = reached[index]
    const object = ref && context.lookup(ref)
    if (object === undefined) throw unexpected(`object ${ref?.objectNumber} is missing`)
    if (object instanceof PDFRawStream) {
      file.addStream(index + 1, serializedDict(object.dict, numberOf, '/Length'), object.contents)
    } else {
      packed.push({ number: index + 1, text: serialized(object, numberOf) })
    }
  }
  file.addPacked(reached.length + 1, packed)
  return file.finish({ number: reached.length + 2, root: numberOf(root), info: numberOf(info) })
}

function numbering(): { readonly numberOf: NumberOf; readonly reached: readonly PDFRef[] } {
  const numbers = new Map<PDFRef, number>()
  const reached: PDFRef[] = []
  const numberOf = (ref: PDFRef): number => {
    const known = numbers.get(ref)
    if (known !== undefined) return known
    numbers.set(ref, reached.push(ref))
    return reached.length
  }
  return { numberOf, reached }
}

/** Where an object is: at an offset, or the so-manieth in the packed ones. */
interface Position {
  readonly kind: 1 | 2
  readonly at: number
  readonly index: number
}

class FileBytes {
  readonly #chunks: Uint8Array[] = [header]
  #length = header.length
  readonly #positions = new Map<number, Position>()

  #add(chunk: Uint8Array): void {
    this.#chunks.push(chunk)
    this.#length += chunk.length
  }

  addStream(number: number, dict: string, contents: Uint8Array): void {
    this.#positions.set(number, { kind: 1, at: this.#length, index: 0 })
    const opened = `${number} 0 obj\n${dict.slice(0, -2)}/Length ${contents.length}>>\nstream\n`
    this.#add(Buffer.from(opened, 'latin1'))
    this.#add(contents)
    this.#add(Buffer.from('\nendstream\nendobj\n', 'latin1'))
  }

  addPacked(number: number, objects: readonly { readonly number: number; readonly text: string }[]): void {
    let offset = 0
    const entries = objects.map((object, index) => {
      this.#positions.set(object.number, { kind: 2, at: number, index })
      const entry = `${object.number} ${offset}`
      offset += object.text.length + 1
      return entry
    })
    const first = `${entries.join(' ')}\n`
    const text = first + objects.map(object => object.text).join('\n')
    const dict = `<</Type /ObjStm /N ${objects.length} /First ${first.length} /Filter /FlateDecode>>`
    this.addStream(number, dict, deflated(Buffer.from(text, 'latin1')))
  }

  finish({
    number,
    root,
    info,
  }: {
    readonly number: number
    readonly root: number
    readonly info: number
  }): Uint8Array {
    const id = createHash('sha256')
    for (const chunk of this.#chunks) id.update(chunk)
    const hex = id.digest('hex').slice(0, 32).toUpperCase()
    const start = this.#length
    this.#positions.set(number, { kind: 1, at: start, index: 0 })
    const trailer = `/Root ${root} 0 R /Info ${info} 0 R /ID [<${hex}> <${hex}>]`
    const dict = `<</Type /XRef /Size ${number + 1} /W [1 4 2] ${trailer} /Filter /FlateDecode>>`
    this.addStream(number, dict, deflated(this.#table(number)))
    this.#add(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'))
    return Buffer.concat(this.#chunks, this.#length)
  }

  /** Seven bytes an object; object 0 is the head of the list of free ones. */
  #table(last: number): Uint8Array {
    const table = Buffer.alloc(7 * (last + 1))
    table.writeUInt16BE(0xffff, 5)
    for (const [number, { kind, at, index }] of this.#positions) {
      table[7 * number] = kind
      table.writeUInt32BE(at, 7 * number + 1)
      table.writeUInt16BE(index, 7 * number + 5)
    }
    return table
  }
}
