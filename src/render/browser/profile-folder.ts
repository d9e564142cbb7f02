/**
 * The folder of one browser, in the one for temporary files, and what killed builds left of theirs.
 *
 *   khabar-browser-x7Qa2b/owner.json   the process that made it
 *   khabar-browser-x7Qa2b.gone/        being removed: renamed first, so that only one removes and nobody takes half a
 *                                      folder for one in use
 */
import { constants } from 'node:fs'
import { lstat, mkdtemp, open, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isGone, type Process, thisProcess } from './process-identity.ts'

const stem = 'khabar-browser-'
const liveName = /^khabar-browser-[A-Za-z0-9]{6}$/
const goneName = /^khabar-browser-[A-Za-z0-9]{6}\.gone$/

export async function makeProfileFolder(temporary: string): Promise<string> {
  const folder = await mkdtemp(join(temporary, stem))
  await writeFile(join(folder, 'owner.json'), JSON.stringify(await thisProcess()), { flag: 'wx' })
  return folder
}

export const removeProfileFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5 })

/** Of processes that are gone for certain, and of this user. What cannot be told or removed stays: it only takes room. */
export async function sweepProfileFolders(temporary: string): Promise<void> {
  const names = await readdir(temporary).catch(() => [])
  for (const name of names) {
    const folder = join(temporary, name)
    if (goneName.test(name) && (await isOurs(folder))) await removeProfileFolder(folder).catch(() => undefined)
    else if (liveName.test(name) && (await isOurs(folder)) && (await isLeft(folder))) await removeLeft(folder)
  }
}

async function removeLeft(folder: string): Promise<void> {
  const gone = `${folder}.gone`
  await rename(folder, gone)
    .then(() => removeProfileFolder(gone))
    .catch(() => undefined)
}

async function isOurs(folder: string): Promise<boolean> {
  const facts = await lstat(folder).catch(() => undefined)
  return facts?.isDirectory() === true && facts.uid === (process.getuid?.() ?? facts.uid)
}

async function isLeft(folder: string): Promise<boolean> {
  const owner = await readOwner(join(folder, 'owner.json')).catch(() => undefined)
  return owner !== undefined && (await isGone(owner)) === true
}

async function readOwner(path: string): Promise<Process | undefined> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0))
  try {
    const facts = await file.stat()
    if (!facts.isFile() || facts.size > 4096) return undefined
    const written: unknown = JSON.parse(await file.readFile('utf8'))
    return isProcess(written) ? written : undefined
  } finally {
    await file.close()
  }
}

function isProcess(value: unknown): value is Process {
  const { pid, start, boot, space } = (value ?? {}) as Partial<Process>
  return Number.isSafeInteger(pid) && (pid ?? 0) > 0 && [start, boot, space].every(each => typeof each === 'string')
}
