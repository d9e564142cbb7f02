/**
 * Watches the folders of a workspace. One watch a folder, not one a file and not the system's own recursion, which on
 * Linux is a watch for every file and is blind to a folder that was deleted and made again.
 *
 * Nothing is missed: a folder that is new is looked through by `rescan`, which runs before every build. What was written
 * into it earlier is read by that build; what is written later is an event.
 */

import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../disk/refusal.ts'
import { EnvironmentFault } from '../model/fault.ts'
import { said } from '../model/said.ts'

export interface FolderWatch {
  /** Finds folders that are new, and lets go of those that are gone. */
  rescan(): void
  close(): void
}

interface Watched {
  readonly watcher: FSWatcher
  /** Tells a folder from another that was made in its place. */
  readonly identity: string
}

/**
 * @param names folders below `root`; one that is not there yet is watched once it is
 * @param onChange takes a '/'-separated path from the root
 */
export function watchFolders(root: string, names: readonly string[], onChange: (path: string) => void): FolderWatch {
  const watched = new Map<string, Watched>()
  let isClosed = false

  const drop = (folder: string): void => {
    watched.get(folder)?.watcher.close()
    watched.delete(folder)
  }
  const onEvent = (folder: string, kind: string, name: string | null): void => {
    const path = folder === '' ? (name ?? '') : [folder, name ?? ''].filter(Boolean).join('/')
    if (folder === '' && !names.includes(path)) return
    // Where the disk gives a new folder the identity of the one before, only this tells them apart.
    if (kind === 'rename') drop(path)
    if (!isClosed && !isEditorsOwn(name ?? '')) onChange(path)
  }
  const attach = (folder: string): void => {
    const identity = identityOf(join(root, folder))
    if (identity === undefined || watched.get(folder)?.identity === identity) return
    drop(folder)
    const watcher = opened(join(root, folder), (kind, name) => onEvent(folder, kind, name))
    if (!watcher) return
    watcher.on('error', () => drop(folder))
    watched.set(folder, { watcher, identity })
  }
  const rescan = (): void => {
    if (isClosed) return
    const found = ['', ...names.flatMap(name => foldersIn(root, name))]
    for (const folder of watched.keys()) if (!found.includes(folder)) drop(folder)
    for (const folder of found) attach(folder)
  }
  rescan()
  return {
    rescan,
    close() {
      isClosed = true
      for (const folder of watched.keys()) drop(folder)
    },
  }
}

/** What editors put beside a file for a moment: a build reads nothing of it. */
function isEditorsOwn(name: string): boolean {
  return /^\.|~$|^#.*#$|\.(sw[a-z]|tmp|part|crdownload)$|^4913$/.test(name)
}

function foldersIn(root: string, folder: string): readonly string[] {
  const entries = quietly(() => readdirSync(join(root, folder), { withFileTypes: true }))
  if (!entries) return []
  const below = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.'))
  return [folder, ...below.flatMap(({ name }) => foldersIn(root, `${folder}/${name}`))]
}

function identityOf(path: string): string | undefined {
  const facts = quietly(() => statSync(path))
  return facts && `${facts.dev}:${facts.ino}:${facts.birthtimeMs}`
}

function opened(path: string, onEvent: (kind: string, name: string | null) => void): FSWatcher | undefined {
  try {
    return watch(path, onEvent)
  } catch (error) {
    if (codeOf(error) !== 'ENOSPC' && codeOf(error) !== 'EMFILE') return gone(error)
    const hint = said('Raise it: sysctl fs.inotify.max_user_watches=524288 (and fs.inotify.max_user_instances).')
    throw new EnvironmentFault(said('This system’s limit of watched folders is reached.'), hint)
  }
}

/** A folder may go away at any moment; then it is not watched. */
function quietly<T>(look: () => T): T | undefined {
  try {
    return look()
  } catch (error) {
    return gone(error)
  }
}

function gone(error: unknown): undefined {
  if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'EPERM'].includes(codeOf(error) ?? '')) return undefined
  throw error
}
