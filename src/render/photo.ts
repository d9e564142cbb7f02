/**
 * A photo as it may be published: upright, no larger than a page needs, sRGB, and without a word of where, by whom and
 * with what it was taken.
 */

import sharp, { type Sharp } from 'sharp'
import { inEnglish, type Said, said } from '../model/said.ts'

export interface PreparedPhoto {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}

/** Not an image that can be read, or one that is too large to be. The message goes on after its path: `is torn: …`. */
export class UnreadablePhoto extends Error {
  override readonly name = 'UnreadablePhoto'
  /** How to come by one that can be read. */
  readonly hint: Said
  readonly said: Said

  constructor(told: Said, hint: Said, options?: ErrorOptions) {
    super(inEnglish(told), options)
    this.said = told
    this.hint = hint
  }
}

/** Photographs only: a drawing could ask for other files, and no other decoder is let near the bytes of strangers. */
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

const longSide = 2000
/** 100 megapixels: above any camera, below a bomb of compressed nothing. */
export const limitInputPixels = 100_000_000

export async function preparePhoto(bytes: Uint8Array): Promise<PreparedPhoto> {
  const upright = await readable(bytes, image =>
    image
      .resize({ width: longSide, height: longSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .jpeg({ quality: 84, chromaSubsampling: '4:4:4' })
      .toBuffer({ resolveWithObject: true }),
  )
  return { jpeg: new Uint8Array(upright.data), width: upright.info.width, height: upright.info.height }
}

/** Without `keepMetadata` sharp writes none: no EXIF, no XMP, no IPTC, no profile but sRGB's own colours. */
async function readable<T>(bytes: Uint8Array, make: (image: Sharp) => Promise<T>): Promise<T> {
  if (!hasItsEnd(bytes)) throw torn()
  try {
    return await make(sharp(bytes, { limitInputPixels, failOn: 'error' }).autoOrient())
  } catch (thrown) {
    throw unreadable(thrown instanceof Error ? thrown : new Error(String(thrown)))
  }
}

/**
 * A decoder stops at the last line of a picture: it never asks for the end of a PNG, and for that of a JPEG only where its
 * last bits are already read.
 */
function hasItsEnd(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-tail))
  if (bytes[0] === 0x89 && bytes[1] === 0x50) return end.includes('IEND')
  return bytes[0] !== 0xff || bytes[1] !== 0xd8 || end.includes(endOfImage)
}

/** ITU-T T.81, table B.1. */
const endOfImage = Buffer.from([0xff, 0xd9])
/** Some programs write a few bytes of their own after the end. */
const tail = 64 * 1024

function unreadable(cause: Error): UnreadablePhoto {
  const [reason = ''] = cause.message.split('\n')
  if (/pixel limit/i.test(reason)) {
    const limit = said('has more than {megapixels} megapixels', { megapixels: limitInputPixels / 1_000_000 })
    return new UnreadablePhoto(limit, said('Export it smaller: 4000 pixels on the long side are plenty.'), { cause })
  }
  if (/premature end|truncated|read error|corrupt|unable to parse/i.test(reason)) return torn(cause)
  return new UnreadablePhoto(said('is not a picture that can be read'), said('Save it again as JPEG.'), { cause })
}

const torn = (cause?: Error): UnreadablePhoto =>
  new UnreadablePhoto(
    said('is torn: the picture breaks off, or a part of it is spoilt'),
    said('Copy it again from where it came.'),
    {
      cause,
    },
  )
