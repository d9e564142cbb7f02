/** The records of test/torture/data in a folder of their own, with what is too large to be kept: a photo and a long body. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'

/** Planted in the photo's metadata: none of it may be in what is published. */
export const secrets = ['SECRET-OWNER', 'SECRET-CAMERA', 'SECRET-CAPTION']

export async function tortureWorkspace(): Promise<string> {
  const root = mkdtempSync(join(tmpdir(), 'khabar-torture-'))
  cpSync(join(import.meta.dirname, 'data'), join(root, 'data'), { recursive: true })
  const long = join(root, 'data/activities/2022/one-language.yaml')
  const body = longBody.replace(/^(?=.)/gm, '    ')
  writeFileSync(long, readFileSync(long, 'utf8').replace('body: BODY', `body: |-\n${body}`))
  mkdirSync(join(root, 'data/media/2022'), { recursive: true })
  writeFileSync(join(root, 'data/media/2022/portrait.jpg'), await portrait())
  return root
}

/** 3000 x 4000 upright, stored lying on its side as phones do, with a place in the garden of somebody's house. */
async function portrait(): Promise<Uint8Array> {
  const [width, height] = [4000, 3000]
  const svg = Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#4a6a8a"/><circle cx="1500" cy="1500" r="900" fill="#dde3ea"/></svg>`,
  )
  const { data, info } = await sharp(svg).flatten().raw().toBuffer({ resolveWithObject: true })
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .withExif({
      IFD0: { Artist: 'SECRET-OWNER', Model: 'SECRET-CAMERA', ImageDescription: 'SECRET-CAPTION' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 18/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '69/1 16/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

const sentence = (part: number, at: number) =>
  `Абзац ${part}.${at} рассказывает о том же, о чём и предыдущий, но другими словами, потому что отчёт обязан занять шесть страниц, ` +
  `а читатель — дойти до последней, не потеряв ни строки по дороге и не встретив её дважды.`

const part = (number: number) =>
  [
    `## Часть ${number}`,
    ...Array.from({ length: 6 }, (_, index) => sentence(number, index + 1)),
    `- Первый пункт части ${number}\n  - вложенный пункт\n    1. вложенный глубже\n    2. и ещё один\n  - второй вложенный\n- Последний пункт части ${number}`,
    `| Область | Люди в части ${number} | Доля |\n|---|---:|---|\n| Ташкентская | ${number}00 | половина |\n| Самаркандская | ${number}01 | другая половина |`,
    `Подробности — на [странице части ${number}](https://example.org/part/${number}) и *в приложении* с **итогами**.`,
  ].join('\n\n')

/** Some six pages. */
export const longBody = Array.from({ length: 7 }, (_, index) => part(index + 1)).join('\n\n')
