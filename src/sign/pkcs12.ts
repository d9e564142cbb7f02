/**
 * PKCS#12 -> a private key and its certificates (RFC 7292), whatever packed them: Windows, Java, OpenSSL old (RC2, 3DES) and new
 * (PBES2 with AES). OpenSSL within Node opens none of them for us, and knows RC2 no more.
 */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto'
import forge from 'node-forge'
import { EnvironmentFault, reasonOf } from '../model/fault.ts'
import { said } from '../model/said.ts'
import { type Chain, chainOf } from './certificates.ts'

export interface KeyWithChain {
  readonly key: KeyObject
  readonly chain: Chain
}

/** @param passphrase undefined: none was given, and an empty one is tried */
export function readPkcs12(bytes: Uint8Array, path: string, passphrase: string | undefined): KeyWithChain {
  const bags = bagsIn(bytes, path, passphrase)
  const keys = bags.flatMap(keyIn)
  const certificates = bags.flatMap(certificateIn)
  const found = keys.flatMap(key => {
    const own = certificates.find(each => each.checkPrivateKey(key))
    return own ? [{ key, chain: chainOf(own, certificates) }] : []
  })
  const [first] = found
  if (first && found.length === 1) return first
  const again = said('Export it again: one private key, together with its certificate.')
  if (keys.length === 0) throw new EnvironmentFault(said('{path} holds no private key.', { path }), again)
  if (!first) throw new EnvironmentFault(said('{path} holds no certificate of its private key.', { path }), again)
  throw new EnvironmentFault(
    said('{path} holds {count} private keys, and only one can sign.', { path, count: found.length }),
    again,
  )
}

type Bag = forge.pkcs12.Bag

function bagsIn(bytes: Uint8Array, path: string, passphrase: string | undefined): readonly Bag[] {
  const text = Buffer.from(bytes).toString('latin1')
  try {
    return opened(text, passphrase ?? '')
  } catch (thrown) {
    if (isLocked(thrown)) throw locked(path, passphrase)
    throw new EnvironmentFault(
      said('{path} cannot be read as PKCS#12: {reason}.', { path, reason: reasonOf(thrown) }),
      said('It takes a file that ends in .p12 or .pfx: a certificate exported together with its private key.'),
    )
  }
}

/**
 * The library hands a passphrase over by letters. The old ciphers and the seal of the file take them as UTF-16, PBES2 as
 * bytes: of letters beyond ASCII those of UTF-8. So where the seal was right and the content was not, once more with those;
 * what is taken off is the seal that was looked at already.
 */
function opened(text: string, passphrase: string): readonly Bag[] {
  const whole = forge.asn1.fromDer(text)
  try {
    return bagsOf(forge.pkcs12.pkcs12FromAsn1(whole, false, passphrase))
  } catch (thrown) {
    const unsealed = forge.asn1.fromDer(text)
    const isSealWrong = thrown instanceof Error && thrown.message.includes('MAC')
    if (isSealWrong || !/[^\0-\x7f]/.test(passphrase) || !Array.isArray(unsealed.value)) throw thrown
    unsealed.value = unsealed.value.slice(0, 2)
    return bagsOf(forge.pkcs12.pkcs12FromAsn1(unsealed, false, forge.util.encodeUtf8(passphrase)))
  }
}

const bagsOf = (pfx: forge.pkcs12.Pkcs12Pfx): readonly Bag[] => pfx.safeContents.flatMap(({ safeBags }) => safeBags)

const isLocked = (thrown: unknown): boolean =>
  thrown instanceof Error && /MAC could not be verified|decrypt/i.test(thrown.message)

function locked(path: string, passphrase: string | undefined): EnvironmentFault {
  const how = said('Set it in the environment variable KHABAR_SIGN_PASSPHRASE, or name a file: --sign-passphrase-file.')
  if (passphrase === undefined) return new EnvironmentFault(said('{path} has a passphrase.', { path }), how)
  return new EnvironmentFault(said('The passphrase is not that of {path}.', { path }), how)
}

const der = (asn1: forge.asn1.Asn1): Buffer => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')

/** Of RSA the library has made a key of its own; any other it leaves as it was written (PKCS#8). */
function keyIn({ type, key, asn1 }: Bag): readonly KeyObject[] {
  const { keyBag, pkcs8ShroudedKeyBag } = forge.pki.oids
  if (type !== keyBag && type !== pkcs8ShroudedKeyBag) return []
  const written = key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1
  return [createPrivateKey({ key: der(written), format: 'der', type: 'pkcs8' })]
}

function certificateIn({ type, cert, asn1 }: Bag): readonly X509Certificate[] {
  if (type !== forge.pki.oids['certBag']) return []
  return [new X509Certificate(der(cert ? forge.pki.certificateToAsn1(cert) : asn1))]
}
