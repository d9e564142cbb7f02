/** Puts the pictures into a web page, no larger than a screen needs. Only templates can write an address: authors cannot. */
import sharp from 'sharp'
import type { Asset, PageJob } from '../../model/render-job.ts'

export async function inlinePhotos({ html, assets }: PageJob): Promise<string> {
  let page = html
  for (const asset of assets) {
    const address = `src="${asset.path}"`
    if (!page.includes(address)) continue
    const { data, width, height } = await pictureOf(asset)
    page = page.replaceAll(address, () => `src="${data}" width="${width}" height="${height}"`)
  }
  return page
}

interface Picture {
  /** `data:image/jpeg;base64,…` */
  readonly data: string
  readonly width: number
  readonly height: number
}

/**
 * The languages of a release share a photo and follow one another, so each is made once; all of a build's would be more
 * than its memory should hold.
 */
const made = new Map<Uint8Array, Promise<Picture>>()
const remembered = 32

function pictureOf({ path, bytes }: Asset): Promise<Picture> {
  const picture = made.get(bytes) ?? shrink(bytes, path.startsWith('logo') ? logoSide : photoSide)
  made.delete(bytes)
  made.set(bytes, picture)
  for (const oldest of made.keys()) if (made.size > remembered) made.delete(oldest)
  return picture
}

/** The column is 46 rem wide: sharp enough there, and half of it on most phones. */
const photoSide = 1200
const logoSide = 320

async function shrink(bytes: Uint8Array, side: number): Promise<Picture> {
  const { data, info } = await sharp(bytes)
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .jpeg({ quality: 78, progressive: true })
    .toBuffer({ resolveWithObject: true })
  return { data: `data:image/jpeg;base64,${data.toString('base64')}`, width: info.width, height: info.height }
}
