/** A PDF file as its numbered objects and its trailer, read through its cross-reference tables, streams and object streams. */
import { decodeStream } from './filters.ts'
import { isOperator, Lexer } from './lexer.ts'
import { isDict, isName, isRef, isStream, type PdfDict, type PdfObject, type PdfStream } from './pdf-objects.ts'

export interface PdfFile {
  readonly bytes: Uint8Array
  readonly objects: Map<number, PdfObject>
  readonly trailer: PdfDict
  /** Where objects that are not packed begin. */
  readonly offsets: ReadonlyMap<number, number>
}

type Place = { readonly at: number } | { readonly inside: number; readonly index: number }

export function readPdf(bytes: Uint8Array): PdfFile {
  const start = /startxref\s+(\d+)\s+%%EOF/.exec(tail(bytes))
  if (!start) throw new Error('no startxref at the end of the file')
  const places = new Map<number, Place>()
  const trailer: PdfDict = new Map()
  readSections(bytes, Number(start[1]), places, trailer)
  const objects = new Map<number, PdfObject>()
  for (const [number, place] of places) if ('at' in place) objects.set(number, readIndirect(bytes, place.at, places))
  readPacked(places, objects)
  for (const [number, object] of objects) if (isContainer(object)) objects.delete(number)
  const offsets = new Map(
    [...places].flatMap(([number, place]) => ('at' in place ? [[number, place.at] as const] : [])),
  )
  return { bytes, objects, trailer, offsets }
}

export const resolveIn =
  (objects: ReadonlyMap<number, PdfObject>) =>
  (value: PdfObject): PdfObject =>
    isRef(value) ? (objects.get(value.ref) ?? null) : value

const tail = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(-1100)).toString('latin1')

/** Object streams and cross-reference streams are how a file is packed, not what it holds. */
const isContainer = (object: PdfObject): boolean => isStream(object) && ['XRef', 'ObjStm'].includes(typeOf(object.dict))

const typeOf = (entries: PdfDict): string => {
  const type = entries.get('Type') ?? null
  return isName(type) ? type.name : ''
}

/** Newest first: what an earlier revision says of the same number does not count. */
function readSections(bytes: Uint8Array, first: number, places: Map<number, Place>, trailer: PdfDict): void {
  const seen = new Set<number>()
  for (let at: PdfObject | undefined = first; typeof at === 'number' && !seen.has(at); ) {
    seen.add(at)
    const lexer = new Lexer(bytes, { at, hasRefs: true })
    const token = lexer.next()
    const section: PdfDict =
      isOperator(token) && token.operator === 'xref' ? readTable(lexer, places) : readStreamSection(bytes, at, places)
    for (const [key, value] of section) if (!trailer.has(key)) trailer.set(key, value)
    at = section.get('Prev')
  }
}

function readTable(lexer: Lexer, places: Map<number, Place>): PdfDict {
  for (;;) {
    const first = lexer.next()
    if (typeof first !== 'number') break
    const count = Number(lexer.next())
    for (let number = first; number < first + count; number += 1) {
      const at = Number(lexer.next())
      lexer.next()
      const kind = lexer.next()
      if (isOperator(kind) && kind.operator === 'n' && !places.has(number)) places.set(number, { at })
    }
  }
  const trailer = lexer.object()
  if (!isDict(trailer)) throw new Error('the trailer is not a dictionary')
  return trailer
}

function readStreamSection(bytes: Uint8Array, at: number, places: Map<number, Place>): PdfDict {
  const stream = readIndirect(bytes, at, new Map())
  if (!isStream(stream)) throw new Error(`no cross-references at byte ${at}`)
  const data = decodeStream(stream, value => value) ?? new Uint8Array()
  const widths = numbers(stream.dict.get('W'))
  const index = stream.dict.has('Index') ? numbers(stream.dict.get('Index')) : [0, Number(stream.dict.get('Size'))]
  let position = 0
  const field = (width = 0, otherwise = 0): number => {
    if (width === 0) return otherwise
    let value = 0
    for (let count = 0; count < width; count += 1) value = value * 256 + (data[position++] ?? 0)
    return value
  }
  for (let run = 0; run < index.length; run += 2) {
    const first = index[run] ?? 0
    for (let number = first; number < first + (index[run + 1] ?? 0); number += 1) {
      const [kind, second, third] = [field(widths[0], 1), field(widths[1]), field(widths[2])]
      if (places.has(number) || kind === 0) continue
      places.set(number, kind === 1 ? { at: second } : { inside: second, index: third })
    }
  }
  return stream.dict
}

const numbers = (value: PdfObject | undefined): readonly number[] => (Array.isArray(value) ? value.map(Number) : [])

function readIndirect(bytes: Uint8Array, at: number, places: ReadonlyMap<number, Place>): PdfObject {
  const lexer = new Lexer(bytes, { at, hasRefs: true })
  lexer.next()
  lexer.next()
  const opening = lexer.next()
  if (!isOperator(opening) || opening.operator !== 'obj') throw new Error(`no object at byte ${at}`)
  const object = lexer.object()
  if (!isDict(object)) return object
  const after = lexer.next()
  if (!isOperator(after) || after.operator !== 'stream') return object
  const start = lexer.position + (bytes[lexer.position] === 13 ? 2 : 1)
  return { dict: object, data: bytes.subarray(start, start + lengthOf(object, bytes, places)) }
}

function lengthOf(entries: PdfDict, bytes: Uint8Array, places: ReadonlyMap<number, Place>): number {
  const length = entries.get('Length') ?? 0
  if (!isRef(length)) return Number(length)
  const place = places.get(length.ref)
  return place && 'at' in place ? Number(readIndirect(bytes, place.at, places)) : 0
}

function readPacked(places: ReadonlyMap<number, Place>, objects: Map<number, PdfObject>): void {
  const opened = new Map<number, readonly PdfObject[]>()
  for (const [number, place] of places) {
    if ('at' in place) continue
    const stream = objects.get(place.inside) ?? null
    if (!isStream(stream)) continue
    const list = opened.get(place.inside) ?? unpack(stream, resolveIn(objects))
    opened.set(place.inside, list)
    objects.set(number, list[place.index] ?? null)
  }
}

function unpack(stream: PdfStream, resolve: (value: PdfObject) => PdfObject): readonly PdfObject[] {
  const data = decodeStream(stream, resolve) ?? new Uint8Array()
  const header = new Lexer(data)
  const first = Number(stream.dict.get('First'))
  return Array.from({ length: Number(stream.dict.get('N')) }, () => {
    header.next()
    return new Lexer(data, { at: first + Number(header.next()), hasRefs: true }).object()
  })
}
