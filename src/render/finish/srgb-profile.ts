/** An sRGB profile of our own making: ICC.1:2001-04 (version 2), matrix and curve, for a display. */

/** Colorants of IEC 61966-2-1, adapted to the profile's white, D50. */
const white = [0.9642, 1, 0.8249]
const red = [0.43607, 0.22249, 0.01392]
const green = [0.38515, 0.71687, 0.09708]
const blue = [0.14307, 0.06061, 0.7141]
const curvePoints = 1024

export function srgbProfile(): Uint8Array {
  const curve = tag('curv', 4 + 2 * curvePoints, (view, at) => {
    view.setUint32(at, curvePoints)
    for (let i = 0; i < curvePoints; i += 1)
      view.setUint16(at + 4 + 2 * i, Math.round(65535 * linear(i / (curvePoints - 1))))
  })
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', text('Public domain')],
    ['wtpt', xyz(white)],
    ['rXYZ', xyz(red)],
    ['gXYZ', xyz(green)],
    ['bXYZ', xyz(blue)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  return assembled(tags)
}

const linear = (value: number): number => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)

function assembled(tags: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const start = 128 + 4 + 12 * tags.length
  const places = new Map<Uint8Array, number>()
  let end = start
  for (const [, data] of tags) {
    if (places.has(data)) continue
    places.set(data, end)
    end += data.length
  }
  const bytes = new Uint8Array(end)
  const view = new DataView(bytes.buffer)
  writeHeader(view, end)
  view.setUint32(128, tags.length)
  tags.forEach(([signature, data], index) => {
    const place = places.get(data) ?? 0
    ascii(view, 132 + 12 * index, signature)
    view.setUint32(136 + 12 * index, place)
    view.setUint32(140 + 12 * index, data.length)
    bytes.set(data, place)
  })
  return bytes
}

function writeHeader(view: DataView, length: number): void {
  view.setUint32(0, length)
  view.setUint32(8, 0x02400000)
  ascii(view, 12, 'mntrRGB XYZ ')
  // 1 January 2000: a date must be there, and it must not change.
  view.setUint16(24, 2000)
  view.setUint16(26, 1)
  view.setUint16(28, 1)
  ascii(view, 36, 'acsp')
  triple(view, 68, white)
}

/** Each kind of data starts with its signature and four empty bytes, and is as long as a multiple of four. */
function tag(signature: string, length: number, write: (view: DataView, at: number) => void): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((8 + length) / 4) * 4)
  const view = new DataView(bytes.buffer)
  ascii(view, 0, signature)
  write(view, 8)
  return bytes
}

const fixed = (value: number): number => Math.round(value * 65536)

const xyz = (values: readonly number[]): Uint8Array => tag('XYZ ', 12, (view, at) => triple(view, at, values))

function triple(view: DataView, at: number, values: readonly number[]): void {
  values.forEach((value, index) => {
    view.setInt32(at + 4 * index, fixed(value))
  })
}

const text = (words: string): Uint8Array => tag('text', words.length + 1, (view, at) => ascii(view, at, words))

/** After the plain text, an empty Unicode one (8 bytes) and an empty one for Macintosh (70). */
const description = (words: string): Uint8Array =>
  tag('desc', 4 + words.length + 1 + 8 + 70, (view, at) => {
    view.setUint32(at, words.length + 1)
    ascii(view, at + 4, words)
  })

function ascii(view: DataView, at: number, words: string): void {
  for (let i = 0; i < words.length; i += 1) view.setUint8(at + i, words.charCodeAt(i))
}
