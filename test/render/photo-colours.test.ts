/** Photos of every colour space, depth, orientation and shape become upright sRGB JPEGs of the same colours. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'
import { expect, test } from 'vitest'
import { srgbProfile } from '../../src/render/finish/srgb-profile.ts'
import { preparePhoto } from '../../src/render/photo.ts'
import { freshFolder } from './browser-fixtures.ts'

type Colour = readonly [red: number, green: number, blue: number]
const teal: Colour = [40, 120, 130]
/** Printing inks reach it. */
const muted: Colour = [150, 130, 120]
const blank = (colour: Colour = teal, width = 60, height = 40): Sharp => {
  const [r, g, b] = colour
  return sharp({ create: { width, height, channels: 3, background: { r, g, b } } })
}

interface Seen {
  readonly colour: readonly number[]
  readonly facts: object
}

/** What anyone sees of it: the colour in its middle; and what it says of itself. */
async function prepared(bytes: Uint8Array): Promise<Seen> {
  const { jpeg, width, height } = await preparePhoto(bytes)
  const { format, space, channels, depth, exif, icc, xmp, iptc, orientation, pages } = await sharp(jpeg).metadata()
  const facts = { format, space, channels, depth, exif, icc, xmp, iptc, orientation, pages, width, height }
  return { facts, colour: await colourAt(jpeg, width / 2, height / 2) }
}

async function colourAt(jpeg: Uint8Array, left: number, top: number): Promise<readonly number[]> {
  const pixel = { left: Math.floor(left), top: Math.floor(top), width: 1, height: 1 }
  return [...(await sharp(jpeg).extract(pixel).raw().toBuffer())]
}

const expectColour = (seen: readonly number[], colour: readonly number[], within = 3): void => {
  expect(seen.length).toBe(3)
  for (const [index, value] of colour.entries())
    expect(Math.abs((seen[index] ?? 999) - value), `${seen.join()} is not ${colour.join()}`).toBeLessThanOrEqual(within)
}

const plain = { format: 'jpeg', space: 'srgb', channels: 3, depth: 'uchar', width: 60, height: 40 }

test.for([
  ['a baseline JPEG', blank().jpeg({ quality: 95 }), teal, 3],
  ['a progressive JPEG', blank().jpeg({ progressive: true, quality: 95 }), teal, 3],
  ['a grey JPEG', blank([90, 90, 90]).toColourspace('b-w').jpeg(), [90, 90, 90], 3],
  ['a CMYK JPEG with its profile', blank(muted).withIccProfile('cmyk').jpeg({ quality: 95 }), muted, 12],
  ['a CMYK JPEG without one', blank(muted).toColourspace('cmyk').jpeg({ quality: 95 }), muted, 12],
  ['a Display P3 JPEG', blank().withIccProfile('p3').jpeg({ quality: 95 }), teal, 4],
  ['a PNG of a palette', blank().png({ palette: true }), teal, 3],
  ['a grey PNG', blank([90, 90, 90]).toColourspace('b-w').png(), [90, 90, 90], 3],
  ['a PNG of 16 bit', blank().toColourspace('rgb16').png(), teal, 3],
  ['a grey PNG of 16 bit', blank([90, 90, 90]).toColourspace('grey16').png(), [90, 90, 90], 3],
  ['a see-through PNG, on white', blank().ensureAlpha(0).png(), [255, 255, 255], 0],
  ['a half see-through PNG, on white', blank([0, 0, 0]).ensureAlpha(0.5).png(), [127, 127, 127], 3],
  ['a lossless WebP', blank().webp({ lossless: true }), teal, 3],
  ['a see-through WebP', blank().ensureAlpha(0).webp({ lossless: true }), [255, 255, 255], 0],
] as const)('%s', async ([, image, colour, within]) => {
  const { facts, colour: seen } = await prepared(await image.toBuffer())
  expect(facts).toEqual(plain)
  expectColour(seen, colour, within)
})

test('a profile is applied, not dropped: the primaries of Adobe RGB', async () => {
  const profile = join(await freshFolder(), 'adobe.icc')
  await writeFile(profile, withAdobePrimaries(srgbProfile()))
  const colour: Colour = [60, 190, 70]
  const tagged = await blank(colour).png().toBuffer()
  const image = await sharp(tagged).keepIccProfile().png().toBuffer()
  const wide = await sharp(image, { ignoreIcc: true }).withIccProfile(profile).png().toBuffer()
  const { icc } = await sharp(wide).metadata()
  expect(icc).toBeDefined()
  const { colour: seen } = await prepared(wide)
  const raw = await sharp(wide, { ignoreIcc: true }).raw().toBuffer()
  expectColour(seen, throughAdobe([raw[0] ?? 0, raw[1] ?? 0, raw[2] ?? 0]))
  expect(Math.abs((seen[0] ?? 0) - (raw[0] ?? 0))).toBeGreaterThan(20)
})

test('a moving WebP stands still at its first picture', async () => {
  const frames = [await blank([255, 0, 0]).png().toBuffer(), await blank([0, 0, 255]).png().toBuffer()]
  const moving = await sharp(frames, { join: { animated: true } })
    .webp({ lossless: true })
    .toBuffer()
  expect((await sharp(moving).metadata()).pages).toBe(2)
  const { facts, colour } = await prepared(moving)
  expect(facts).toEqual(plain)
  expectColour(colour, [254, 0, 0])
})

