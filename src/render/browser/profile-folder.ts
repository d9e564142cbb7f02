/**
 * The folder of one browser, in the one for temporary files, and what killed builds left of theirs.
 *
 *   khabar-browser-x7Qa2b/owner.json   the process that made it
 *   khabar-browser-x7Qa2b.gone/        being removed: renamed first, so that only one removes and nobody takes half a
 *                                      folder for one in use
 */
import { lstat, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isGone, isProcess, type Process, thisProcess } from '../../disk/process-identity.ts'
import { readRegular, toReadOwn } from '../../disk/regular-file.ts'

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
  const bytes = await readRegular(path, { atMost: 4096, flags: toReadOwn })
  const written: unknown = bytes && JSON.parse(bytes.toString())
  return isProcess(written) ? written : undefined
}
