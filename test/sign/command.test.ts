/** A key that stays where it is: a command signs, or what it did instead is told. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest'
import { checkPdf } from '../../src/conform/check-pdf.ts'
import { EnvironmentFault } from '../../src/model/fault.ts'
import { inEnglish } from '../../src/model/said.ts'
import type { Signer } from '../../src/model/signer.ts'
import { signPdf } from '../../src/render/finish/sign-pdf.ts'
import { openSigner } from '../../src/sign/signer.ts'
import { judge } from '../support/judges.ts'
import { finishedSample } from './finished-sample.ts'
import { Keys, type Kind, type Made } from './keys.ts'

const folder = mkdtempSync(join(tmpdir(), 'khabar-command-'))
afterAll(() => rmSync(folder, { recursive: true }))
let unsigned: Uint8Array
beforeAll(async () => {
  unsigned = await finishedSample()
})

const at = new Date(Date.now() + 3_600_000).toISOString()
const byCommand = (command: string, { certificate }: Made, limitSeconds = 60): Promise<Signer> =>
  openSigner({ by: { command, certificate, limitSeconds }, at })

async function told(command: string, made: Made, limitSeconds?: number): Promise<string> {
  const signer = await byCommand(command, made, limitSeconds)
  try {
    await signPdf(unsigned, signer)
    return 'signed'
  } catch (thrown) {
    if (!(thrown instanceof EnvironmentFault)) throw thrown
    return [thrown.said, ...(thrown.hint ? [thrown.hint] : [])].map(inEnglish).join(' | ').replaceAll(`${folder}/`, '')
  }
}

const made = (kind: Kind, context: TestContext): Made => new Keys(folder, context).make(kind)
const openssl = ({ key }: Made): string => `openssl dgst -sha256 -sign '${key}'`

/** As tokens give a signature of a curve: r and s, one after the other. */
const asToken = ({ key }: Made): string => {
  const script = join(folder, 'token.mjs')
  writeFileSync(
    script,
    `import { readFileSync } from 'node:fs'
import { sign } from 'node:crypto'
const key = readFileSync(process.argv[2], 'utf8')
process.stdout.write(sign('sha256', readFileSync(0), { key, dsaEncoding: 'ieee-p1363' }))`,
  )
  return `'${process.execPath}' '${script}' '${key}'`
}

test.for([
  ['rsa', openssl],
  ['p256', openssl],
  ['p384', openssl],
  ['p256', asToken],
  ['p384', asToken],
] as const)('%s by %o', async ([kind, command], context) => {
  const pdfsig = judge('pdfsig', context)
  const own = made(kind, context)
  const pdf = await signPdf(unsigned, await byCommand(command(own), own))
  writeFileSync(join(folder, 'signed.pdf'), pdf)
  expect(spawnSync(pdfsig, [join(folder, 'signed.pdf')], { encoding: 'utf8' }).stdout).toContain('Signature is Valid.')
  expect(await checkPdf(pdf)).toEqual([])
})

test('who signs is the same, be it by a file or by a command', async context => {
  const keys = new Keys(folder, context)
  const own = keys.make('rsa')
  const byFile = await openSigner({ by: { pkcs12: keys.pack(own, 'x'), passphrase: 'x' }, at })
  const other = await byCommand(openssl(own), own)
  expect(other.certificate).toBe(byFile.certificate)
  expect(await signPdf(unsigned, other)).toEqual(await signPdf(unsigned, byFile))
})

const how =
  'It takes on standard input what is to be signed, and gives the signature alone, as “openssl dgst -sha256 -sign KEY” does.'

test('one that fails says why, as the command does', async context => {
  const own = made('p256', context)
  expect(await told('echo one >&2; echo no token >&2; exit 7', own)).toBe(
    `The signing command failed (7): one / no token | ${how}`,
  )
  expect(await told('exit 1', own)).toBe(`The signing command failed (1) and says nothing. | ${how}`)
  expect(await told('kill -9 $$', own)).toBe(`The signing command failed (SIGKILL) and says nothing. | ${how}`)
  expect(await told('/there/is/none', own)).toMatch(/^The signing command failed \(127\): .*not found/)
})

test('what is no signature: nothing, garbage, that of another key, a whole CMS, of something else', async context => {
  const keys = new Keys(folder, context)
  for (const kind of ['rsa', 'p256'] as const) {
    const own = keys.make(kind)
    const other = keys.make(kind, 'Other')
    const no = `What the signing command gave is no signature by the key of Test Society.${kind}.pem. | ${how}`
    expect(await told('true', own)).toBe(no)
    expect(await told('head -c 256 /dev/zero', own)).toBe(no)
    expect(await told(openssl(other), own)).toBe(no)
    expect(await told(`echo other | ${openssl(own)}`, own)).toBe(no)
    const cms = `openssl cms -sign -binary -outform DER -signer '${own.certificate}' -inkey '${own.key}'`
    expect(await told(cms, own)).toBe(no)
  }
})

test('one that gives without end', async context => {
  expect(await told('cat /dev/zero', made('p256', context))).toBe(
    `The signing command gives more than any signature has. | ${how}`,
  )
})

test('one that hangs, with all that it has started: it is ended', async context => {
  const own = made('p256', context)
  const started = performance.now()
  const command = `echo $$ > '${folder}/pid'; sleep 600 | cat`
  expect(await told(command, own, 1)).toContain('The signing command gave no signature within 1 s, and was ended.')
  expect(performance.now() - started).toBeLessThan(300_000)
  const group = Number(readFileSync(join(folder, 'pid'), 'utf8'))
  await expect.poll(() => isThere(-group), { timeout: 60_000 }).toBe(false)
})

test('one that has failed is not asked again, and nobody waits for it twice', async context => {
  const own = made('p256', context)
  const signer = await byCommand(`echo asked >> '${folder}/asked'; exit 3`, own)
  const all = await Promise.allSettled([1, 2, 3].map(() => signPdf(unsigned, signer)))
  expect(all.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(readFileSync(join(folder, 'asked'), 'utf8')).toBe('asked\n')
})

test('a token does one thing at a time', async context => {
  const own = made('p256', context)
  const lock = join(folder, 'lock')
  const signer = await byCommand(`mkdir '${lock}' && ${openssl(own)}; code=$?; rmdir '${lock}'; exit $code`, own)
  const all = await Promise.all([1, 2, 3, 4].map(() => signPdf(unsigned, signer)))
  expect(all).toHaveLength(4)
})

test('it is ended where the build is', async context => {
  const signer = await byCommand(`echo $$ > '${folder}/closed'; sleep 600`, made('p256', context))
  const signing = signPdf(unsigned, signer)
  const rejected = expect(signing).rejects.toThrow(/SIGKILL/)
  const pid = (): number => Number(spawnSync('cat', [join(folder, 'closed')], { encoding: 'utf8' }).stdout)
  await expect.poll(pid, { timeout: 60_000 }).toBeGreaterThan(0)
  signer.close()
  await rejected
  await expect.poll(() => isThere(-pid()), { timeout: 60_000 }).toBe(false)
})

/** @param pid of a process, or below zero of a group */
function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