test('a moving PNG stands still at its first picture', async () => {
  const frames = await Promise.all(
    (
      [
        [255, 0, 0],
        [0, 0, 255],
      ] as const
    ).map(colour => blank(colour).png().toBuffer()),
  )
  const [first = Buffer.alloc(0), second = Buffer.alloc(0)] = frames
  const { facts, colour } = await prepared(movingPng(first, second))
  expect(facts).toEqual(plain)
  expectColour(colour, [254, 0, 0])
})

/** APNG: the second picture in chunks that who stands still does not read. */
function movingPng(first: Buffer, second: Buffer): Buffer {
  const control = (number: number): Buffer =>
    chunk('fcTL', numbers(number, 60, 40, 0, 0, 0x0001000a, 0).subarray(0, 26))
  const [start, end] = [first.indexOf('IDAT') - 4, first.indexOf('IEND') - 4]
  const data = second.subarray(second.indexOf('IDAT') + 4, second.indexOf('IEND') - 8)
  return Buffer.concat([
    first.subarray(0, start),
    chunk('acTL', numbers(2, 0)),
    control(0),
    first.subarray(start, end),
    control(1),
    chunk('fdAT', Buffer.concat([numbers(2), data])),
    first.subarray(end),
  ])
}

function numbers(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length)
  for (const [index, value] of values.entries()) bytes.writeUInt32BE(value, 4 * index)
  return bytes
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data])
  return Buffer.concat([numbers(data.length), body, numbers(crc32(body))])
}

/** Red is where the top left of the scene is. */
test.for([1, 2, 3, 4, 5, 6, 7, 8])('orientation %i is turned upright', async orientation => {
  const upright = await blank([0, 0, 255], 80, 40)
    .composite([{ input: { create: { width: 40, height: 20, channels: 3, background: 'red' } }, left: 0, top: 0 }])
    .png()
    .toBuffer()
  const held = await sharp(upright)
    .rotate(turned[orientation]?.[0] ?? 0)
    .png()
    .toBuffer()
  const flipped = turned[orientation]?.[1] ? await sharp(held).flop().png().toBuffer() : held
  const photo = await sharp(flipped).withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer()
  const { jpeg, width, height } = await preparePhoto(photo)
  expect({ width, height }).toEqual({ width: 80, height: 40 })
  expectColour(await colourAt(jpeg, 10, 10), [254, 0, 0], 6)
  for (const [left, top] of [
    [70, 10],
    [10, 30],
    [70, 30],
  ] as const)
    expectColour(await colourAt(jpeg, left, top), [0, 0, 254], 6)
  expect((await sharp(jpeg).metadata()).orientation).toBeUndefined()
})

/** How a camera held so stores the scene: turned clockwise by so many degrees, and then mirrored left to right. */
const turned: { readonly [orientation: number]: readonly [degrees: number, isMirrored: boolean] } = {
  1: [0, false],
  2: [0, true],
  3: [180, false],
  4: [180, true],
  5: [90, true],
  6: [270, false],
  7: [270, true],
  8: [90, false],
}

test.for([
  [1, 1, 1, 1],
  [1, 9000, 1, 2000],
  [9000, 1, 2000, 1],
  [8000, 3, 2000, 1],
  [2001, 2000, 2000, 1999],
] as const)('%i x %i pixels become %i x %i', async ([width, height, wide, high]) => {
  const { facts } = await prepared(await blank(teal, width, height).png().toBuffer())
  expect(facts).toEqual({ ...plain, width: wide, height: high })
})

/** D50, as a profile holds them: Adobe RGB (1998), 4.3.1.1. */
const adobe = [
  [0.60974, 0.20528, 0.14919],
  [0.31111, 0.62567, 0.06322],
  [0.01947, 0.06087, 0.74457],
] as const

function withAdobePrimaries(profile: Uint8Array): Uint8Array {
  const bytes = Buffer.from(profile)
  for (const [column, tag] of ['rXYZ', 'gXYZ', 'bXYZ'].entries()) {
    const entry = bytes.indexOf(tag, 128, 'latin1')
    const at = bytes.readUInt32BE(entry + 4) + 8
    for (const [row, values] of adobe.entries())
      bytes.writeInt32BE(Math.round((values[column] ?? 0) * 65536), at + 4 * row)
  }
  return bytes
}

/** XYZ (D50) to sRGB. */
const toSrgb = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
] as const

function throughAdobe(colour: Colour): readonly number[] {
  const linear = colour.map(value =>
    value / 255 > 0.04045 ? ((value / 255 + 0.055) / 1.055) ** 2.4 : value / 255 / 12.92,
  )
  const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): readonly number[] =>
    matrix.map(row => row.reduce((sum, value, index) => sum + value * (vector[index] ?? 0), 0))
  return times(toSrgb, times(adobe, linear)).map(value => {
    const inside = Math.min(1, Math.max(0, value))
    return Math.round(255 * (inside > 0.0031308 ? 1.055 * inside ** (1 / 2.4) - 0.055 : 12.92 * inside))
  })
}
