/** What a file is by its first bytes: real ones where a library here makes them, else as their standards begin. */
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { kindOf } from '../../src/model/media.ts'

const picture = sharp({ create: { width: 8, height: 8, channels: 3, background: '#456' } })

test('pictures that are taken', async () => {
  for (const image of [picture.clone().jpeg(), picture.clone().png(), picture.clone().webp()])
    expect(kindOf(await image.toBuffer())).toBe('picture')
})

test('pictures that are not', async () => {
  expect(kindOf(await picture.clone().tiff().toBuffer())).toBe('TIFF')
  expect(kindOf(await picture.clone().gif().toBuffer())).toBe('GIF')
  expect(kindOf(await picture.clone().avif().toBuffer())).toBe('AVIF')
})

test.for([
  ['', 'empty'],
  ['\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'HEIC'],
  ['\0\0\0\x24ftypmif1\0\0\0\0mif1heicheix', 'HEIC'],
  ['\0\0\0\x24ftypmif1\0\0\0\0mif1avifmiaf', 'AVIF'],
  ['\0\0\0\x18ftypcrx \0\0\0\x01crx isom', 'RAW'],
  ['II*\0\x10\0\0\0CR\x02\0', 'RAW'],
  ['IIU\0\x18\0\0\0', 'RAW'],
  ['FUJIFILMCCD-RAW 0201', 'RAW'],
  ['MM\0*\0\0\0\x08', 'TIFF'],
  ['\0\0\0\x20ftypmp42\0\0\0\0', 'video'],
  ['\0\0\0\x14ftypqt  \0\0\0\0', 'video'],
  ['RIFF\0\0\0\0AVI LIST', 'video'],
  ['\0\0\0\x0cJXL \r\n\x87\n', 'JPEG XL'],
  ['\0\0\0\x0cjP  \r\n\x87\n', 'JPEG 2000'],
  ['BM\x36\0\0\0\0\0\0\0\x36', 'BMP'],
  ['8BPS\0\x01', 'PSD'],
  ['%PDF-1.7\n', 'PDF'],
  ['PK\x03\x04\x14\0', 'archive'],
  ['\0\x05\x16\x07\0\x02\0\0Mac OS X', 'macOS companion'],
  ['version https://git-lfs.github.com/spec/v1\noid sha256:00\n', 'LFS pointer'],
  ['<?xml version="1.0"?>\n<!-- made by hand -->\n<svg xmlns="http://www.w3.org/2000/svg">', 'SVG'],
  ['\xef\xbb\xbf<svg>', 'SVG'],
  ['<!DOCTYPE html><title>404</title>', 'web page'],
  ['<?xml version="1.0"?><rss>', 'unknown'],
  ['BMW and other cars', 'unknown'],
  ['hello', 'unknown'],
] as const)('%j is %s', ([head, kind]) => {
  expect(kindOf(Buffer.from(head, 'latin1'))).toBe(kind)
})
