/** The command line as a user runs it: a process of its own, its exit code, its words. */

import { type Ran, run } from './child.ts'
import { program } from './program.ts'

export function khabar(
  words: readonly string[],
  options: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Ran> {
  const { NO_COLOR: _n, FORCE_COLOR: _f, SOURCE_DATE_EPOCH: _s, ...env } = process.env
  return run(process.execPath, [program, ...words], { cwd: options.cwd, env: { ...env, ...options.env } })
}
