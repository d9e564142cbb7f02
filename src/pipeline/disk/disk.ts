/**
 * A workspace on disk. Nothing outside it is read: links that lead out are reported, not followed.
 *
 * Reading is synchronous: for thousands of small files a promise each costs several times what the file does.
 */

import { hash } from 'node:crypto'
import { join } from 'node:path'
import { digestOf, type Listed, openReader, type RawFile } from '../../disk/read-files.ts'
import { whileReading } from '../../disk/refusal.ts'
import { readRegular } from '../../disk/regular-file.ts'
import { otherEncoding } from '../../disk/text-encoding.ts'
import { compare, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { bySpelling } from '../../model/media.ts'
import { type Said, said } from '../../model/said.ts'
import { type SourceFile, spanOfFile } from '../../model/source.ts'
import {
  type Inputs,
  type MediaFile,
  type Sources,
  shippedAs,
  type TemplateFiles,
  type Workspace,
} from '../workspace.ts'
import { handedOut } from './handed-out.ts'
import { diskTree, type Tree } from './tree.ts'

/** A record is a few kilobytes; this is where reading stops, before parsing has its own, smaller limit. */
const largestText = 8 * 1024 * 1024
const largestMedia = 64 * 1024 * 1024
const textEndings = /\.(hbs|css|yaml)$/

export function openWorkspace(root: string, packagedTemplates: string): Workspace {
  return {
    read: () =>
      whileReading(async () => {
        const reader = openReader()
        const tree = diskTree(root, reader)
        return inputsOf(tree, diskTree(join(packagedTemplates, '..'), reader), () => reader.digest())
      }),
    readMedia: path => whileReading(() => readMedia(join(root, 'data'), path)),
  }
}

/**
 * @param packaged where the packaged templates lie
 * @param digest of all that was read of both
 */
export function inputsOf(tree: Tree, packaged: Tree, digest: () => string): Inputs {
  const data = readData(tree)
  const templates = readTemplates(tree, packaged)
  const others = [data.unread, [...data.media], data.amiss, templates.amiss]
  return {
    digest: hash('sha256', JSON.stringify([digest(), others])),
    templatesDigest: () =>
      hash(
        'sha256',
        JSON.stringify(everyOne(templates).map(({ path, bytes }) => [path, digestOf(bytes() ?? Buffer.alloc(0))])),
      ),
    media: data.media,
    textAt: path => {
      const raw = [...data.files, ...everyOne(templates)].find(file => file.path === path)
      return raw && decode(raw, [])
    },
    sources: () => decodeSources(data),
    templates: () => decodeTemplates(templates),
  }
}

interface Data {
  readonly files: readonly RawFile[]
  /** Paths of what is no record: that it is there is all that is told of it. */
  readonly unread: readonly string[]
  readonly media: ReadonlyMap<string, MediaFile>
  readonly amiss: readonly Amiss[]
}

function readData(tree: Tree): Data {
  const listed = tree.list('data')
  if (!listed)
    throw new EnvironmentFault(
      said('There is no data/ folder in {root}.', { root: tree.name }),
      said('Run khabar where data/ is, or name the place with --root.'),
    )
  const files: RawFile[] = []
  const unread: string[] = []
  const media: MediaFile[] = []
  for (const path of listed.paths) {
    if (path.startsWith('data/media/')) media.push(tree.media(path, largestMedia))
    else if (path.endsWith('.yaml')) files.push(tree.read(path, largestText))
    else unread.push(path)
  }
  return { files, unread, media: bySpelling(media.map(file => [file.path, file])), amiss: amissIn(listed) }
}

function decodeSources({ files, unread, media, amiss }: Data): Sources {
  const diagnostics = amiss.map(notRead)
  const decoded = files.map(raw => decode(raw, diagnostics))
  return {
    files: [...decoded, ...unread.map(path => ({ path, text: '' }))],
    media: new Map([...media].map(([path, { kind }]) => [path, kind])),
    diagnostics,
  }
}

interface RawTemplates {
  /** In order: the workspace's own, and the packaged ones that it has none for. */
  readonly files: readonly RawFile[]
  /** Of `files`, those that are packaged. */
  readonly packaged: ReadonlySet<RawFile>
  /** The workspace is the repository of Khabar: what is packaged is its own, and is looked at as any workspace's. */
  readonly isPackage: boolean
  /** Packaged texts that the workspace has its own of. */
  readonly replaced: readonly RawFile[]
  readonly amiss: readonly Amiss[]
}

const everyOne = ({ files, replaced }: RawTemplates): readonly RawFile[] => [...files, ...replaced]

function readTemplates(tree: Tree, packaged: Tree): RawTemplates {
  const read = (base: Tree) => {
    const listed: Listed = base.list('templates') ?? { paths: [], strays: [], odd: [] }
    const files = listed.paths.flatMap(path => {
      // What Khabar tells, in the languages of its users, decides nothing that is built.
      const isTold = base.root === packaged.root && path.startsWith('templates/messages/')
      if (path.startsWith(`${handedOut}/`) || isTold) return []
      if (textEndings.test(path)) return [base.read(path, largestText)]
      return isFont({ path }) ? [base.read(path, largestMedia)] : []
    })
    return { listed, files: new Map(files.map(file => [file.path, file])) }
  }
  const shipped = read(packaged)
  const own = read(tree)
  // The repository's workspace is also the packaged one: its files replace themselves.
  const ours = [...own.files.values()].filter(file => !isSame(file, shipped.files.get(file.path)))
  const files = new Map([...shipped.files, ...ours.map(file => [file.path, file] as const)])
  const replaced = ours.flatMap(({ path }) => shipped.files.get(path) ?? []).filter(file => !isFont(file))
  // What was found twice is told once.
  const amiss = new Map([shipped.listed, own.listed].flatMap(amissIn).map(each => [each.path, each]))
  return {
    files: [...files.values()].toSorted((a, b) => compare(a.path, b.path)),
    packaged: new Set(shipped.files.values()),
    isPackage: tree.root === packaged.root,
    replaced: replaced.map(({ path, bytes }) => ({ path: shippedAs(path), bytes })),
    amiss: [...amiss.values()],
  }
}

function isSame(one: RawFile, other: RawFile | undefined): boolean {
  const bytes = other?.bytes()
  return bytes?.equals(one.bytes() ?? Buffer.alloc(0)) ?? false
}

function decodeTemplates({ files, packaged, isPackage, replaced, amiss }: RawTemplates): TemplateFiles {
  const diagnostics = amiss.map(notRead)
  const below = (path: string): string => path.slice('templates/'.length)
  const fonts = new Map<string, Uint8Array>()
  for (const { path, bytes } of files.filter(isFont)) {
    const font = bytes()
    if (font) fonts.set(below(path), font)
    else diagnostics.push(tooLarge(path, largestMedia, said('Make it smaller.')))
  }
  const shippedText = (raw: RawFile): SourceFile => ({ ...decode(raw, diagnostics), isShipped: true })
  const texts = files
    .filter(file => !isFont(file))
    .map(raw => (packaged.has(raw) && !isPackage ? shippedText(raw) : decode(raw, diagnostics)))
  const shipped = isPackage ? texts : [...texts.filter(({ isShipped }) => isShipped), ...replaced.map(shippedText)]
  return { texts, shipped, fonts, diagnostics }
}

/** Files that people take for fonts, whichever they are: what is wrong with one is told when it is read. */
const isFont = ({ path }: Pick<RawFile, 'path'>): boolean =>
  /^templates\/fonts\/.*\.(?:ttf|otf|woff2?|ttc|otc|eot|dfont|pf[ab]|pfm|bdf|pcf|svg|zip)$/i.test(path)

async function readMedia(data: string, path: string): Promise<Uint8Array> {
  const bytes = await readRegular(join(data, path), { atMost: largestMedia })
  if (bytes) return bytes
  const { UnreadablePhoto } = await import('../../render/photo.ts')
  throw new UnreadablePhoto(
    said('is gone, or larger than {count} MiB', { count: largestMedia / 1024 / 1024 }),
    said('Put it back, and build again.'),
  )
}

interface Amiss {
  readonly path: string
  readonly isLink: boolean
}

const amissIn = ({ strays, odd }: Listed): readonly Amiss[] => [
  ...strays.map(path => ({ path, isLink: true })),
  ...odd.map(path => ({ path, isLink: false })),
]

function notRead({ path, isLink }: Amiss): Diagnostic {
  const span = spanOfFile({ path, text: '' })
  const link = said('{path} is a link to a folder, to nothing, or out of the workspace, and is not followed.', { path })
  if (isLink) return errorAt('file/not-read', span, link, said('Put the file itself there.'))
  const odd = said('{path} is a pipe, a socket or a device, and is not read.', { path })
  return errorAt('file/not-read', span, odd, said('Put a file there, or remove it.'))
}

function tooLarge(path: string, largest: number, hint: Said): Diagnostic {
  const message = said('{path} is larger than {count} MiB.', { path, count: largest / 1024 / 1024 })
  return errorAt('file/too-large', spanOfFile({ path, text: '' }), message, hint)
}

/** What cannot be decoded is an empty text, without a digest: nothing is known of it. */
function decode(raw: RawFile, diagnostics: Diagnostic[]): SourceFile {
  const { path } = raw
  const bytes = raw.bytes()
  const nothing = { path, text: '', isUnread: true } as const
  const other = bytes && otherEncoding(bytes)
  // A name that cannot be decoded leads to no file.
  if (!bytes && path.includes('\ufffd'))
    diagnostics.push(
      errorAt(
        'file/not-read',
        spanOfFile(nothing),
        said('The name of {path} is not UTF-8.', { path }),
        said('Rename it: a-z, 0-9, hyphens.'),
      ),
    )
  else if (!bytes) diagnostics.push(tooLarge(path, largestText, said('Split it into several files.')))
  else if (other !== undefined) {
    const hint = said('Save it as UTF-8: it is {other}.', { other })
    diagnostics.push(errorAt('file/encoding', spanOfFile(nothing), said('{path} is not UTF-8 text.', { path }), hint))
  } else {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return { path, text: bytes.toString('utf8', hasMark ? 3 : 0), digest: digestOf(bytes) }
  }
  return nothing
}
