/** What stands between a stream's bytes in the file and its data: Flate and the two ASCII filters, with PNG predictors. */
import { inflateSync } from 'node:zlib'
import { isDict, isName, type PdfDict, type PdfObject, type PdfStream } from './pdf-objects.ts'

export type Resolve = (value: PdfObject) => PdfObject

export function filterNames(stream: PdfStream, resolve: Resolve): readonly string[] {
  const filter = resolve(stream.dict.get('Filter') ?? null)
  const list = Array.isArray(filter) ? filter.map(resolve) : [filter]
  return list.filter(isName).map(each => each.name)
}

/** Data of an image (DCT, JPX) stays as it is; an unknown filter gives undefined. */
export function decodeStream(stream: PdfStream, resolve: Resolve): Uint8Array | undefined {
  const parameters = resolve(stream.dict.get('DecodeParms') ?? null)
  const list = Array.isArray(parameters) ? parameters.map(resolve) : [parameters]
  let data: Uint8Array = stream.data
  for (const [index, filter] of filterNames(stream, resolve).entries()) {
    const options = list[index] ?? null
    const decoded = decodeWith(filter, data, isDict(options) ? options : new Map())
    if (!decoded) return undefined
    data = decoded
  }
  return data
}

function decodeWith(filter: string, data: Uint8Array, options: PdfDict): Uint8Array | undefined {
  if (filter === 'DCTDecode' || filter === 'JPXDecode') return data
  if (filter === 'FlateDecode') return unpredict(inflate(data), options)
  if (filter === 'ASCIIHexDecode') return Buffer.from(latin1(data).replace(/>.*$/s, '').replace(/\s/g, ''), 'hex')
  return undefined
}

const latin1 = (data: Uint8Array): string => Buffer.from(data).toString('latin1')

/** A damaged stream has no data; the rule about what should be in it then tells. */
function inflate(data: Uint8Array): Uint8Array {
  try {
    return inflateSync(data)
  } catch {
    return new Uint8Array()
  }
}

const numberIn = (options: PdfDict, key: string, otherwise: number): number => {
  const value = options.get(key)
  return typeof value === 'number' ? value : otherwise
}

function unpredict(data: Uint8Array, options: PdfDict): Uint8Array {
  if (numberIn(options, 'Predictor', 1) < 10) return data
  const pixel = Math.ceil((numberIn(options, 'Colors', 1) * numberIn(options, 'BitsPerComponent', 8)) / 8)
  const row = pixel * numberIn(options, 'Columns', 1)
  const plain = new Uint8Array(Math.floor(data.length / (row + 1)) * row)
  for (let line = 0; line * row < plain.length; line += 1) {
    const kind = data[line * (row + 1)] ?? 0
    for (let column = 0; column < row; column += 1) {
      const at = line * row + column
      const left = column < pixel ? 0 : (plain[at - pixel] ?? 0)
      const up = line === 0 ? 0 : (plain[at - row] ?? 0)
      const corner = line === 0 || column < pixel ? 0 : (plain[at - row - pixel] ?? 0)
      plain[at] = (data[line * (row + 1) + 1 + column] ?? 0) + predictors(kind, left, up, corner)
    }
  }
  return plain
}

function predictors(kind: number, left: number, up: number, corner: number): number {
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  return kind === 4 ? paeth(left, up, corner) : 0
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (toLeft <= toUp && toLeft <= toCorner) return left
  return toUp <= toCorner ? up : corner
}
