/**
 * A photo takes the place of the small picture with which its page was laid out, byte for byte as it was handed over.
 * The browser keeps the small one's bytes as they are, and describes their colours; so the two must agree in those.
 */
import { RenderFailure } from '../../model/fault.ts'
import type { PhotoToPlace } from './facts.ts'
import { readJpeg } from './jpeg.ts'
import type { Pdf } from './open-pdf.ts'
import { name, nameIn, needNumber, PDFNumber, PDFRawStream, type PDFRef } from './pdf-objects.ts'

export function placePhotos(pdf: Pdf, photos: readonly PhotoToPlace[]): void {
  if (photos.length === 0) return
  const pictures = pdf.context
    .enumerateIndirectObjects()
    .filter((entry): entry is [PDFRef, PDFRawStream] => isJpeg(entry[1]))
  for (const photo of photos) {
    refuseUnlike(photo)
    const places = pictures.filter(([, { contents }]) => Buffer.compare(contents, photo.placeholder) === 0)
    if (places.length === 0)
      throw new RenderFailure('The page does not show the small picture that a photo is to replace.')
    for (const [ref, { dict }] of places) place(pdf, ref, { dict, photo })
  }
}

const isJpeg = (object: unknown): boolean =>
  object instanceof PDFRawStream &&
  nameIn(object.dict, 'Subtype') === 'Image' &&
  nameIn(object.dict, 'Filter') === 'DCTDecode'

function place(pdf: Pdf, ref: PDFRef, { dict, photo }: { dict: PDFRawStream['dict']; photo: PhotoToPlace }): void {
  const small = readJpeg(photo.placeholder)
  if (needNumber(dict, 'Width') !== small.width || needNumber(dict, 'Height') !== small.height) {
    throw new RenderFailure('The page shows the small picture of a photo in another size than its own.')
  }
  dict.set(name('Width'), PDFNumber.of(photo.width))
  dict.set(name('Height'), PDFNumber.of(photo.height))
  pdf.context.assign(ref, PDFRawStream.of(dict, photo.original))
}

function refuseUnlike({ placeholder, original, width, height }: PhotoToPlace): void {
  const [small, whole] = [readJpeg(placeholder), readJpeg(original)]
  if (whole.width !== width || whole.height !== height) throw unlike(`is ${whole.width} × ${whole.height} pixels`)
  for (const fact of ['channels', 'bits', 'profile', 'transform'] as const) {
    if (small[fact] !== whole[fact]) throw unlike(`differs from it in ${fact}`)
  }
  // DESIGN §5.9.
  if (whole.hasPersonalData) throw unlike('carries metadata of its camera or owner')
}

const unlike = (how: string): RenderFailure =>
  new RenderFailure(`A photo cannot take the place of its small picture: it ${how}.`)
