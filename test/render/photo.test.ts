/** Photos as they may be published. */
import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { preparePhoto, UnreadablePhoto } from '../../src/render/photo.ts'

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#456' } })

const chunk = (type: string, data: Buffer) => {
  const body = Buffer.concat([Buffer.from(type), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** 20 000 x 20 000 pixels by its header, in a few bytes. */
function hugePng(): Buffer {
  const header = Buffer.from('00004e2000004e200802000000', 'hex')
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync('')),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

test('a photo is turned upright and scaled down, never up', async () => {
  const turned = await plain(3000, 1500).withMetadata({ orientation: 6 }).jpeg().toBuffer()
  expect(await preparePhoto(turned)).toMatchObject({ width: 1000, height: 2000 })
  expect(await preparePhoto(await plain(30, 20).webp().toBuffer())).toMatchObject({ width: 30, height: 20 })
})

test('place, device and owner are gone', async () => {
  const exif = { IFD0: { Copyright: 'OWNER-SECRET', Model: 'DEVICE-SECRET' }, IFD3: { GPSLatitude: '41/1 18/1 0/1' } }
  const bytes = await plain(40, 30).jpeg().withExif(exif).toBuffer()
  expect((await sharp(bytes).metadata()).exif).toBeDefined()
  expect(Buffer.from(bytes).includes('SECRET')).toBe(true)
  const { jpeg } = await preparePhoto(bytes)
  const { exif: left, xmp, iptc, icc, format } = await sharp(jpeg).metadata()
  expect({ left, xmp, iptc, icc, format }).toEqual({ format: 'jpeg' })
  expect(Buffer.from(jpeg).includes('SECRET')).toBe(false)
})

test('the same photo gives the same bytes', async () => {
  const bytes = await plain(2400, 1600).png().toBuffer()
  expect((await preparePhoto(bytes)).jpeg).toEqual((await preparePhoto(bytes)).jpeg)
})

test.each([
  ['no image', Buffer.from('hello')],
  [
    'a drawing, which could ask for other files,',
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"/>'),
  ],
])('%s is refused', async (_, bytes) => {
  await expect(preparePhoto(bytes)).rejects.toBeInstanceOf(UnreadablePhoto)
})

/** The same noise on each day: whether a decoder misses the end of a picture hangs on its last bits. */
function noise(seed: number): Buffer {
  let state = seed
  return Buffer.from(
    Array.from({ length: 400 * 300 * 3 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state >>> 25
    }),
  )
}
const noisyBy = (seed: number) => sharp(noise(seed), { raw: { width: 400, height: 300, channels: 3 } })
const noisy = noisyBy(1)
const cut = (bytes: Buffer, by: number): Buffer => bytes.subarray(0, bytes.length - Math.ceil(by))
const emptied = (bytes: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, bytes.length / 2), Buffer.alloc(bytes.length / 2)])

test.for([
  ['a JPEG without its end', noisy.clone().jpeg(), (bytes: Buffer) => cut(bytes, 2)],
  ['half a JPEG', noisy.clone().jpeg(), (bytes: Buffer) => cut(bytes, bytes.length / 2)],
  ['a JPEG of which the second half was never copied', noisy.clone().jpeg(), emptied],
  [
    'half a progressive JPEG',
    noisy.clone().jpeg({ progressive: true }),
    (bytes: Buffer) => cut(bytes, bytes.length / 2),
  ],
  ['the beginning of a JPEG', noisy.clone().jpeg(), (bytes: Buffer) => bytes.subarray(0, 100)],
  ['a PNG without its end', noisy.clone().png(), (bytes: Buffer) => cut(bytes, 12)],
  ['half a PNG', noisy.clone().png(), (bytes: Buffer) => cut(bytes, bytes.length / 2)],
  ['a PNG of which the second half was never copied', noisy.clone().png(), emptied],
  ['half a WebP', noisy.clone().webp(), (bytes: Buffer) => cut(bytes, bytes.length / 2)],
] as const)('%s is told as torn', async ([, image, tear]) => {
  const bytes = await image.toBuffer()
  await expect(preparePhoto(bytes)).resolves.toMatchObject({ width: 400 })
  await expect(preparePhoto(tear(bytes))).rejects.toThrow(/^is torn/)
})

test('a JPEG without its end is torn, whatever its last bits are', async () => {
  for (let seed = 1; seed <= 12; seed += 1) {
    const bytes = await noisyBy(seed).jpeg().toBuffer()
    await expect(preparePhoto(cut(bytes, 2)), `noise ${seed}`).rejects.toThrow(/^is torn/)
  }
})

test('what follows a whole picture is nobody’s business', async () => {
  const more = Buffer.from('of a maker')
  for (const image of [noisy.clone().jpeg(), noisy.clone().png()])
    expect(await preparePhoto(Buffer.concat([await image.toBuffer(), more]))).toMatchObject({ width: 400 })
})

test('a bomb of compressed nothing is refused for its size', async () => {
  await expect(preparePhoto(hugePng())).rejects.toThrow('has more than 100 megapixels')
})
