/** Files that are there whole, or as they were: written beside their place and renamed into it. */
import { randomUUID } from 'node:crypto'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { codeOf } from './refusal.ts'

export interface Writing {
  /** Without it a power cut may leave an empty file: enough where what is found is held against a digest. */
  readonly flush: boolean
  /** Who may read and write it, as of the file in whose place it goes. */
  readonly mode?: number
}

export async function writeWhole(path: string, bytes: Uint8Array, { flush, mode }: Writing): Promise<void> {
  const beside = partOf(path)
  try {
    await writeFile(beside, bytes, { flag: 'wx', flush })
    if (mode !== undefined) await chmod(beside, mode)
    await rename(beside, path)
  } catch (thrown) {
    await rm(beside, { force: true })
    throw thrown
  }
}

/** At once and not flushed: no signal that this process hears comes between the part and its place. */
export function writeWholeNow(path: string, bytes: Uint8Array): void {
  const beside = partOf(path)
  try {
    writeFileSync(beside, bytes, { flag: 'wx' })
    renameSync(beside, path)
  } catch (thrown) {
    rmSync(beside, { force: true })
    throw thrown
  }
}

const partOf = (path: string): string => `${path}.${randomUUID().slice(0, 8)}.part`

/** What a part would have become; the name itself where it is no part. */
export const wholeName = (name: string): string => name.replace(/\.[0-9a-f]{8}\.part$/, '')

/** Node's own recursive mkdir says ENOENT on a read-only disk; one level at a time tells the true reason. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (thrown) {
    const code = codeOf(thrown)
    if (code === 'EEXIST') return
    if (code !== 'ENOENT' || dirname(path) === path) throw thrown
    await makeFolder(dirname(path))
    await makeFolder(path)
  }
}
