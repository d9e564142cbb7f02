/**
 * A photo takes the place of the small picture with which its page was laid out, byte for byte as it was handed over.
 * The browser keeps the small one's bytes as they are, and describes their colours; so the two must agree in those.
 */

import { RenderFailure } from '../../model/fault.ts'
import { said } from '../../model/said.ts'
import { type PhotoToPlace, PlaceholderLost } from './facts.ts'
import { readJpeg } from './jpeg.ts'
import type { Pdf } from './open-pdf.ts'
import { name, nameIn, needNumber, PDFNumber, PDFRawStream, type PDFRef } from './pdf-objects.ts'

type Picture = readonly [ref: PDFRef, image: PDFRawStream]

export function placePhotos(pdf: Pdf, photos: readonly PhotoToPlace[]): void {
  if (photos.length === 0) return
  let others: readonly Picture[] = pdf.context
    .enumerateIndirectObjects()
    .filter((entry): entry is [PDFRef, PDFRawStream] => isPicture(entry[1]))
  for (const photo of photos) {
    refuseUnlike(photo)
    const shows = ([, { contents }]: Picture): boolean => Buffer.compare(contents, photo.placeholder) === 0
    const places = others.filter(shows)
    others = others.filter(each => !shows(each))
    if (places.length === 0) throw new PlaceholderLost(said('The page does not show a photo as it was handed over.'))
    for (const picture of places) place(pdf, picture, photo)
  }
  refuseRemains(others, photos)
}

const isPicture = (object: unknown): boolean =>
  object instanceof PDFRawStream && nameIn(object.dict, 'Subtype') === 'Image'

function place(pdf: Pdf, [ref, { dict }]: Picture, photo: PhotoToPlace): void {
  dict.set(name('Width'), PDFNumber.of(photo.width))
  dict.set(name('Height'), PDFNumber.of(photo.height))
  pdf.context.assign(ref, PDFRawStream.of(dict, photo.original))
}

/** A part of a placeholder, drawn anew: where a style shows no more than a part of a photo. */
function refuseRemains(others: readonly Picture[], photos: readonly PhotoToPlace[]): void {
  const sizes = photos.map(({ placeholder }) => readJpeg(placeholder))
  const isPart = ([, { dict }]: Picture): boolean =>
    sizes.some(({ width, height }) => needNumber(dict, 'Width') <= width && needNumber(dict, 'Height') <= height)
  if (others.some(isPart)) throw new PlaceholderLost(said('The page shows a part of a photo.'))
}

function refuseUnlike({ placeholder, original, width, height }: PhotoToPlace): void {
  const [small, whole] = [readJpeg(placeholder), readJpeg(original)]
  if (whole.width !== width || whole.height !== height) throw unlike(`is ${whole.width} × ${whole.height} pixels`)
  for (const fact of ['channels', 'bits', 'profile', 'transform'] as const) {
    if (small[fact] !== whole[fact]) throw unlike(`differs from it in ${fact}`)
  }
  // No published photo carries place, device or owner, whatever was done to it before it came here.
  if (whole.hasPersonalData) throw unlike('carries metadata of its camera or owner')
}

const unlike = (how: string): RenderFailure =>
  new RenderFailure(said('A photo cannot take the place of its small picture: it {how}.', { how }))
