/**
 * A photo as it may be published: upright, no larger than a page needs, sRGB, and without a word of where, by whom and
 * with what it was taken.
 */
import sharp, { type Sharp } from 'sharp'

export interface PreparedPhoto {
  readonly jpeg: Uint8Array
  readonly width: number
  readonly height: number
}

/** Not an image that can be read, or one that is too large to be. */
export class UnreadablePhoto extends Error {
  override readonly name = 'UnreadablePhoto'
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
  try {
    return await make(sharp(bytes, { limitInputPixels, failOn: 'error' }).autoOrient())
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.message.split('\n')[0] ?? '') : String(thrown)
    throw new UnreadablePhoto(reason, { cause: thrown })
  }
}
