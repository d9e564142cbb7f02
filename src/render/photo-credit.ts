/** The credit line that a photo carries: photoshop:Credit in XMP, else dataset 2:110 of IPTC-IIM. */
import sharp from 'sharp'
import { limitInputPixels } from './photo.ts'

/** Nothing where the file has none, or is no image that can be read: whoever prints it will say so. */
export async function creditIn(bytes: Uint8Array): Promise<string | undefined> {
  const metadata = await sharp(bytes, { limitInputPixels })
    .metadata()
    .catch(() => undefined)
  const credit = inXmp(metadata?.xmp?.toString('utf8') ?? '') ?? inIptc(metadata?.iptc)
  return credit?.replace(/\s+/g, ' ').trim() || undefined
}

const entities: { readonly [entity: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function inXmp(xmp: string): string | undefined {
  const [, attribute, element] = /photoshop:Credit(?:="([^"]*)"|>([^<]*)<)/.exec(xmp) ?? []
  return (attribute ?? element)?.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => entities[name] ?? '')
}

/** 0x1C, record 2, dataset 110, length in two bytes, text in UTF-8. */
function inIptc(iptc: Buffer | undefined): string | undefined {
  const at = iptc?.indexOf(Buffer.from([0x1c, 2, 110])) ?? -1
  return iptc === undefined || at === -1 || at + 5 > iptc.length
    ? undefined
    : iptc.toString('utf8', at + 5, at + 5 + iptc.readUInt16BE(at + 3))
}
