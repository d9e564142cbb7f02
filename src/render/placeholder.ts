/**
 * A photo costs its page 30 ms a megapixel to print, so the page is laid out with a grey square of 8 x 8 in its place, and
 * the finisher puts the photo in, byte for byte.
 *
 * The square says in EXIF that it is as large as the photo: a resolution and a size that agree, from which a browser takes
 * the size at which it lays a picture out. So the page is the same whatever its style makes of a picture's own size.
 */
import { createHash } from 'node:crypto'
import { RenderFailure } from '../model/fault.ts'
import type { Asset, PrintJob } from '../model/render-job.ts'
import type { PhotoToPlace } from './finish/facts.ts'
import { readJpeg } from './finish/jpeg.ts'

export interface Placeholders {
  readonly assets: readonly Asset[]
  readonly photos: readonly PlacedPhoto[]
}

export interface PlacedPhoto extends PhotoToPlace {
  /** As the page asks for it: `photo-1.jpg`. */
  readonly path: string
}

/** What only CSS shows stays as it is: it may be cut or repeated, and the file then holds other pictures. */
export function placeholdersFor({ html, assets }: Pick<PrintJob, 'html' | 'assets'>): Placeholders {
  const photos: PlacedPhoto[] = []
  const shown = assets.map((asset): Asset => {
    const photo = html.includes(` src="${asset.path}"`) ? placeholderOf(asset) : undefined
    if (!photo) return asset
    photos.push({ ...photo, path: asset.path })
    return { ...asset, bytes: photo.placeholder }
  })
  return { assets: shown, photos }
}

/** The languages of a release share a photo, and so its placeholder. */
const made = new WeakMap<Uint8Array, PhotoToPlace>()

function placeholderOf({ type, bytes }: Asset): PhotoToPlace | undefined {
  if (type !== 'image/jpeg') return undefined
  const photo = made.get(bytes) ?? madeFor(bytes)
  if (photo) made.set(bytes, photo)
  return photo
}

/** Nothing for a photo that is not as ours are: it is printed itself. */
function madeFor(original: Uint8Array): PhotoToPlace | undefined {
  const photo = factsOf(original)
  if (photo?.channels !== 3 || photo.bits !== 8 || photo.profile !== '' || photo.transform !== -1) return undefined
  const { width, height } = photo
  // The browser keeps one copy of the same bytes; two photos must not become one.
  const content = createHash('sha256').update(original).digest()
  const parts = [start, segment(0xe1, exifOf(width, height)), segment(0xfe, content), square]
  return { placeholder: Buffer.concat(parts), original, width, height }
}

function factsOf(photo: Uint8Array) {
  try {
    return readJpeg(photo)
  } catch (thrown) {
    if (thrown instanceof RenderFailure) return undefined
    throw thrown
  }
}

/** Pixels each way. */
const side = 8

/** Start of image. */
const start = Buffer.from([0xff, 0xd8])

/** 8 x 8 pixels of #808080 in YCbCr, after its start of image: tables, frame, scan. */
const square = Buffer.from(
  `/9sAQwAFBAQEBAMFBAQEBgUFBggNCAgHBwgQCwwJDRMQFBMSEBISFBcdGRQWHBYSEhojGhweHyEhIRQZJCckICYdICEg/9sAQwEFBgYIBwgPCAgP
   IBUSFSAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAgICAg/8AAEQgACAAIAwERAAIRAQMRAf/EABQAAQAAAAAA
   AAAAAAAAAAAAAAD/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFAEBAAAAAAAAAAAAAAAAAAAAAP/EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEA
   AhEDEQA/AAP/2Q==`,
  'base64',
)

function segment(marker: number, contents: Uint8Array): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(contents.length + 2, 2)
  return Buffer.concat([head, contents])
}

/** Dots per inch of a picture that is as large as it has pixels. */
const pixels = 72

/** TIFF 6.0 and EXIF 2.3: X- and YResolution in inches, PixelXDimension and PixelYDimension. */
function exifOf(width: number, height: number): Buffer {
  const [first, second] = [8, 8 + 2 + 4 * 12 + 4 + 16]
  const values = second - 16
  return Buffer.concat([
    Buffer.from('Exif\0\0MM\0\x2a', 'latin1'),
    words(first),
    directory([
      [0x011a, rational, values],
      [0x011b, rational, values + 8],
      [0x0128, short, 2 << 16],
      [0x8769, long, second],
    ]),
    words(side * pixels, width, side * pixels, height),
    directory([
      [0xa002, long, width],
      [0xa003, long, height],
    ]),
  ])
}

const [short, long, rational] = [3, 4, 5]

/** Tag, type and one value each, or where it stands; no directory after it. */
function directory(entries: readonly (readonly [tag: number, type: number, value: number])[]): Buffer {
  const count = Buffer.from([0, entries.length])
  return Buffer.concat([count, ...entries.map(([tag, type, value]) => words((tag << 16) | type, 1, value)), words(0)])
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value >>> 0, 4 * index)
  return bytes
}
