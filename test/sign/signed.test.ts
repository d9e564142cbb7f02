/** What is signed, held by judges who share no code with us: poppler and NSS, OpenSSL, qpdf; and by our own. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import type { Signer } from '../../src/model/signer.ts'
import { signPdf } from '../../src/render/finish/sign-pdf.ts'
import { openSigner, type SignerOptions } from '../../src/sign/signer.ts'
import { judge } from '../support/judges.ts'
import { finishedSample } from './finished-sample.ts'
import { Keys, type Kind } from './keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'khabar-signed-'))
afterAll(() => rmSync(folder, { recursive: true }))
let unsigned: Uint8Array
beforeAll(async () => {
  unsigned = await finishedSample()
})

/** Whoever's clock runs behind that of openssl: its certificates are from now on. */
const at = new Date(Date.now() + 3_600_000).toISOString()
const signerBy = (by: SignerOptions['by']): Promise<Signer> => openSigner({ by, at })

function written(bytes: Uint8Array, name = 'signed.pdf'): string {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

function pdfsig(program: string, pdf: Uint8Array): string {
  const { stdout, stderr } = spawnSync(program, [written(pdf)], { encoding: 'utf8' })
  return stdout + stderr
}

/** The CMS without the zeros behind it, and what it is over. */
function taken(pdf: Uint8Array): { cms: string; content: string } {
  const text = Buffer.from(pdf).toString('latin1')
  const [start = 0, end = 0] = (/\/ByteRange \[0 (\d+) (\d+)/.exec(text)?.slice(1) ?? []).map(Number)
  const whole = Buffer.from(text.slice(start + 1, end - 1), 'hex')
  const cms = whole.subarray(0, 4 + whole.readUInt16BE(2))
  expect(whole.subarray(cms.length).every(byte => byte === 0)).toBe(true)
  const content = Buffer.concat([pdf.subarray(0, start), pdf.subarray(end)])
  return { cms: written(cms, 'signature.der'), content: written(content, 'content.bin') }
}

const kinds: readonly Kind[] = ['rsa', 'p256', 'p384']
const packings: readonly (readonly [name: string, passphrase: string, words: readonly string[]])[] = [
  ['as of old, in RC2 and 3DES', 'secret', ['-legacy']],
  ['as of old, with letters beyond ASCII', 'пароль', ['-legacy']],
  ['as of today, in AES', 'secret', []],
  ['as of today, with letters beyond ASCII', 'пароль ʻ', []],
  ['without a passphrase', '', []],
]

describe.for(kinds)('a key of %s', kind => {
  test.for(packings)('packed %s', async ([, passphrase, words], context) => {
    const keys = new Keys(folder, context)
    const program = judge('pdfsig', context)
    const made = keys.make(kind)
    const pkcs12 = keys.pack(made, passphrase, ...words)
    const signer = await signerBy({ pkcs12, passphrase: passphrase || undefined })
    const pdf = await signPdf(unsigned, signer)

    expect(signer.name).toBe('Test Society')
    expect(Buffer.compare(pdf.subarray(0, unsigned.length), unsigned), 'what was there is there').toBe(0)
    expect(await checkPdf(pdf)).toEqual([])
    const told = pdfsig(program, pdf)
    expect(told).toContain('Signature Validation: Signature is Valid.')
    expect(told).toContain('Signature Type: ETSI.CAdES.detached')
    expect(told).toContain('Total document signed')

    const { cms, content } = taken(pdf)
    const verifying = ['cms', '-verify', '-cades', '-inform', 'DER', '-in', cms, '-binary', '-CAfile', made.certificate]
    const out = ['-purpose', 'any', '-out', join(folder, 'out')]
    keys.openssl(...verifying, '-content', content, ...out)
    expect(Buffer.compare(readFileSync(join(folder, 'out')), readFileSync(content))).toBe(0)
    writeFileSync(content, readFileSync(content).fill(0x20, 20, 21))
    expect(() => keys.openssl(...verifying, '-content', content, ...out)).toThrow(/verif/i)
  })
})

test('an altered one is denied, and one that something was added to is not whole', async context => {
  const keys = new Keys(folder, context)
  const program = judge('pdfsig', context)
  const pdf = await signPdf(
    unsigned,
    await signerBy({ pkcs12: keys.pack(keys.make('p256'), ''), passphrase: undefined }),
  )
  const offset = Buffer.from(pdf).indexOf('%%EOF')
  expect(offset).toBeLessThan(unsigned.length)
  const altered = pdf.with(offset + 2, 0x46)
  expect(pdfsig(program, altered)).toContain('Digest Mismatch')
  expect((await checkPdf(altered)).map(({ rule }) => rule)).toContain('PDF 12.8.3-1')
  expect(pdfsig(program, Buffer.concat([pdf, Buffer.from('%more\n')]))).toContain('Not total document signed')
})

test('PAdES B-B: the certificate is named, when it was signed told once, nobody but the signer signs', async context => {
  const keys = new Keys(folder, context)
  const pdf = await signPdf(unsigned, await signerBy({ pkcs12: keys.pack(keys.make('rsa'), 'x'), passphrase: 'x' }))
  const { cms } = taken(pdf)
  const told = String(keys.openssl('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', cms))
  expect(told).toContain('id-smime-aa-signingCertificateV2')
  expect(told).toContain('object: messageDigest')
  expect(told).not.toContain('signingTime')
  expect(told.match(/issuerAndSerialNumber/g)).toHaveLength(1)
  const text = Buffer.from(pdf).toString('latin1', unsigned.length)
  expect(text).toContain(`/M (D:${at.replaceAll(/[-:T]/g, '').slice(0, 14)}+00'00')`)
})

test('RSA, the same clock: the same bytes', async context => {
  const keys = new Keys(folder, context)
  const signer = await signerBy({ pkcs12: keys.pack(keys.make('rsa'), 'x'), passphrase: 'x' })
  expect(Buffer.compare(await signPdf(unsigned, signer), await signPdf(unsigned, signer))).toBe(0)
})

test('qpdf finds no fault in its syntax', async context => {
  const keys = new Keys(folder, context)
  const qpdf = judge('qpdf', context)
  const pdf = await signPdf(unsigned, await signerBy({ pkcs12: keys.pack(keys.make('p256'), 'x'), passphrase: 'x' }))
  const { status, stderr } = spawnSync(qpdf, ['--check', written(pdf)], { encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
})

test('the certificates above it go with it, and those of others do not', async context => {
  const keys = new Keys(folder, context)
  const root = keys.make('rsa', 'Root')
  const middle = keys.issue('p256', root, 'Middle')
  const own = keys.issue('rsa', middle, 'Branch')
  const stranger = keys.make('p256', 'Stranger')
  const all = [stranger, root, middle].map(({ certificate }) => readFileSync(certificate, 'utf8'))
  writeFileSync(join(folder, 'all.pem'), all.join(''))
  const signer = await signerBy({
    pkcs12: keys.pack(own, 'x', '-certfile', join(folder, 'all.pem')),
    passphrase: 'x',
  })
  const pdf = await signPdf(unsigned, signer)
  const { cms, content } = taken(pdf)
  const told = String(keys.openssl('cms', '-cmsout', '-print', '-noout', '-inform', 'DER', '-in', cms))
  expect([...told.matchAll(/subject: .*CN ?= ?(\w+)/g)].map(match => match[1]).toSorted()).toEqual([
    'Branch',
    'Middle',
    'Root',
  ])
  const words = ['cms', '-verify', '-inform', 'DER', '-in', cms, '-binary', '-content', content, '-purpose', 'any']
  keys.openssl(...words, '-CAfile', root.certificate, '-out', join(folder, 'out'))
  expect(() => keys.openssl(...words, '-CAfile', stranger.certificate, '-out', join(folder, 'out'))).toThrow(/verif/i)
})

test.for([
  ['/C=UZ/O=Қизил Ярим Ой/CN=Общество, «Ҳилол»', 'Общество, «Ҳилол»'],
  ['/C=UZ/O=Қизил Ярим Ой', 'Қизил Ярим Ой'],
  ['/C=UZ', /^[0-9A-F]{8,}$/],
] as const)('a certificate of %s is shown by a name', async ([subject, name], context) => {
  const keys = new Keys(folder, context)
  const made = { key: keys.path('named.key.pem'), certificate: keys.path('named.pem') }
  const words = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '30', '-utf8', '-subj', subject]
  keys.openssl(...words, '-keyout', made.key, '-out', made.certificate)
  const signer = await signerBy({ pkcs12: keys.pack(made, 'x'), passphrase: 'x' })
  expect(signer.name).toMatch(name)
  expect(await checkPdf(await signPdf(unsigned, signer))).toEqual([])
})
