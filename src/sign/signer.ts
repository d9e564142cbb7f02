/**
 * The signer of a build: a key out of a PKCS#12 file, or a command that has the key where it is. Whatever the key gave is held
 * against the certificate before anybody gets it. The only file of this room that cli uses.
 */
import { constants, createHash, type KeyObject, sign as signWith, verify } from 'node:crypto'
import { whileReading } from '../disk/refusal.ts'
import { readRegular } from '../disk/regular-file.ts'
import { EnvironmentFault } from '../model/fault.ts'
import { type Said, said } from '../model/said.ts'
import type { Signer } from '../model/signer.ts'
import { type Chain, chainInPem, nameIn, refuseUnfit } from './certificates.ts'
import { asDerSignature, attributesOf, signedData } from './cms.ts'
import { signingCommand } from './command.ts'
import { readPkcs12 } from './pkcs12.ts'

export interface SignerOptions {
  /** Files are named as they were said. */
  readonly by: FileOptions | CommandOptions
  /** When it signs: ISO 8601, UTC. */
  readonly at: string
}

export interface FileOptions {
  readonly pkcs12: string
  readonly passphrase?: string | undefined
  /** Its first line is the passphrase, whatever else was said. */
  readonly passphraseFile?: string | undefined
}

export interface CommandOptions {
  readonly command: string
  /** PEM, that of the key first. */
  readonly certificate: string
  readonly limitSeconds: number
}

/** What signs bytes: RSA as PKCS#1 v1.5 has it, ECDSA in DER; always over SHA-256. */
interface Key {
  readonly sign: (bytes: Uint8Array) => Promise<Buffer>
  readonly close: () => void
}

export async function openSigner({ by, at }: SignerOptions): Promise<Signer> {
  const { key, chain } = 'command' in by ? await ofCommand(by) : await ofFile(by)
  refuseUnfit(chain, at)
  const certificates = [chain.own, ...chain.above].reduce((sum, { raw }) => sum + raw.length, 0)
  const room = certificates + besideCertificates
  if (room > longestString)
    throw new EnvironmentFault(
      said('The certificates of {name} are too large for a PDF.', { name: nameIn(chain.own) }),
      said('Leave out those that readers have already: the one at the top first.'),
    )
  return {
    certificate: createHash('sha256').update(chain.own.raw).digest('hex'),
    name: nameIn(chain.own),
    at,
    room,
    sign: async bytes => {
      const attributes = attributesOf(bytes, chain)
      return signedData(attributes, await key.sign(attributes), chain)
    },
    close: key.close,
  }
}

/** A signature of RSA 8192, attributes with a long name of an issuer, that name again, and what frames them. */
const besideCertificates = 4096
/** ISO 19005-3, 6.1.13. */
const longestString = 32_767

async function ofFile({ pkcs12, passphrase, passphraseFile }: FileOptions): Promise<{ key: Key; chain: Chain }> {
  const hint = said('Name the file that holds certificate and private key: --sign FILE.p12.')
  const file = await fileAt(pkcs12, hint)
  const opening = passphraseFile === undefined ? passphrase : await firstLineOf(passphraseFile)
  const { key, chain } = readPkcs12(file, pkcs12, opening)
  return { chain, key: { sign: async bytes => signWith('sha256', bytes, key), close: () => undefined } }
}

async function ofCommand({ command, certificate, limitSeconds }: CommandOptions): Promise<{ key: Key; chain: Chain }> {
  const hint = said('Name the certificate of the key, as PEM: --sign-certificate FILE.')
  const chain = chainInPem(String(await fileAt(certificate, hint)), certificate)
  const { run, close } = signingCommand(command, limitSeconds)
  // A token does one thing at a time; and one that has failed is not asked again, since each asking may wait for its whole limit.
  let last: Promise<unknown> = Promise.resolve()
  const sign = (bytes: Uint8Array): Promise<Buffer> => {
    const turn = last.then(async () => heldAgainst(chain.own.publicKey, bytes, await run(bytes), certificate))
    last = turn
    return turn
  }
  return { chain, key: { sign, close } }
}

async function firstLineOf(path: string): Promise<string> {
  const bytes = await fileAt(
    path,
    said('Name the file whose first line is the passphrase: --sign-passphrase-file FILE.'),
  )
  return String(bytes).split(/\r?\n/)[0] ?? ''
}

async function fileAt(path: string, hint: Said): Promise<Buffer> {
  const bytes = await whileReading(() => readRegular(path, { atMost: 1024 * 1024 }))
  if (bytes) return bytes
  throw new EnvironmentFault(said('There is no {path}.', { path }), hint)
}

/** @returns the signature as CMS has it */
function heldAgainst(key: KeyObject, bytes: Uint8Array, given: Buffer, certificate: string): Buffer {
  const isEc = key.asymmetricKeyType === 'ec'
  const padding = constants.RSA_PKCS1_PADDING
  if (verify('sha256', bytes, isEc ? { key, dsaEncoding: 'der' } : { key, padding }, given)) return given
  if (isEc && verify('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' }, given)) return asDerSignature(given)
  throw new EnvironmentFault(
    said('What the signing command gave is no signature by the key of {certificate}.', { certificate }),
    said(
      'It takes on standard input what is to be signed, and gives the signature alone, as “openssl dgst -sha256 -sign KEY” does.',
    ),
  )
}
