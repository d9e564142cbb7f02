/** What a CMS signature says of itself (RFC 5652, 5.1): its signers, his certificate, the attributes that are signed. */
import { hash } from 'node:crypto'
import { type Der, isSame, oidOf, own, readDer, tags } from './der.ts'

export interface Cms {
  readonly signers: number
  /** That of the first signer, if it is there. */
  readonly certificate: Uint8Array | undefined
  /** Values of his signed attributes, by their OID. */
  readonly attributes: ReadonlyMap<string, Der>
}

export const attributeNames = {
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
}

/** @param bytes a signature and the zeros that fill its place */
export function readCms(bytes: Uint8Array): Cms | undefined {
  const [kind, content] = readDer(bytes)?.parts ?? []
  const data = content?.tag === own(0) ? content.parts[0] : undefined
  if (!kind || oidOf(kind) !== '1.2.840.113549.1.7.2' || !data) return undefined
  const certificates = data.parts.find(({ tag }) => tag === own(0))?.parts ?? []
  const signers = data.parts.at(-1)?.parts ?? []
  const [, name, , signed] = signers[0]?.parts ?? []
  return {
    signers: signers.length,
    certificate: certificates.find(each => name && isNamed(each, name))?.whole,
    attributes: new Map(
      (signed?.tag === own(0) ? signed.parts : []).flatMap(({ parts: [oid, values] }) => {
        const value = values?.parts[0]
        return oid && value ? [[oidOf(oid), value] as const] : []
      }),
    ),
  }
}

/** By its issuer and its number (RFC 5280, 4.1), of which a version may come first. */
function isNamed(certificate: Der, { parts: [issuer, serial] }: Der): boolean {
  const parts = certificate.parts[0]?.parts ?? []
  const [itsSerial, , itsIssuer] = parts[0]?.tag === own(0) ? parts.slice(1) : parts
  return isSame(itsIssuer?.whole, issuer?.whole) && isSame(itsSerial?.whole, serial?.whole)
}

/** The digest that names the certificate (RFC 5035, 3). */
export function namedCertificate({ attributes }: Cms): Uint8Array | undefined {
  const first = attributes.get(attributeNames.signingCertificateV2)?.parts[0]?.parts[0]
  return first?.parts.find(({ tag }) => tag === tags.octets)?.content
}

const digests: { readonly [length: number]: string } = { 32: 'sha256', 48: 'sha384', 64: 'sha512' }

/** Whichever of the SHA-2 family has that length. */
export function isDigestOf(digest: Uint8Array | undefined, bytes: Uint8Array | undefined): boolean {
  const name = digests[digest?.length ?? 0]
  return name !== undefined && bytes !== undefined && isSame(hash(name, bytes, 'buffer'), digest)
}
