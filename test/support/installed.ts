/**
 * Khabar as somebody installs it: packed by npm, unpacked into an empty folder beside the libraries that it declares, and no
 * others. Nothing is fetched: the libraries are those of this repository.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Ran, run } from './child.ts'
import { bundled } from './program.ts'
import { repository } from './sample-build.ts'

export interface Installed {
  /** An empty folder but for `node_modules`. */
  readonly folder: string
  /** Of the package, as it lies there. */
  readonly package: string
  readonly khabar: (words: readonly string[], cwd?: string) => Promise<Ran>
  readonly remove: () => void
}

interface Manifest {
  readonly files: readonly string[]
  readonly bin: { readonly khabar: string }
  readonly dependencies: { readonly [name: string]: string }
}

export async function install(): Promise<Installed> {
  const root = mkdtempSync(join(tmpdir(), 'khabar-installed-'))
  const [stage, folder] = [join(root, 'stage'), join(root, 'empty')]
  const manifest: Manifest = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  // What the package names and what it does not: npm has to tell them apart.
  const named = manifest.files.map(each => each.split('/')[0] ?? each).filter(each => each !== 'dist')
  for (const name of new Set([...named, 'package.json', 'README.md', 'LICENSE', 'scripts']))
    cpSync(join(repository, name), join(stage, name), { recursive: true })
  cpSync(bundled, join(stage, 'dist'), { recursive: true })
  const packed = join(folder, 'node_modules/khabar')
  mkdirSync(packed, { recursive: true })
  execFileSync('tar', ['-xzf', join(root, await pack(stage, root)), '-C', packed, '--strip-components=1'])
  for (const name of Object.keys(manifest.dependencies)) link(name, join(folder, 'node_modules'))
  const { NO_COLOR: _n, FORCE_COLOR: _f, SOURCE_DATE_EPOCH: _s, ...env } = process.env
  return {
    folder,
    package: packed,
    khabar: (words, cwd = folder) => run(process.execPath, [join(packed, manifest.bin.khabar), ...words], { cwd, env }),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

/** @returns the name of the file, below `to` */
async function pack(from: string, to: string): Promise<string> {
  const npm = process.env['npm_execpath']
  const [program, ...first] = npm === undefined ? ['npm'] : [process.execPath, npm]
  const words = ['pack', '--ignore-scripts', '--offline', '--silent', '--pack-destination', to]
  const { code, stdout, stderr } = await run(program, [...first, ...words], { cwd: from, env: process.env })
  if (code !== 0) throw new Error(`npm pack: ${stderr}`)
  return stdout.trim()
}

function link(name: string, modules: string): void {
  const place = join(modules, name)
  mkdirSync(dirname(place), { recursive: true })
  symlinkSync(join(repository, 'node_modules', name), place)
}
