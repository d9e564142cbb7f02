/** The signer as the words of a build ask for it. Its libraries are loaded only where somebody does. */
import { type Command, Option } from 'commander'
import { EnvironmentFault } from '../model/fault.ts'
import { said } from '../model/said.ts'
import type { Signer } from '../model/signer.ts'
import type { SignerOptions } from '../sign/signer.ts'
import { wholeNumber } from './options.ts'

export interface SigningWords {
  readonly sign?: string
  readonly signPassphraseFile?: string
  readonly signCommand?: string
  readonly signCertificate?: string
  readonly signTimeout: number
}

/** See docs/signing.md. */
export const withSigning = (command: Command): Command =>
  command
    .option('--sign <file>', 'sign the PDFs that may be published with the key of this PKCS#12 file')
    .option('--sign-passphrase-file <file>', 'its first line opens that file; default: KHABAR_SIGN_PASSPHRASE')
    .option('--sign-command <command>', 'sign by a command: it reads what is to be signed and writes the signature')
    .option('--sign-certificate <file>', 'the certificate of the key of that command, PEM')
    .addOption(
      new Option('--sign-timeout <seconds>', 'how long that command may take').argParser(wholeNumber).default(60),
    )

/** @param at ISO 8601, UTC */
export async function signerFor(words: SigningWords, at: string): Promise<Signer | undefined> {
  const by = signerAskedFor(words)
  if (!by) return undefined
  const { openSigner } = await import('../sign/signer.ts')
  return openSigner({ by, at })
}

function signerAskedFor(words: SigningWords): SignerOptions['by'] | undefined {
  const { sign, signPassphraseFile, signCommand, signCertificate, signTimeout } = words
  if (sign !== undefined && signCommand !== undefined)
    throw new EnvironmentFault(said('--sign and --sign-command each name who signs.'), said('Leave one of them out.'))
  if (signPassphraseFile !== undefined && sign === undefined) throw needs('--sign-passphrase-file', '--sign FILE.p12')
  if (signCertificate !== undefined && signCommand === undefined)
    throw needs('--sign-certificate', '--sign-command CMD')
  const passphrase = process.env['KHABAR_SIGN_PASSPHRASE'] || undefined
  // Programs that a build starts have no need of it.
  delete process.env['KHABAR_SIGN_PASSPHRASE']
  if (sign !== undefined) return { pkcs12: sign, passphrase, passphraseFile: signPassphraseFile }
  if (signCommand === undefined) return undefined
  if (signCertificate === undefined) throw needs('--sign-command', '--sign-certificate FILE')
  return { command: signCommand, certificate: signCertificate, limitSeconds: signTimeout }
}

const needs = (option: string, other: string): EnvironmentFault =>
  new EnvironmentFault(said('{option} needs {other} beside it.', { option, other }), said('docs/signing.md tells how.'))
