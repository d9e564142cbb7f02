/** The output folder on disk: every file is written beside its place and renamed into it. */
import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, mkdir, open, realpath, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { EnvironmentFault } from '../../model/fault.ts'
import type { OutputFolder } from '../workspace.ts'
import { stampOf } from './stamp.ts'

/** An output folder that can be told to take no more. */
export interface StoppableOutput extends OutputFolder {
  /** Waits for what is being written. Whoever writes afterwards waits for ever: a build that is stopped goes no further. */
  stop(): Promise<void>
}

export function openOutput(folder: string): StoppableOutput {
  const place = (path: string): string => {
    const full = join(folder, path)
    if (relative(folder, full).startsWith('..')) throw new RangeError(`outside the output folder: ${path}`)
    return full
  }
  const writing = new Set<Promise<void>>()
  let isStopped = false
  const change = (path: string, act: () => Promise<void>): Promise<void> => {
    if (isStopped) return new Promise(() => undefined)
    const done = explained(path, act).finally(() => writing.delete(done))
    writing.add(done)
    return done
  }
  return {
    read: path => readRegular(place(path)),
    write: async (path, bytes) => {
      const full = place(path)
      await change(path, () => writeWhole(folder, full, bytes))
    },
    remove: async path => {
      const full = place(path)
      await change(path, () => removeFile(folder, full))
    },
    stamp: path => stampOf(`${folder}${sep}${path}`),
    stop: async () => {
      isStopped = true
      await Promise.allSettled(writing)
    },
  }
}

/** The bytes of a file that is one: a pipe would hang, a device never end. Undefined where there is none. */
export async function readRegular(path: string, atMost = Number.POSITIVE_INFINITY): Promise<Uint8Array | undefined> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(ifMissing)
  try {
    const facts = await file?.stat()
    return facts?.isFile() && facts.size <= atMost ? await file?.readFile() : undefined
  } finally {
    await file?.close()
  }
}

async function writeWhole(root: string, path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(root)
  await refuseLinkOut(root, dirname(path))
  await makeFolder(dirname(path))
  const beside = `${path}.${randomUUID().slice(0, 8)}.part`
  try {
    const file = await open(beside, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

export const isPart = (name: string): boolean => /\.[0-9a-f]{8}\.part$/.test(name)

/** The folder itself may be a link of its owner's; one inside it would lead artifacts to where nobody asked for them. */
async function refuseLinkOut(root: string, folder: string): Promise<void> {
  const [own, asked] = await Promise.all([realpath(root), realpathOfNearest(folder)])
  if (asked === own || asked?.startsWith(own + sep)) return
  const hint = 'Remove the link, or build elsewhere: --out DIR.'
  throw new EnvironmentFault(`${folder} is a link that leads out of the output folder, and is not followed.`, hint)
}

/** Of the nearest folder that is there already, so that none is made behind a link; undefined for a link to nothing. */
async function realpathOfNearest(folder: string): Promise<string | undefined> {
  try {
    return await realpath(folder)
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error
    const facts = await lstat(folder).catch(ifMissing)
    if (facts?.isSymbolicLink()) return undefined
    // Another document of the same build may have made it in between.
    return realpathOfNearest(facts ? folder : dirname(folder))
  }
}

/** Node's own recursive mkdir says ENOENT on a read-only disk; one level at a time tells the true reason. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await makeFolder(path)
  }
}

/** Removes the file, and the folders that it leaves empty. */
async function removeFile(root: string, path: string): Promise<void> {
  const isThere = await realpath(dirname(path)).catch(ifMissing)
  if (isThere === undefined) return
  await refuseLinkOut(root, isThere)
  await rm(path, { force: true })
  for (let folder = dirname(path); folder.startsWith(root + sep); folder = dirname(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    )
    if (!removed) return
  }
}

export async function explained<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const reason = reasons[codeOf(error) ?? '']
    if (!reason) throw error
    throw new EnvironmentFault(`${path} could not be written: ${reason[0]}.`, reason[1], error)
  }
}

const reasons: { readonly [code: string]: readonly [what: string, hint: string] } = {
  ENOSPC: ['the disk is full', 'Make room and build again; what was there before is untouched.'],
  EDQUOT: ['the disk quota is used up', 'Make room and build again; what was there before is untouched.'],
  EACCES: ['permission is denied', 'Build into a folder you may write to: --out DIR.'],
  EPERM: ['permission is denied', 'Build into a folder you may write to: --out DIR.'],
  EROFS: ['the disk is read-only', 'Build into a folder you may write to: --out DIR.'],
  ELOOP: ['links lead in a circle', 'Remove them, or build elsewhere: --out DIR.'],
  ENOTDIR: ['a file stands where a folder is needed', 'Move it away, or build elsewhere: --out DIR.'],
  EISDIR: ['a folder stands where a file is needed', 'Move it away, or build elsewhere: --out DIR.'],
}

function ifMissing(error: unknown): undefined {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENXIO') return undefined
  throw error
}

/** What the system calls the reason: ENOSPC, EACCES and so on. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
