/** What a disk refuses: the system's names for it, and ours. */

import { EnvironmentFault } from '../model/fault.ts'
import { type Said, said } from '../model/said.ts'

/** What the system calls the reason: ENOSPC, EACCES and so on. */
export function codeOf(thrown: unknown): string | undefined {
  return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined
}

interface Refusal {
  readonly what: Said
  /** How to mend it; without a hint, being refused so while reading or writing is a bug of ours, or passes by itself. */
  readonly read?: Said
  readonly write?: Said
}

const elsewhere = said('Build into a folder you may write to: --out DIR.')
const room = said('Make room and build again; what was there before is untouched.')
const away = said('Move it away, or build elsewhere: --out DIR.')
const denied: Refusal = {
  what: said('permission is denied'),
  read: said('Allow yourself to read it, or run khabar as its owner.'),
  write: elsewhere,
}

const refusals: { readonly [code: string]: Refusal } = {
  EACCES: denied,
  EPERM: denied,
  ELOOP: {
    what: said('links lead in a circle'),
    read: said('Put the file itself there.'),
    write: said('Remove them, or build elsewhere: --out DIR.'),
  },
  EIO: {
    what: said('the disk fails'),
    read: said('Copy the workspace to another disk, or get it from your repository.'),
  },
  EMFILE: {
    what: said('too many files are open'),
    read: said('Close other programs, or raise the limit: ulimit -n 4096.'),
  },
  ENOSPC: { what: said('the disk is full'), write: room },
  EDQUOT: { what: said('the disk quota is used up'), write: room },
  EROFS: { what: said('the disk is read-only'), write: elsewhere },
  ENOTDIR: { what: said('a file stands where a folder is needed'), write: away },
  EISDIR: { what: said('a folder stands where a file is needed'), write: away },
  EEXIST: { what: said('a file stands where a folder is needed') },
  ENOENT: { what: said('no file can be made there'), write: elsewhere },
}

export const whatRefused = (thrown: unknown): Said | undefined => refusals[codeOf(thrown) ?? '']?.what

/** What the disk refuses is no bug of ours: it is said which file, and why. */
export async function whileReading<T>(act: () => Promise<T>): Promise<T> {
  return act().catch((thrown: unknown) => {
    const path = thrown instanceof Error && 'path' in thrown ? String(thrown.path) : undefined
    throw path === undefined ? thrown : told(thrown, path, 'read')
  })
}

export async function whileWriting<T>(path: string, act: () => Promise<T>): Promise<T> {
  return act().catch((thrown: unknown) => {
    throw told(thrown, path, 'write')
  })
}

const notDone = {
  read: (path: string, why: Said) => said('{path} could not be read: {why}.', { path, why }),
  write: (path: string, why: Said) => said('{path} could not be written: {why}.', { path, why }),
}

function told(thrown: unknown, path: string, doing: 'read' | 'write'): unknown {
  const refusal = refusals[codeOf(thrown) ?? '']
  const hint = refusal?.[doing]
  return refusal && hint ? new EnvironmentFault(notDone[doing](path, refusal.what), hint, thrown) : thrown
}

/** There is no such file; a link in a circle and a pipe that nobody reads lead to none either. */
export function ifMissing(thrown: unknown): undefined {
  if (!['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes(codeOf(thrown) ?? '')) throw thrown
}
