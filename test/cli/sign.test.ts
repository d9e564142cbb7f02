/** khabar build --sign as somebody runs it, with a browser; judged by poppler, and by those who have only coreutils. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Keys } from '../sign/keys.ts'
import { judge } from '../support/judges.ts'
import { khabar } from '../support/khabar.ts'

const folder = mkdtempSync(join(tmpdir(), 'khabar-cli-sign-'))
afterAll(() => rmSync(folder, { recursive: true }))

const words = ['build', 'data/meetings/2022/2022-08-15-icrc.yaml', '--only', 'press', '--lang', 'en']
const name = 'press/2022/2022-08-15-icrc.en.pdf'
const build = (out: string, more: readonly string[], env: Readonly<Record<string, string>> = {}) =>
  khabar([...words, '--out', join(folder, out), ...more], { env })
const pdfOf = (out: string): Buffer => readFileSync(join(folder, out, name))
/** An hour ahead of the clock by which openssl makes certificates. */
const now = String(Math.floor(Date.now() / 1000) + 3600)

test('a signed release is the unsigned one and a signature; both ways to sign agree', async context => {
  const keys = new Keys(folder, context)
  const pdfsig = judge('pdfsig', context)
  const made = keys.make('rsa')
  const pkcs12 = keys.pack(made, 'secret')
  const env = { KHABAR_SIGN_PASSPHRASE: 'secret', SOURCE_DATE_EPOCH: now }
  expect((await build('plain', [], { SOURCE_DATE_EPOCH: now })).code).toBe(0)
  const signed = await build('signed', ['--sign', pkcs12, '--format', 'json'], env)
  expect(signed.code, signed.stderr).toBe(0)
  const { artifacts } = JSON.parse(signed.stdout) as { artifacts: { path: string; signedBy?: string }[] }
  const by = artifacts.filter(({ path }) => path === name).map(({ signedBy }) => signedBy)
  const fingerprint = String(keys.openssl('x509', '-in', made.certificate, '-noout', '-fingerprint', '-sha256'))
  expect(by).toEqual([fingerprint.trim().split('=')[1]?.replaceAll(':', '').toLowerCase()])
  expect(artifacts.filter(({ signedBy }) => signedBy !== undefined)).toHaveLength(1)

  const plain = pdfOf('plain')
  expect(Buffer.compare(pdfOf('signed').subarray(0, plain.length), plain)).toBe(0)
  const told = spawnSync(pdfsig, [join(folder, 'signed', name)], { encoding: 'utf8' }).stdout
  expect(told).toContain('Signature is Valid.')
  expect(told).toContain('Total document signed')
  const sums = spawnSync('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: join(folder, 'signed') })
  expect(sums.status).toBe(0)
  const verified = await khabar(['verify', join(folder, 'signed')])
  expect(verified.code, verified.stderr).toBe(0)

  const signs = `test -z "$KHABAR_SIGN_PASSPHRASE" && openssl dgst -sha256 -sign '${made.key}'`
  const command = ['--sign-command', signs, '--sign-certificate', made.certificate]
  const again = await build('signed', command, { SOURCE_DATE_EPOCH: now })
  expect(again.stderr, 'the same certificate').toContain('0 built, 4 unchanged')
  expect((await build('other', command, env)).code, 'no program is told the passphrase').toBe(0)
  expect(Buffer.compare(pdfOf('other'), pdfOf('signed')), 'RSA and the same clock: the same bytes').toBe(0)
})

test('who cannot sign is told so before anything is made', async context => {
  const keys = new Keys(folder, context)
  const pkcs12 = keys.pack(keys.make('p256'), 'secret')
  const passphraseFile = join(folder, 'passphrase')
  writeFileSync(passphraseFile, 'wrong\n')
  const tried: readonly (readonly [words: readonly string[], env: Readonly<Record<string, string>>, told: string])[] = [
    [['--sign', pkcs12], {}, 'has a passphrase.'],
    [['--sign', pkcs12], { KHABAR_SIGN_PASSPHRASE: 'wrong' }, 'The passphrase is not that of'],
    [
      ['--sign', pkcs12, '--sign-passphrase-file', passphraseFile],
      { KHABAR_SIGN_PASSPHRASE: 'secret' },
      'The passphrase is not that of',
    ],
    [
      ['--sign', pkcs12],
      { KHABAR_SIGN_PASSPHRASE: 'secret', SOURCE_DATE_EPOCH: '4000000000' },
      'The certificate of Test Society has expired',
    ],
    [['--sign', pkcs12, '--sign-command', 'true'], {}, '--sign and --sign-command each name who signs.'],
    [['--sign-command', 'true'], {}, '--sign-command needs --sign-certificate FILE beside it.'],
    [['--sign-certificate', pkcs12], {}, '--sign-certificate needs --sign-command CMD beside it.'],
    [['--sign-passphrase-file', passphraseFile], {}, '--sign-passphrase-file needs --sign FILE.p12 beside it.'],
    [['--sign', join(folder, 'none.p12')], {}, 'none.p12.'],
  ]
  for (const [more, env, told] of tried) {
    const { code, stderr } = await build('none', more, env)
    expect([code, stderr]).toEqual([2, expect.stringContaining(told)])
    expect(stderr).not.toContain('secret')
  }
  expect(existsSync(join(folder, 'none'))).toBe(false)
})

test('a command that fails stops the build: the PDF is not there, what was made before is', async context => {
  const made = new Keys(folder, context).make('p256')
  const command = ['--sign-command', 'echo no token >&2; exit 3', '--sign-certificate', made.certificate]
  const { code, stderr } = await build('failed', [...command, '--jobs', '1'], { SOURCE_DATE_EPOCH: now })
  expect([code, stderr]).toEqual([2, expect.stringContaining('The signing command failed (3): no token')])
  expect(existsSync(join(folder, 'failed', name))).toBe(false)
  const hanging = ['--sign-command', 'sleep 600', '--sign-certificate', made.certificate, '--sign-timeout', '1']
  const hung = await build('failed', hanging, { SOURCE_DATE_EPOCH: now })
  expect([hung.code, hung.stderr]).toEqual([2, expect.stringContaining('gave no signature within 1 s')])
  const { code: after, stderr: complaint } = await build('failed', [], { SOURCE_DATE_EPOCH: now })
  expect(after, complaint).toBe(0)
})
