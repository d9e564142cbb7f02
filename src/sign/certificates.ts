/** Certificates as a signature needs them: that of the key, valid when it signs, and those that lead up from it. */
import { X509Certificate } from 'node:crypto'
import { EnvironmentFault, reasonOf } from '../model/fault.ts'
import { said } from '../model/said.ts'

export interface Chain {
  readonly own: X509Certificate
  /** That of its issuer, and so on, as far as there are. */
  readonly above: readonly X509Certificate[]
}

/** The first is that of the key, as every server has it. @param path where they were read */
export function chainInPem(text: string, path: string): Chain {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? []
  const [own, ...others] = blocks.map(block => parsed(block, path))
  if (own) return chainOf(own, others)
  throw new EnvironmentFault(
    said('{path} holds no certificate.', { path }),
    said('It takes a text that begins with -----BEGIN CERTIFICATE-----: that of the key first, then those above it.'),
  )
}

function parsed(block: string, path: string): X509Certificate {
  try {
    return new X509Certificate(block)
  } catch (thrown) {
    throw new EnvironmentFault(said('{path} holds no certificate: {reason}.', { path, reason: reasonOf(thrown) }))
  }
}

/** Of certificates in any order, those that lead up. */
export function chainOf(own: X509Certificate, others: readonly X509Certificate[]): Chain {
  const above: X509Certificate[] = []
  const isKnown = (each: X509Certificate): boolean =>
    [own, ...above].some(known => known.fingerprint256 === each.fingerprint256)
  for (let last: X509Certificate | undefined = own; last; ) {
    const issued: X509Certificate = last
    last = others.find(each => !isKnown(each) && issued.checkIssued(each))
    if (last) above.push(last)
  }
  return { own, above }
}

/** The name that a reader of PDFs shows: the common name, else that of the organisation; a certificate may have neither. */
export function nameIn(certificate: X509Certificate): string {
  const { subject } = certificate.toLegacyObject()
  const names: readonly (string | readonly string[] | undefined)[] = [subject?.CN, subject?.O]
  return names.flat().find(name => name?.trim()) ?? certificate.serialNumber
}

/** @param at ISO 8601 */
export function refuseUnfit({ own }: Chain, at: string): void {
  refuseOutOfTime(own, at)
  const { asymmetricKeyType: kind = '', asymmetricKeyDetails: details } = own.publicKey
  const isStrong = kind === 'ec' || (kind === 'rsa' && (details?.modulusLength ?? 0) >= 2048)
  if (isStrong) return
  throw new EnvironmentFault(
    said('The key of {name} cannot sign: it is {kind}.', {
      name: nameIn(own),
      kind: [kind.toUpperCase(), details?.modulusLength].filter(Boolean).join(' '),
    }),
    said('It takes an RSA key of at least 2048 bits, or a key on an elliptic curve.'),
  )
}

function refuseOutOfTime(own: X509Certificate, at: string): void {
  const now = Date.parse(at)
  const name = nameIn(own)
  const told = (moment: Date): string => `${moment.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  if (own.validToDate.getTime() < now)
    throw new EnvironmentFault(
      said('The certificate of {name} has expired: it was valid until {moment}.', {
        name,
        moment: told(own.validToDate),
      }),
      said('Sign with a renewed one: readers refuse what an expired one has signed.'),
    )
  if (own.validFromDate.getTime() > now)
    throw new EnvironmentFault(
      said('The certificate of {name} is not valid yet: it is from {moment} on.', {
        name,
        moment: told(own.validFromDate),
      }),
      said('Look at the clock of this machine, and at SOURCE_DATE_EPOCH where it is set.'),
    )
}
