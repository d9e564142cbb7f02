/**
 * What the kernel says of a file and nobody can set back: which file it is, how long, when last changed. A file that was
 * read and hashed under a stamp, and has it still, need not be read again. So git does it, and with its caution: a time
 * that is not yet past by two seconds (the coarsest that a disk keeps) is not believed, since a second change may share it.
 * For what is large alone, artifacts and the browser: inputs are read and hashed every time.
 */
import { type BigIntStats, lstatSync } from 'node:fs'

export interface Stamp {
  readonly text: string
  /** The last change lies so far back that another could not hide behind the same time. */
  readonly isSettled: boolean
}

const settledAfterMs = 2000n

/** @param nowMs by the clock of this machine. */
export function stampOf(path: string, nowMs = Date.now()): Stamp | undefined {
  const facts = factsOf(path)
  if (!facts?.isFile()) return undefined
  const { dev, ino, size, mtimeNs, ctimeNs, ctimeMs } = facts
  return { text: [dev, ino, size, mtimeNs, ctimeNs].join(' '), isSettled: ctimeMs + settledAfterMs < BigInt(nowMs) }
}

/** Nothing where a file stands in place of a folder above it, either. */
function factsOf(path: string): BigIntStats | undefined {
  try {
    return lstatSync(path, { bigint: true, throwIfNoEntry: false })
  } catch {
    return undefined
  }
}
