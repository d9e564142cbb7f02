/** A job as it goes over the queue: a page of JSON, and by their digests the bytes that it refers to. Nothing of it is lost. */
import type { Asset, Attachment, RenderJob } from '../model/render-job.ts'
import { digestOf, type Parts } from './store.ts'
import { packedWorkbook, unpackedWorkbook } from './workbook-lines.ts'

export interface Parcel {
  /** Of the page, and so of all that it says. */
  readonly digest: string
  readonly parts: Parts
}

type Sent<T> = Omit<T, 'bytes'> & { readonly digest: string }

/** The job itself, but for this. */
interface Page {
  readonly assets?: readonly Sent<Asset>[]
  readonly attachments?: readonly Sent<Attachment>[]
  /** Digest of its lines. */
  readonly workbook?: string
}

/** Nothing where it cannot be sent exactly as it is. */
export function packed(job: RenderJob): Parcel | undefined {
  const parts = new Map<string, Uint8Array>()
  const put = (bytes: Uint8Array): string => {
    const digest = digestOnce(bytes)
    parts.set(digest, bytes)
    return digest
  }
  const sent = <T extends { readonly bytes: Uint8Array }>({ bytes, ...rest }: T) => ({ ...rest, digest: put(bytes) })
  const lines = 'workbook' in job ? packedWorkbook(job.workbook) : undefined
  if ('workbook' in job && !lines) return undefined
  const page = {
    ...job,
    ...('assets' in job && { assets: job.assets.map(sent) }),
    ...('attachments' in job && { attachments: job.attachments.map(sent) }),
    ...(lines && { workbook: put(lines) }),
  }
  return { digest: put(Buffer.from(JSON.stringify(page))), parts }
}

/** @param get the bytes of a digest; nothing of a job whose parts are not all there */
export async function unpacked(
  digest: string,
  get: (digest: string) => Promise<Uint8Array | undefined>,
): Promise<RenderJob | undefined> {
  const bytes = await get(digest)
  if (!bytes) return undefined
  // Known by its digest, it is what a builder of this very version packed.
  const page = JSON.parse(Buffer.from(bytes).toString('utf8'))
  const { workbook, assets, attachments }: Page = page
  const received = async <T extends { readonly digest: string }>({ digest: of, ...rest }: T) => {
    const part = await get(of)
    return part && { ...rest, bytes: part }
  }
  const shown = await Promise.all((assets ?? []).map(received))
  const carried = await Promise.all((attachments ?? []).map(received))
  const book = workbook === undefined ? undefined : await get(workbook)
  if (shown.includes(undefined) || carried.includes(undefined) || (workbook !== undefined && !book)) return undefined
  return {
    ...page,
    ...(assets && { assets: shown }),
    ...(attachments && { attachments: carried }),
    ...(book && { workbook: unpackedWorkbook(book) }),
  }
}

/** Fonts are the same bytes in every job of a build, and photos in every language of a release. */
const known = new WeakMap<Uint8Array, string>()
function digestOnce(bytes: Uint8Array): string {
  const digest = known.get(bytes) ?? digestOf(bytes)
  known.set(bytes, digest)
  return digest
}
