/**
 * The broken workspaces of test/cases: each folder holds the files that differ from `_base`,
 * `remove.txt` names those that are missing, `expected.txt` says what must be told.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { SourceFile } from '../../src/model/source.ts'

export const casesFolder = fileURLToPath(new URL('../cases/', import.meta.url))

export async function caseNames(): Promise<readonly string[]> {
  const entries = await readdir(casesFolder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory() && entry.name !== '_base').map(entry => entry.name)
  return names.toSorted()
}

/** Bytes by path from the root of the workspace: `data/society.yaml`. `_base` is a case without mistakes. */
export async function readCase(name: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map([...(await readTree('_base')), ...(await readTree(name))])
  for (const removed of decode(files.get('remove.txt')).split('\n')) files.delete(removed)
  return new Map([...files].filter(([path]) => path.startsWith('data/')))
}

/** Writes the workspace of a case into a folder. */
export async function layOutCase(name: string, dir: string): Promise<void> {
  for (const [path, bytes] of await readCase(name)) {
    const target = join(dir, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes)
  }
}

function isMedia(path: string): boolean {
  return path.startsWith('data/media/')
}

/** A case as `load` takes it. */
export async function loadable(name: string): Promise<{ sources: readonly SourceFile[]; media: ReadonlySet<string> }> {
  const files = [...(await readCase(name))]
  return {
    sources: files.filter(([path]) => !isMedia(path)).map(([path, bytes]) => ({ path, text: decode(bytes) })),
    media: new Set(files.filter(([path]) => isMedia(path)).map(([path]) => path.slice('data/'.length))),
  }
}

async function readTree(name: string): Promise<readonly (readonly [string, Uint8Array])[]> {
  const root = join(casesFolder, name)
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  return Promise.all(
    paths.map(async path => [relative(root, path).split(sep).join('/'), new Uint8Array(await readFile(path))] as const),
  )
}

function decode(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes)
}
