/**
 * A workspace on disk. Nothing outside it is read: links that lead out are reported, not followed.
 *
 * Reading is synchronous: for thousands of small files a promise each costs several times what the file does.
 */
import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import { join } from 'node:path'
import {
  digestOf,
  digestOfFile,
  isInside,
  type Listed,
  listFiles,
  openReader,
  type RawFile,
  type Reader,
} from '../../disk/read-files.ts'
import { whileReading } from '../../disk/refusal.ts'
import { readRegular } from '../../disk/regular-file.ts'
import { compare, type Diagnostic, errorAt } from '../../model/diagnostic.ts'
import { EnvironmentFault } from '../../model/fault.ts'
import { type SourceFile, spanOfFile } from '../../model/source.ts'
import type { Inputs, Sources, TemplateFiles, Workspace } from '../workspace.ts'

/** A record is a few kilobytes; this is where reading stops, before parsing has its own, smaller limit. */
const largestText = 8 * 1024 * 1024
const largestMedia = 64 * 1024 * 1024
const textEndings = /\.(hbs|css|yaml)$/

export function openWorkspace(root: string, packagedTemplates: string): Workspace {
  return {
    read: () => whileReading(async () => readInputs(root, packagedTemplates)),
    readMedia: path => whileReading(() => readMedia(join(root, 'data'), path)),
  }
}

function readInputs(root: string, packagedTemplates: string): Inputs {
  const reader = openReader()
  const data = readData(root, reader)
  const templates = readTemplates(root, packagedTemplates, reader)
  const others = [data.unread, [...data.media], data.amiss, templates.amiss]
  return {
    digest: hash('sha256', JSON.stringify([reader.digest(), others])),
    templatesDigest: () =>
      hash(
        'sha256',
        JSON.stringify(templates.files.map(({ path, bytes }) => [path, digestOf(bytes() ?? Buffer.alloc(0))])),
      ),
    media: data.media,
    textAt: path => {
      const raw = [...data.files, ...templates.files].find(file => file.path === path)
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
  readonly media: ReadonlyMap<string, string>
  readonly amiss: readonly Amiss[]
}

function readData(root: string, reader: Reader): Data {
  const listed = listInside(root, 'data')
  if (!listed)
    throw new EnvironmentFault(
      `There is no data/ folder in ${root}.`,
      'Run khabar where data/ is, or name the place with --root.',
    )
  const files: RawFile[] = []
  const unread: string[] = []
  const media = new Map<string, string>()
  for (const path of listed.paths) {
    // Of a photo only the digest is kept: whoever prints it reads it.
    if (path.startsWith('data/media/'))
      media.set(path.slice('data/'.length), digestOfFile(join(root, path), largestMedia))
    else if (path.endsWith('.yaml')) files.push(reader.read(root, path, largestText))
    else unread.push(path)
  }
  return { files, unread, media, amiss: amissIn(listed) }
}

function decodeSources({ files, unread, media, amiss }: Data): Sources {
  const diagnostics = amiss.map(notRead)
  const decoded = files.map(raw => decode(raw, diagnostics))
  return { files: [...decoded, ...unread.map(path => ({ path, text: '' }))], media: new Set(media.keys()), diagnostics }
}

interface RawTemplates {
  /** In the order in which they replace each other: the packaged ones first. */
  readonly files: readonly RawFile[]
  readonly amiss: readonly Amiss[]
}

function readTemplates(root: string, packaged: string, reader: Reader): RawTemplates {
  const bases = [join(packaged, '..'), root]
  const listed = bases.map((base): Listed => listInside(base, 'templates') ?? { paths: [], strays: [], odd: [] })
  const found = new Map<string, RawFile>()
  for (const [index, base] of bases.entries()) {
    for (const path of listed[index]?.paths ?? [])
      if (textEndings.test(path)) found.set(path, reader.read(base, path, largestText))
      else if (path.endsWith('.ttf')) found.set(path, reader.read(base, path, largestMedia))
  }
  // The repository's workspace is also the packaged one: what was found twice is told once.
  const amiss = new Map(listed.flatMap(amissIn).map(each => [each.path, each]))
  return { files: [...found.values()].toSorted((a, b) => compare(a.path, b.path)), amiss: [...amiss.values()] }
}

function decodeTemplates({ files, amiss }: RawTemplates): TemplateFiles {
  const diagnostics = amiss.map(notRead)
  const below = (path: string): string => path.slice('templates/'.length)
  const fonts = new Map<string, Uint8Array>()
  for (const { path, bytes } of files.filter(isFont)) {
    const font = bytes()
    if (font) fonts.set(below(path), font)
    else diagnostics.push(tooLarge(path, largestMedia, 'Make it smaller.'))
  }
  const texts = files.filter(file => !isFont(file)).map(raw => decode(raw, diagnostics))
  return { texts, fonts, diagnostics }
}

const isFont = ({ path }: RawFile): boolean => path.endsWith('.ttf')

async function readMedia(data: string, path: string): Promise<Uint8Array> {
  const bytes = await readRegular(join(data, path), { atMost: largestMedia })
  if (bytes) return bytes
  const { UnreadablePhoto } = await import('../../render/photo.ts')
  throw new UnreadablePhoto(`data/${path} is gone, or larger than ${largestMedia / 1024 / 1024} MiB`)
}

/** A link may stand for data/ or templates/ themselves, as long as it stays inside. */
function listInside(root: string, folder: string): Listed | undefined {
  if (isInside(root, folder) !== false) return listFiles(root, folder)
  const hint = 'Put the folder itself there, or name the workspace that holds it with --root.'
  const message = `${join(root, folder)} is a link that leads out of the workspace, and is not followed.`
  throw new EnvironmentFault(message, hint)
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
  const link = `${path} is a link to a folder, to nothing, or out of the workspace, and is not followed.`
  if (isLink) return errorAt('file/not-read', span, link, 'Put the file itself there.')
  const odd = `${path} is a pipe, a socket or a device, and is not read.`
  return errorAt('file/not-read', span, odd, 'Put a file there, or remove it.')
}

function tooLarge(path: string, largest: number, hint: string): Diagnostic {
  const message = `${path} is larger than ${largest / 1024 / 1024} MiB.`
  return errorAt('file/too-large', spanOfFile({ path, text: '' }), message, hint)
}

/** What cannot be decoded is an empty text, without a digest: nothing is known of it. */
function decode(raw: RawFile, diagnostics: Diagnostic[]): SourceFile {
  const { path } = raw
  const bytes = raw.bytes()
  const nothing = { path, text: '', isUnread: true } as const
  // A name that cannot be decoded leads to no file.
  if (!bytes && path.includes('\ufffd'))
    diagnostics.push(
      errorAt(
        'file/not-read',
        spanOfFile(nothing),
        `The name of ${path} is not UTF-8.`,
        'Rename it: a-z, 0-9, hyphens.',
      ),
    )
  else if (!bytes) diagnostics.push(tooLarge(path, largestText, 'Split it into several files.'))
  else if (!isUtf8(bytes))
    diagnostics.push(errorAt('file/encoding', spanOfFile(nothing), `${path} is not UTF-8 text.`, 'Save it as UTF-8.'))
  else {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
    return { path, text: bytes.toString('utf8', hasMark ? 3 : 0), digest: digestOf(bytes) }
  }
  return nothing
}
