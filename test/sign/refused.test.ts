/** What cannot sign is said so, with what to do about it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { inEnglish } from '../../src/model/said.ts'
import { openSigner, type SignerOptions } from '../../src/sign/signer.ts'
import { Keys } from './keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'khabar-refused-'))
afterAll(() => rmSync(folder, { recursive: true }))
const soon = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toISOString()

async function told(by: SignerOptions['by'], at = soon(1)): Promise<string> {
  try {
    await openSigner({ by, at })
    return 'it signs'
  } catch (thrown) {
    if (!(thrown instanceof EnvironmentFault)) throw thrown
    return [thrown.said, ...(thrown.hint ? [thrown.hint] : [])]
      .map(inEnglish)
      .join(' | ')
      .replaceAll(/\/[^ ]*\/([\w .-]+)\.[a-z0-9]+\.p12/g, '$1.p12')
      .replaceAll(`${folder}/`, '')
  }
}

const file = (name: string, bytes: string | Uint8Array): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}

test.for([[], ['-legacy']])('a passphrase that is wrong or is not there, packed with %j', async (words, context) => {
  const keys = new Keys(folder, context)
  const pkcs12 = keys.pack(keys.make('p256'), 'пароль', ...words)
  const name = words.length > 0 ? 'legacy.p12' : 'new.p12'
  const how = 'Set it in the environment variable KHABAR_SIGN_PASSPHRASE, or name a file: --sign-passphrase-file.'
  expect(await told({ pkcs12, passphrase: 'parol' })).toBe(`The passphrase is not that of ${name}. | ${how}`)
  expect(await told({ pkcs12, passphrase: 'ПАРОЛЬ' })).toBe(`The passphrase is not that of ${name}. | ${how}`)
  expect(await told({ pkcs12 })).toBe(`${name} has a passphrase. | ${how}`)
  expect(await told({ pkcs12, passphrase: 'пароль' })).toBe('it signs')
})

test('a passphrase in a file is its first line, whatever the environment says', async context => {
  const keys = new Keys(folder, context)
  const pkcs12 = keys.pack(keys.make('p256'), 'two words')
  const passphraseFile = file('passphrase', 'two words\r\nnot this\n')
  expect(await told({ pkcs12, passphraseFile, passphrase: 'other' })).toBe('it signs')
  expect(await told({ pkcs12, passphraseFile: join(folder, 'none') })).toBe(
    'There is no none. | Name the file whose first line is the passphrase: --sign-passphrase-file FILE.',
  )
})

test('what is no PKCS#12, or one without a key, or with another certificate', async context => {
  const keys = new Keys(folder, context)
  const made = keys.make('p256')
  const takes = 'It takes a file that ends in .p12 or .pfx: a certificate exported together with its private key.'
  const again = 'Export it again: one private key, together with its certificate.'
  expect(await told({ pkcs12: join(folder, 'none.p12') })).toContain('There is no none.p12. | Name the file that holds')
  for (const bytes of ['', 'garbage', readFileSync(made.certificate), readFileSync(made.key)])
    expect(await told({ pkcs12: file('garbage.p12', bytes) })).toMatch(
      new RegExp(`^garbage\\.p12 cannot be read as PKCS#12: .+ \\| ${takes}$`),
    )
  const whole = readFileSync(keys.pack(made, 'x'))
  expect(await told({ pkcs12: file('cut.p12', whole.subarray(0, 300)), passphrase: 'x' })).toContain(
    'cut.p12 cannot be read as PKCS#12',
  )
  expect(await told({ pkcs12: keys.pack(made, 'x', '-nokeys'), passphrase: 'x' })).toBe(
    `nokeys.p12 holds no private key. | ${again}`,
  )
  expect(await told({ pkcs12: keys.pack(made, 'x', '-nocerts'), passphrase: 'x' })).toBe(
    `nocerts.p12 holds no certificate of its private key. | ${again}`,
  )
})

test('a certificate out of its time', async context => {
  const keys = new Keys(folder, context)
  const pkcs12 = keys.pack(keys.make('p256'), 'x')
  const moment = String.raw`\d{4}-\d\d-\d\d \d\d:\d\d UTC`
  expect(await told({ pkcs12, passphrase: 'x' }, soon(24 * 31))).toMatch(
    new RegExp(
      `^The certificate of Test Society has expired: it was valid until ${moment}\\. \\| Sign with a renewed one`,
    ),
  )
  expect(await told({ pkcs12, passphrase: 'x' }, soon(-24))).toMatch(
    new RegExp(`^The certificate of Test Society is not valid yet: it is from ${moment} on\\. \\| Look at the clock`),
  )
})

test.for([
  ['rsa-1024', 'RSA 1024'],
  ['ed25519', 'ED25519'],
] as const)('a key of %s', async ([kind, name], context) => {
  const keys = new Keys(folder, context)
  expect(await told({ pkcs12: keys.pack(keys.make(kind), 'x'), passphrase: 'x' })).toBe(
    `The key of Test Society cannot sign: it is ${name}. | It takes an RSA key of at least 2048 bits, or a key on an elliptic curve.`,
  )
})

test('a certificate for a command that is none', async () => {
  const by = { command: 'true', limitSeconds: 1 }
  expect(await told({ ...by, certificate: join(folder, 'none.pem') })).toBe(
    'There is no none.pem. | Name the certificate of the key, as PEM: --sign-certificate FILE.',
  )
  expect(await told({ ...by, certificate: file('empty.pem', '') })).toContain(
    'empty.pem holds no certificate. | It takes',
  )
  const spoilt = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
  expect(await told({ ...by, certificate: file('spoilt.pem', spoilt) })).toContain('spoilt.pem holds no certificate: ')
})
