/**
 * A detached CMS signature as PAdES baseline B-B wants it (ETSI EN 319 142-1, 6.3; RFC 5652, 5035): one signer, his certificate and
 * those above it, and of signed attributes the kind of content, its digest and the digest of his certificate. When it was
 * signed is told by the PDF (M), and by no attribute: the standard forbids to tell it twice.
 *
 *   attributesOf(bytes) -> a key signs their DER -> signedData(attributes, signature)
 */
import { hash, type X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import type { Chain } from './certificates.ts'

const { asn1 } = forge
type Asn1 = forge.asn1.Asn1

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
}

/** What the key signs: DER of the signed attributes, as a SET of their own. */
export function attributesOf(bytes: Uint8Array, { own }: Chain): Buffer {
  const { issuer, serial } = issuerAndSerial(own)
  const directoryName = tagged(4, [issuer])
  // Its digest is SHA-256, which is what is meant where no algorithm is named.
  const certificate = sequence(octets(sha256(own.raw)), sequence(sequence(directoryName), serial))
  return derOf(
    setOf([
      attribute(oids.contentType, oid(oids.data)),
      attribute(oids.messageDigest, octets(sha256(bytes))),
      attribute(oids.signingCertificateV2, sequence(sequence(certificate))),
    ]),
  )
}

/** @param attributes as `attributesOf` gave them */
export function signedData(attributes: Uint8Array, signature: Uint8Array, { own, above }: Chain): Buffer {
  const { issuer, serial } = issuerAndSerial(own)
  const attributeSet = parsed(attributes)
  const signer = sequence(
    integer(1),
    sequence(issuer, serial),
    sequence(oid(oids.sha256)),
    tagged(0, childrenOf(attributeSet)),
    own.publicKey.asymmetricKeyType === 'rsa'
      ? sequence(oid(oids.rsa), nothing())
      : sequence(oid(oids.ecdsaWithSha256)),
    octets(signature),
  )
  const certificates = childrenOf(setOf([own, ...above].map(each => parsed(each.raw))))
  const data = sequence(
    integer(1),
    setOf([sequence(oid(oids.sha256))]),
    sequence(oid(oids.data)),
    tagged(0, certificates),
    setOf([signer]),
  )
  return derOf(sequence(oid(oids.signedData), tagged(0, [data])))
}

/** r and s one after the other, as tokens give them -> as CMS has them (RFC 5753, 7.2). */
export function asDerSignature(pair: Uint8Array): Buffer {
  const half = pair.length / 2
  const number = (bytes: Uint8Array): Asn1 => {
    const first = bytes.findIndex(byte => byte !== 0)
    const digits = Buffer.from(bytes.subarray(first === -1 ? bytes.length - 1 : first))
    const isNegative = (digits[0] ?? 0) >= 0x80
    return universal(asn1.Type.INTEGER, `${isNegative ? '\0' : ''}${digits.toString('latin1')}`)
  }
  return derOf(sequence(number(pair.subarray(0, half)), number(pair.subarray(half))))
}

const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

const universal = (type: forge.asn1.Type, value: string): Asn1 => asn1.create(asn1.Class.UNIVERSAL, type, false, value)
const sequence = (...parts: Asn1[]): Asn1 => asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, parts)
const oid = (name: string): Asn1 => universal(asn1.Type.OID, asn1.oidToDer(name).getBytes())
const integer = (value: number): Asn1 => universal(asn1.Type.INTEGER, asn1.integerToDer(value).getBytes())
const octets = (bytes: Uint8Array): Asn1 => universal(asn1.Type.OCTETSTRING, Buffer.from(bytes).toString('latin1'))
const nothing = (): Asn1 => universal(asn1.Type.NULL, '')
/** What a number means its surroundings know: the library has types alone. */
const numbered = { 0: asn1.Type.NONE, 4: asn1.Type.OCTETSTRING }
const tagged = (number: keyof typeof numbered, parts: Asn1[]): Asn1 =>
  asn1.create(asn1.Class.CONTEXT_SPECIFIC, numbered[number], true, parts)
const attribute = (name: string, value: Asn1): Asn1 => sequence(oid(name), setOf([value]))

/** DER has the members of a set in the order of their bytes (X.690, 11.6). */
function setOf(members: readonly Asn1[]): Asn1 {
  const inOrder = members.toSorted((one, other) => Buffer.compare(derOf(one), derOf(other)))
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, inOrder)
}

const derOf = (value: Asn1): Buffer => Buffer.from(asn1.toDer(value).getBytes(), 'latin1')
const parsed = (der: Uint8Array): Asn1 => asn1.fromDer(Buffer.from(der).toString('latin1'))
const childrenOf = ({ value }: Asn1): Asn1[] => (Array.isArray(value) ? value : [])

/** As the certificate has them (RFC 5280, 4.1): after its version, where it tells one. */
function issuerAndSerial({ raw }: X509Certificate): { readonly issuer: Asn1; readonly serial: Asn1 } {
  const [signed] = childrenOf(parsed(raw))
  const parts = signed ? childrenOf(signed) : []
  const [serial, , issuer] = parts[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC ? parts.slice(1) : parts
  if (!serial || !issuer) throw new TypeError('a certificate without a serial number or an issuer')
  return { issuer, serial }
}
