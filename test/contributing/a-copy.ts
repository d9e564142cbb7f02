/** A copy of the repository that may be changed, with a small workspace in it. */
import { cpSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { layOutCase } from '../support/case-workspace.ts'
import { type Ran, run } from '../support/child.ts'

const repository = join(import.meta.dirname, '../..')
const parts = ['src', 'templates', 'test', 'bench', 'scripts', 'docs']
const files = ['package.json', 'tsconfig.json', 'vitest.config.ts']

/** A file written anew, a copy of another to begin with, or one text for another: in a file, or wherever it stands below a folder. */
export type Change =
  | { readonly in: string; readonly replace: string; readonly with: string }
  | { readonly new: string; readonly text: string }
  | { readonly new: string; readonly copy: string }

export interface Copy {
  change(changes: readonly Change[]): void
  /** In its small workspace. */
  record(changes: readonly Change[]): void
  text(path: string): string
  khabar(...words: readonly string[]): Promise<Ran>
  node(...words: readonly string[]): Promise<Ran>
}

export async function copyOfTheRepository(folder: string): Promise<Copy> {
  for (const part of [...parts, ...files]) cpSync(join(repository, part), join(folder, part), { recursive: true })
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'))
  const workspace = join(folder, 'workspace')
  await layOutCase('_base', workspace)
  // Snapshots of what is new are written, as for whoever makes the change.
  const env = { ...process.env, CI: '' }
  const node = (...words: readonly string[]) => run(process.execPath, words, { cwd: folder, env })
  return {
    change: changes => {
      for (const each of changes) apply(each, folder)
    },
    record: changes => {
      for (const each of changes) apply(each, workspace)
    },
    text: path => readFileSync(join(workspace, path), 'utf8'),
    khabar: (...words) => node('src/cli/bin.ts', ...words, '--root', workspace),
    node,
  }
}

function apply(change: Change, folder: string): void {
  const path = join(folder, 'in' in change ? change.in : change.new)
  if ('in' in change) return replace(change, path)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, 'text' in change ? change.text : readFileSync(join(folder, change.copy)))
}

function replace(change: Extract<Change, { in: string }>, path: string): void {
  const isFolder = statSync(path).isDirectory()
  const texts = (isFolder ? below(path) : [path]).map(file => ({ file, text: readFileSync(file, 'utf8') }))
  const holding = texts.filter(({ text }) => text.includes(change.replace))
  if (holding.length === 0) throw new Error(`${change.in} no longer holds: ${change.replace}`)
  const anew = () => change.with
  for (const { file, text } of holding)
    writeFileSync(file, isFolder ? text.replaceAll(change.replace, anew) : text.replace(change.replace, anew))
}

const below = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.yaml'))
    .map(entry => join(entry.parentPath, entry.name))
