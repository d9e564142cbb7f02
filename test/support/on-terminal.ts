/** Commands of ours on a terminal of their own, with somebody who types. */

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { program } from './program.ts'

export interface Seen {
  readonly code: number
  /** With everything that moves the cursor and colours. */
  readonly shown: string
  /** Whether the terminal is set as it was before: it shows what is typed, line by line. */
  readonly isAsBefore: boolean
  /** What was waited for in vain. */
  readonly waitedFor: string | null
}

export interface OnTerminal {
  /** Of a Python with `pty`. */
  readonly python: string
  readonly cwd: string
  readonly columns?: number
  readonly env?: Readonly<Record<string, string>>
  /** What is waited for, and what is typed then. */
  readonly steps: readonly (readonly [wait: string, keys: string])[]
}

const driver = join(import.meta.dirname, 'on-terminal.py')

export function onTerminal(words: readonly string[], { python, cwd, columns = 80, env, steps }: OnTerminal): Seen {
  const { CI: _ci, NO_COLOR: _n, FORCE_COLOR: _f, ...outer } = process.env
  const asked = {
    words: [process.execPath, program, ...words],
    cwd,
    env: { ...outer, TERM: 'xterm-256color', ...env },
    columns,
    steps,
  }
  return JSON.parse(execFileSync(python, [driver], { input: JSON.stringify(asked), encoding: 'utf8' }))
}

export const keys = { down: '\u001b[B', enter: '\r', interrupt: '\u0003', end: '\u0004', clear: '\u0015' } as const
