/** What a disk refuses: the system's names for it, and ours. */
import { EnvironmentFault } from '../model/fault.ts'

/** What the system calls the reason: ENOSPC, EACCES and so on. */
export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined
}

interface Refusal {
  readonly what: string
  /** How to mend it; without a hint, being refused so while reading or writing is a bug of ours, or passes by itself. */
  readonly read?: string
  readonly write?: string
}

const elsewhere = 'Build into a folder you may write to: --out DIR.'
const room = 'Make room and build again; what was there before is untouched.'
const away = 'Move it away, or build elsewhere: --out DIR.'
const denied: Refusal = {
  what: 'permission is denied',
  read: 'Allow yourself to read it, or run khabar as its owner.',
  write: elsewhere,
}

const refusals: { readonly [code: string]: Refusal } = {
  EACCES: denied,
  EPERM: denied,
  ELOOP: {
    what: 'links lead in a circle',
    read: 'Put the file itself there.',
    write: 'Remove them, or build elsewhere: --out DIR.',
  },
  EIO: { what: 'the disk fails', read: 'Copy the workspace to another disk, or get it from your repository.' },
  EMFILE: {
    what: 'too many files are open',
    read: 'Close other programs, or raise the limit: ulimit -n 4096.',
  },
  ENOSPC: { what: 'the disk is full', write: room },
  EDQUOT: { what: 'the disk quota is used up', write: room },
  EROFS: { what: 'the disk is read-only', write: elsewhere },
  ENOTDIR: { what: 'a file stands where a folder is needed', write: away },
  EISDIR: { what: 'a folder stands where a file is needed', write: away },
  EEXIST: { what: 'a file stands where a folder is needed' },
  ENOENT: { what: 'a folder above it cannot be made' },
}

export const whatRefused = (thrown: unknown): string | undefined => refusals[codeOf(thrown) ?? '']?.what

/** What the disk refuses is no bug of ours: it is said which file, and why. */
export async function whileReading<T>(act: () => Promise<T>): Promise<T> {
  return act().catch((thrown: unknown) => {
    const path = thrown instanceof Error && 'path' in thrown ? String(thrown.path) : undefined
    throw path === undefined ? thrown : told(thrown, `${path} could not be read`, 'read')
  })
}

export async function whileWriting<T>(path: string, act: () => Promise<T>): Promise<T> {
  return act().catch((thrown: unknown) => {
    throw told(thrown, `${path} could not be written`, 'write')
  })
}

function told(thrown: unknown, what: string, doing: 'read' | 'write'): unknown {
  const refusal = refusals[codeOf(thrown) ?? '']
  const hint = refusal?.[doing]
  return refusal && hint ? new EnvironmentFault(`${what}: ${refusal.what}.`, hint, thrown) : thrown
}

/** There is no such file; a link in a circle and a pipe that nobody reads lead to none either. */
export function ifMissing(thrown: unknown): undefined {
  if (!['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes(codeOf(thrown) ?? '')) throw thrown
}
