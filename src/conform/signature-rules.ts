/**
 * Signatures: over the whole file, by one signer whose certificate is there, and what PAdES baseline B-B asks for. Whether a
 * key has really signed it, and whose it is, is asked of a reader that knows whom to trust.
 */
import { attributeNames, type Cms, isDigestOf, namedCertificate, readCms } from './cms.ts'
import type { Cursor } from './cursor.ts'
import { type Finding, finding, when } from './finding.ts'
import type { Subject } from './subject.ts'

export const checkSignatures = (subject: Subject): readonly Finding[] => {
  const fields = subject.catalog.get('AcroForm').get('Fields').items
  return fields.flatMap(field => [
    ...named(field, subject),
    ...(field.get('FT').name === 'Sig' && field.get('V').dict ? signature(field.get('V'), subject) : []),
  ])
}

const whereOf = (cursor: Cursor, what: string): string => `${what} ${cursor.number ?? '(direct)'}`

function named(field: Cursor, { parentTree }: Subject): readonly Finding[] {
  const element = parentTree.get(field.get('StructParent').integer ?? -1)
  const words = field.get('TU').text ?? element?.get('Alt').text ?? ''
  return when(words.trim() === '', 'UA 7.18.1-3', whereOf(field, 'field'), 'no TU, and no Alt of its element')
}

function signature(dictionary: Cursor, { file: { bytes } }: Subject): readonly Finding[] {
  const where = whereOf(dictionary, 'signature')
  const range = dictionary.get('ByteRange').numbers
  const cms = readCms(Buffer.from(dictionary.get('Contents').bytes ?? '', 'latin1'))
  const isPades = dictionary.get('SubFilter').name === 'ETSI.CAdES.detached'
  return [
    ...when(!isWhole(range, dictionary, bytes), 'A 6.4.3-1', where, `ByteRange is ${range.join(' ') || 'missing'}`),
    ...when(!isPades, 'own pades', where, `SubFilter is ${dictionary.get('SubFilter').name ?? 'missing'}`),
    ...(cms ? signer(cms, ranged(range, bytes), where) : [finding('A 6.4.3-3', where, 'Contents is no CMS in DER')]),
    ...(cms && isPades ? baseline(cms, dictionary, where) : []),
  ]
}

/** All but the signature itself with its brackets. */
function isWhole(
  [from = -1, start = 0, next = 0, rest = 0]: readonly number[],
  dictionary: Cursor,
  bytes: Uint8Array,
): boolean {
  const digits = 2 * (dictionary.get('Contents').bytes?.length ?? 0)
  const isGap = bytes[start] === 0x3c && bytes[next - 1] === 0x3e && next - start === digits + 2
  return from === 0 && isGap && next + rest === bytes.length
}

const ranged = ([from = 0, start = 0, next = 0, rest = 0]: readonly number[], bytes: Uint8Array): Uint8Array =>
  Buffer.concat([bytes.subarray(from, from + start), bytes.subarray(next, next + rest)])

function signer(cms: Cms, signed: Uint8Array, where: string): readonly Finding[] {
  const digest = cms.attributes.get(attributeNames.messageDigest)?.content
  return [
    ...when(cms.certificate === undefined, 'A 6.4.3-2', where, 'the certificate of the signer is not there'),
    ...when(cms.signers !== 1, 'A 6.4.3-3', where, `${cms.signers} signers`),
    ...when(!isDigestOf(digest, signed), 'PDF 12.8.3-1', where, 'the file is not the one that was signed'),
  ]
}

function baseline(cms: Cms, dictionary: Cursor, where: string): readonly Finding[] {
  const moment = dictionary.get('M').bytes ?? ''
  const isToldTwice = cms.attributes.has(attributeNames.signingTime)
  const isNamed = cms.certificate === undefined || isDigestOf(namedCertificate(cms), cms.certificate)
  return [
    ...when(
      !/^D:\d{14}(Z|[+-]\d\d'\d\d'?)/.test(moment) || isToldTwice,
      'PAdES 6.3-1',
      where,
      `M is ${moment || 'missing'}${isToldTwice ? ', and signing-time is told too' : ''}`,
    ),
    ...when(!isNamed, 'PAdES 6.3-2', where, 'signing-certificate-v2 does not name the certificate of the signer'),
  ]
}
