/** Files that a record shows: a path that leads below data/media, to a picture that can be taken. */

import { type Diagnostic, mendedBy, warningAt } from '../../model/diagnostic.ts'
import { type Media, type MediaKind, spellings } from '../../model/media.ts'
import { nearest, wasMeant } from '../../model/nearest.ts'
import { type Said, said } from '../../model/said.ts'
import { textInPlace } from '../certain/in-place.ts'
import { type Draft, placeIn, textAt, wrongAt } from '../draft.ts'
import { show } from '../show.ts'
import type { World } from './world.ts'

export function checkFile(draft: Draft, pointer: string, world: World): readonly Diagnostic[] {
  const written = textAt(draft, pointer)
  return lookAt(draft, pointer, world).map(told => {
    const there = written === undefined || told.severity === 'warning' ? undefined : certainPath(written, world.media)
    return mendedBy(told, there === undefined ? undefined : textInPlace(placeIn(draft, pointer), written ?? '', there))
  })
}

/** The one file that is there under the same path, written otherwise: its capitals, its slashes, `data/` before it. */
function certainPath(written: string, media: Media): string | undefined {
  if (/^[a-z][a-z+.-]*:|^~|\.\./i.test(written)) return undefined
  const path = written
    .replace(/[“”„«»"‘’]/g, '')
    .replace(/\\/g, '/')
    .replace(/^\.?\/*(?:data\/+)?/, '')
    .trim()
  const same = new Set([...media.keys()].filter(each => fold(each) === fold(path)).map(each => each.normalize('NFC')))
  const [only] = same
  return same.size === 1 && only !== undefined && media.has(only) ? only : undefined
}

function lookAt(draft: Draft, pointer: string, { media }: World): readonly Diagnostic[] {
  const file = textAt(draft, pointer)
  if (file === undefined || file === '') return []
  const hint = wayOf(file, media)
  if (hint !== undefined) {
    const message = said('“file” cannot be {file}.', { file: show(file) })
    return [
      wrongAt(
        'record/wrong-value',
        draft,
        pointer,
        message,
        hint,
        said('Photos lie below data/media, and are named from there: media/2022/meeting.jpg.'),
      ),
    ]
  }
  const kind = media.get(file)
  if (kind === undefined) return [wrongAt('photo/missing', draft, pointer, ...absent(file, media))]
  if (kind === 'animation') return [moving(draft, pointer, file)]
  const lack = unfit[kind === 'TIFF' && rawEnding.test(file) ? 'RAW' : kind]
  return lack
    ? [wrongAt('photo/unreadable', draft, pointer, said('data/{file} {lack}.', { file, lack: lack[0] }), lack[1])]
    : []
}

function moving(draft: Draft, pointer: string, file: string): Diagnostic {
  const message = said('data/{file} moves: its first picture is published.', { file })
  const hint = said('Export the one that is meant as PNG, put that into data/media and name it here.')
  return warningAt('photo/moving', placeIn(draft, pointer), message, hint)
}

/** How a path must be written instead, where it can lead to no file below data/media whatever is there. */
function wayOf(file: string, media: Media): Said | undefined {
  if (/^[a-z][a-z+.-]+:|^\/|^~|^[a-z]:|^\\\\/i.test(file))
    return said('Copy the photo into data/media{known}', {
      known: known(file, media) ?? said(', and name it from there.'),
    })
  const parts = file.split(/[\\/]/).filter(part => part !== '' && part !== '.')
  if (parts.includes('..')) return said('Nothing outside of data/media is shown: copy the photo there.')
  const device = parts.find(part => /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i.test(part))
  if (device !== undefined)
    return said('Rename the file: “{device}” is a device on Windows, where no file can be called so.', { device })
  const start = parts.indexOf('media')
  const written = start === -1 ? undefined : parts.slice(start).join('/')
  if (written === file.replace(/\/$/, '')) return undefined
  if (file.includes('\\') && written !== undefined)
    return said('Write {written}: folders are parted by “/”.', { written })
  if (written !== undefined) return said('Write {written}.', { written })
  const near = fileNamed(parts.at(-1) ?? '', media)
  return near === undefined
    ? said('Write media/{parts}, and put the photo there.', { parts: parts.join('/') })
    : said('Write {near}.', { near })
}

function known(file: string, media: Media): Said | undefined {
  const near = fileNamed(file.split(/[\\/]/).at(-1) ?? '', media)
  return near === undefined ? undefined : said('; data/{near} is there: write {near}.', { near })
}

const fileNamed = (base: string, media: Media): string | undefined =>
  [...media.keys()].find(path => fold(baseOf(path)) === fold(base))

const baseOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const folderOf = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)
const stemOf = (path: string): string => path.replace(/\.[^./]*$/, '')
/** As it looks: capitals are the same to some disks and to most readers. */
const fold = (path: string): string => (spellings(path).at(-1) ?? path).toLowerCase()

function absent(file: string, media: Media): [Said, Said] {
  const within = [...media.keys()].filter(path => path.startsWith(`${file.replace(/\/$/, '')}/`))
  if (within.length > 0) {
    const some = within.slice(0, 3).join(', ')
    return [
      said('data/{file} is a folder.', { file }),
      said('Name a photo in it: {some}{what}', { some, what: within.length > 3 ? ' …' : '.' }),
    ]
  }
  const near = likeliest(file, [...media.keys()])
  const hint = near === undefined ? said('Put the photo at data/{file}.', { file }) : wasMeant(near)
  const isCase = near !== undefined && fold(near) === fold(file)
  const why = isCase ? said(': capitals count, and the file is called otherwise') : ''
  return [said('There is no file data/{file}{why}.', { file, why }), hint]
}

/** The same but for capitals; with another ending; in another folder; or nearly so called, in the same folder. */
function likeliest(file: string, paths: readonly string[]): string | undefined {
  const beside = paths.filter(path => folderOf(path) === folderOf(file)).map(baseOf)
  const near = nearest(baseOf(file), beside)
  return (
    paths.find(path => fold(path) === fold(file)) ??
    paths.find(path => fold(stemOf(path)) === fold(stemOf(file))) ??
    paths.find(path => fold(baseOf(path)) === fold(baseOf(file))) ??
    (near === undefined ? undefined : folderOf(file) + near)
  )
}

/** Those of makers whose raw pictures are TIFF by their first bytes. */
const rawEnding = /\.(?:nef|nrw|arw|sr2|srf|srw|dng|pef|3fr|iiq|erf|kdc|dcr)$/i

const asJpeg = said('Export it as JPEG, put that into data/media and name it here.')
const asPng = said('Export it as PNG, put that into data/media and name it here.')
const again = said('Copy it again from where it came.')

/** What a file is, and how to come by a picture that can be taken. */
const unfit: { readonly [K in MediaKind]?: readonly [what: Said, mend: Said] } = {
  HEIC: [
    said('is a HEIC picture, which is not taken'),
    said(
      '{asJpeg} Preview on a Mac (File, Export) and Photos on Windows (Save as) do; an iPhone takes JPEG with Settings, Camera, Formats, Most Compatible.',
      { asJpeg },
    ),
  ],
  AVIF: [said('is an AVIF picture, which is not taken'), asJpeg],
  'JPEG XL': [said('is a JPEG XL picture, which is not taken'), asJpeg],
  'JPEG 2000': [said('is a JPEG 2000 picture, which is not taken'), asJpeg],
  TIFF: [said('is a TIFF picture, which is not taken'), asJpeg],
  RAW: [said('is a raw picture of a camera, which is not taken'), asJpeg],
  GIF: [said('is a GIF picture, which is not taken'), asPng],
  BMP: [said('is a BMP picture, which is not taken'), asPng],
  PSD: [said('is a Photoshop file, which is not taken'), asJpeg],
  SVG: [said('is an SVG drawing, which is not taken'), asPng],
  PDF: [
    said('is a PDF, not a picture'),
    said('Export the picture in it as JPEG, put that into data/media and name it here.'),
  ],
  video: [
    said('is a video, not a picture'),
    said('Save one picture of it as JPEG, put that into data/media and name it here.'),
  ],
  archive: [
    said('is an archive or a document, not a picture'),
    said('Take the picture out of it as JPEG, and name that here.'),
  ],
  'web page': [said('is a web page, not a picture'), said('Open the page, and save the picture itself.')],
  'LFS pointer': [said('is a pointer of Git LFS, not the picture'), said('Fetch the picture: git lfs pull.')],
  'macOS companion': [
    said('is a companion that macOS writes beside a file, not the picture'),
    said('Name the file without “._”.'),
  ],
  empty: [said('is empty'), again],
  'too large': [said('is larger than 64 MiB'), said('Export it as JPEG, which is smaller, and name that here.')],
}
