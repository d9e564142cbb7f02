/** What a JPEG says of itself before its picture begins (ITU-T T.81, annex B). */

import { RenderFailure } from '../../model/fault.ts'
import { said } from '../../model/said.ts'

export interface JpegFacts {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly bits: number
  /** Its ICC profile, in hexadecimal digits; empty without one. */
  readonly profile: string
  /** Adobe's colour transform, which decides how channels are read; -1 without one. */
  readonly transform: number
  /** EXIF, XMP, IPTC or a comment: may tell where, with what and by whom it was taken. */
  readonly hasPersonalData: boolean
}

export function readJpeg(bytes: Uint8Array): JpegFacts {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (data.length < 4 || data.readUInt16BE(0) !== 0xffd8) throw new RenderFailure(said('A photo is no JPEG.'))
  let profile = ''
  let transform = -1
  let hasPersonalData = false
  for (let at = 2; at + 9 < data.length; at += 2 + data.readUInt16BE(at + 2)) {
    const marker = data.readUInt16BE(at)
    if (marker < 0xff01) break
    if (marker === 0xffe2) profile += data.toString('hex', at + 4, at + 2 + data.readUInt16BE(at + 2))
    if (marker === 0xffee) transform = data[at + 15] ?? -1
    if (marker === 0xffe1 || marker === 0xffed) hasPersonalData = true
    if (!isFrame(marker)) continue
    const [height, width] = [data.readUInt16BE(at + 5), data.readUInt16BE(at + 7)]
    return { bits: data[at + 4] ?? 0, height, width, channels: data[at + 9] ?? 0, profile, transform, hasPersonalData }
  }
  throw new RenderFailure(said('A photo breaks off before its picture begins.'))
}

/** SOF0 to SOF15, without DHT, JPG and DAC. */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker)
