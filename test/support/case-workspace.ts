/**
 * The workspaces of test/cases. A folder holds the files that differ from `_base`, in data/ and templates/; `remove.txt`
 * names those that are missing, `expected.txt` says what must be told. A folder with a `case.yaml` is built:
 *
 *     whole: true                     # it is a workspace of its own, and differs from nothing
 *     keeps: [reports/2022/icrc-2022.en]  # artifacts that stand under expected/, by how their paths begin;
 *                                         # of a workbook some sheets: reports/2022/icrc-2022.en.xlsx/Budget.txt
 *
 * A folder with an `import.yaml` has tables that are imported (import-case.ts).
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { bySpelling, kindOf, type Media } from '../../src/model/media.ts'
import type { SourceFile } from '../../src/model/source.ts'

export const casesFolder = fileURLToPath(new URL('../cases/', import.meta.url))

type CaseUse = 'loaded' | 'built' | 'imported'

function useOf(name: string): CaseUse {
  if (existsSync(importFile(name))) return 'imported'
  return existsSync(optionsFile(name)) ? 'built' : 'loaded'
}

/** Those that are loaded, those that are built, and those into which is imported. */
export async function caseNames(are: CaseUse = 'loaded'): Promise<readonly string[]> {
  const entries = await readdir(casesFolder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory() && entry.name !== '_base').map(entry => entry.name)
  return names.filter(name => useOf(name) === are).toSorted()
}

const importFile = (name: string): string => join(casesFolder, name, 'import.yaml')
const optionsFile = (name: string): string =>
  existsSync(importFile(name)) ? importFile(name) : join(casesFolder, name, 'case.yaml')

/** What a case.yaml says. */
export interface CaseOptions {
  readonly whole?: boolean
  readonly keeps?: readonly string[]
}

export async function caseOptions(name: string): Promise<CaseOptions> {
  const path = optionsFile(name)
  return existsSync(path) ? ((parse(await readFile(path, 'utf8')) ?? {}) as CaseOptions) : {}
}

/** Bytes by path from the root of the workspace: `data/society.yaml`. `_base` is a case without mistakes. */
export async function readCase(name: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const isWhole = (await caseOptions(name)).whole === true
  const files = new Map([...(isWhole ? [] : await readTree('_base')), ...(await readTree(name))])
  for (const removed of decode(files.get('remove.txt')).split('\n')) files.delete(removed)
  return new Map([...files].filter(([path]) => /^(data|templates)\//.test(path)))
}

/** Writes the workspace of a case into a folder. */
export async function layOutCase(name: string, dir: string): Promise<void> {
  for (const [path, bytes] of await readCase(name)) {
    const target = join(dir, path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, bytes)
  }
}

const isRecord = (path: string): boolean => path.startsWith('data/') && !isMedia(path)
const isMedia = (path: string): boolean => path.startsWith('data/media/')

/** A case as `load` takes it. */
export async function loadable(name: string): Promise<{ sources: readonly SourceFile[]; media: Media }> {
  return loadableFiles([...(await readCase(name))])
}

/** Files by path from the root as `load` takes them. */
export function loadableFiles(files: readonly (readonly [path: string, bytes: Uint8Array])[]): {
  sources: readonly SourceFile[]
  media: Media
} {
  return {
    sources: files.filter(([path]) => isRecord(path)).map(([path, bytes]) => ({ path, text: decode(bytes) })),
    media: bySpelling(
      files.filter(([path]) => isMedia(path)).map(([path, bytes]) => [path.slice('data/'.length), kindOf(bytes)]),
    ),
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
