/** Objects -> the bytes of a plain PDF 1.7 file, so that a test can change one thing in a file and have it whole again. */
import {
  isDict,
  isName,
  isRef,
  isStream,
  isString,
  type PdfDict,
  type PdfObject,
} from '../../src/conform/pdf-objects.ts'

export interface Draft {
  readonly objects: Map<number, PdfObject>
  readonly trailer: PdfDict
}

export function writePdf({ objects, trailer }: Draft): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const places = new Map<number, number>()
  let length = parts[0]?.length ?? 0
  const put = (part: Buffer): void => {
    parts.push(part)
    length += part.length
  }
  const numbers = [...objects.keys()].toSorted((a, b) => a - b)
  for (const number of numbers) {
    places.set(number, length)
    put(Buffer.from(`${number} 0 obj\n`))
    for (const part of objectParts(objects.get(number) ?? null)) put(part)
    put(Buffer.from('\nendobj\n'))
  }
  const start = length
  const size = Math.max(0, ...numbers) + 1
  put(
    Buffer.from(`xref\n0 ${size}\n${Array.from({ length: size }, (_, number) => entry(places.get(number))).join('')}`),
  )
  const last = new Map([...trailer].filter(([key]) => kept.has(key))).set('Size', size)
  put(Buffer.from(`trailer\n${write(last)}\nstartxref\n${start}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

/** Other keys belong to the cross-reference stream that a file was read from. */
const kept = new Set(['Root', 'Info', 'ID', 'Encrypt'])

const entry = (at: number | undefined): string =>
  at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`

function objectParts(object: PdfObject): readonly Buffer[] {
  if (!isStream(object)) return [Buffer.from(write(object), 'latin1')]
  const entries = new Map(object.dict)
  if (!entries.has('Length') || typeof entries.get('Length') === 'number') entries.set('Length', object.data.length)
  return [Buffer.from(`${write(entries)}\nstream\n`, 'latin1'), Buffer.from(object.data), Buffer.from('\nendstream')]
}

function write(object: PdfObject): string {
  if (Array.isArray(object)) return `[${object.map(write).join(' ')}]`
  if (isDict(object)) return `<<${[...object].map(([key, value]) => `${nameOf(key)} ${write(value)}`).join(' ')}>>`
  if (isStream(object)) throw new Error('a stream is an object of its own')
  if (object === null || typeof object !== 'object') return String(object)
  if (isRef(object)) return `${object.ref} 0 R`
  if (isName(object)) return nameOf(object.name)
  return isString(object) ? `<${Buffer.from(object.bytes, 'latin1').toString('hex')}>` : 'null'
}

const nameOf = (text: string): string =>
  `/${text.replace(/[^\w.+-]/g, each => `#${each.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
