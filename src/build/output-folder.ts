/** The output folder on disk: every file is written beside its place and renamed into it. */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, rmdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { EnvironmentFault } from '../model/fault.ts'
import type { OutputFolder } from './workspace.ts'

export function openOutput(folder: string): OutputFolder {
  const place = (path: string): string => {
    const full = join(folder, path)
    if (relative(folder, full).startsWith('..')) throw new RangeError(`outside the output folder: ${path}`)
    return full
  }
  return {
    read: path => readFile(place(path)).catch(ifMissing),
    write: (path, bytes) => explained(path, () => writeWhole(place(path), bytes)),
    remove: path => explained(path, () => removeFile(folder, place(path))),
  }
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
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

/** Node's own recursive mkdir says ENOENT on a read-only disk; one level at a time tells the true reason. */
async function makeFolder(path: string): Promise<void> {
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
  await rm(path, { force: true })
  for (let folder = dirname(path); folder.startsWith(root + sep); folder = dirname(folder)) {
    const removed = await rmdir(folder).then(
      () => true,
      () => false,
    )
    if (!removed) return
  }
}

async function explained<T>(path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    const reason = reasons[codeOf(error) ?? '']
    if (!reason) throw error
    throw new EnvironmentFault(`${path} could not be written: ${reason[0]}.`, reason[1])
  }
}

const reasons: { readonly [code: string]: readonly [what: string, hint: string] } = {
  ENOSPC: ['the disk is full', 'Make room and build again; what was there before is untouched.'],
  EDQUOT: ['the disk quota is used up', 'Make room and build again; what was there before is untouched.'],
  EACCES: ['permission is denied', 'Build into a folder you may write to: --out DIR.'],
  EPERM: ['permission is denied', 'Build into a folder you may write to: --out DIR.'],
  EROFS: ['the disk is read-only', 'Build into a folder you may write to: --out DIR.'],
  ENOTDIR: ['a file stands where a folder is needed', 'Move it away, or build elsewhere: --out DIR.'],
  EISDIR: ['a folder stands where a file is needed', 'Move it away, or build elsewhere: --out DIR.'],
}

function ifMissing(error: unknown): undefined {
  const code = codeOf(error)
  if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
  throw error
}

/** What the system calls the reason: ENOSPC, EACCES and so on. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined
}
