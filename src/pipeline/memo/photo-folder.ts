/**
 * Prepared photos on disk, beside the memo and after its rules: a file a photo, named after its original's SHA-256.
 *
 *     khabar <digest of the code> <SHA-256 of the original> <SHA-256 of what follows>
 *     <JPEG>
 *
 * A file that is not to the last bit what its first line says, under that name and by this code, counts as absent. Where
 * nothing can be written, each photo is prepared when it is needed.
 */
import { hash } from 'node:crypto'
import { lstat, mkdir, readdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { readRegular } from '../../disk/regular-file.ts'
import { wholeName, writeWhole } from '../../disk/whole-file.ts'

/** Originals are given by SHA-256, in hexadecimal. */
export interface PhotoFolder {
  recall(original: string): Promise<Uint8Array | undefined>
  keep(original: string, jpeg: Uint8Array): Promise<void>
  /** Drops what is of other originals, where anything was added: so there are never more than the workspace has photos. */
  keepOnly(originals: ReadonlySet<string>): Promise<void>
}

/** @param code digest of all that decides besides the original: khabar's own code and its libraries. */
export function openPhotoFolder(folder: string, code: string): PhotoFolder {
  const headOf = (original: string, jpeg: Uint8Array): string => `khabar ${code} ${original} ${hash('sha256', jpeg)}`
  let isAdded = false
  return {
    async recall(original) {
      if (!(await isOwn(folder))) return undefined
      const bytes = Buffer.from((await readRegular(join(folder, original)).catch(() => undefined)) ?? [])
      const end = bytes.indexOf('\n')
      const jpeg = bytes.subarray(end + 1)
      return end !== -1 && bytes.toString('latin1', 0, end) === headOf(original, jpeg) ? jpeg : undefined
    },
    async keep(original, jpeg) {
      if (!(await isOwn(folder))) return
      try {
        await mkdir(folder, { recursive: true })
        await writeWhole(join(folder, '.gitignore'), ignoreAll, { flush: false })
        const bytes = Buffer.concat([Buffer.from(`${headOf(original, jpeg)}\n`), jpeg])
        await writeWhole(join(folder, original), bytes, { flush: false })
        isAdded = true
      } catch {
        // Without it the photo is prepared again.
      }
    },
    async keepOnly(originals) {
      if (!isAdded || !(await isOwn(folder))) return
      const names = await readdir(folder).catch(() => [])
      const others = names.filter(name => isOurs(name) && !originals.has(name))
      await Promise.allSettled(others.map(name => rm(join(folder, name))))
      isAdded = false
    },
  }
}

const ignoreAll = Buffer.from('*\n')

/** Not there yet, or a folder, as is the memo's, in which it lies: a link would lead what is written and dropped elsewhere. */
async function isOwn(folder: string): Promise<boolean> {
  for (const each of [dirname(folder), folder]) {
    const facts = await lstat(each).catch(() => undefined)
    if (facts && !facts.isDirectory()) return false
  }
  return true
}

/** What is called otherwise was put there by somebody else. A part is of a build that was ended while it wrote. */
const isOurs = (name: string): boolean => /^[0-9a-f]{64}$/.test(wholeName(name))
