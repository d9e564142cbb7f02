/**
 * A folder that is made once and then only read: made beside its place, checked, and renamed into it.
 *
 *   .cache/khabar/chromium-1.2.3-linux-x64.part-x7Qa/   being made, by one of several processes
 *   .cache/khabar/chromium-1.2.3-linux-x64/             whole, or not there
 *   .cache/khabar/chromium-1.2.3-linux-x64/whole.json   written last: every file and its size
 */

import {
  access,
  chmod,
  constants,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { codeOf, whatRefused } from '../../disk/refusal.ts'
import { RenderFailure } from '../../model/fault.ts'
import { inTurn, type Said, said } from '../../model/said.ts'

export interface FolderContents {
  /** With its version in it: two versions never share a folder. */
  readonly name: string
  /** How much room it needs, for messages. */
  readonly megabytes: number
  readonly fill: (folder: string) => Promise<void>
}

export interface CachedFolder {
  readonly path: string
  /** The last resort was used: whoever asked removes this at the end. */
  readonly temporary?: string
}

const marker = 'whole.json'

interface Marker {
  /** Sizes by path. */
  readonly files: { readonly [path: string]: number }
}

/** The first parent that has the folder whole; else the first that it can be made in. */
export async function cachedFolder(contents: FolderContents, parents: readonly string[]): Promise<CachedFolder> {
  const usable = parents.filter(isLoadable)
  for (const parent of usable)
    if (await isWhole(join(parent, contents.name))) return { path: join(parent, contents.name) }
  const refused = parents
    .filter(parent => !isLoadable(parent))
    .map(parent => said('{parent}: its name has a “:”, “;” or “$”', { parent }))
  for (const parent of usable) {
    try {
      return { path: await make(contents, parent) }
    } catch (thrown) {
      refused.push(said('{parent}: {why}', { parent, why: explain(thrown) }))
    }
  }
  throw new RenderFailure(
    said('There is no place to unpack {name}. {refused}.', { name: contents.name, refused: inTurn(refused, '. ') }),
    [
      said('Free {megabytes} MB, or set XDG_CACHE_HOME to a folder that can be written to.', {
        megabytes: contents.megabytes,
      }),
    ],
  )
}

/** For machines where nothing else can be written: private, so that nobody else can plant a browser in it. */
export async function temporaryFolder(contents: FolderContents): Promise<CachedFolder> {
  const parent = await mkdtemp(join(tmpdir(), 'khabar-cache-'))
  try {
    return { ...(await cachedFolder(contents, [parent])), temporary: parent }
  } catch (thrown) {
    await rm(parent, { recursive: true, force: true })
    throw thrown
  }
}

/** LD_LIBRARY_PATH cannot name a folder with these in its path. */
const isLoadable = (path: string): boolean => !/[:;$]/.test(path)

async function make(contents: FolderContents, parent: string): Promise<string> {
  await mkdir(parent, { recursive: true })
  const work = await mkdtemp(join(parent, `${contents.name}.part-`))
  try {
    await sweep(parent, contents.name, work)
    await refuseNoexec(work)
    await contents.fill(work)
    await markWhole(work)
    await chmod(work, 0o755)
    return await publish(work, join(parent, contents.name))
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** The loser of a race takes the winner's folder; a folder that is not whole is moved out of the way first. */
async function publish(work: string, target: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(work, target)
      await syncFolder(join(target, '..'))
      return target
    } catch (thrown) {
      if (attempt === 5 || !['ENOTEMPTY', 'EEXIST', 'ENOTDIR', 'EPERM'].includes(codeOf(thrown) ?? '')) throw thrown
    }
    if (await isWhole(target)) return target
    const aside = `${work}.broken-${attempt}`
    await rename(target, aside).catch(ignoreMissing)
    await rm(aside, { recursive: true, force: true })
  }
}

async function markWhole(folder: string): Promise<void> {
  const files: { [path: string]: number } = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    files[path.slice(folder.length + 1)] = (await stat(path)).size
  }
  await writeFile(join(folder, marker), JSON.stringify({ files }), { flush: true })
  await syncFolder(folder)
}

export async function isWhole(folder: string): Promise<boolean> {
  try {
    const { files }: Marker = JSON.parse(await readFile(join(folder, marker), 'utf8'))
    for (const [path, size] of Object.entries(files)) if ((await stat(join(folder, path))).size !== size) return false
    return Object.keys(files).length > 0
  } catch {
    return false
  }
}

/** What a killed process left behind. An hour is far longer than any unpacking; file times make a clock of the disk's own. */
async function sweep(parent: string, name: string, work: string): Promise<void> {
  const now = (await stat(work)).mtimeMs
  for (const entry of await readdir(parent)) {
    if (!entry.startsWith(`${name}.part-`)) continue
    const path = join(parent, entry)
    const age = now - ((await stat(path).catch(() => undefined))?.mtimeMs ?? now)
    if (age > 3_600_000) await rm(path, { recursive: true, force: true })
  }
}

/** Found out with an empty file, rather than after 200 MB. */
async function refuseNoexec(folder: string): Promise<void> {
  const trial = join(folder, 'trial')
  await writeFile(trial, '', { mode: 0o755 })
  await access(trial, constants.X_OK)
  await rm(trial)
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().catch(() => undefined)
  await handle.close()
}

function ignoreMissing(thrown: unknown): void {
  if (codeOf(thrown) !== 'ENOENT') throw thrown
}

function explain(thrown: unknown): Said {
  const what = whatRefused(thrown)
  if (what === undefined) throw thrown
  return ['EACCES', 'EPERM'].includes(codeOf(thrown) ?? '')
    ? said('{why}, or programs may not run there', { why: what })
    : what
}
