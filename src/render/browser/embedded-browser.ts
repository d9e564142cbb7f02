/**
 * The browser that comes with the packages, for Linux on x64 with glibc: unpacked once, its libraries and one font beside it.
 * Only the files of @sparticuz/chromium are used. Its own code unpacks to one fixed name in a shared folder, where a
 * second process finds half a file, and starts the browser without its sandbox.
 */

import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliDecompress, createBrotliDecompress } from 'node:zlib'
import { RenderFailure, reasonOf } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import { type CachedFolder, cachedFolder, type FolderContents, temporaryFolder } from './cache-folder.ts'
import { homeFolder } from './home-folder.ts'
import { readTar } from './tar.ts'

export type Progress = (done: number, total: number) => void

export interface EmbeddedFolders {
  /** In order of preference; by default those of {@link cacheParents}, then a temporary folder. */
  readonly parents?: readonly string[]
  readonly environment: { readonly [name: string]: string | undefined }
}

export interface EmbeddedBrowser extends CachedFolder {
  readonly executable: string
  /** Needed in LD_LIBRARY_PATH on a machine without NSS and expat. */
  readonly libraries: string
}

export interface EmbeddedFonts extends CachedFolder {
  /** Names the one font that fontconfig is to know: without any, a page prints blank and nobody is told. */
  readonly configuration: string
}

/** The binary wants glibc: its loader is there, or the binary cannot start. */
export async function isEmbeddedSupported(): Promise<boolean> {
  if (platform() !== 'linux' || arch() !== 'x64') return false
  return access('/lib64/ld-linux-x86-64.so.2').then(
    () => true,
    () => false,
  )
}

export async function embeddedBrowser(folders: EmbeddedFolders, progress?: Progress): Promise<EmbeddedBrowser> {
  const name = `chromium-${await packageVersion()}-linux-x64`
  const folder = await cached({ name, megabytes: 230, fill: into => unpackBrowser(into, progress) }, folders)
  return { ...folder, executable: join(folder.path, 'chromium'), libraries: join(folder.path, 'lib') }
}

export async function embeddedFonts(folders: EmbeddedFolders): Promise<EmbeddedFonts> {
  const name = `fonts-${await packageVersion()}`
  const folder = await cached({ name, megabytes: 2, fill: unpackFonts }, folders)
  return { ...folder, configuration: join(folder.path, 'fonts.conf') }
}

/** Beside the package if that can be written to, which `npm ci` clears; else the user's own cache. */
export function cacheParents(environment: EmbeddedFolders['environment']): readonly string[] {
  const modules = dirname(dirname(packageFolder()))
  const ofUser = environment['XDG_CACHE_HOME'] || join(homeFolder(environment), '.cache')
  return [join(modules, '.cache', 'khabar'), join(ofUser, 'khabar')]
}

async function cached(contents: FolderContents, folders: EmbeddedFolders): Promise<CachedFolder> {
  if (folders.parents) return cachedFolder(contents, folders.parents)
  try {
    return await cachedFolder(contents, cacheParents(folders.environment))
  } catch (thrown) {
    if (!(thrown instanceof RenderFailure)) throw thrown
    return temporaryFolder(contents).catch((last: unknown) => {
      throw new RenderFailure(
        said('{message} {reason}', { message: thrown.message, reason: reasonOf(last) }),
        thrown.hints,
      )
    })
  }
}

const packageFolder = (): string => dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))

async function packageVersion(): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(packageFolder(), 'package.json'), 'utf8'))
  return version
}

/** The one large file goes through in pieces; its compressed size is what progress counts. */
async function unpackBrowser(into: string, progress?: Progress): Promise<void> {
  const packed = join(packageFolder(), 'bin', 'chromium.br')
  const total = (await stat(packed)).size
  let done = 0
  const count = new Transform({
    transform(piece: Buffer, _encoding, next) {
      done += piece.length
      progress?.(done, total)
      next(null, piece)
    },
  })
  const executable = createWriteStream(join(into, 'chromium'), { mode: 0o755, flush: true })
  await pipeline(createReadStream(packed), count, createBrotliDecompress({ chunkSize: 1 << 20 }), executable)
  await unpackTar('al2023.tar.br', into, path => (path.startsWith('lib/') ? path : undefined))
}

async function unpackFonts(into: string): Promise<void> {
  await unpackTar('fonts.tar.br', into, path => (path.endsWith('.ttf') ? `fc/${path}` : undefined))
  await writeFile(join(into, 'fonts.conf'), configuration, { flush: true })
}

/** Relative to itself, so that the folder can be renamed into its place. */
const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fc/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`

async function unpackTar(archive: string, into: string, place: (path: string) => string | undefined): Promise<void> {
  const packed = await readFile(join(packageFolder(), 'bin', archive))
  for (const file of readTar(await promisify(brotliDecompress)(packed))) {
    const path = place(file.path)
    if (!path) continue
    await mkdir(dirname(join(into, path)), { recursive: true })
    await writeFile(join(into, path), file.bytes, { mode: path.startsWith('lib/') ? 0o755 : 0o644, flush: true })
  }
}
