/** A workspace on disk. Nothing outside it is read: links that lead out are reported, not followed. */
import { readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { compare, type Diagnostic, errorAt } from '../model/diagnostic.ts'
import { EnvironmentFault } from '../model/fault.ts'
import { type SourceFile, spanOfFile } from '../model/source.ts'
import { UnreadablePhoto } from '../render/photo.ts'
import { readRegular } from './output-folder.ts'
import type { Sources, TemplateFiles, Workspace } from './workspace.ts'

/** A record is a few kilobytes; this is where reading stops, before parsing has its own, smaller limit. */
const largestText = 8 * 1024 * 1024
const largestMedia = 64 * 1024 * 1024
const textEndings = /\.(hbs|css|yaml)$/

export function openWorkspace(root: string, packagedTemplates: string): Workspace {
  return {
    sources: () => readSources(root),
    templates: () => readTemplates(root, packagedTemplates),
    readMedia: path => readMedia(join(root, 'data'), path),
  }
}

async function readSources(root: string): Promise<Sources> {
  const listed = await list(root, 'data')
  if (!listed)
    throw new EnvironmentFault(
      `There is no data/ folder in ${root}.`,
      'Run khabar where data/ is, or name the place with --root.',
    )
  const diagnostics = [...listed.diagnostics]
  const files: SourceFile[] = []
  const media = new Set<string>()
  for (const path of listed.paths) {
    if (path.startsWith('data/media/')) media.add(path.slice('data/'.length))
    else files.push(path.endsWith('.yaml') ? await readText(root, path, diagnostics) : { path, text: '' })
  }
  return { files, media, diagnostics }
}

async function readTemplates(root: string, packaged: string): Promise<TemplateFiles> {
  const texts = new Map<string, SourceFile>()
  const fonts = new Map<string, Uint8Array>()
  const diagnostics: Diagnostic[] = []
  for (const base of [join(packaged, '..'), root]) {
    const listed = await list(base, 'templates')
    diagnostics.push(...(listed?.diagnostics ?? []))
    for (const path of listed?.paths ?? []) {
      const below = path.slice('templates/'.length)
      if (textEndings.test(path)) texts.set(below, await readText(base, path, diagnostics))
      else if (path.endsWith('.ttf')) {
        const font = await readRegular(join(base, path), largestMedia)
        if (font) fonts.set(below, font)
        else diagnostics.push(tooLarge(path, largestMedia))
      }
    }
  }
  return {
    texts: [...texts.values()].toSorted((a, b) => compare(a.path, b.path)),
    fonts: inOrder(fonts),
    diagnostics: unique(diagnostics),
  }
}

async function readMedia(data: string, path: string): Promise<Uint8Array> {
  const bytes = await readRegular(join(data, path), largestMedia)
  if (!bytes) throw new UnreadablePhoto(`data/${path} is gone, or larger than ${largestMedia / 1024 / 1024} MiB`)
  return bytes
}

interface Listed {
  readonly paths: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Every file below `root/folder`, in order, as '/'-separated paths from the root; undefined where there is no folder. */
async function list(root: string, folder: string): Promise<Listed | undefined> {
  const inside = await realpath(root).catch(() => root)
  await refuseFolderOutside(join(root, folder), inside)
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true }).catch(ifMissing)
  if (!entries) return undefined
  const paths: string[] = []
  const diagnostics: Diagnostic[] = []
  for (const entry of entries) {
    const full = join(entry.parentPath, entry.name)
    const path = full.slice(root.length).split(sep).filter(Boolean).join('/')
    // Emacs marks a file that is being edited by such a link to nowhere.
    if (entry.isSymbolicLink() && entry.name.startsWith('.#')) continue
    if (entry.isSymbolicLink()) {
      if (await leadsToFileInside(full, inside)) paths.push(path)
      else diagnostics.push(strayLink(path))
    } else if (entry.isFile()) paths.push(path)
    else if (!entry.isDirectory()) diagnostics.push(noFile(path))
  }
  return { paths: paths.toSorted(compare), diagnostics }
}

async function leadsToFileInside(link: string, root: string): Promise<boolean> {
  const target = await realpath(link).catch(() => undefined)
  return target?.startsWith(root + sep) === true && (await stat(target)).isFile()
}

/** A link may stand for data/ or templates/ themselves, as long as it stays inside. */
async function refuseFolderOutside(folder: string, root: string): Promise<void> {
  const target = await realpath(folder).catch(() => undefined)
  if (target === undefined || target.startsWith(root + sep)) return
  const hint = 'Put the folder itself there, or name the workspace that holds it with --root.'
  throw new EnvironmentFault(`${folder} is a link that leads out of the workspace, and is not followed.`, hint)
}

function noFile(path: string): Diagnostic {
  const message = `${path} is a pipe, a socket or a device, and is not read.`
  return errorAt('file/not-read', spanOfFile({ path, text: '' }), message, 'Put a file there, or remove it.')
}

function strayLink(path: string): Diagnostic {
  const message = `${path} is a link to a folder, to nothing, or out of the workspace, and is not followed.`
  return errorAt('file/not-read', spanOfFile({ path, text: '' }), message, 'Put the file itself there.')
}

async function readText(root: string, path: string, diagnostics: Diagnostic[]): Promise<SourceFile> {
  const bytes = await readRegular(join(root, path), largestText)
  const report = (code: 'file/too-large' | 'file/encoding', message: string, hint: string): SourceFile => {
    const file = { path, text: '' }
    diagnostics.push(errorAt(code, spanOfFile(file), message, hint))
    return file
  }
  if (!bytes) return report('file/too-large', `${path} is larger than 8 MiB.`, 'Split it into several files.')
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return report('file/encoding', `${path} is not UTF-8 text.`, 'Save it as UTF-8.')
  }
}

function tooLarge(path: string, limit: number): Diagnostic {
  const message = `${path} is larger than ${limit / 1024 / 1024} MiB.`
  return errorAt('file/too-large', spanOfFile({ path, text: '' }), message, 'Make it smaller.')
}

function ifMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw error
}

const inOrder = <V>(map: ReadonlyMap<string, V>): ReadonlyMap<string, V> =>
  new Map([...map].toSorted(([a], [b]) => compare(a, b)))

/** The repository's workspace is also the packaged one: what was found twice is told once. */
const unique = (diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => [
  ...new Map(diagnostics.map(each => [`${each.code} ${each.message}`, each])).values(),
]
