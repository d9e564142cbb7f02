/** Keys and certificates, made by openssl in a folder of the test. */
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TestContext } from 'vitest'
import { judge } from '../support/judges.ts'

export interface Made {
  /** PEM, unencrypted. */
  readonly key: string
  readonly certificate: string
}

export const kinds = {
  rsa: ['rsa:2048'],
  'rsa-1024': ['rsa:1024'],
  p256: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  ed25519: ['ed25519'],
} as const
export type Kind = keyof typeof kinds

export class Keys {
  readonly folder: string
  readonly #openssl: string

  constructor(folder: string, context: TestContext) {
    this.folder = folder
    this.#openssl = judge('openssl', context)
  }

  openssl(...words: readonly string[]): Buffer {
    return execFileSync(this.#openssl, words, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] })
  }

  path(name: string): string {
    return join(this.folder, name)
  }

  /** Signed by itself. */
  make(kind: Kind, name = 'Test Society'): Made {
    const [key, certificate] = [this.path(`${name}.${kind}.key.pem`), this.path(`${name}.${kind}.pem`)]
    const files = ['-keyout', key, '-out', certificate, '-nodes', '-days', '30']
    this.openssl('req', '-x509', '-newkey', ...kinds[kind], ...files, '-subj', `/O=Test/CN=${name}`)
    return { key, certificate }
  }

  /** A certificate below that of another. */
  issue(kind: Kind, issuer: Made, name: string): Made {
    const [key, request, certificate] = ['key.pem', 'csr', 'pem'].map(end => this.path(`${name}.${end}`))
    if (!key || !request || !certificate) throw new TypeError('three files')
    this.openssl('req', '-newkey', ...kinds[kind], '-keyout', key, '-out', request, '-nodes', '-subj', `/CN=${name}`)
    const by = ['-CA', issuer.certificate, '-CAkey', issuer.key, '-CAcreateserial', '-days', '30']
    writeFileSync(this.path('ca.cnf'), 'basicConstraints = CA:TRUE\n')
    this.openssl('x509', '-req', '-in', request, '-out', certificate, ...by, '-extfile', this.path('ca.cnf'))
    return { key, certificate }
  }

  /** @param words `-legacy` packs as Windows and OpenSSL did before 2021: RC2 and 3DES */
  pack({ key, certificate }: Made, passphrase: string, ...words: readonly string[]): string {
    const out = this.path(`${words.join('').replaceAll(/\W/g, '') || 'new'}.${Math.random().toString(36).slice(2)}.p12`)
    const files = ['-inkey', key, '-in', certificate, '-out', out, '-passout', `pass:${passphrase}`]
    this.openssl('pkcs12', '-export', ...files, ...words)
    return out
  }
}
