/** EXIF: texts of the first directory of a TIFF. */

/** Of a tag; nothing where there is none, or the block is spoilt. */
export function exifText(block: Uint8Array, tag: number): Uint8Array | undefined {
  const whole = Buffer.from(block)
  const bytes = whole.toString('latin1', 0, 6) === 'Exif\0\0' ? whole.subarray(6) : whole
  const isLittle = bytes.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number =>
    at + 2 > bytes.length ? 0 : isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at)
  const long = (at: number): number =>
    at + 4 > bytes.length ? 0 : isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at)
  const directory = long(4)
  for (let index = 0; index < short(directory); index += 1) {
    const entry = directory + 2 + 12 * index
    if (short(entry) !== tag) continue
    const length = long(entry + 4)
    const at = length <= 4 ? entry + 8 : long(entry + 8)
    return bytes.subarray(at, at + length)
  }
  return undefined
}
