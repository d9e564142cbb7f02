/** Who puts a name to what is published: handed to a build, which knows neither keys nor certificates. */

export interface Signer {
  /** SHA-256 of the certificate, in hexadecimal: part of the fingerprint of whatever it signs. */
  readonly certificate: string
  /** Whom the certificate names. */
  readonly name: string
  /** When it signs: ISO 8601, UTC. */
  readonly at: string
  /** No signature of it has more bytes. */
  readonly room: number
  /** @returns a detached CMS of these bytes (RFC 5652), in DER */
  sign(bytes: Uint8Array): Promise<Uint8Array>
  /** Ends what it has started. */
  close(): void
}
