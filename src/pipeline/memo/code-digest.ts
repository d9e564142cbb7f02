/**
 * What decides besides the inputs: Khabar's own code, the versions of its libraries, and Node with the calendars and
 * alphabets it brings. In a clone the version stays while the code changes, so there the code is hashed, byte by byte; a
 * package that was installed is its version.
 */
import { hash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { packageFolder } from '../../disk/package-folder.ts'
import { listFiles, openReader } from '../../disk/read-files.ts'

const largestSource = 8 * 1024 * 1024

let known: string | undefined

/** Once a process: code that is loaded does not change. */
export function codeDigest(): string {
  known ??= digest()
  return known
}

function digest(): string {
  const isClone = existsSync(join(packageFolder, 'src'))
  const code = isClone ? digestOfCode() : 'installed'
  const manifest = readFileSync(join(packageFolder, 'package.json'), 'utf8')
  const { dependencies = {} }: { readonly dependencies?: object } = JSON.parse(manifest)
  const libraries = Object.keys(dependencies).map(name => versionOf(name))
  const { node, icu, unicode, cldr, tz } = process.versions
  const all = [code, manifest, libraries, [node, icu, unicode, cldr, tz]]
  return hash('sha256', JSON.stringify(all))
}

/** Of the folder that this very file lies in: `src/`, or `dist/`, whose files are named after what is in them. */
function digestOfCode(): string {
  const [own = ''] = relative(packageFolder, import.meta.filename).split(sep)
  const reader = openReader()
  if (own !== 'src') return hash('sha256', JSON.stringify(listFiles(packageFolder, own)?.paths))
  for (const path of listFiles(packageFolder, own)?.paths ?? []) reader.read(packageFolder, path, largestSource)
  return reader.digest()
}

/** As Node finds it: in the nearest `node_modules` above. */
function versionOf(library: string): string {
  for (let folder = packageFolder; ; folder = dirname(folder)) {
    const manifest = join(folder, 'node_modules', library, 'package.json')
    if (existsSync(manifest)) return /"version": *"[^"]+"/.exec(readFileSync(manifest, 'utf8'))?.[0] ?? ''
    if (folder === dirname(folder)) return ''
  }
}
