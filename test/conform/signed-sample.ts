/**
 * The sample with a signature as PAdES wants it, or with one thing about it wrong. Written by hand as the sample is: neither
 * our finisher nor our signer is tried on what a judge was made to please. No key has signed it, which no rule asks.
 */
import { createHash } from 'node:crypto'
import type { PdfObject } from '../../src/conform/pdf-objects.ts'
import { Sample } from './broken/broken-pdf.ts'
import { dict, name, textString } from './objects.ts'
import { samplePdf } from './sample-pdf.ts'
import { writePdf } from './write-pdf.ts'

export interface Wrong {
  readonly dictionary?: Readonly<Record<string, PdfObject>>
  readonly field?: Readonly<Record<string, PdfObject>>
  readonly certificates?: readonly Buffer[]
  readonly signers?: number
  /** In place of the digest of what is signed. */
  readonly digest?: Buffer
  /** In place of the digest of the certificate; null: no such attribute. */
  readonly named?: Buffer | null
  readonly attributes?: readonly Buffer[]
  /** In place of the whole CMS. */
  readonly contents?: Buffer
  /** How many bytes at the end are left out. */
  readonly without?: number
}

const room = 1000

export function signedSample(wrong: Wrong = {}): Uint8Array {
  const file = Buffer.from(writePdf(withField(wrong)))
  const start = file.indexOf(`<${'00'.repeat(room)}>`)
  const end = start + 2 * room + 2
  const rest = file.length - end - (wrong.without ?? 0)
  ;[start, end, rest].forEach((number, index) => {
    file.write(String(number).padStart(10, '0'), file.indexOf(`100000000${index}`), 'latin1')
  })
  const signed = Buffer.concat([file.subarray(0, start), file.subarray(end, end + rest)])
  file.write((wrong.contents ?? cmsOf(signed, wrong)).toString('hex'), start + 1, 'latin1')
  return file
}

function withField({ dictionary = {}, field = {} }: Wrong): Sample {
  const pdf = new Sample(samplePdf)
  const signature = pdf.add(
    dict({
      Type: name('Sig'),
      Filter: name('Adobe.PPKLite'),
      SubFilter: name('ETSI.CAdES.detached'),
      M: { bytes: "D:20220815120000+00'00'" },
      ByteRange: [0, 1_000_000_000, 1_000_000_001, 1_000_000_002],
      Contents: { bytes: '\0'.repeat(room) },
      ...dictionary,
    }),
  )
  const own = {
    FT: name('Sig'),
    T: textString('Signature'),
    TU: textString('Общество'),
    V: signature,
    Rect: [0, 0, 0, 0],
  }
  const widget = pdf.addAnnotation('Widget', 'Form', { ...own, ...field })
  pdf.dictOf(widget).delete('AP')
  pdf.catalog.set('AcroForm', dict({ Fields: [widget], SigFlags: 3 }))
  return pdf
}

export const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

export function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts)
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
const set = (...parts: readonly Uint8Array[]): Buffer => der(0x31, ...parts)
const integer = (value: number): Buffer => der(2, Buffer.from([value]))
/** Of digits in hexadecimal. */
const oid = (hex: string): Buffer => der(6, Buffer.from(hex, 'hex'))

const pkcs9 = '2a864886f70d0109'
const issuer = sequence(set(sequence(oid('550403'), der(12, Buffer.from('Sample')))))
/** As far as anybody looks at one: version, number, algorithm, issuer. */
export const certificate = sequence(sequence(der(0xa0, integer(2)), integer(7), sequence(oid('2a8648')), issuer))
export const other = sequence(sequence(der(0xa0, integer(2)), integer(8), sequence(oid('2a8648')), issuer))
export const attribute = (last: string, value: Buffer): Buffer => sequence(oid(`${pkcs9}${last}`), set(value))

function cmsOf(signed: Buffer, wrong: Wrong): Buffer {
  const { certificates = [certificate], signers = 1, digest = sha256(signed), attributes = [] } = wrong
  const named = wrong.named === undefined ? sha256(certificate) : wrong.named
  const algorithm = sequence(oid('608648016503040201'))
  const all = [
    attribute('03', oid('2a864886f70d010701')),
    attribute('04', der(4, digest)),
    ...(named === null ? [] : [attribute('10022f', sequence(sequence(sequence(der(4, named)))))]),
    ...attributes,
  ]
  const signer = sequence(
    integer(1),
    sequence(issuer, integer(7)),
    algorithm,
    der(0xa0, ...all),
    sequence(oid('2a864886f70d010101')),
    der(4, Buffer.alloc(64, 1)),
  )
  const data = sequence(
    integer(1),
    set(algorithm),
    sequence(oid('2a864886f70d010701')),
    der(0xa0, ...certificates),
    set(...Array.from({ length: signers }, () => signer)),
  )
  return sequence(oid('2a864886f70d010702'), der(0xa0, data))
}
