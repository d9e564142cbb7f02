/** The output folder on disk: every file is written beside its place and renamed into it. */

import { lstat, realpath, rm, rmdir } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { codeOf, ifMissing, whileWriting } from '../../disk/refusal.ts'
import { readRegular } from '../../disk/regular-file.ts'
import { stampOf } from '../../disk/stamp.ts'
import { makeFolder, writeWhole } from '../../disk/whole-file.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import type { OutputFolder } from '../workspace.ts'

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
    const done = whileWriting(path, act).finally(() => writing.delete(done))
    writing.add(done)
    return done
  }
  return {
    read: path => readRegular(place(path)),
    write: async (path, bytes) => {
      const full = place(path)
      await change(path, () => writeBelow(folder, full, bytes))
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

async function writeBelow(root: string, path: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(root)
  await refuseLinkOut(root, dirname(path))
  await makeFolder(dirname(path))
  await writeWhole(path, bytes, { flush: true })
}

/** The folder itself may be a link of its owner's; one inside it would lead artifacts to where nobody asked for them. */
export async function refuseLinkOut(root: string, folder: string): Promise<void> {
  const [own, asked] = await Promise.all([realpath(root), realpathOfNearest(folder)])
  if (asked === own || asked?.startsWith(own + sep)) return
  const hint = said('Remove the link, or build elsewhere: --out DIR.')
  throw new EnvironmentFault(
    said('{folder} is a link that leads out of the output folder, and is not followed.', { folder }),
    hint,
  )
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
