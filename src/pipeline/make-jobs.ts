/** Works in words as jobs for their renderers, with fonts and photos, which are fetched when a job's turn comes. */
import { type Diagnostic, errorAt } from '../model/diagnostic.ts'
import type { AwaitedAsset, AwaitedJob, Content } from '../model/render-job.ts'
import { pathOf, workItself } from '../model/work.ts'
import { sha256 } from './digest.ts'
import type { Photos } from './photos.ts'
import type { KeyedWork, Picture } from './work.ts'

export interface Making {
  /** By path below templates/. */
  readonly fonts: ReadonlyMap<string, Uint8Array>
  readonly photos: Photos
  /** Day that dates every artifact, in place of its record's. */
  readonly date: string | undefined
}

export interface MadeJobs {
  readonly jobs: ReadonlyMap<KeyedWork, readonly AwaitedJob[]>
  readonly diagnostics: readonly Diagnostic[]
}

export async function makeJobs(works: readonly KeyedWork[], { fonts, photos, date }: Making): Promise<MadeJobs> {
  const written = works.map(work => ({ work, ...work.write() }))
  const digests = await digestsOf(
    written.flatMap(({ pictures }) => pictures.map(({ path }) => path)),
    photos,
  )
  const ours = [...fonts].map(fontOf)
  const diagnostics: Diagnostic[] = []
  const jobs = written.map(({ work, contents, pictures }) => {
    const shown = pictures.flatMap(({ path, src, span }): AwaitedAsset[] => {
      const digest = digests.get(path)
      if (digest !== undefined) return [{ path: src, type: 'image/jpeg', digest, fetch: () => photos.bytesOf(path) }]
      diagnostics.push(unreadable({ path, src, span }))
      return []
    })
    const head = { ...workItself(work), ...(date !== undefined && { date }) }
    const made = [...contents].map(([format, content]): AwaitedJob => {
      const job = { ...head, format, path: pathOf(work, format) }
      return { ...job, ...withAssets(content, ours, shown) }
    })
    return [work, made] as const
  })
  return { jobs: new Map(jobs), diagnostics }
}

/** Paper needs our fonts; a web page has those of its reader. */
function withAssets(content: Content, fonts: readonly AwaitedAsset[], pictures: readonly AwaitedAsset[]) {
  if ('attachments' in content) return { ...content, assets: [...fonts, ...pictures] }
  return 'html' in content ? { ...content, assets: pictures } : content
}

/** A few at a time, since each may be large. */
async function digestsOf(paths: readonly string[], photos: Photos): Promise<ReadonlyMap<string, string | undefined>> {
  const digests = new Map<string, string | undefined>()
  const queue = [...new Set(paths)]
  const work = async (): Promise<void> => {
    for (let path = queue.shift(); path !== undefined; path = queue.shift())
      digests.set(path, await photos.digestOf(path))
  }
  await Promise.all(Array.from({ length: photosAtOnce }, work))
  return digests
}

/** Four do their work beside Node, which has so many threads for it. */
const photosAtOnce = 4

/** Fonts stay in memory: every page needs them. */
const fontOf = ([path, bytes]: readonly [string, Uint8Array]): AwaitedAsset => ({
  path,
  type: 'font/ttf',
  digest: digestOnce(bytes),
  fetch: async () => bytes,
})

const known = new WeakMap<Uint8Array, string>()
function digestOnce(bytes: Uint8Array): string {
  const digest = known.get(bytes) ?? sha256(bytes)
  known.set(bytes, digest)
  return digest
}

const unreadable = ({ path, span }: Picture): Diagnostic =>
  errorAt(
    'photo/unreadable',
    span,
    `data/${path} is not a JPEG, PNG or WebP image that can be read.`,
    'Save it again as JPEG, with at most 100 megapixels and 64 MiB.',
  )
